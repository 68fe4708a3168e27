import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector } from '../../../src/diagnostics/collector.js';
import { readBody } from '../../../src/issue/body/body.js';
import { saidIn } from '../../../src/issue/body/said.js';
import type { Block } from '../../../src/issue/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';

const read = async (text: string, offset = 0): Promise<{ blocks: readonly Block[]; report: Collector }> => {
  const report = new Collector();
  const blocks = await readBody('a.md', text, offset, { report, fullWidth: true });
  heldInChinese(report.diagnostics);
  return { blocks, report };
};

/** Blocks in a line each: `诗` verse, `引` running text, `署` whose words they are, with quotation and paragraph. */
const shown = async (text: string): Promise<string[]> => {
  const { blocks, report } = await read(text);
  expect(report.diagnostics).toEqual([]);
  const numbers: number[] = [];
  return blocks.map((block) => {
    const quoted = block.kind === 'paragraph' ? block.quoted : undefined;
    if (quoted === undefined) return saidIn(block);
    if (!numbers.includes(quoted.quotation)) numbers.push(quoted.quotation);
    const set = { verse: '诗', prose: '引', source: '署' }[quoted.set];
    return `${set}${numbers.indexOf(quoted.quotation)}.${quoted.paragraph} ${saidIn(block)}`;
  });
};

describe('quotations', () => {
  it('are running text where a paragraph has one line, verse where it has several', async () => {
    expect(await shown('甲。\n\n> 先忧。\n>\n> 后乐。\n\n乙。\n\n> 床前，\n> 地上。\n>\n> 举头，\n> 低头。\n')).toEqual(
      ['甲。', '引0.0 先忧。', '引0.1 后乐。', '乙。', '诗1.0 床前，', '诗1.0 地上。', '诗1.1 举头，', '诗1.1 低头。'],
    );
  });

  it('go on over an empty line without its >, and end where it is said whose words they are', async () => {
    expect(await shown('> 一\n> 二\n\n> 三\n> 四\n\n> ——某人\n\n> 先忧。\n> ——《记》\n\n> 五\n> 六')).toEqual([
      '诗0.0 一',
      '诗0.0 二',
      '诗0.1 三',
      '诗0.1 四',
      '署0.2 ——某人',
      '引1.0 先忧。',
      '署1.0 ——《记》',
      '诗2.0 五',
      '诗2.0 六',
    ]);
  });

  it.each([
    // Nothing stands before it, or something after.
    ['> ——是谁？', ['引0.0 ——是谁？']],
    ['> ——是谁？\n> 是我。', ['诗0.0 ——是谁？', '诗0.0 是我。']],
    ['> 甲\n> **——乙**', ['引0.0 甲', '署0.0 ——乙']],
  ])('have a last line that says whose they are: %j', async (text, lines) => {
    expect(await shown(text)).toEqual(lines);
  });

  it('keep lines that end as Markdown breaks them, in CRLF files, and without what indents them', async () => {
    expect(await shown('> 一  \n> 二\\\n>三\r\n>    四\r\n> 　　五 ')).toEqual(
      ['一', '二', '三', '四', '五'].map((line) => `诗0.0 ${line}`),
    );
  });

  it('keep emphasis over lines, and the places of all of it in the file', async () => {
    const text = '> 床前*明月光，\n> 疑是*地**上**霜。\n';
    const { blocks } = await read(text, 100);
    const runs = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
    expect(runs.map(({ text: own, strong, emphasis }) => [own, strong, emphasis])).toEqual([
      ['床前', false, false],
      ['明月光，', false, true],
      ['疑是', false, true],
      ['地', false, false],
      ['上', true, false],
      ['霜。', false, false],
    ]);
    for (const { text: own, span } of runs) expect(text.slice(span.start - 100, span.end - 100)).toBe(own);
    expect(blocks.map(({ span }) => text.slice(span.start - 100, span.end - 100))).toEqual([
      '床前*明月光，',
      '疑是*地**上**霜。',
    ]);
  });

  it.each([
    ['> 甲\n乙', 4],
    ['> 甲\n> > 乙', 6],
    ['> ## 甲', 2],
    ['> 甲\n> ---', 2],
    ['> - 甲', 2],
    ['> 甲|乙\n> -|-', 2],
    ['＞ 甲', 0],
  ])('are refused what they cannot carry: %j', async (text, at) => {
    const { diagnostics } = (await read(text)).report;
    expect(diagnostics.map(({ code, span }) => [code, span!.start])).toEqual([['markdown-unknown', at]]);
  });

  it('lose no line and add none, whatever is written in them', () => {
    const line = array(constantFrom('甲', '乙，', '丙。', '甲**丁**乙', '丙*戊*己', 'ab'), {
      minLength: 1,
      maxLength: 5,
    });
    const paragraphs = array(array(line, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
    return assert(
      asyncProperty(paragraphs, constantFrom('\n>\n', '\n\n', '\n> \n'), async (written, parting) => {
        const text = written.map((lines) => lines.map((own) => `> ${own.join('')}`).join('\n')).join(parting);
        const { blocks } = await read(text);
        expect(blocks.map(saidIn).join('')).toBe(text.replace(/[>*\s]/g, ''));
        expect(blocks.length).toBe(written.flat().length);
        const sets = blocks.map((block) => (block.kind === 'paragraph' ? block.quoted!.set : null));
        expect(sets).toEqual(written.flatMap((lines) => lines.map(() => (lines.length > 1 ? 'verse' : 'prose'))));
      }),
    );
  });
});
