import { describe, expect, it } from 'vitest';
import { isoDate, isWellFormed, momentOf, valuesOf } from '../../../../src/proof/preflight/file/xmp.js';

describe('what XMP says', () => {
  it.each([
    ['<pdf:Trapped>False</pdf:Trapped>', 'pdf:Trapped', ['False']],
    ['<rdf:Description pdf:Trapped="False" pdf:Producer=\'A &#66; &lt;&#x4e00;&gt;\'/>', 'pdf:Producer', ['A B <一>']],
    [
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A</rdf:li><rdf:li xml:lang="zh">甲</rdf:li></rdf:Alt></dc:title>',
      'dc:title',
      ['A', '甲'],
    ],
    ['<dc:title>\n A &amp; B\n</dc:title>', 'dc:title', ['A & B']],
    ['<dc:title><rdf:Alt>\n<rdf:li>&#65;&#x4;</rdf:li>\n</rdf:Alt></dc:title>', 'dc:title', ['A\u0004']],
    ['<pdf:Trapped> </pdf:Trapped><x pdf:Trapped=""/>', 'pdf:Trapped', []],
    ['<pdf:TrappedToo>True</pdf:TrappedToo>', 'pdf:Trapped', []],
    ['<a>&#x110000; &nbsp;</a>', 'a', ['&#x110000; &nbsp;']],
  ])('%s', (xmp, key, expected) => {
    expect(valuesOf(xmp, key)).toEqual(expected);
  });
});

describe('well-formed XML', () => {
  it.each([
    '<?xpacket begin="x"?><!-- a < b --><a:b c="1" d=\'2\'><e/>text &amp; &#13; &#x1F;</a:b><?xpacket end="w"?>',
    '<a><a></a></a><b />',
    '',
  ])('%s', (xml) => {
    expect(isWellFormed(xml)).toBe(true);
  });
  it.each([
    '<a>',
    '</a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a>1 < 2</a>',
    '<a>A & B</a>',
    '<a>&nbsp;</a>',
    '<a b="<"/>',
    '<a b=1/>',
    '<a/></a>',
  ])('not %s', (xml) => {
    expect(isWellFormed(xml)).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ["D:20211203080000+08'00'", '2021-12-03T00:00:00Z'],
    ["D:20211203080000+08'00", '2021-12-03T00:00:00.000Z'],
    ['D:20211203000000Z', '2021-12-03T08:00:00+08:00'],
    ["D:20211203000000-01'30'", '2021-12-03T01:30:00Z'],
    ["D:20211203000000Z00'00'", '2021-12-03T00:00Z'],
    ['D:20211203', '2021-12-03'],
    ['D:20211203000000', '2021-12-03T00:00:00.5'],
    ['D:2021', '2021'],
    ['20211203000059', '2021-12-03T00:00:59Z'],
  ])('%s is %s', (pdf, xmp) => {
    expect(momentOf(isoDate(pdf))).not.toBeNull();
    expect(momentOf(isoDate(pdf))).toBe(momentOf(xmp));
  });

  it.each([
    '',
    'yesterday',
    'D:20211332',
    'D:20210230',
    'D:202112032500',
    'D:21',
    'D:20211203000000+8',
    '2021-12-03 00:00',
  ])('“%s” is none', (text) => {
    expect(momentOf(isoDate(text))).toBeNull();
  });
});
