/**
 * What it costs at least to set any of a region's stories in a piece of it, over all slicing trees: a set of stories
 * in so many columns and so many lines is one of them alone, or two sets under or beside each other. Every tree is
 * found once: of two sets the one with the weightier story comes first, and a first part is cut the other way.
 * (Stockmeyer 1983 sizes one tree by curves; here the trees come from the subsets, as in the dynamic programming of
 * Held & Karp 1962.)
 */
import type { Columns, Lines, Range } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import { type Curve, curveOf } from '../solve/curve.js';
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

/** Costs of all subsets of a region's stories. */
export function subsetCosts(region: Region): SubsetCosts {
  const costs = new CostTables(region);
  for (let set = 1; set < 1 << region.stories; set++) {
    for (let width = 1; width <= region.columns; width++) costs.fill(set, width);
  }
  return costs;
}

/** Costs of one form of pieces by set, width and height, with the heights between which any is possible. */
class CostTable {
  readonly costs: Float64Array;
  readonly least: Int16Array;
  readonly most: Int16Array;

  /** `stride`: costs of one piece, a height each. */
  constructor(
    pieces: number,
    private readonly stride: number,
  ) {
    this.costs = new Float64Array(pieces * stride).fill(Infinity);
    this.least = new Int16Array(pieces).fill(stride);
    this.most = new Int16Array(pieces).fill(-1);
  }

  lower(piece: number, height: Lines, cost: number): void {
    const index = piece * this.stride + height;
    if (cost >= this.costs[index]!) return;
    this.costs[index] = cost;
    if (height < this.least[piece]!) this.least[piece] = height;
    if (height > this.most[piece]!) this.most[piece] = height;
  }
}

class CostTables implements SubsetCosts {
  private readonly columns: Columns;
  private readonly lines: Lines;
  private readonly stride: number;
  private readonly gaps: readonly Gap[];
  private readonly gutters: Curve;
  private readonly tables: Readonly<Record<Form, CostTable>>;

  constructor(private readonly region: Region) {
    const { stories, columns, lines, gap, gutter } = region;
    const pieces = (1 << stories) * columns;
    this.columns = columns;
    this.lines = lines;
    this.stride = lines + 1;
    this.gaps = gapsOf(gap);
    this.gutters = curveOf(lines, gutter);
    this.tables = {
      any: new CostTable(pieces, this.stride),
      'not-across': new CostTable(pieces, this.stride),
      'not-down': new CostTable(pieces, this.stride),
    };
  }

  /** Finds all heights of a set at a width; those of its parts, and of the set at lesser widths, must be known. */
  fill(set: number, width: Columns): void {
    const { 'not-across': notAcross, 'not-down': notDown, any } = this.tables;
    const { lines } = this;
    const first = firstOf(set);
    const piece = this.at(set, width);
    if (set === first) {
      const curve = this.region.curve(storyOf(set), width);
      for (const table of [notAcross, notDown]) {
        for (let height = 0; height <= lines; height++) table.lower(piece, height, curve[height] ?? Infinity);
      }
    }
    // Counted, not iterated: the subsets of all sets are 3ⁿ.
    const others = set ^ first;
    for (let part = others; part > 0; part = (part - 1) & others) {
      this.under(this.at(set ^ part, width), this.at(part, width), piece, orderCost(set ^ part, part));
      for (let left = 1; left < width; left++) {
        this.beside(this.at(set ^ part, left), this.at(part, width - left), piece);
      }
    }
    for (const table of [notAcross, notDown]) {
      for (let height = 0; height <= lines; height++) {
        any.lower(piece, height, table.costs[piece * this.stride + height]!);
      }
    }
  }

  cost({ form, set, width, height }: Piece): number {
    return this.tables[form].costs[this.at(set, width) * this.stride + height] ?? Infinity;
  }

  options(piece: Piece): readonly Option[] {
    const { form, set } = piece;
    const options: Option[] = [];
    for (const part of partsWithout(set, firstOf(set))) {
      const across = form === 'not-across' ? null : this.cheapestRows(piece, part);
      const down = form === 'not-down' ? null : this.cheapestColumns(piece, part);
      if (across !== null) options.push(across);
      if (down !== null) options.push(down);
    }
    return options;
  }

  /** The cheapest cut across, `part` under the others. */
  private cheapestRows({ set, width, height }: Piece, part: number): Option | null {
    const order = orderCost(set ^ part, part);
    let best: Option | null = null;
    for (let above = 1; above < height; above++) {
      const first: Piece = { form: 'not-across', set: set ^ part, width, height: above };
      const own = this.cost(first);
      if (own === Infinity) continue;
      for (const gap of this.gaps) {
        if (above + gap.lines >= height) continue;
        const second: Piece = { form: 'any', set: part, width, height: height - above - gap.lines };
        const between = order + gap.cost;
        const cost = own + between + this.cost(second);
        if (cost < (best?.cost ?? Infinity)) best = { kind: 'rows', first, second, gap: between, cost };
      }
    }
    return best;
  }

  /** The cheapest cut down, `part` at the right of the others. */
  private cheapestColumns({ set, width, height }: Piece, part: number): Option | null {
    const gap = this.gutters[height]!;
    let best: Option | null = null;
    for (let left = 1; left < width; left++) {
      const first: Piece = { form: 'not-down', set: set ^ part, width: left, height };
      const second: Piece = { form: 'any', set: part, width: width - left, height };
      const cost = this.cost(first) + gap + this.cost(second);
      if (cost < (best?.cost ?? Infinity)) best = { kind: 'columns', first, second, gap, cost };
    }
    return best;
  }

  /** Heights of two pieces beside each other are one. */
  private beside(first: number, second: number, whole: number): void {
    const { gutters } = this;
    const { 'not-across': into, 'not-down': a, any: b } = this.tables;
    const [one, other] = [first * this.stride, second * this.stride];
    const last = Math.min(a.most[first]!, b.most[second]!);
    for (let height = Math.max(a.least[first]!, b.least[second]!); height <= last; height++) {
      into.lower(whole, height, a.costs[one + height]! + gutters[height]! + b.costs[other + height]!);
    }
  }

  /** Heights of two pieces under each other add, with a gap between them. */
  private under(first: number, second: number, whole: number, order: number): void {
    const { 'not-across': a, 'not-down': into, any: b } = this.tables;
    const [one, other] = [first * this.stride, second * this.stride];
    const { gaps, lines } = this;
    for (let above = a.least[first]!; above <= a.most[first]!; above++) {
      const own = a.costs[one + above]! + order;
      if (own === Infinity) continue;
      for (const gap of gaps) {
        const last = Math.min(b.most[second]!, lines - above - gap.lines);
        for (let below = b.least[second]!; below <= last; below++) {
          into.lower(whole, above + gap.lines + below, own + gap.cost + b.costs[other + below]!);
        }
      }
    }
  }

  /** The number of a piece in the tables. */
  private at(set: number, width: Columns): number {
    return set * this.columns + width - 1;
  }
}

/** White between rows, and what it costs. */
interface Gap {
  readonly lines: Lines;
  readonly cost: number;
}

const gapsOf = ({ min, max }: Range): readonly Gap[] =>
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
