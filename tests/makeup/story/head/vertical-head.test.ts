import { describe, expect, it } from 'vitest';
import { around } from '../../../../src/makeup/faults/read.js';
import { pageGrid } from '../../../../src/makeup/solve/grid.js';
import { columnChoices } from '../../../../src/makeup/story/columns.js';
import { headCopy } from '../../../../src/makeup/story/head/head-copy.js';
import { headsFor } from '../../../../src/makeup/story/head/heads.js';
import { likedWidths } from '../../../../src/makeup/story/head/vertical-head.js';
import { uprightSettings } from '../../../../src/makeup/story/head/vertical-headline.js';
import { plainParagraph } from '../../../../src/makeup/text.js';
import type { Setting } from '../../../../src/makeup/types.js';
import { NO_MEMORY } from '../../../../src/memory/memory.js';
import type { Frame, Glyphs } from '../../../../src/page/types.js';
import type { StoryNode } from '../../../../src/template/types.js';
import { prepareVertical } from '../../../../src/typeset/index.js';
import { article, body, deskOf, fonts, layouts, make, makeOne, picture, pieceIn, plan, template } from '../../desk.js';

/** The lines of a part of a vertical head that is so many lines of the page high, the rightmost first. */
const uprightLines = (part: 'kicker' | 'deck', text: string, height: number): readonly string[] => {
  const tree = `  rows:\n    - story: only\n      style: second\n      headline: left\n      height: ${height}\n    - story: side\n      style: third-hei\n`;
  const made = makeOne(tree, {
    only: article('only', { headline: '新桥通车', [part]: text, body: body(11) }),
    side: article('side', { body: body(62) }),
  });
  return pieceIn(made, 'only')
    .texts.filter((each) => each.part === part)
    .flatMap(({ lines }) => lines.map((line) => line.text));
};

describe.each(['kicker', 'deck'] as const)('the %s of a vertical head', (part) => {
  it('is broken at typed spaces, between words and into even lines', () => {
    expect(uprightLines(part, '2024年评选结果揭晓 桂花票位居第一', 15)).toEqual([
      '2024年评选结果揭晓',
      '桂花票位居第一',
    ]);
    expect(uprightLines(part, '杨军在市“十四五”重点基础设施项目专题会议上要求', 20)).toEqual([
      '杨军在市“十四五”重点基础',
      '设施项目专题会议上要求',
    ]);
  });

  it('has as few lines as its room allows', () => {
    const text = '自行车道和步道分开设置，两岸居民步行过桥只要三分钟';
    const counts = [14, 20, 30, 40].map((height) => uprightLines(part, text, height).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBe(1);
  });

  it('runs on as text where it is too long for four lines, and is never short of a character', () => {
    for (const times of [1, 3, 8]) {
      const text = '自行车道和步道分开'.repeat(times);
      const lines = uprightLines(part, text, 20);
      expect(lines.join('')).toBe(text);
      expect(lines.length > 4).toBe(times > 3);
    }
  });
});

describe.each(['left', 'right'] as const)('the column of a vertical head at the %s', (side) => {
  const em = layouts.paper.grid.bodySize;
  const made = (more: string) => {
    const tree = `  rows:\n    - story: only\n      style: third-hei\n      headline: ${side}\n${more}    - story: under\n      style: second\n      divide: 3..6\n`;
    return makeOne(tree, {
      only: article('only', { headline: '新桥通车以后', pictures: [picture(600, 400)], body: body(26) }),
      under: article('under', { body: body(58) }),
    });
  };
  const headIn = (piece: ReturnType<typeof pieceIn>) =>
    around(piece.texts.filter(({ part }) => part === 'headline').flatMap(({ lines }) => lines.map(({ box }) => box)))!;

  it.each([
    ['in base columns', ''],
    ['re-divided', '      divide: 4..5\n'],
    ['framed', '      divide: 5..6\n      box: rule\n'],
    ['with a picture', '      divide: 5..6\n      picture: { at: foot-left, columns: 1..2, lines: 10..20 }\n'],
  ])('leaves the text what it does not need (%s)', (_, more) => {
    const piece = pieceIn(made(more), 'only');
    const head = headIn(piece);
    const lines = piece.texts.filter(({ part }) => part === 'paragraph').flatMap((paragraph) => paragraph.lines);
    const text = {
      left: Math.min(...lines.map(({ start }) => start)),
      right: Math.max(...lines.map(({ box }) => box.right)),
    };
    const [near, far] =
      side === 'left'
        ? [text.left - head.right, head.left - piece.box.left]
        : [head.left - text.right, piece.box.right - head.right];
    // No white at its sides that would hold a column of text, and none that it would touch.
    for (const white of [near, far]) {
      expect(white).toBeGreaterThan(em / 3);
      expect(white).toBeLessThan(5.5 * em);
    }
  });

  it('has no picture in it', () => {
    const piece = pieceIn(made('      picture: { at: foot-left, columns: 2, lines: 10..20 }\n'), 'only');
    const head = headIn(piece);
    expect(piece.pictures).toHaveLength(1);
    for (const { left, right } of piece.pictures)
      expect(side === 'left' ? left - head.right : head.left - right).toBeGreaterThan(em);
  });
});

describe('a vertical head in columns that may be re-divided', () => {
  const grid = pageGrid(layouts.paper.grid);
  const style = layouts.styles.stories.get('third-song')!;
  /** For the measures that the text may have beside it, what the head in its column and the columns cost. */
  const costs = (headline: string, height: number): ReadonlyMap<number, number> => {
    const { tree } = template('one', '  story: only\n  style: third-song\n  headline: right\n  divide: 2');
    const only = article('only', { headline });
    const setting: Setting = { desk: deskOf([], [], []), grid, memory: NO_MEMORY };
    const copy = headCopy(only, false, style, setting);
    const heads = headsFor(tree as StoryNode, copy);
    const choices = columnChoices(tree as StoryNode, { from: 0, width: 2 }, grid, likedWidths(copy));
    return new Map(
      choices.map((columns) => [
        columns.measure,
        columns.cost + Math.min(...heads(columns)(height).map((h) => h.cost)),
      ]),
    );
  };

  it('had better stand in a narrow column, its text in columns half again as wide as the paper’s', () => {
    const [wide, ...narrow] = [...costs('夜班公交延长一小时', 20).values()];
    expect(narrow.length).toBeGreaterThan(0);
    expect(Math.min(...narrow)).toBeLessThan(wide!);
  });
});

describe('a vertical headline', () => {
  /** Its lines in a column that is 84 pt wide and has so much room. */
  const linesIn = (text: string, room: number): readonly string[] => {
    const { headline, body: own } = layouts.styles.stories.get('third-song')!;
    const prepared = prepareVertical(plainParagraph(text, own), fonts);
    return uprightSettings(prepared, headline, [])({ room, width: 84, taken: 0 }).lines;
  };

  it('is parted where a phrase ends to fill its column, and not between words that one line holds', () => {
    expect(linesIn('退税九百万 当天到账', 200)).toEqual(['退税九百万', '当天到账']);
    expect(linesIn('从一首旧诗说起', 420)).toEqual(['从一首旧诗说起']);
  });
  it('is one line that fills its column, though two might be larger by a point', () => {
    expect(linesIn('新桥通车 两岸相连', 230)).toEqual(['新桥通车 两岸相连']);
  });
});

describe('a vertical head', () => {
  const tree =
    '  rows:\n    - story: only\n      style: second\n      headline: left\n      height: 40\n    - story: side\n      style: third-hei';
  const side = article('side', { body: body(62) });

  it('has standfirst and byline across its column under it, in that order', () => {
    const parts = { standfirst: '桥长三百米，步行三分钟。', byline: '记者 张三' };
    const piece = pieceIn(makeOne(tree, { only: article('only', { body: body(11), ...parts }), side }), 'only');
    const [headline, standfirst, byline] = (['headline', 'standfirst', 'byline'] as const).map(
      (part) => piece.texts.find((text) => text.part === part)!,
    );
    expect(standfirst!.lines.map(({ text }) => text).join('')).toBe(parts.standfirst);
    expect(byline!.lines.map(({ text }) => text)).toEqual([parts.byline]);
    const foot = Math.max(...headline!.lines.map(({ box }) => box.bottom));
    expect(standfirst!.box.top).toBeGreaterThan(foot);
    expect(byline!.box.top).toBeGreaterThan(standfirst!.box.bottom);
    expect(byline!.box.bottom).toBeLessThanOrEqual(piece.box.bottom);
  });

  it('has them near it in a column much taller than it', () => {
    const { leading } = layouts.paper.grid;
    const only = article('only', { headline: '新桥', byline: '记者 张三', body: body(11) });
    const piece = pieceIn(makeOne(tree, { only, side }), 'only');
    const [headline, byline] = (['headline', 'byline'] as const).map((part) => {
      const { lines } = piece.texts.find((text) => text.part === part)!;
      return around(lines.map(({ box }) => box))!;
    });
    expect(piece.box.bottom - headline!.bottom).toBeGreaterThan(8 * leading);
    expect(byline!.top - headline!.bottom).toBeGreaterThan(leading / 2);
    expect(byline!.top - headline!.bottom).toBeLessThan(3 * leading);
  });

  it('keeps the block under a kicker of reversed type', () => {
    const second = layouts.styles.stories.get('second')!;
    const ground = { c: 0, m: 100, y: 100, k: 0 };
    const stories = new Map([
      ...layouts.styles.stories,
      ['second', { ...second, kicker: { ...second.kicker, ground } }],
    ]);
    const only = article('only', { kicker: '文史', body: body(11) });
    const desk = deskOf([template('one', tree)], [only, side], [plan([1], ['one'], { only: 'only', side: 'side' })]);
    const styled = { ...desk, layouts: { ...desk.layouts, styles: { ...layouts.styles, stories } } };
    const grounds = linesIn(make(styled)[0]!.pages[0]!.frame).flatMap((line) => line.ground ?? []);
    expect(grounds).toEqual([ground]);
  });
});

const linesIn = ({ children }: Frame): readonly Glyphs[] =>
  children.flatMap(({ item }) => {
    if (item.kind === 'group') return linesIn(item.frame);
    return item.kind === 'glyphs' ? [item] : [];
  });
