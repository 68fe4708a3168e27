/** One story's change in words: fewer lines, a smaller headline, other text, another crop. */
import { BODY_PARTS } from '../page/types.js';
import { count, describeOther, describeText, nameOf } from './diff-items.js';
import type { Box, DumpItem, DumpPage, Piece } from './diff-read.js';

/** The commonest distance between lines that stand under each other: the page's lines, in pt. */
export function pitchOf({ pieces }: DumpPage): number {
  const counts = new Map<number, number>();
  for (const { items } of pieces) {
    for (const [index, item] of items.entries()) {
      const next = items[index + 1];
      if (item.kind !== 'text' || next?.kind !== 'text') continue;
      const step = Math.round((next.y - item.y) * 100) / 100;
      if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Whether a part belongs to the running text. */
const isBody = (part: string): boolean => part === 'drop-cap' || BODY_PARTS.some((one) => one === part);

/** Everything that differs; nothing where the two are the same. */
export function describePiece(before: Piece, after: Piece, pitch: number): string[] {
  const parts = partsOf(before, after);
  const isResized = before.box.width !== after.box.width || before.box.height !== after.box.height;
  const words = [
    ...describeBox(before.box, after.box, pitch),
    ...parts.flatMap(({ part, old, now }) => {
      const [texts, others] = [isText, (item: DumpItem): boolean => !isText(item)];
      return [
        ...describeText(part, old.filter(texts), now.filter(texts)),
        ...describeOther(part, old.filter(others), now.filter(others), isResized),
      ];
    }),
  ];
  if (words.length > 0) return words;
  // What stands elsewhere in a piece that has changed follows from the change.
  const moved = parts.flatMap(({ part, old, now }) =>
    describePlaces(part, offsets(before.box, old, after.box, now), pitch),
  );
  if (moved.length > 0) return moved;
  return orderOf(before) === orderOf(after) ? [] : ['its parts stand in another order'];
}

const isText = ({ kind }: DumpItem): boolean => kind === 'text';
const orderOf = ({ items }: Piece): string => JSON.stringify(items.map(({ x: _x, y: _y, ...rest }) => rest));

/** Both states of each part, the running text first, as one; then the others in the order they stand. */
function partsOf(before: Piece, after: Piece): readonly { part: string; old: DumpItem[]; now: DumpItem[] }[] {
  const nameIn = ({ part, kind }: DumpItem): string => (isBody(part) && kind === 'text' ? 'body' : part);
  const names = new Set(['body', ...[...before.items, ...after.items].map(nameIn)]);
  const ofPart = (piece: Piece, part: string): DumpItem[] => piece.items.filter((item) => nameIn(item) === part);
  return [...names].map((part) => ({ part, old: ofPart(before, part), now: ofPart(after, part) }));
}

interface Offset {
  readonly kind: DumpItem['kind'];
  readonly x: number;
  readonly y: number;
}

/** How far each item stands from where it, or the like of it, stood in its piece; in pt. */
const offsets = (was: Box, old: readonly DumpItem[], is: Box, now: readonly DumpItem[]): readonly Offset[] =>
  KINDS.flatMap((kind) => {
    const [before, after] = [old, now].map((items) => items.filter((item) => item.kind === kind));
    return after!.flatMap(({ x, y }, index) => {
      const earlier = before![index]!;
      const off = { kind, x: x - is.x - earlier.x + was.x, y: y - is.y - earlier.y + was.y };
      return Math.abs(off.x) > LEAST || Math.abs(off.y) > LEAST ? [off] : [];
    });
  });

const KINDS = ['text', 'image', 'rule', 'area', 'squares'] as const;
/** In pt. Dumps round to hundredths: less than half of one is no move. */
const LEAST = 0.005;
/** Different ways of one part's items to go that are told one by one. */
const WAYS = 3;

function describePlaces(part: string, moved: readonly Offset[], pitch: number): string[] {
  const ways = new Map<string, number>();
  for (const { kind, x, y } of moved) {
    const way = JSON.stringify([nameOf(kind), ...directions(x, y, pitch)]);
    ways.set(way, (ways.get(way) ?? 0) + 1);
  }
  if (ways.size > WAYS) return [`${part}: ${count(moved.length, 'piece')} stand elsewhere`];
  return [...ways].flatMap(([way, times]) => {
    const [name, ...wheres] = JSON.parse(way) as [string, ...string[]];
    return wheres.map((where) => `${part}: ${count(times, name)} ${where}`);
  });
}

/** Where something has gone that is so far from where it was. */
const directions = (x: number, y: number, pitch: number): readonly string[] => [
  ...(Math.abs(y) > LEAST ? [`${lengthOf(y, pitch)} ${y > 0 ? 'lower' : 'higher'}`] : []),
  ...(Math.abs(x) > LEAST ? [`${mm(x)} further ${x > 0 ? 'right' : 'left'}`] : []),
];

function describeBox(before: Box, after: Box, pitch: number): string[] {
  const isOther = (value: number): boolean => Math.abs(value) > LEAST;
  const [x, y] = [after.x - before.x, after.y - before.y];
  const [width, height] = [after.width - before.width, after.height - before.height];
  return [
    ...directions(x, y, pitch).map((where) => `stands ${where}`),
    ...(isOther(height) ? [`${lengthOf(height, pitch)} ${height > 0 ? 'taller' : 'shorter'}`] : []),
    ...(isOther(width) ? [`${mm(width)} ${width > 0 ? 'wider' : 'narrower'}`] : []),
  ];
}

/** A length in whole lines, else in millimetres. */
function lengthOf(value: number, pitch: number): string {
  const lines = Math.abs(value) / pitch;
  const whole = Math.round(lines);
  return pitch > 0 && whole > 0 && Math.abs(lines - whole) < 0.02 ? count(whole, 'line') : mm(value);
}

const mm = (value: number): string => {
  const length = Math.abs(value) * (25.4 / 72);
  return `${length < 0.1 ? length.toPrecision(1) : length.toFixed(1)} mm`;
};
