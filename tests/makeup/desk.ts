/** Pages of a few lines of YAML and generated copy, set with the sample paper's grid and styles. */
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { saidIn } from '../../src/issue/body/said.js';
import type { Article, Block, PagePlan, Picture, Placement, QrCode, Quoted, TableCell } from '../../src/issue/types.js';
import { type Piece, readPieces } from '../../src/makeup/faults/read.js';
import { makeUpIssue } from '../../src/makeup/issue.js';
import type { MadePage } from '../../src/makeup/page.js';
import type { Desk } from '../../src/makeup/types.js';
import { BODY_PARTS } from '../../src/page/types.js';
import { loadLayouts } from '../../src/template/load.js';
import { readTemplate } from '../../src/template/template.js';
import type { Template } from '../../src/template/types.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';

export const fonts = (await loadFonts(DEFAULT_FONTS)).value!;
export const layouts = (await loadLayouts('layouts', 'xianning-daily', fonts.roles)).value!;
const span = { file: 'test', start: 0, end: 0 };

const SENTENCES = [
  '新桥横跨淦河，两岸居民步行过桥只要三分钟，自行车道和步道分开设置。',
  '施工队伍连续奋战了十个月，比原定工期提前了两个星期完成全部工程。',
  '桥上安装了一百二十盏节能路灯，天黑以后自动亮起，照亮回家的路。',
  '附近学校的学生说，以后上学再也不用绕行两公里，早上可以多睡一会儿。',
  '有关部门提醒市民，通车初期车流较大，请按照标志减速慢行，注意安全。',
];

export const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  runs: [{ text, strong: false, emphasis: false, span }],
  span,
});
/** A quotation: each paragraph as its lines, of several a stanza; a line that begins with —— says whose words they are. */
export const quotation = (number: number, ...paragraphs: readonly (readonly string[])[]): Block[] =>
  paragraphs.flatMap((lines, index) => {
    const isSource = (text: string): boolean => text.startsWith('——');
    const own = lines.filter((text) => !isSource(text)).length > 1 ? 'verse' : 'prose';
    return lines.map((text): Block => {
      const quoted: Quoted = { quotation: number, paragraph: index, set: isSource(text) ? 'source' : own };
      return { kind: 'paragraph', runs: [{ text, strong: false, emphasis: false, span }], quoted, span };
    });
  });
/** A table: its head, then its rows; columns are aligned as they say. */
export const table = (
  number: number,
  rows: readonly (readonly string[])[],
  aligns: readonly TableCell['align'][] = [],
): Block[] =>
  rows.map((cells, index) => ({
    kind: 'row',
    table: number,
    isHead: index === 0,
    cells: cells.map((text, column) => ({
      runs: text === '' ? [] : [{ text, strong: false, emphasis: false, span }],
      align: aligns[column] ?? null,
    })),
    span,
  }));
/** A QR code: `size` rows of squares, the first of them dark, and its words. */
export const qr = (words: string, size = 25): QrCode => ({
  kind: 'qr',
  link: 'https://news.example/',
  squares: Array.from({ length: size }, (_, row) => (row === 0 ? '1' : '01').repeat(size).slice(0, size)),
  words: words === '' ? [] : [{ text: words, strong: false, emphasis: false, span }],
  span,
});
export const crosshead = (text: string): Block => ({ kind: 'crosshead', text, span });

/** A body of so many paragraphs of two or three sentences. */
export const body = (paragraphs: number, first = 0): Block[] =>
  Array.from({ length: paragraphs }, (_, index) => {
    const at = first + index;
    const count = 2 + (at % 2);
    return paragraph(Array.from({ length: count }, (_, k) => SENTENCES[(at * 2 + k) % SENTENCES.length]!).join(''));
  });

export const picture = (width: number, height: number, more: Partial<Picture> = {}): Picture => ({
  file: 'photos/x.jpg',
  title: null,
  caption: '桥上的人。',
  credit: '某人 摄',
  alt: '桥',
  focus: { x: 0.5, y: 0.5 },
  whole: false,
  width,
  height,
  content: 'a bridge',
  span,
  ...more,
});

export const article = (id: string, more: Partial<Article> = {}): Article => ({
  id,
  kicker: null,
  headline: '新桥通车 两岸相连',
  deck: null,
  byline: null,
  standfirst: null,
  short: null,
  names: [],
  pictures: [],
  body: body(4),
  fields: { kicker: span, headline: span, deck: span, byline: span, standfirst: span, short: span },
  span,
  ...more,
});

export const template = (name: string, tree: string, head = 'kind: test'): Template => {
  const read = readTemplate(name, `${name}.yaml`, `${head}\ntree:\n${tree}\n`, layouts.paper, layouts.styles);
  if (read.value === null) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  return read.value;
};

/** What stands in a slot: an article's name, or `+name` for its continuation. */
export const plan = (
  numbers: readonly number[],
  layouts: readonly string[],
  slots: Record<string, string>,
): PagePlan => ({
  numbers,
  section: null,
  staff: [],
  layouts,
  black: false,
  beginsOn: new Map(),
  slots: new Map(
    Object.entries(slots).map(([slot, name]): [string, Placement] => [
      slot,
      name.startsWith('+')
        ? { kind: 'continuation', article: name.slice(1), span }
        : { kind: 'article', article: name, span },
    ]),
  ),
  span,
});

export const deskOf = (
  templates: readonly Template[],
  articles: readonly Article[],
  pages: readonly PagePlan[],
): Desk => ({
  fonts,
  layouts: { ...layouts, templates },
  issue: {
    number: 1,
    paper: 'xianning-daily',
    date: { year: 2021, month: 12, day: 3 },
    nameplate: null,
    parts: [],
    pages,
    articles: new Map(articles.map((one) => [one.id, one])),
  },
});

/** All pages of a desk made up; what is told of them can be told in Chinese. */
export const make = (desk: Desk): readonly MadePage[] => {
  const made = makeUpIssue(desk, () => true);
  for (const { diagnostics } of made) heldInChinese(diagnostics);
  return made;
};

/** One page with one template, made up. */
export const makeOne = (tree: string, articles: Record<string, Article>): MadePage => {
  const slots = Object.fromEntries(Object.entries(articles).map(([slot, { id }]) => [slot, id]));
  return make(deskOf([template('one', tree)], Object.values(articles), [plan([1], ['one'], slots)]))[0]!;
};

export const piecesOf = (made: MadePage): readonly Piece[] => made.pages.flatMap(({ frame }) => readPieces(frame));
export const pieceIn = (made: MadePage, slot: string): Piece => piecesOf(made).find((piece) => piece.slot === slot)!;
/** A slot's running text as printed, in order. */
export const textIn = (made: MadePage, slot: string): string =>
  pieceIn(made, slot)
    .texts.filter(({ part }) => BODY_PARTS.includes(part))
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('');
export const textOf = ({ body }: Article): string => body.map(saidIn).join('');

/** A story in one column, `only`, in which something is tried, and a long one beside it. */
export const ONE_COLUMN =
  '  columns:\n    - story: only\n      style: third-song\n      width: 1\n    - story: other\n      style: third-song\n      width: 5';
export const other = article('other', { body: body(80) });
/** A page with these blocks as the story of one column. */
export const inOneColumn = (blocks: readonly Block[]): MadePage =>
  makeOne(ONE_COLUMN, { only: article('only', { body: blocks }), other });
/** A story of one column that begins on a page and ends on the next. */
export const jumping = (only: Article): readonly [front: MadePage, later: MadePage] => {
  const pages = [
    plan([1], ['page'], { only: only.id, other: 'other' }),
    plan([2], ['page'], { only: `+${only.id}`, other: 'last' }),
  ];
  const last = article('last', { body: body(80) });
  const [front, later] = make(deskOf([template('page', ONE_COLUMN)], [only, other, last], pages));
  return [front!, later!];
};
