import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../../../src/makeup/costs.js';
import type { Choice, CopyBlock, MeasuredCopy } from '../../../../src/makeup/story/copy/blocks.js';
import { type Fit, fitting } from '../../../../src/makeup/story/fit/fit.js';
import { endCost } from '../../../../src/makeup/story/fit/least-costs.js';
import { isColumnTop, spanCost, tabulate } from '../../../../src/makeup/story/fit/tabulate.js';
import { whitePrice } from '../../../../src/makeup/story/fit/whites.js';

const KINDS: Readonly<Record<string, CopyBlock['kind']>> = {
  '#': 'crosshead',
  '~': 'apart',
  '=': 'table',
  '-': 'row',
  '%': 'qr',
};
const isRow = (block: unknown): boolean => typeof block === 'string' && /^[=-]/.test(block);

/** Copy of paragraphs that take these line counts, the first of each at no cost; `#` is a crosshead, `!` leads, `~` begins a stanza under another; `=` and a number is a table's head so tall, `-` a row, `%` a QR code. */
function copyOf(
  blocks: readonly ('#' | '!' | '~' | `=${number}` | `-${number}` | `%${number}` | readonly number[])[],
): MeasuredCopy {
  const choices = blocks.map((block) =>
    (typeof block === 'string' ? [Number(block.slice(1)) || 1] : block).map(
      (lines, index): Choice => ({
        lines,
        demerits: index,
        breaking: { breaks: [], demerits: index },
        head: 0,
        price: 0,
      }),
    ),
  );
  return {
    choices,
    blocks: blocks.map(
      (block, index) =>
        ({
          kind: typeof block === 'string' ? (KINDS[block[0]!] ?? 'paragraph') : 'paragraph',
          leads: typeof block === 'string' && /^[#!=]/.test(block) && index < blocks.length - 1,
          parting: isRow(block) && isRow(blocks[index + 1]) ? COSTS.tableParted : 0,
        }) as CopyBlock,
    ),
  };
}

/** The cheapest way to set all blocks, by trying all of them. */
function cheapestOf(
  copy: MeasuredCopy,
  heights: readonly number[],
  room: number,
): { readonly cost: number; readonly lines: number } {
  const isAlike = copy.blocks.filter(({ kind }) => kind === 'crosshead').length > 1;
  let best = { cost: Infinity, lines: Infinity };
  for (const others of isAlike ? [0, 1, 2] : [null]) {
    let reached = new Map([[0, 0]]);
    for (const [index, block] of copy.blocks.entries()) {
      const next = new Map<number, number>();
      for (const [start, before] of reached) {
        const ways =
          block.kind === 'crosshead'
            ? [0, 1, 2].map(
                (white) => [1 + white, whitePrice('crosshead', white, isColumnTop(heights, start), others)] as const,
              )
            : copy.choices[index]!.map(({ lines, demerits }) => [lines, demerits * COSTS.looseness] as const);
        for (const [lines, price] of ways) {
          const cost = before + price + spanCost(heights, start, lines, block);
          next.set(start + lines, Math.min(cost, next.get(start + lines) ?? Infinity));
        }
      }
      reached = next;
    }
    for (const [lines, before] of [...reached].toSorted(([a], [b]) => a - b)) {
      const cost = before + endCost(room - lines);
      if (cost < best.cost - 1e-9) best = { cost, lines };
    }
  }
  return best;
}

describe('fitting a story into columns', () => {
  it('fills columns exactly by the cheapest longer or shorter paragraphs', () => {
    const copy = copyOf([[4, 5], [6, 5, 7], [3]]);
    const fit = fitting(copy).whole([7, 7]);
    expect(fit.white).toBe(0);
    expect(fit.overset).toBe(0);
    expect(fit.taken.map((taken) => taken.lines)).toEqual([5, 6, 3]);
    expect(fit.cost).toBeCloseTo(COSTS.looseness);
  });

  it('lets the last column end one line short, and counts more as white', () => {
    const copy = copyOf([[4], [4]]);
    expect(fitting(copy).whole([5, 4])).toMatchObject({
      white: 1,
      overset: 0,
      cost: COSTS.shortLine + COSTS.orphan,
    });
    expect(fitting(copy).whole([5, 6]).white).toBe(3);
  });

  it('counts what does not fit', () => {
    const copy = copyOf([[4], [9]]);
    expect(fitting(copy).whole([5, 5])).toMatchObject({ overset: 3, white: 0, lines: 10 });
  });

  it('never leaves a last line alone at a column’s top when a paragraph can bend (rule 19)', () => {
    const copy = copyOf([[5], [4, 5], [3]]);
    // 5 + 4 over columns of 8 and 5 would leave the second paragraph's last line alone.
    expect(
      fitting(copy)
        .whole([8, 5])
        .taken.map((taken) => taken.lines),
    ).toEqual([5, 5, 3]);
  });

  it('parts no row so that a table or two need not be too wide', () => {
    const row = copyOf(['-4']).blocks[0]!;
    expect(spanCost([5, 5], 3, 4, row)).toBeGreaterThan(2 * COSTS.tableWide);
    expect(spanCost([5, 5], 5, 4, row)).toBe(0);
  });

  it('counts where a column ends once, columns between that a picture fills too', () => {
    const { whole } = fitting(copyOf([[3], [3], [4]]));
    // The second paragraph’s last line stands alone at the top of the last column.
    const both = whole([5, 5]);
    expect(both.cost).toBeGreaterThanOrEqual(COSTS.widow);
    for (const columns of [
      [0, 5, 5],
      [5, 0, 5],
      [5, 5, 0],
      [5, 0, 0, 5],
    ])
      expect(whole(columns)).toEqual(both);
  });

  it('keeps a crosshead off the foot of a column (rule 19)', () => {
    const copy = copyOf([[5, 7], '#', [6, 7]]);
    const fit = fitting(copy).whole([7, 8]);
    let at = 0;
    for (const [index, { lines }] of fit.taken.entries()) {
      if (index === 1) expect(at + lines <= 5 || at >= 7).toBe(true);
      at += lines;
    }
  });

  it('keeps a paragraph that leads off the foot of a column, and off a jump', () => {
    const copy = copyOf([[6, 7], '!', [6, 7]]);
    expect(
      fitting(copy)
        .whole([7, 7])
        .taken.map((taken) => taken.lines),
    ).toEqual([7, 1, 6]);
    const cut = fitting(copy).cut([4, 4])!;
    expect(cut.cut?.block).toBe(0);
  });

  it('lets a long paragraph that leads run over into the next column', () => {
    const copy = copyOf([[6], [6]]);
    const led = { ...copy, blocks: copy.blocks.map((block, index) => ({ ...block, leads: index === 0 })) };
    expect(fitting(led).whole([4, 8]).cost).toBe(0);
    expect(fitting(led).whole([6, 6]).cost).toBe(COSTS.crossheadAtFoot);
  });

  it('ends no column beside a drop cap', () => {
    const copy = copyOf([[5], [5]]);
    const capped = { ...copy, blocks: copy.blocks.map((block, index) => ({ ...block, kept: index === 0 ? 3 : 0 })) };
    const costIn = (...columns: readonly number[]): number => fitting(capped).whole(columns).cost;
    expect([costIn(3, 7), costIn(10)]).toEqual([0, 0]);
    expect(costIn(2, 8)).toBe(COSTS.capParted);
  });

  it('gives a story’s crossheads white alike', () => {
    // Each could have a line of white but the last; alike they have none, or a paragraph gives up a line.
    const crossheads = ['#', [5], '#', [5], '#'] as const;
    const bending = copyOf([[5], ...crossheads, [5, 4]]);
    const whites = ({ taken }: Fit, at: readonly number[]): readonly number[] =>
      at.map((block) => taken[block]!.lines - 1);
    const room = 5 * 4 + 3 + 2;
    expect(whites(fitting(bending).whole([room]), [1, 3, 5])).toEqual([1, 1, 1]);
    const stiff = copyOf([[5], ...crossheads, [5]]);
    const odd = fitting(stiff).whole([room]);
    expect(whites(odd, [1, 3, 5]).toSorted()).toEqual([0, 1, 1]);
    expect(odd.cost).toBeCloseTo(COSTS.crossheadWhite + COSTS.crossheadUnlike);
    const one = copyOf([[5], '#', [5]]);
    expect(fitting(one).whole([11]).cost).toBeCloseTo(COSTS.crossheadWhite);
  });

  it.each([5, 40])('parts a crosshead at a column’s top from its text last of all (%i points)', (points) => {
    const copy = copyOf([[6], '#', [4, 5]]);
    // What a line more costs the paragraph: dearer than a line of white at a crosshead elsewhere.
    const dear = copy.choices.map((ways) =>
      ways.map((way) => ({ ...way, demerits: (way.demerits * points) / COSTS.looseness })),
    );
    const linesIn = (columns: readonly number[]): readonly number[] =>
      fitting({ ...copy, choices: dear })
        .whole(columns)
        .taken.map(({ lines }) => lines);
    expect(linesIn([6, 7])).toEqual([6, 1, 5]);
    expect(linesIn([14])).toEqual([6, 3, 4]);
  });

  it('sets copy far beyond its columns as it would to the end', () => {
    const kinds = ['#', [3], [5, 4, 6], [9, 8], [2, 3]] as const;
    const tail = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(tail, fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 4 }), (blocks, heights) => {
        const copy = copyOf([[4, 5], ...blocks, [4]]);
        const { cost, overset } = fitting(copy).whole(heights);
        const room = heights.reduce((sum, height) => sum + height, 0);
        const all = cheapestOf(copy, heights, room);
        expect(cost).toBeCloseTo(all.cost);
        expect(overset).toBe(Math.max(0, all.lines - room));
      }),
    );
  });

  it('does not grow its table with copy that the columns cannot hold', () => {
    const over = (blocks: number): number => {
      const copy = copyOf(Array.from({ length: blocks }, () => [4, 5, 6]));
      return tabulate(copy, [8, 8], null).cost.length;
    };
    expect(over(4000)).toBe(over(40));
  });

  it('parts stanzas by one line of white, and by none at a column’s top', () => {
    const copy = copyOf([[1], [1], '~', [1], '~', [1]]);
    expect(
      fitting(copy)
        .whole([8])
        .taken.map((taken) => taken.lines),
    ).toEqual([1, 1, 2, 1, 2, 1]);
    expect(fitting(copy).whole([5, 2])).toMatchObject({ cost: 0, white: 0 });
    expect(
      fitting(copy)
        .whole([5, 2])
        .taken.map((taken) => taken.lines),
    ).toEqual([1, 1, 2, 1, 1, 1]);
    // The white is a column's last line: a little dear.
    expect(fitting(copy).whole([6, 2])).toMatchObject({ cost: COSTS.footWhite, white: 0 });
  });

  it('parts stanzas that no column reaches by one line, too', () => {
    const copy = copyOf([[4], [4], '~', [1], '~', [1]]);
    const fit = fitting(copy).whole([4]);
    expect(fit.taken.map((taken) => taken.lines)).toEqual([4, 4, 2, 1, 2, 1]);
    expect(fit).toMatchObject({ lines: 4, overset: 10 });
  });

  it('ends a column where that costs least, and a jump too', () => {
    const copy = copyOf([[4, 5], [1], [1], [1], [1], [9]]);
    const stanza = { ...copy, blocks: copy.blocks.map((block, at) => ({ ...block, parting: at === 1 ? 50 : 0 })) };
    expect(fitting(stanza).whole([5, 13]).taken[0]!.lines).toBe(5);
    // Five lines stand before the jump, seven fewer than a decent dozen.
    const jump = COSTS.jump + 7 * COSTS.jumpShort;
    expect(fitting(stanza).cut([6])!.cost).toBeCloseTo(jump + COSTS.looseness);
    const stiff = [[copy.choices[0]![0]!], ...copy.choices.slice(1)];
    expect(fitting({ ...stanza, choices: stiff }).cut([6])!.cost).toBeCloseTo(jump + 50);
  });

  it('cuts within a stanza without its white', () => {
    const copy = copyOf([[4], [1], '~', [1], [1], [6]]);
    const fit = fitting(copy).cut([8])!;
    expect(fit.cut).toEqual({ block: 2, lines: 1 });
    expect(fit.taken.at(-1)!.lines).toBe(2);
  });

  it('parts a table from the text before it by one line of white, and by none at a column’s top', () => {
    const copy = copyOf([[3], '=1', '-1', '-1']);
    const lines = (columns: readonly number[]): readonly number[] =>
      fitting(copy)
        .whole(columns)
        .taken.map((taken) => taken.lines);
    expect(lines([7])).toEqual([3, 2, 1, 1]);
    expect(lines([3, 3])).toEqual([3, 1, 1, 1]);
  });

  it('parts no row, and a table between rows only where it must: a row is taller then, so that columns end with it', () => {
    const copy = copyOf([[4, 5], '=1', '-3', '-3', '-2']);
    // Head and first row stand after 5 lines and one of white, and the second finds no room in the line left.
    const fit = fitting(copy).whole([11, 4]);
    expect(fit.taken.map((taken) => taken.lines)).toEqual([5, 2, 4, 3, 2]);
    expect(fit).toMatchObject({ white: 0, overset: 1 });
    const bent = fitting(copy).whole([11, 5]);
    expect(bent.taken.map((taken) => taken.lines)).toEqual([5, 2, 4, 3, 2]);
    expect(bent.cost).toBeCloseTo(COSTS.looseness + COSTS.rowTaller + COSTS.tableParted);
    // A row of one line finds room wherever there is any.
    const flat = copyOf([[4], '=1', '-1', '-1', '-1', '-1']);
    expect(
      fitting(flat)
        .whole([8, 5])
        .taken.map((taken) => taken.lines),
    ).toEqual([4, 2, 1, 1, 1, 1]);
  });

  it('begins a table in the next column where its head and a row find no room', () => {
    const copy = copyOf([[4], '=1', '-3', '-1']);
    const fit = fitting(copy).whole([7, 5]);
    expect(fit.taken.map((taken) => taken.lines)).toEqual([4, 4, 3, 1]);
    expect(fit.cost).toBeCloseTo(2 * COSTS.whiteLine + COSTS.footWhite);
  });

  it('begins a QR code in the next column where it finds no room, and cuts no story within one', () => {
    const copy = copyOf([[5], '%4', [6]]);
    const set = (...columns: readonly number[]) => fitting(copy).whole(columns);
    expect(set(9, 6)).toMatchObject({ cost: 0, white: 0, overset: 0 });
    expect(set(7, 10).taken.map((taken) => taken.lines)).toEqual([5, 6, 6]);
    expect(set(7, 10).cost).toBeCloseTo(2 * COSTS.whiteLine + COSTS.footWhite);
    expect(set(5, 10).taken.map((taken) => taken.lines)).toEqual([5, 4, 6]);
    const cutAt = (lines: number) => fitting(copy).cut([lines])?.cut;
    expect([6, 8, 10, 12].map(cutAt)).toEqual([
      { block: 0, lines: 5 },
      { block: 0, lines: 5 },
      { block: 1, lines: 4 },
      { block: 2, lines: 2 },
    ]);
    expect(fitting(copy).cut([8])).toMatchObject({ lines: 5, white: 2, overset: 0 });
  });

  it('cuts a table under a row, not under its head, and not within a row', () => {
    const copy = copyOf([[4], '=1', '-2', '-2', '-2', [6]]);
    const cutAt = (lines: number) => fitting(copy).cut([lines])?.cut;
    expect(cutAt(9)).toEqual({ block: 2, lines: 2 });
    expect(cutAt(10)).toEqual({ block: 2, lines: 3 });
    expect(cutAt(11)).toEqual({ block: 3, lines: 2 });
    // Its head and first row go on elsewhere, and leave white.
    expect(cutAt(7)).toEqual({ block: 0, lines: 4 });
    expect(fitting(copy).cut([7])!.white).toBe(2);
    const titled = copyOf([[4], '#', '=1', '-2', '-2', [6]]);
    expect(fitting(titled).cut([8])).toMatchObject({ cut: { block: 0, lines: 4 }, white: 3 });
  });

  it('cuts a story that jumps one line before the end, four lines or more from either end', () => {
    const copy = copyOf([[6], [8], '#', [7]]);
    const fit = fitting(copy).cut([5, 5])!;
    expect(fit.cut).toEqual({ block: 1, lines: 3 });
    expect(fit).toMatchObject({ lines: 9, white: 0, overset: 0 });
    expect(fitting(copy).cut([2, 2])).toBeNull();
    expect(fitting(copyOf([[6], [3]])).cut([4, 4])).toBeNull();
  });

  it('leaves two lines at least of a paragraph that it parts, on either side', () => {
    const paragraph = copyOf([[12]]);
    const lines = [4, 5, 6, 7, 8, 9, 10].map((room) => fitting(paragraph).cut([room + 1])?.cut);
    // Four of the story are left on either side.
    expect(lines.map((cut) => cut?.lines)).toEqual([4, 5, 6, 7, 8, undefined, undefined]);
    const several = copyOf([[6], [6], [6]]);
    const cuts = [4, 5, 6, 7, 8, 9, 10, 11, 12].map((room) => fitting(several).cut([room + 1])?.cut);
    expect(cuts.map((cut) => cut && `${cut.block} ${cut.lines}`)).toEqual([
      '0 4',
      undefined,
      '0 6',
      undefined,
      '1 2',
      '1 3',
      '1 4',
      undefined,
      '1 6',
    ]);
  });

  it('cuts no crosshead in two, one at the end neither', () => {
    const copy = copyOf([[3], '#']);
    const long = [copy.choices[0]!, [{ ...copy.choices[1]![0]!, lines: 20 }]];
    expect(fitting({ ...copy, choices: long }).cut([6, 6])).toBeNull();
  });

  it('answers for any columns, and never loses or repeats a line', () => {
    const blocks = fc.array(fc.uniqueArray(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    const columns = fc.array(fc.integer({ min: 2, max: 25 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(blocks, columns, (lines, heights) => {
        const copy = copyOf(lines);
        const fit = fitting(copy).whole(heights);
        const taken = fit.taken.reduce((sum, { lines: own }) => sum + own, 0);
        const room = heights.reduce((sum, height) => sum + height, 0);
        expect(fit.taken).toHaveLength(lines.length);
        expect(taken + fit.white - fit.overset).toBe(room);
        expect(fit.white === 0 || fit.overset === 0).toBe(true);
      }),
    );
  });
});
