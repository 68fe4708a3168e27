import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector } from '../../../src/diagnostics/collector.js';
import { readBody } from '../../../src/issue/body/body.js';
import { saidIn } from '../../../src/issue/body/said.js';
import type { Block, TableRow } from '../../../src/issue/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';

const read = async (text: string, offset = 0): Promise<{ blocks: readonly Block[]; report: Collector }> => {
  const report = new Collector();
  const blocks = await readBody('a.md', text, offset, { report, fullWidth: true });
  heldInChinese(report.diagnostics);
  return { blocks, report };
};
const rowsOf = (blocks: readonly Block[]): readonly TableRow[] =>
  blocks.flatMap((block) => (block.kind === 'row' ? [block] : []));
/** Rows as short as they can be read: `*strong*`, `/emphasis/`, cells parted by bars, `!` before a head. */
const shown = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) => {
    if (block.kind !== 'row') return saidIn(block);
    const cells = block.cells.map(({ runs }) =>
      runs.map(({ text, strong, emphasis }) => (strong ? `*${text}*` : emphasis ? `/${text}/` : text)).join(''),
    );
    return `${block.isHead ? '!' : ''}${cells.join('|')}`;
  });

describe('tables', () => {
  it('are rows of cells, aligned by colons', async () => {
    const { blocks, report } = await read(
      '甲。\n\n| 茶类 | 发酵 | 代表 |\n| :-- | :---: | ---: |\n| 绿茶 | **不**发酵 | *龙井* |\n| 红茶 |  | 祁红 |\n\n乙。\n',
    );
    expect(report.diagnostics).toEqual([]);
    expect(shown(blocks)).toEqual(['甲。', '!茶类|发酵|代表', '绿茶|*不*发酵|/龙井/', '红茶||祁红', '乙。']);
    for (const { cells } of rowsOf(blocks)) expect(cells.map(({ align }) => align)).toEqual(['start', 'center', 'end']);
  });

  it.each([
    ['甲 | 乙\n--- | ---\n丙 | 丁', ['!甲|乙', '丙|丁']],
    ['|甲|乙|\r\n|-|-|\r\n|丙|丁|\r\n', ['!甲|乙', '丙|丁']],
    ['  | 甲 | 乙 |\n  | - | -\n  | 丙 | 丁', ['!甲|乙', '丙|丁']],
    ['| 甲 | 乙 |\n|---|---|\n| a\\|b | c\\\\ |', ['!甲|乙', 'a|b|c\\']],
    ['| # 甲 | - 乙 |\n|---|---|\n| 1. 丙 | > 丁 |', ['!# 甲|- 乙', '1. 丙|> 丁']],
  ])('may be written in other ways: %j', async (text, rows) => {
    const { blocks, report } = await read(text);
    expect(report.diagnostics).toEqual([]);
    expect(shown(blocks)).toEqual(rows);
  });

  it('are cleaned cell by cell, and know the places of all of it in the file', async () => {
    const text = '| 甲 | 乙 |\n| --- | --- |\n| 桥长,"三百米" | 见**新\u200b桥** |\n';
    const { blocks, report } = await read(text, 50);
    expect(shown(blocks)).toEqual(['!甲|乙', '桥长，“三百米”|见*新桥*']);
    expect(report.diagnostics.map(({ code, span }) => [code, text.slice(span!.start - 50, span!.end - 50)])).toEqual([
      ['text-control', '\u200b'],
    ]);
    const [, row] = rowsOf(blocks);
    const runs = row!.cells.flatMap((cell) => cell.runs);
    expect(runs.map(({ span }) => text.slice(span.start - 50, span.end - 50))).toEqual([
      '桥长,"三百米"',
      '见',
      '新\u200b桥',
    ]);
    expect(text.slice(row!.span.start - 50, row!.span.end - 50)).toBe('| 桥长,"三百米" | 见**新\u200b桥** |');
  });

  it.each([
    ['｜甲｜乙｜\n｜---｜---｜\n｜丙｜丁｜', 6],
    ['甲｜乙\n——｜——\n丙｜丁', 4],
    ['｜甲｜乙｜\n｜丙｜丁｜', 0],
    ['|甲|乙|', 0],
  ])('are told of where they are typed otherwise: %j', async (text, at) => {
    const { blocks, report } = await read(text);
    expect(blocks).toEqual([]);
    expect(report.diagnostics.map(({ code, span }) => [code, span!.start])).toEqual([['table-form', at]]);
  });

  it('are none where a bar is an ornament, or stands for itself', async () => {
    const { blocks, report } = await read('｜相关链接｜\n\n甲 | 乙\n\n\\|甲\\|');
    expect(report.diagnostics).toEqual([]);
    expect(shown(blocks)).toEqual(['｜相关链接｜', '甲 | 乙', '|甲|']);
  });

  it('have numbers of their own', async () => {
    const one = '| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 |\n';
    const { blocks } = await read(`${one}\n${one}\n文。\n\n${one}`);
    expect(new Set(rowsOf(blocks).map(({ table }) => table)).size).toBe(3);
  });

  it('give every cell back, whatever is written in them', () => {
    const words = constantFrom('甲', '乙，', '丙 丁', 'ab', '1,234.5', '**戊**', '*己*', '');
    return assert(
      asyncProperty(
        integer({ min: 2, max: 6 }),
        array(array(words, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 6 }),
        async (columns, all) => {
          const rows = all.map((cells) => cells.slice(0, columns));
          const [head, ...rest] = rows.map((cells) => `| ${cells.join(' | ')} |`);
          const { blocks, report } = await read([head, `|${' - |'.repeat(columns)}`, ...rest].join('\n'));
          expect(report.diagnostics).toEqual([]);
          expect(
            rowsOf(blocks).map((row) => row.cells.map(({ runs }) => runs.map(({ text }) => text).join(''))),
          ).toEqual(rows.map((cells) => cells.map((cell) => cell.replaceAll('*', ''))));
        },
      ),
    );
  });
});
