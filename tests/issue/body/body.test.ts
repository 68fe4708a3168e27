import { describe, expect, it } from 'vitest';
import { Collector } from '../../../src/diagnostics/collector.js';
import { readBody } from '../../../src/issue/body/body.js';
import { saidIn } from '../../../src/issue/body/said.js';
import type { Block, InlineRun } from '../../../src/issue/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';

const read = async (text: string, offset = 0): Promise<{ blocks: readonly Block[]; report: Collector }> => {
  const report = new Collector();
  return { blocks: await readBody('a.md', text, offset, { report, fullWidth: true }), report };
};
const shownRun = ({ text, strong, emphasis, spare }: InlineRun): string => {
  const own = strong ? `*${text}*` : emphasis ? `/${text}/` : text;
  return spare === undefined ? own : `~${spare}:${own}~`;
};
/** Blocks as short as they can be read: *strong*, /emphasis/, and ~n:passages that may be left out~ from n on. */
const shown = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map(shownRun).join('') : `## ${saidIn(block)}`));

describe('bodies', () => {
  it('are paragraphs, crossheads and emphasis', async () => {
    const { blocks, report } = await read('**本报讯** 记者。\n\n## 小标题\n\n**——抢抓“机遇”。**后文*楷体*，完。\n');
    expect(shown(blocks)).toEqual(['*本报讯* 记者。', '## 小标题', '*——抢抓“机遇”。*后文/楷体/，完。']);
    expect(report.diagnostics).toEqual([]);
  });

  it.each([
    ['甲。~~乙**丙**。~~丁。', ['甲。~102:乙~~102:*丙*~~102:。~丁。']],
    ['~~甲。~~\n\n~~“乙。”~~', ['~100:甲。~', '~108:“乙。”~']],
    // By Markdown's packages: emphasis in stars, marks across lines.
    ['甲*乙*~~丙\n丁。~~', ['甲/乙/~104:丙丁。~']],
    ['**甲~~乙~~**', ['*甲*~103:*乙*~']],
    ['3~5天', ['3～5天']],
  ])('have passages that may be left out: %j', async (text, wanted) => {
    const { blocks, report } = await read(text, 100);
    expect(shown(blocks)).toEqual(wanted);
    expect(report.diagnostics).toEqual([]);
  });

  it('keep their places in the file', async () => {
    const text = '甲。\n\n乙**丙**丁\n';
    const [, second] = (await read(text, 100)).blocks;
    expect(second).toMatchObject({
      span: { start: 104, end: 111 },
      runs: [
        { text: '乙', span: { start: 104, end: 105 } },
        { text: '丙', strong: true },
        { text: '丁', span: { start: 110, end: 111 } },
      ],
    });
  });

  it.each([
    ['甲。\n乙。\n丙。', 1],
    ['甲“乙！”\r\n丙', 3],
    ['　　甲\n　　乙', 3],
    ['甲。~~乙。~~\n丙。', 5],
    ['**甲。**\n乙。', 3],
    ['“**甲。**” \n乙。', 4],
    ['~~甲**乙**\n丙。~~', null],
    ['甲乙\n丙丁。\n\n戊。', null],
    ['one line,\nand another', null],
  ])('tell where lines that look like paragraphs make one: %j', async (text, at) => {
    const { diagnostics } = (await read(text)).report;
    heldInChinese(diagnostics);
    expect(diagnostics.map(({ code, span }) => [code, span!.start])).toEqual(
      at === null ? [] : [['paragraphs-joined', at]],
    );
  });

  it.each([
    ['线路\t起点\n1路\t汽车站\n2路\t学校', [0, 5], '| 线路 | 起点 |'],
    ['班次：\r\n　　线路\t首班\t末班\r\n　　1路\t6:30\t19:00', [7, 15], '| 线路 | 首班 | 末班 |'],
    ['甲\t乙\n丙', null, ''],
    ['\t甲\n\t乙', null, ''],
    ['甲\t乙\n\n丙\t丁', null, ''],
  ])('tell of a table that was pasted with tabs: %j', async (text, at, head) => {
    const { diagnostics } = (await read(text)).report;
    heldInChinese(diagnostics);
    expect(diagnostics.map(({ span }) => [span!.start, span!.end])).toEqual(at === null ? [] : [at]);
    if (at !== null) expect(diagnostics[0]!.hint).toContain(`first \`${head}\`, then \`| --- |`);
  });

  it.each([
    ['##挖多深', 2],
    ['＃＃ 挖多深', 2],
    ['#挖多深\n\n正文', 1],
    ['\\##挖多深', null],
    ['#话题#是这样写的', null],
    ['挖##多深', null],
  ])('refuse number signs that make no crosshead: %j', async (text, length) => {
    const { diagnostics } = (await read(text)).report;
    heldInChinese(diagnostics);
    expect(diagnostics.map(({ code, span }) => [code, span!.end])).toEqual(
      length === null ? [] : [['markdown-unknown', length]],
    );
  });

  it.each(['甲。\n\n<!-- 待核 -->', '甲。<!-- 待核 -->'])('say of a note where it does not print: %j', async (text) => {
    const { diagnostics } = (await read(text)).report;
    heldInChinese(diagnostics);
    expect(diagnostics).toMatchObject([
      { code: 'markdown-unknown', message: 'a note cannot stand in a story', hint: expect.stringMatching(/after a #/) },
    ]);
  });

  it.each([
    ['新桥通车.两岸相连。', 4],
    ['**新桥**通车.', 8],
    ['比去年多3.5成，见A.B.的书；第3.0版', null],
  ])('tell of a half-width full stop among Han: %j', async (text, at) => {
    const { blocks, report } = await read(text);
    heldInChinese(report.diagnostics);
    expect(report.diagnostics.map(({ code, span }) => [code, span!.start])).toEqual(
      at === null ? [] : [['stop-half-width', at]],
    );
    expect(shown(blocks).join('').replaceAll('*', '')).toBe(text.replaceAll('*', ''));
  });

  it.each([
    // Each paragraph of a quotation begins with its mark, the last one alone ends with its partner.
    ['他说：“甲。\n\n“乙。\n\n“丙。”', []],
    ['他说：“甲。\n\n乙。”', ['quote-unpaired 3', 'quote-unpaired 10']],
    ['他说：“甲。', ['quote-unpaired 3']],
    ['甲“乙“', ['quote-unpaired 3']],
    ['> “床前，\n> 明月。”', []],
    ['> “床前明月。', ['quote-unpaired 2']],
    // Positions are the file's, across emphasis and rare Han.
    ['𠮷**野家，**，甲。。', ['marks-doubled 6', 'marks-doubled 11']],
    ['甲...乙…丙--丁—。—戊', ['mark-mistyped 1', 'mark-mistyped 5', 'mark-mistyped 7', 'mark-mistyped 12']],
    ['丙•丁，二O二一年，3-5天', ['mark-mistyped 1', 'mark-mistyped 5', 'mark-mistyped 11']],
    ['甲！！！！', ['marks-doubled 1']],
  ])('tell of marks that are none or lack their partners, which stay: %j', async (text, wanted) => {
    const { blocks, report } = await read(text);
    heldInChinese(report.diagnostics);
    expect(report.diagnostics.map(({ code, span }) => `${code} ${span!.start}`)).toEqual(wanted);
    expect(report.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(shown(blocks).join('').replaceAll('*', '')).toBe(text.replace(/\*|\n\n|\n?> /g, ''));
  });

  it('tell of emphasis that is nested without end', async () => {
    const { report } = await read(`甲\n\n${'*'.repeat(3000)}乙${'*'.repeat(3000)}\n`);
    expect(report.diagnostics).toMatchObject([{ code: 'markdown-unknown', span: { start: expect.any(Number) } }]);
    expect(report.diagnostics[0]!.message).toMatch(/^so much emphasis/);
  });

  it('see a mark’s neighbours across emphasis', async () => {
    expect(shown((await read('**导语**,正文"**重点**"完')).blocks)).toEqual(['*导语*，正文“*重点*”完']);
  });

  it('take indents of four spaces for indents', async () => {
    expect(shown((await read('    缩进的段。\n\n　　全角缩进。')).blocks)).toEqual(['缩进的段。', '全角缩进。']);
  });

  it('join lines and read escapes and entities', async () => {
    expect(shown((await read('第一行\n第二行 a\nb\n\n1\\. 甲 \\* &amp; &#x4E00;')).blocks)).toEqual([
      '第一行第二行 a b',
      '1. 甲 * & 一',
    ]);
  });

  it('hold CRLF files', async () => {
    const { blocks } = await read('甲\r\n乙\r\n\r\n## 丙\r\n');
    expect(shown(blocks)).toEqual(['甲乙', '## 丙']);
  });

  it.each(['', '\n\n', '　　\n'])('%j is empty', async (text) => expect((await read(text)).blocks).toEqual([]));
});
