import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector } from '../../../src/diagnostics/collector.js';
import { readBody } from '../../../src/issue/body/body.js';
import { FORM, LONGEST_LINK, squaresOf } from '../../../src/issue/body/qr.js';
import { saidIn } from '../../../src/issue/body/said.js';
import type { Block } from '../../../src/issue/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';
import { readSquares } from '../../read-qr.js';

const read = async (text: string): Promise<{ blocks: readonly Block[]; told: readonly string[] }> => {
  const report = new Collector();
  const blocks = await readBody('a.md', text, 100, { report, fullWidth: true });
  const told = heldInChinese(report.diagnostics).map(
    ({ code, message, span }) => `${code} ${text.slice(span!.start - 100, span!.end - 100)}: ${message}`,
  );
  return { blocks, told };
};

describe('a QR code', () => {
  it('is a picture of a web address, alone in its paragraph, with words or without', async () => {
    const { blocks, told } = await read(
      '甲。\n\n![扫码看"视频"](https://news.example/a?b=1&c=2)\n\n乙。\n\n![](http://例子.example/路)\n',
    );
    expect(told).toEqual([]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'qr', 'paragraph', 'qr']);
    expect(blocks.map(saidIn)).toEqual(['甲。', '扫码看“视频”', '乙。', '']);
    const links = blocks.flatMap((block) => (block.kind === 'qr' ? [block.link] : []));
    expect(links).toEqual(['https://news.example/a?b=1&c=2', 'http://xn--fsqu00a.example/%E8%B7%AF']);
  });

  it('is told of where it is none', async () => {
    const { blocks, told } = await read(
      '看![这里](https://a.example)。\n\n![图](photos/a.jpg)\n\n![网址里 有空格](https://a.example/b c)\n\n![全角](https：//a.example)\n',
    );
    expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
    expect(told).toEqual([
      'markdown-unknown ![这里](https://a.example): a QR code among other text cannot stand in a story',
      'markdown-unknown ![图](photos/a.jpg): a picture cannot stand in a story',
      'markdown-unknown ![全角](https：//a.example): a picture cannot stand in a story',
      'markdown-stars ![: ![ stands here as text',
    ]);
  });

  it('stands in no quotation, crosshead or table, and it is told that it is a paragraph of its own', async () => {
    const code = '![看](https://a.example)';
    const { told } = await read(`> ${code}\n\n## ${code}\n\n| 甲 | 乙 |\n| --- | --- |\n| ${code} | 丙 |\n`);
    expect(told).toEqual(
      ['quotation', 'crosshead', 'table'].map(
        (holder) => `markdown-unknown ${code}: a QR code cannot stand in a ${holder}`,
      ),
    );
  });

  it('is not printed of a link whose squares would be too small, one character too long', async () => {
    const linkOf = (length: number): string => 'https://a.example/'.padEnd(length, 'a');
    expect((await read(`![](${linkOf(LONGEST_LINK)})`)).told).toEqual([]);
    expect((await read(`![](${linkOf(LONGEST_LINK + 1)})`)).told).toEqual([
      expect.stringMatching(/^qr-link .*: a link of 214 characters makes a QR code too dense for newsprint$/),
    ]);
    expect(await squaresOf(linkOf(LONGEST_LINK))).toHaveLength(57);
  });

  it('is read by another program, whatever the link', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webUrl({ withQueryParameters: true }), async (url) => {
        const { href } = new URL(url);
        fc.pre(href.length <= LONGEST_LINK);
        const rows = await squaresOf(href);
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows.length]));
        expect(readSquares(rows)).toBe(href);
        // As it was kept.
        expect(await squaresOf(href)).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });

  it('is kept by the package that made it', () => {
    const { version } = JSON.parse(readFileSync('node_modules/qr/package.json', 'utf8')) as { version: string };
    expect(FORM).toContain(`qr ${version},`);
  });
});
