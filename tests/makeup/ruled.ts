/** What of tables stands on a made page: their cells, and their rules. */
import type { MadePage } from '../../src/makeup/page.js';
import type { Group, PlacedItem, Rule } from '../../src/page/types.js';
import { layouts, pieceIn } from './desk.js';

const { leading, bodySize: em } = layouts.paper.grid;

export interface Cell {
  readonly text: string;
  /** From its column's left edge, in ems; the line of the page it begins on. */
  readonly left: number;
  readonly right: number;
  readonly line: number;
  readonly face: string;
}

/** The cells of a slot's tables, as far as anything is written in them. */
export const cellsIn = (made: MadePage, slot = 'only'): readonly Cell[] => {
  const piece = pieceIn(made, slot);
  return piece.texts
    .filter(({ part }) => part === 'cell' || part === 'table-head')
    .flatMap(({ lines }) => lines)
    .map(({ text, box, start, baseline, face }) => ({
      text,
      left: Math.round(((box.left - start) / em) * 100) / 100,
      right: Math.round(((box.right - start) / em) * 100) / 100,
      line: Math.round((baseline - piece.box.top) / leading - 0.5),
      face,
    }));
};

/** A rule with its ends, from the left and the top of the piece: in ems and lines. */
export interface Ruled {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly width: number;
}

const groupIn = (made: MadePage, slot: string): Group => {
  const { item } = made.pages[0]!.frame.children.find(({ item }) => item.kind === 'group' && item.tag.slot === slot)!;
  return item as Group;
};
export const rulesIn = (made: MadePage, slot = 'only'): readonly Ruled[] => {
  const within = ({ at, item }: PlacedItem): readonly Ruled[] => {
    if (item.kind === 'group') return item.frame.children.flatMap(within);
    if (item.kind !== 'rule') return [];
    const { to, width } = item as Rule;
    const round = (value: number): number => Math.round(value * 100) / 100;
    return [
      {
        from: [round(at.x / em), round(at.y / leading)],
        to: [round((at.x + to.x) / em), round((at.y + to.y) / leading)],
        width,
      },
    ];
  };
  return groupIn(made, slot).frame.children.flatMap(within);
};
