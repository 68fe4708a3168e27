import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copyDrawing } from '../../../src/pdf/drawing/copy.js';
import { openDrawing } from '../../../src/pdf-objects/drawing.js';
import { madePdf, stream } from './made.js';

/** What a copied font and its ToUnicode map say. */
const said = async (font: string): Promise<{ font: string; map: string | null }> => {
  const file = madePdf({
    content: 'BT /F 9 Tf (a) Tj ET',
    resources: '<< /Font << /F 10 0 R >> >>',
    objects: [font, stream('its own map')],
  });
  const { objects } = copyDrawing(await openDrawing(file));
  const text = objects[0]!.text.replaceAll('\0', '§');
  const place = /\/ToUnicode §(\d)§/.exec(text)?.[1];
  const map = place === undefined ? null : objects[Number(place)]!;
  if (map !== null) expect(map.text).toContain(`/Length ${map.data!.length} >>`);
  return { font: text, map: map && (map.text.includes('Flate') ? inflateSync(map.data!) : map.data!).toString() };
};

describe('a font that does not say its text', () => {
  it('says what its encoding tells', async () => {
    const { map } = await said('<< /Type /Font /Subtype /TrueType /BaseFont /A /Encoding /WinAnsiEncoding >>');
    expect(map).toContain('<00> <ff>\nendcodespacerange');
    for (const entry of ['<20> <0020>', '<41> <0041>', '<80> <20ac>', '<9f> <0178>', '<a0> <00a0>', '<ff> <00ff>'])
      expect(map).toContain(`\n${entry}\n`);
    for (const none of ['<7f>', '<81>', '<9d>']) expect(map).not.toContain(`\n${none}`);
    const { map: mac } = await said(
      '<< /Type /Font /Subtype /Type1 /Encoding << /BaseEncoding /MacRomanEncoding >> >>',
    );
    expect(mac).toContain('\n<80> <00c4>\n');
  });

  it('says what the names of single codes tell, and nothing of others', async () => {
    const differences = '[65 /B /uni4E2D /u1F600 /g17 98 /uni110000FF]';
    const { map } = await said(
      `<< /Type /Font /Subtype /Type1 /Encoding << /BaseEncoding /WinAnsiEncoding /Differences ${differences} >> >>`,
    );
    const entries = map!.split('\n').filter((line) => /^<4\w> </.test(line));
    expect(entries.slice(1, 8)).toEqual([
      '<41> <0042>',
      '<42> <4e2d>',
      '<43> <d83dde00>',
      '<45> <0045>',
      '<46> <0046>',
      '<47> <0047>',
      '<48> <0048>',
    ]);
    expect(map).not.toContain('<62>');
    expect(map).toContain('100 beginbfchar');
  });

  it.each(['/Subtype /Type0 /Encoding /Identity-H', '/Subtype /TrueType', '/Subtype /MMType1 /Encoding /Own'])(
    'says nothing where nobody knows: %s',
    async (entries) => {
      const { map } = await said(`<< /Type /Font ${entries} >>`);
      expect(map).toMatch(/endcodespacerange\nendcmap/);
      expect(map).toContain(entries.includes('Type0') ? '<0000> <ffff>' : '<00> <ff>');
    },
  );

  it('keeps a map of its own; glyphs that are drawn have none', async () => {
    expect((await said('<< /Type /Font /Subtype /Type0 /ToUnicode 11 0 R >>')).map).toBe('its own map');
    for (const kind of ['Type3', 'CIDFontType2', 'CIDFontType0'])
      expect((await said(`<< /Type /Font /Subtype /${kind} >>`)).font).not.toContain('ToUnicode');
  });
});

it('a tone that stays as it is is not said, any other is', async () => {
  const file = madePdf({
    content: '/A gs /B gs',
    resources: '<< /ExtGState << /A << /TR /Identity /OP true >> /B << /TR 10 0 R >> >> >>',
    objects: ['<< /FunctionType 2 /Domain [0 1] /N 2 >>'],
  });
  const { resources } = copyDrawing(await openDrawing(file));
  expect(resources.replaceAll('\0', '§')).toContain('/A << /OP true >> /B << /TR §0§ >>');
});
