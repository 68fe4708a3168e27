/** One story's change in words: fewer lines, a smaller headline, other text, another crop. */
import { BODY_PARTS } from '../page/types.js';
import type { Box, DumpItem, DumpPage, Piece } from './diff-read.js';
import { textChanges } from './text-changes.js';

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
  const words = [...describeBox(before.box, after.box, pitch)];
  const parts = new Set([...before.items, ...after.items].map(({ part }) => part));
  const merged = [...parts].filter((part) => !isBody(part));
  const [oldBody, newBody] = [before, after].map(({ items }) => items.filter(({ part }) => isBody(part)));
  words.push(...describeText('body', oldBody!, newBody!));
  for (const part of merged) {
    const [old, now] = [before, after].map(({ items }) => items.filter((item) => item.part === part)) as [
      DumpItem[],
      DumpItem[],
    ];
    const text = ({ kind }: DumpItem): boolean => kind === 'text';
    words.push(...describeText(part, old.filter(text), now.filter(text)));
    words.push(
      ...describeOther(
        part,
        old.filter((item) => !text(item)),
        now.filter((item) => !text(item)),
      ),
    );
  }
  if (words.length === 0 && place(before) !== place(after)) words.push('its parts stand a little differently');
  return words;
}

const place = ({ box, items }: Piece): string =>
  JSON.stringify(items.map(({ x, y, ...rest }) => [Math.round((x - box.x) * 50), Math.round((y - box.y) * 50), rest]));

function describeBox(before: Box, after: Box, pitch: number): string[] {
  const words: string[] = [];
  const length = (value: number): string => {
    const lines = Math.abs(value) / pitch;
    if (pitch > 0 && Math.abs(lines - Math.round(lines)) < 0.02) return count(Math.round(lines), 'line');
    return `${(Math.abs(value) * (25.4 / 72)).toFixed(1)} mm`;
  };
  const say = (value: number, more: (text: string) => string, less: (text: string) => string): void => {
    if (Math.abs(value) > 0.05) words.push(value > 0 ? more(length(value)) : less(length(value)));
  };
  say(
    after.y - before.y,
    (by) => `stands ${by} lower`,
    (by) => `stands ${by} higher`,
  );
  const mm = (value: number): string => `${(Math.abs(value) * (25.4 / 72)).toFixed(1)} mm`;
  if (Math.abs(after.x - before.x) > 0.05) {
    words.push(`stands ${mm(after.x - before.x)} further ${after.x > before.x ? 'right' : 'left'}`);
  }
  say(
    after.height - before.height,
    (by) => `${by} taller`,
    (by) => `${by} shorter`,
  );
  if (Math.abs(after.width - before.width) > 0.05) {
    words.push(`${mm(after.width - before.width)} ${after.width > before.width ? 'wider' : 'narrower'}`);
  }
  return words;
}

function describeText(part: string, before: readonly DumpItem[], after: readonly DumpItem[]): string[] {
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [`${part} is new: ${count(after.length, 'line')}`];
  if (after.length === 0) return [`${part} is gone`];
  const words: string[] = [];
  const [oldSize, newSize] = [sizeOf(before), sizeOf(after)];
  if (oldSize !== newSize)
    words.push(`${part} ${newSize > oldSize ? 'larger' : 'smaller'} (${oldSize} → ${newSize} pt)`);
  const lines = after.length - before.length;
  if (lines !== 0) words.push(`${part} ${count(Math.abs(lines), 'line')} ${lines > 0 ? 'longer' : 'shorter'}`);
  const [oldText, newText] = [before, after].map((items) => items.map(({ text }) => text).join(''));
  if (oldText !== newText) {
    words.push(`${part} text ${difference(oldText!, newText!)}`);
  } else if (lines === 0 && oldSize === newSize) {
    const broken = before.filter(({ text }, index) => text !== after[index]!.text).length;
    const looks = before.filter(({ look, text }, index) => text === after[index]!.text && look !== after[index]!.look);
    if (broken > 0) words.push(`${part}: ${count(broken, 'line')} broken differently`);
    else if (looks.length > 0)
      words.push(`${part}: ${count(looks.length, 'line')} spaced, inked or lettered differently`);
  }
  return words;
}

const sizeOf = (items: readonly DumpItem[]): number => Math.max(...items.map(({ size }) => size));

function describeOther(part: string, before: readonly DumpItem[], after: readonly DumpItem[]): string[] {
  const kinds = ['image', 'rule', 'area', 'squares'] as const;
  return kinds.flatMap((kind) => {
    const [old, now] = [before, after].map((items) => items.filter((item) => item.kind === kind)) as [
      DumpItem[],
      DumpItem[],
    ];
    const name = NAMES[kind] ?? kind;
    if (old.length !== now.length) return [`${part}: ${count(old.length, name)} → ${now.length}`];
    const pairs = now.flatMap((item, index) => {
      const earlier = old[index]!;
      return item.look === earlier.look && item.text === earlier.text ? [] : [[earlier, item] as const];
    });
    if (kind === 'squares') {
      const leads = pairs.filter(([earlier, item]) => earlier.text !== item.text);
      if (leads.length > 0) return leads.map(([{ text }, item]) => `the QR code leads to ${text} → ${item.text}`);
    }
    if (kind === 'image') return pairs.map(([earlier, item]) => describePicture(earlier, item));
    return pairs.length === 0 ? [] : [`${part}: ${count(pairs.length, name)} of another extent or ink`];
  });
}

/** What people call the kinds of items that have another name in a dump. */
const NAMES: Partial<Record<DumpItem['kind'], string>> = { image: 'picture', squares: 'QR code' };

function describePicture(before: DumpItem, after: DumpItem): string {
  if (before.text !== after.text) return `picture ${before.text} → ${after.text}`;
  const sizeIn = ({ look }: DumpItem): string => look.replace(/ crop .*/, '').replaceAll('.00', '');
  const sizes = [sizeIn(before), sizeIn(after)];
  return sizes[0] === sizes[1] ? 'picture cropped otherwise' : `picture ${sizes[0]} → ${sizes[1]} pt`;
}

const CONTEXT = 5;
const SHOWN = 24;
/** Changed stretches of one text that are told. */
const TOLD = 3;

/** The stretches that differ, with a little of what stands round them. */
export function difference(before: string, after: string): string {
  const [a, b] = [[...before], [...after]];
  const show = (text: readonly string[], from: number, to: number): string => {
    const middle = to - from > SHOWN ? `${text.slice(from, from + SHOWN).join('')}…` : text.slice(from, to).join('');
    const round = [text.slice(Math.max(0, from - CONTEXT), from), text.slice(to, to + CONTEXT)];
    return `“${round[0]!.join('')}【${middle}】${round[1]!.join('')}”`;
  };
  const changes = textChanges(a, b);
  const told = changes
    .slice(0, TOLD)
    .map(({ from, to, start, end }) => `${show(a, from, to)} → ${show(b, start, end)}`);
  const more = changes.length - TOLD;
  return [...told, ...(more > 0 ? [`and ${count(more, 'place')} more`] : [])].join(', ');
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
