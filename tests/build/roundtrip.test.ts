/** Every character of every manuscript is in the PDFs' text once and in order. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build } from '../../src/build.js';
import type { BuildReport } from '../../src/report/report.js';
import { frontPage } from '../beside.js';
import { type Furniture, readOff } from './issue-text.js';
import { fold, type Manuscript, readManuscript } from './manuscript.js';
import { verbatimIssue } from './verbatim.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-text-'));
afterAll(() => rmSync(root, { recursive: true }));

if (frontPage === null) console.warn('The text of a real front page is not beside the checkout, and is not set.');
const pdftotext = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!pdftotext) console.warn('pdftotext is not installed: what it reads is not checked.');

const DATE = '2021年12月3日';
/** A folio line from left to right, as an even or an odd page has it. */
const STAFF = '责任编辑：编辑部版式：版心';
const folio = (page: number, section: string): Furniture => {
  const place = `第${'一二三四五六七八'[page - 1]}版`;
  const even = page % 2 === 0;
  const [name, facts] = [even ? `${place}${section}` : `${section}${place}`, `${DATE}星期五`];
  return { before: [even ? `${name}${STAFF}${facts}咸宁日报` : `咸宁日报${facts}${STAFF}${name}`] };
};
const front = (pages: number, teaser: string): Furniture => ({
  before: [
    '中共咸宁市委机关报',
    'www.xnnews.com.cn',
    '咸宁日报',
    'XIANNING DAILY',
    '2021年12月',
    '3',
    '星期五',
    '辛丑年十月廿九',
    `${DATE}农历辛丑年十月廿九星期五国内统一刊号：CN42—0039邮发代号：37—25第12867期今日${pages}版`,
    `导读${teaser}（详见第四版）`,
  ],
});

interface Built {
  readonly report: BuildReport;
  readonly folder: string;
  /** Of the articles that the plan places. */
  readonly manuscripts: ReadonlyMap<string, Manuscript>;
}

async function builtFrom(issues: string, out: string): Promise<Built> {
  const fontsFile = 'fonts/fonts.yaml';
  const request = { issue: '12867', issuesDir: issues, layoutsDir: 'layouts', fontsFile, outDir: out };
  const { report } = await build({ ...request, pages: null, now: () => 0 });
  const folder = join(issues, '12867');
  const plan = parse(readFileSync(join(folder, 'issue.yaml'), 'utf8')) as {
    readonly pages: Record<string, { readonly slots: Record<string, unknown> }>;
  };
  const placed = new Set(Object.values(plan.pages).flatMap(({ slots }) => Object.values(slots)));
  const names = readdirSync(join(folder, 'articles')).map((file) => file.replace(/\.md$/, ''));
  const manuscripts = new Map(
    names
      .filter((name) => placed.has(name))
      .map((name) => [name, readManuscript(join(folder, 'articles', `${name}.md`))] as const),
  );
  return { report: report!, folder: join(out, '12867'), manuscripts };
}

const overset = ({ report }: Built): readonly string[] =>
  report.pages.flatMap(({ stories }) => stories.filter(({ overset }) => overset.lines > 0).map(({ id }) => id));

const length = ({ manuscripts }: Built): number =>
  [...manuscripts.values()].reduce((sum, { paragraphs }) => sum + paragraphs.join('').length, 0);

/** No paragraph of these issues runs over more columns. */
const MOST_PIECES = 4;

/** In how many pieces a paragraph comes out: greedily, the longest that stands in any of the texts. */
function piecesOf(paragraph: string, texts: readonly string[]): number {
  let pieces = 0;
  for (let at = 0; at < paragraph.length; pieces++) {
    let end = at + 1;
    while (end <= paragraph.length && texts.some((text) => text.includes(paragraph.slice(at, end)))) end++;
    if (end === at + 1) return Infinity;
    at = end - 1;
  }
  return pieces;
}

/**
 * Paragraphs that plain `pdftotext` tears apart. It orders what it reads by where it stands, so a paragraph that
 * goes on at the head of another column comes in pieces, one a column; more mean that columns ran together.
 */
const tornByPdftotext = ({ report, folder, manuscripts }: Built): readonly string[] => {
  const texts = report.pages.map(({ file }) =>
    fold(execFileSync('pdftotext', [join(folder, file), '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 })),
  );
  return [...manuscripts].flatMap(([id, { paragraphs, tables }]) =>
    // A table's cells it reads in an order of its own.
    paragraphs
      .filter((text) => !tables.includes(text))
      .flatMap((text) => {
        const pieces = piecesOf(text, texts);
        return pieces > MOST_PIECES ? [`${id}, in ${pieces}: ${text}`] : [];
      }),
  );
};

describe('the sample issue', () => {
  let built: Built;
  beforeAll(async () => {
    built = await builtFrom('issues', join(root, 'sample'));
  });

  it('is read back from its PDFs whole, once and in order', async () => {
    expect(overset(built)).toEqual([]);
    const read = await readOff(built.report, built.folder, built.manuscripts, {
      1: front(8, '自助车管所，“智”在哪？'),
      2: folio(2, '文史'),
      3: folio(3, '科普'),
      4: folio(4, '服务'),
      5: folio(5, '影像'),
      6: folio(6, '茶路'),
      7: folio(7, '茶路'),
      8: {
        ...folio(8, '综合'),
        after: [
          '咸宁日报国内统一刊号：CN42—0039邮发代号：37—25版心（Banxin）排版样报样报不作新闻发布，不作销售www.xnnews.com.cn',
        ],
      },
    });
    expect(read).toBeGreaterThan(length(built));
  });

  it.skipIf(!pdftotext)('comes out of pdftotext with no columns run together', () => {
    expect(tornByPdftotext(built)).toEqual([]);
  });
});

describe.skipIf(frontPage === null)('the words of the real front page', () => {
  let built: Built;
  beforeAll(async () => {
    verbatimIssue(frontPage!, join(root, 'issues'));
    built = await builtFrom(join(root, 'issues'), join(root, 'verbatim'));
  });

  it('are read back from their PDFs whole, once and in order', async () => {
    expect(overset(built)).toEqual([]);
    expect(length(built)).toBeGreaterThan(5000);
    const read = await readOff(built.report, built.folder, built.manuscripts, {
      1: front(2, '自助车管所，“智”在哪？'),
      4: folio(4, '服务'),
    });
    expect(read).toBeGreaterThan(length(built));
  });

  it.skipIf(!pdftotext)('come out of pdftotext with no columns run together', () => {
    expect(tornByPdftotext(built)).toEqual([]);
  });
});
