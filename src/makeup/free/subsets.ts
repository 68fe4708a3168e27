/**
 * What it costs at least to set any of a region's stories in a piece of it, over all slicing trees: a set of stories
 * in so many columns and so many lines is one of them alone, or two sets under or beside each other. Every tree is
 * found once: of two sets the one with the weightier story comes first, and a first part is cut the other way.
 * (Stockmeyer 1983 sizes one tree by curves; here the trees come from the subsets, as in the dynamic programming of
 * Held & Karp 1962.)
 */
import type { Columns, Lines, Range } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import { type Curve, curveOf } from '../curve.js';
import { orderCost } from './order.js';

/** What is to be cut. Stories are numbered by weight, 0 first; a set of them has a bit for each. */
export interface Region {
  readonly stories: number;
  readonly columns: Columns;
  readonly lines: Lines;
  /** Lines between pieces under each other. */
  readonly gap: Range;
  /** What a gutter of so many lines costs. */
  readonly gutter: (height: Lines) => number;
  /** What heights cost a story in so many columns. */
  readonly curve: (story: number, width: Columns) => Curve;
}

/** How a piece may be cut first: in any way, not across (so that it may be the first of rows), not down. */
export type Form = 'any' | 'not-across' | 'not-down';

/** A set of stories in a piece of the region. */
export interface Piece {
  readonly form: Form;
  readonly set: number;
  readonly width: Columns;
  readonly height: Lines;
}

/** One way to cut a piece in two. */
export interface Option {
  readonly kind: 'rows' | 'columns';
  readonly first: Piece;
  readonly second: Piece;
  /** What parts them costs. */
  readonly gap: number;
  readonly cost: number;
}

/** The costs of all pieces. */
export interface SubsetCosts {
  /** What a piece costs at least; Infinity where it is impossible. */
  cost(piece: Piece): number;
  /** The cheapest cut of a piece for each way to part its stories. */
  options(piece: Piece): readonly Option[];
}

/** Costs by set, width and height, with the heights between which any is possible. */
interface Table {
  readonly costs: Float64Array;
  readonly least: Int16Array;
  readonly most: Int16Array;
}

/** Costs of all subsets of a region's stories. */
export function subsetCosts(region: Region): SubsetCosts {
  const { stories, columns, lines } = region;
  const sets = 1 << stories;
  const stride = lines + 1;
  const at = (set: number, width: Columns): number => set * columns + width - 1;
  const gaps = gapsOf(region.gap);
  const gutters = curveOf(lines, region.gutter);
  const tables: Readonly<Record<Form, Table>> = {
    any: emptyTable(sets * columns, stride),
    'not-across': emptyTable(sets * columns, stride),
    'not-down': emptyTable(sets * columns, stride),
  };
  const lower = ({ costs, least, most }: Table, piece: number, height: Lines, cost: number): void => {
    const index = piece * stride + height;
    if (cost >= costs[index]!) return;
    costs[index] = cost;
    if (height < least[piece]!) least[piece] = height;
    if (height > most[piece]!) most[piece] = height;
  };

  /** Heights of two pieces beside each other are one. */
  const beside = (first: number, second: number, whole: number): void => {
    const [a, b] = [tables['not-down'], tables.any];
    const last = Math.min(a.most[first]!, b.most[second]!);
    for (let height = Math.max(a.least[first]!, b.least[second]!); height <= last; height++) {
      const cost = a.costs[first * stride + height]! + gutters[height]! + b.costs[second * stride + height]!;
      lower(tables['not-across'], whole, height, cost);
    }
  };
  /** Heights of two pieces under each other add, with a gap between them. */
  const under = (first: number, second: number, whole: number, order: number): void => {
    const [a, b] = [tables['not-across'], tables.any];
    for (let above = a.least[first]!; above <= a.most[first]!; above++) {
      const own = a.costs[first * stride + above]! + order;
      if (own === Infinity) continue;
      for (const gap of gaps) {
        const last = Math.min(b.most[second]!, lines - above - gap.lines);
        for (let below = b.least[second]!; below <= last; below++) {
          const cost = own + gap.cost + b.costs[second * stride + below]!;
          lower(tables['not-down'], whole, above + gap.lines + below, cost);
        }
      }
    }
  };

  for (let set = 1; set < sets; set++) {
    const first = firstOf(set);
    for (let width = 1; width <= columns; width++) {
      const piece = at(set, width);
      if (set === first) {
        const curve = region.curve(storyOf(set), width);
        for (const table of [tables['not-across'], tables['not-down']]) {
          for (let height = 0; height <= lines; height++) lower(table, piece, height, curve[height] ?? Infinity);
        }
      }
      // Counted, not iterated: the subsets of all sets are 3ⁿ.
      const others = set ^ first;
      for (let part = others; part > 0; part = (part - 1) & others) {
        under(at(set ^ part, width), at(part, width), piece, orderCost(set ^ part, part));
        for (let left = 1; left < width; left++) beside(at(set ^ part, left), at(part, width - left), piece);
      }
      for (const table of [tables['not-across'], tables['not-down']]) {
        for (let height = 0; height <= lines; height++) {
          lower(tables.any, piece, height, table.costs[piece * stride + height]!);
        }
      }
    }
  }

  const cost = ({ form, set, width, height }: Piece): number =>
    tables[form].costs[at(set, width) * stride + height] ?? Infinity;
  return {
    cost,
    options: ({ form, set, width, height }) => {
      const options: Option[] = [];
      const first = firstOf(set);
      for (const part of partsWithout(set, first)) {
        let [across, down]: [Option | null, Option | null] = [null, null];
        const order = orderCost(set ^ part, part);
        for (let above = 1; form !== 'not-across' && above < height; above++) {
          for (const gap of gaps) {
            const upper: Piece = { form: 'not-across', set: set ^ part, width, height: above };
            const own = cost(upper);
            if (own === Infinity || above + gap.lines >= height) continue;
            const rest: Piece = { form: 'any', set: part, width, height: height - above - gap.lines };
            const between = order + gap.cost;
            const sum = own + between + cost(rest);
            if (sum < (across?.cost ?? Infinity)) {
              across = { kind: 'rows', first: upper, second: rest, gap: between, cost: sum };
            }
          }
        }
        for (let left = 1; form !== 'not-down' && left < width; left++) {
          const own: Piece = { form: 'not-down', set: set ^ part, width: left, height };
          const rest: Piece = { form: 'any', set: part, width: width - left, height };
          const gap = gutters[height]!;
          const sum = cost(own) + gap + cost(rest);
          if (sum < (down?.cost ?? Infinity)) down = { kind: 'columns', first: own, second: rest, gap, cost: sum };
        }
        if (across !== null) options.push(across);
        if (down !== null) options.push(down);
      }
      return options;
    },
  };
}

const emptyTable = (pieces: number, stride: number): Table => ({
  costs: new Float64Array(pieces * stride).fill(Infinity),
  least: new Int16Array(pieces).fill(stride),
  most: new Int16Array(pieces).fill(-1),
});

const gapsOf = ({ min, max }: Range): readonly { readonly lines: Lines; readonly cost: number }[] =>
  Array.from({ length: max - min + 1 }, (_, more) => ({ lines: min + more, cost: more * COSTS.gapLine }));

/** The set of only the weightiest story of a set. */
const firstOf = (set: number): number => set & -set;

/** The story of a set that holds one. */
export const storyOf = (set: number): number => 31 - Math.clz32(set);

/** Whether a set holds one story. */
export const isAlone = (set: number): boolean => set === firstOf(set);

/** All parts of a set, but none, that leave out its first story. */
function* partsWithout(set: number, first: number): Generator<number> {
  const others = set ^ first;
  for (let part = others; part > 0; part = (part - 1) & others) yield part;
}
