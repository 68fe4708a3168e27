/**
 * Which way round the rows of a tree stand. It costs the solver nothing, and decides where gutters meet: tried here on
 * the sizes that a tree was found for, before anything is made up.
 */
import type { Columns } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import type { Cut } from './ways.js';

/** Rows of pieces that are tried both ways round, at most: the outermost first. */
const MOST_TURNED = 5;

/** A tree with its rows the best way round, and what gutters that meet cost it still. */
export interface Arranged {
  readonly cut: Cut;
  readonly cost: number;
}

/** Where a piece's gutters stand, as columns from the region's left edge. */
interface Gutters {
  readonly width: Columns;
  readonly top: readonly Columns[];
  readonly foot: readonly Columns[];
  /** Those from its top to its foot. */
  readonly through: readonly Columns[];
  /** How many meet one of the piece under them. */
  readonly seams: number;
}

/** Turns rows of pieces round, but none with the weightiest story. `over` are gutters of what stands over the region. */
export function arranged(cut: Cut, over: readonly Columns[]): Arranged {
  let best: Arranged | null = null;
  for (let bits = 0; bits < 1 << Math.min(MOST_TURNED, turnable(cut)); bits++) {
    const turned = turn(cut, bits, 0).cut;
    const { top, through, seams } = guttersOf(turned, 0);
    const met = seams + both(over, top).length;
    const cost = met * COSTS.seam + (through.length > 0 ? COSTS.fault : 0);
    if (best === null || cost < best.cost) best = { cut: turned, cost };
  }
  return best!;
}

/** Rows of pieces that may stand either way round. */
const turnable = (cut: Cut): number =>
  cut.kind === 'story' ? 0 : cut.children.reduce((sum, child) => sum + turnable(child), mayTurn(cut) ? 1 : 0);

const mayTurn = (cut: Cut): boolean => cut.kind === 'columns' && !holdsFirst(cut);
const holdsFirst = (cut: Cut): boolean => (cut.kind === 'story' ? cut.story === 0 : cut.children.some(holdsFirst));

/** A tree with those of its rows turned round that have their bit set; `next` is the bit after them. */
function turn(cut: Cut, bits: number, first: number): { readonly cut: Cut; readonly next: number } {
  if (cut.kind === 'story') return { cut, next: first };
  const turns = mayTurn(cut);
  let next = first + (turns ? 1 : 0);
  const children = cut.children.map((child) => {
    const turned = turn(child, bits, next);
    next = turned.next;
    return turned.cut;
  });
  const isTurned = turns && ((bits >> first) & 1) === 1;
  return { cut: { ...cut, children: isTurned ? children.reverse() : children }, next };
}

function guttersOf(cut: Cut, from: Columns): Gutters {
  if (cut.kind === 'story') return { width: cut.width, top: [], foot: [], through: [], seams: 0 };
  if (cut.kind === 'rows') {
    const parts = cut.children.map((child) => guttersOf(child, from));
    const met = parts.slice(1).map(({ top }, index) => both(parts[index]!.foot, top).length);
    return {
      width: parts[0]!.width,
      top: parts[0]!.top,
      foot: parts.at(-1)!.foot,
      through: parts.map(({ through }) => through).reduce(both),
      seams: parts.reduce((sum, { seams }) => sum + seams, 0) + met.reduce((sum, count) => sum + count, 0),
    };
  }
  let at = from;
  const between: Columns[] = [];
  const parts = cut.children.map((child) => {
    const own = guttersOf(child, at);
    at += own.width;
    between.push(at);
    return own;
  });
  between.pop();
  const all = (edge: 'top' | 'foot' | 'through'): Columns[] => [...between, ...parts.flatMap((part) => part[edge])];
  const seams = parts.reduce((sum, part) => sum + part.seams, 0);
  return { width: at - from, top: all('top'), foot: all('foot'), through: all('through'), seams };
}

const both = (a: readonly Columns[], b: readonly Columns[]): readonly Columns[] => a.filter((one) => b.includes(one));
