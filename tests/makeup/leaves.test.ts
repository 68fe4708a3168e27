/** Each kind of leaf on a small page: where its parts stand. */
import { describe, expect, it } from 'vitest';
import type { Box, Piece } from '../../src/makeup/faults/read.js';
import { type Area, BLACK, type Group } from '../../src/page/types.js';
import { article, body, crosshead, layouts, makeOne, picture, pieceIn } from './desk.js';

const story = (more: Parameters<typeof article>[1] = {}) => article('bridge', { body: body(96), ...more });
const one = (node: string, more: Parameters<typeof article>[1] = {}): Piece =>
  pieceIn(makeOne(`  story: only\n  style: second\n${node}`, { only: story(more) }), 'only');
const part = (piece: Piece, name: string): Box | null => piece.texts.find((text) => text.part === name)?.box ?? null;
/** Lowest and highest baseline of the body in each column, from left to right. */
const columns = (piece: Piece): readonly { left: number; top: number; foot: number }[] => {
  const lines = piece.texts.filter((text) => text.part === 'paragraph').flatMap((text) => text.lines);
  const lefts = [...new Set(lines.map(({ box }) => Math.round(box.left)))].sort((a, b) => a - b);
  const starts = lefts.filter((left, index) => index === 0 || left - lefts[index - 1]! > 60);
  return starts.map((left) => {
    const own = lines.filter(({ box }) => box.left > left - 10 && box.left < left + 60).map(({ baseline }) => baseline);
    return { left, top: Math.min(...own), foot: Math.max(...own) };
  });
};

describe('a story’s head', () => {
  const parts = {
    kicker: '记者走基层',
    deck: '自行车道和步道分开',
    byline: '本报记者 张三',
    standfirst: '新桥昨天通车，两岸居民过桥只要三分钟。',
  };

  it('stands over all columns: kicker, headline, deck, byline, standfirst', () => {
    const piece = one('', parts);
    const tops = ['kicker', 'headline', 'deck', 'byline', 'standfirst'].map((name) => part(piece, name)!.top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(columns(piece).map(({ top }) => Math.round(top))).size).toBe(1);
    expect(columns(piece)).toHaveLength(6);
  });
  it('stands over the first columns with text beside', () => {
    const [first, second, third, fourth] = columns(one('  headline: beside\n  cover: 2'));
    expect(first!.top).toBeCloseTo(second!.top);
    expect(third!.top).toBeLessThan(first!.top - 15);
    expect(fourth!.top).toBeCloseTo(third!.top);
  });
  it('stands over the middle columns and a picture in them, with text up to the top on both sides', () => {
    const piece = one('  headline: middle\n  cover: 2\n  picture: { at: middle, columns: 2, lines: 10..12 }', {
      pictures: [picture(3000, 2000)],
    });
    const [first, second, third, fourth, fifth] = columns(piece);
    const { headline } = { headline: part(piece, 'headline')! };
    const [box] = piece.pictures;
    expect(headline.left).toBeGreaterThanOrEqual(third!.left - 1);
    expect(headline.right).toBeLessThan(fifth!.left);
    expect(box!.left).toBeCloseTo(third!.left, 0);
    expect(box!.top).toBeGreaterThan(headline.bottom - 1);
    expect(third!.top).toBeGreaterThan(box!.bottom);
    expect(fourth!.top).toBeCloseTo(third!.top);
    for (const column of [first, second, fifth]) expect(column!.top).toBeLessThan(headline.top + 15);
  });
  it.each(['left', 'right'])('runs down a column at the %s', (side) => {
    const piece = one(`  headline: ${side}`);
    const headline = piece.texts.find((text) => text.part === 'headline')!;
    expect(headline.lines.every(({ vertical }) => vertical)).toBe(true);
    const text = columns(piece);
    expect(text).toHaveLength(5);
    const { left } = headline.lines[0]!.box;
    expect(side === 'left' ? left < text[0]!.left : left > text.at(-1)!.left + 100).toBe(true);
  });
  it('has a standfirst of one line in the middle, one of more as a paragraph', () => {
    const linesOf = (standfirst: string) => {
      const piece = one('', { standfirst });
      const [text] = piece.texts.filter((each) => each.part === 'standfirst');
      return { piece: piece.box, lines: text!.lines };
    };
    const { piece, lines } = linesOf(parts.standfirst);
    expect(lines).toHaveLength(1);
    const { box, size } = lines[0]!;
    // Its last mark gives up half a character.
    expect(Math.abs(box.left - piece.left - (piece.right - box.right))).toBeLessThan(size);
    const long = linesOf(parts.standfirst.repeat(5));
    expect(long.lines.length).toBeGreaterThan(1);
    expect(long.lines[0]!.box.left - long.piece.left).toBeCloseTo(2 * size, 0);
  });
  it('is one headline of upright lines, spaced alike whatever their length', () => {
    const tree =
      '  rows:\n    - story: only\n      style: second\n      headline: left\n      height: 14\n    - story: side\n      style: third-hei\n';
    const made = makeOne(tree, {
      only: story({ headline: '秋凉一到 桂花何以香十里', body: body(11) }),
      side: article('side', { body: body(62) }),
    });
    const headlines = pieceIn(made, 'only').texts.filter((text) => text.part === 'headline');
    expect(headlines).toHaveLength(1);
    const { lines } = headlines[0]!;
    expect(lines.map(({ text }) => text.length)).toEqual([4, 7]);
    const size = lines[0]!.size;
    const [short, long] = lines.map(({ box, text }) => (box.bottom - box.top - size) / (text.length - 1));
    expect(short).toBeCloseTo(long!, 6);
    expect(long).toBeGreaterThan(size);
  });
  it('stands upright with a deck of several lines, of which none is lost', () => {
    const deck = '自行车道和步道分开'.repeat(12);
    const piece = one('  headline: left\n', { ...parts, headline: '新桥通车', deck });
    const lines = piece.texts.filter((text) => text.part === 'deck').flatMap((text) => text.lines);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map(({ text }) => text).join('')).toBe(deck);
  });
  it.each([
    'CBA新赛季开幕 我市球队首战告捷',
    '种什么？怎么种？卖给谁？',
    '我市GDP突破千亿元',
    'AI来了，我们准备好了吗？',
    '2021年12月31日：IMF、WTO和PMI',
  ])('stands upright whole, though letters and marks take a cell each: %s', (headline) => {
    for (let height = 14; height < 60; height += 3) {
      const tree = `  rows:\n    - story: only\n      style: second\n      headline: left\n      height: ${height}\n    - story: side\n      style: third-hei\n`;
      const made = makeOne(tree, { only: story({ headline }), side: article('side', { body: body(62) }) });
      const set = pieceIn(made, 'only').texts.filter((text) => text.part === 'headline');
      const printed = set.flatMap((text) => text.lines.map(({ text: line }) => line)).join('');
      expect(printed.replace(/ /g, ''), `${height} lines`).toBe(headline.replace(/ /g, ''));
    }
  });
  it.each([
    ['over its columns', '', 20, 40, 240],
    ['in a column of its own', '  headline: left\n', 20, 40, 160],
  ])('of a headline too long has more lines than its style, then is smaller, %s', (_, where, fits, lines, small) => {
    const codes = (times: number): readonly string[] => {
      const made = makeOne(`  story: only\n  style: second\n${where}`, {
        only: story({ headline: '新桥通车'.repeat(times) }),
      });
      const heading = pieceIn(made, 'only').texts.filter((text) => text.part === 'headline');
      expect(heading.flatMap((text) => text.lines.map(({ text }) => text)).join('')).toBe('新桥通车'.repeat(times));
      return made.diagnostics.map(({ code }) => code).filter((code) => code.startsWith('headline'));
    };
    expect(codes(fits)).toEqual([]);
    expect(codes(lines)).toEqual(['headline-lines']);
    expect(codes(small)).toEqual(['headline-small']);
  });
  it('keeps crossheads in order, on their own lines', () => {
    const piece = one('', { body: [...body(48), crosshead('十年一桥'), ...body(48, 1)] });
    const at = piece.texts.filter((text) => text.part === 'paragraph' || text.part === 'crosshead');
    expect(at.findIndex((text) => text.part === 'crosshead')).toBe(48);
    expect(at[48]!.lines.map(({ text }) => text.trim())).toEqual(['十年一桥']);
  });
});

describe('a story’s crossheads', () => {
  /** Pages whose copy is of many lengths, with a crosshead before every so many paragraphs. */
  const pages = (text: string): Piece[] =>
    Array.from({ length: 8 }, (_, more) =>
      one('', {
        body: body(80 + more).flatMap((block, at) => (at % 13 === 0 ? [crosshead(text), block] : [block])),
      }),
    );
  const { leading } = layouts.paper.grid;
  /** Baselines in lines from the first column's top, by column, with what stands on them. */
  const linesOf = (piece: Piece): { row: number; isCrosshead: boolean }[][] => {
    const lines = piece.texts
      .filter(({ part }) => part === 'paragraph' || part === 'crosshead')
      .flatMap(({ part, lines }) => lines.map((line) => ({ ...line, isCrosshead: part === 'crosshead' })));
    const tops = columns(piece);
    const top = Math.min(...tops.map((column) => column.top));
    return tops.map(({ left }) =>
      lines
        .filter(({ box }) => box.left > left - 10 && box.left < left + 150)
        .map(({ baseline, isCrosshead }) => ({ row: Math.round((baseline - top) / leading), isCrosshead }))
        .sort((a, b) => a.row - b.row),
    );
  };

  it('never lie on another line, however long they are', () => {
    for (const length of [4, 14, 27]) {
      for (const piece of pages('十年一桥'.repeat(7).slice(0, length))) {
        const rows = linesOf(piece).flatMap((column, at) => column.map(({ row }) => `${at}:${row}`));
        expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
      }
    }
  });

  it('have a line of white over them, of two the second under them, and at a column’s top none over them', () => {
    const seen = new Set<string>();
    for (const column of pages('十年一桥').flatMap(linesOf)) {
      for (const [at, { row, isCrosshead }] of column.entries()) {
        if (!isCrosshead) continue;
        const over = at === 0 ? `top ${row}` : row - column[at - 1]!.row - 1;
        seen.add(at === 0 ? `top ${row}` : `${over} over, ${column[at + 1]!.row - row - 1} under`);
      }
    }
    expect([...seen].sort()).toEqual(['0 over, 0 under', '1 over, 0 under', '1 over, 1 under', 'top 0']);
  });
});

describe('a story’s columns', () => {
  it('are re-divided (变栏)', () => {
    expect(columns(one('  divide: 4'))).toHaveLength(4);
    expect(columns(one('  divide: 8'))).toHaveLength(8);
  });
  it('keep between 12 and 24 字 where a range leaves the choice', () => {
    for (const count of [88, 96, 104]) {
      const { length } = columns(one('  divide: 1..12', { body: body(count) }));
      expect(length).toBeGreaterThanOrEqual(4);
      expect(length).toBeLessThanOrEqual(7);
    }
  });
  it('stand clear of a box’s rule', () => {
    const piece = one('  box: rule');
    expect(piece.boxed).toBe(true);
    const lines = piece.texts.flatMap((text) => text.lines);
    expect(Math.min(...lines.map(({ box }) => box.left)) - piece.box.left).toBeGreaterThan(5);
    expect(piece.box.bottom - Math.max(...lines.map(({ box }) => box.bottom))).toBeGreaterThan(5);
  });
  it.each([
    ['rule', { stroke: { width: 0.5, ink: BLACK } }],
    ['tint', { fill: { ...BLACK, k: 8 } }],
  ])('stand in a %s of their piece’s size', (box, looks) => {
    const { frame } = makeOne(`  story: only\n  style: second\n  box: ${box}`, { only: story() }).pages[0]!;
    const piece = frame.children.find(({ item }) => item.kind === 'group' && item.tag.slot === 'only')!.item as Group;
    const { item } = piece.frame.children[0]!;
    expect(item).toMatchObject({ kind: 'area', ...looks });
    const edge = box === 'rule' ? 0.5 : 0;
    expect((item as Area).size.width).toBeCloseTo(piece.frame.size.width - edge, 9);
    expect((item as Area).size.height).toBeCloseTo(piece.frame.size.height - edge, 9);
  });
});

describe('a story’s picture', () => {
  const pictures = [picture(3000, 2000)];
  it.each([
    ['left', [true, true, false, false, false, false]],
    ['right', [false, false, false, false, true, true]],
    ['middle', [false, false, true, true, false, false]],
  ])('stands at the top %s with the text running round', (at, covered) => {
    const piece = one(`  picture: { at: ${at}, columns: 2, lines: 10..20 }`, { pictures });
    const text = columns(piece);
    const [box] = piece.pictures;
    const highest = Math.min(...text.map(({ top }) => top));
    expect(text.map(({ top }) => top > highest + 100)).toEqual(covered);
    for (const { left, top } of text) {
      if (left + 20 > box!.left && left < box!.right) expect(top).toBeGreaterThan(box!.bottom);
    }
  });
  it('stands at the foot', () => {
    const piece = one('  picture: { at: foot-right, columns: 2, lines: 10..20 }', { pictures });
    const text = columns(piece);
    expect(text[5]!.foot).toBeLessThan(piece.pictures[0]!.top);
    expect(text[0]!.foot).toBeGreaterThan(piece.pictures[0]!.bottom - 40);
  });
  it('stands at the foot of columns that are not all under the headline, and leaves none white over it', () => {
    const node = '  headline: beside\n  cover: 4\n  picture: { at: right, columns: 3, lines: 20..30 }';
    const piece = one(node, { pictures });
    const [box] = piece.pictures;
    const text = columns(piece);
    const [first, , , fourth, fifth, sixth] = text;
    expect(text).toHaveLength(6);
    expect(fourth!.top).toBeCloseTo(first!.top, 6);
    expect(fifth!.top).toBeLessThan(first!.top - 15);
    expect(sixth!.top).toBeCloseTo(fifth!.top, 6);
    for (const { foot } of [fourth!, fifth!, sixth!]) {
      expect(foot).toBeLessThan(box!.top);
      expect(foot).toBeGreaterThan(box!.top - 3 * layouts.paper.grid.leading);
    }
    expect(first!.foot).toBeGreaterThan(box!.bottom);
  });
  it('is several where the article has several, each with its caption', () => {
    const group = [picture(3000, 2000, { caption: '桥上。' }), picture(2000, 3000, { caption: '桥下。' })];
    const piece = one('  picture: { at: right, columns: 3, lines: 14..20 }', { pictures: group });
    const [left, right] = piece.pictures;
    expect(piece.pictures).toHaveLength(2);
    expect(left!.top).toBeCloseTo(right!.top, 6);
    expect(right!.left - left!.right).toBeGreaterThan(5);
    const captions = piece.texts.filter((text) => text.part === 'caption');
    expect(captions.map(({ lines }) => lines[0]!.text)).toEqual(['桥上。', '桥下。']);
    expect(captions.map(({ box }) => box.left)).toEqual([left!.left, right!.left]);
    expect(columns(piece)[3]!.top).toBeGreaterThan(captions[0]!.box.bottom);
  });
  it.each([72, 76, 78, 80, 82])('stands in the true middle where columns may be chosen that have one (%i)', (count) => {
    const node = '  divide: 4..7\n  picture: { at: middle, columns: 2..3, lines: 8..40 }';
    const piece = one(node, { pictures, body: body(count) });
    const { left, right } = piece.pictures[0]!;
    expect((left + right) / 2).toBeCloseTo((piece.box.left + piece.box.right) / 2, 6);
  });
  it('takes as many columns as a range leaves where that fills the page best', () => {
    const widths = [76, 82, 88].map((count) => {
      const piece = one('  picture: { at: right, columns: 1..3, lines: 8..30 }', { pictures, body: body(count) });
      return Math.round(piece.pictures[0]!.right - piece.pictures[0]!.left);
    });
    expect(new Set(widths).size).toBeGreaterThan(1);
  });

  it('stands in the middle of its frame, as large as that lets it, where it must be whole', () => {
    const at = (whole: boolean): Box =>
      one('  picture: { at: right, columns: 2, lines: 20..20 }', { pictures: [picture(3000, 2000, { whole })] })
        .pictures[0]!;
    const [frame, shown] = [at(false), at(true)];
    const [width, height] = [shown.right - shown.left, shown.bottom - shown.top];
    expect(width / height).toBeCloseTo(1.5, 6);
    expect(width).toBeCloseTo(frame.right - frame.left, 6);
    expect(height).toBeLessThan(frame.bottom - frame.top - 10);
    expect(shown.top - frame.top).toBeCloseTo(frame.bottom - shown.bottom, 6);
    expect(shown.left).toBeCloseTo(frame.left, 6);
  });

  const captioned = (place: string): Piece =>
    one(`  picture: { at: right, columns: 3, lines: 12..24, caption: ${place} }`, { pictures });
  it('has its caption under it', () => {
    const piece = captioned('under');
    const [box] = piece.pictures;
    expect(part(piece, 'caption')!.top).toBeGreaterThan(box!.bottom);
    expect(part(piece, 'credit')!.bottom).toBeLessThan(columns(piece)[4]!.top);
  });
  it('has its caption beside it, at its foot', () => {
    const piece = captioned('beside');
    const [box] = piece.pictures;
    const caption = part(piece, 'caption')!;
    expect(caption.left).toBeGreaterThan(box!.right);
    expect(part(piece, 'credit')!.bottom).toBeCloseTo(box!.bottom, 0);
  });
  it('has its caption on a panel in its foot', () => {
    const piece = captioned('on');
    const [box] = piece.pictures;
    const caption = part(piece, 'caption')!;
    expect(caption.left).toBeGreaterThan(box!.left);
    expect(caption.top).toBeGreaterThan(box!.bottom);
    expect(part(piece, 'credit')!.bottom).toBeLessThan(columns(piece)[4]!.top);
  });
});

describe('a photograph', () => {
  it.each([10, 14, 16, 18, 20, 22])('has no text of a line or two under it (%i paragraphs)', (count) => {
    const tree =
      '  rows:\n    - story: only\n      style: second\n      picture: { at: right, columns: 3, lines: 14..34 }\n    - story: side\n      style: third-hei\n';
    const made = makeOne(tree, {
      only: story({ pictures: [picture(3000, 2000)], body: body(count) }),
      side: article('side', { body: body(64 - count) }),
    });
    const piece = pieceIn(made, 'only');
    const [box] = piece.pictures;
    const under = piece.texts
      .filter((text) => text.part === 'paragraph')
      .flatMap((text) => text.lines)
      .filter((line) => line.box.left > box!.left - 5 && line.box.top > box!.bottom);
    expect(under.length === 0 || under.length >= 9).toBe(true);
  });
  it.each([
    [false, 'is shown'],
    [true, 'fills'],
  ])('is told of where less of it shows than its slot keeps (whole: %s)', (whole, said) => {
    const told = (width: number) =>
      makeOne('  story: only\n  style: second\n  picture: { at: right, columns: 2, lines: 20..20, keep: 0.8 }', {
        only: story({ pictures: [picture(width, 2000, { whole })] }),
      }).diagnostics.filter(({ code }) => code === 'picture-cropped');
    expect(told(2000)).toEqual([]);
    expect(told(6000)).toEqual([expect.objectContaining({ message: expect.stringContaining(said) })]);
  });
  it('is a picture story: title over it, caption with it, text under it', () => {
    const tree = `
  rows:
    - photo: photo
      style: photo
    - story: rest
      style: third-hei
`;
    const made = makeOne(tree, {
      photo: article('photo', { headline: '晨雾', body: body(2), pictures: [picture(3000, 2000)] }),
      rest: article('rest', { body: body(60) }),
    });
    const piece = pieceIn(made, 'photo');
    const [box] = piece.pictures;
    expect(box!.right - box!.left).toBeCloseTo(piece.box.right - piece.box.left, 0);
    expect(part(piece, 'headline')!.bottom).toBeLessThanOrEqual(box!.top);
    expect(part(piece, 'caption')!.top).toBeGreaterThan(box!.bottom);
    expect(columns(piece)[0]!.top).toBeGreaterThan(part(piece, 'caption')!.top);
  });
  it.each([
    [4, 2],
    [2, 1],
  ])('has its text under it in columns about two base columns wide (%i of these: %i)', (width, wanted) => {
    const tree = `  rows:\n    - columns:\n        - photo: photo\n          style: photo\n          width: ${width}\n        - story: side\n          style: third-hei\n    - story: rest\n      style: third-hei\n`;
    const made = makeOne(tree, {
      photo: article('photo', { headline: '晨雾', body: body(2), pictures: [picture(3000, 2000)] }),
      side: article('side', { body: body(9) }),
      rest: article('rest', { body: body(40) }),
    });
    expect(columns(pieceIn(made, 'photo'))).toHaveLength(wanted);
  });
});
