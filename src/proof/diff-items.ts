/** What has changed of a part's lines, pictures, rules, areas and QR codes, in words. */
import type { DumpItem } from './diff-read.js';
import { textChanges } from './text-changes.js';

/** A number and what there are so many of. */
export const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** What a part's lines of type were and are: more or fewer, larger or smaller, other words, another face or ink. */
export function describeText(part: string, before: readonly DumpItem[], after: readonly DumpItem[]): string[] {
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [`${part} is new: ${count(after.length, 'line')}`];
  if (after.length === 0) return [`${part} is gone`];
  const words: string[] = [];
  const [oldSize, newSize] = [sizeOf(before), sizeOf(after)];
  if (oldSize !== newSize)
    words.push(`${part} ${newSize > oldSize ? 'larger' : 'smaller'} (${oldSize} → ${newSize} pt)`);
  const lines = after.length - before.length;
  if (lines !== 0) words.push(`${part} ${count(Math.abs(lines), 'line')} ${lines > 0 ? 'longer' : 'shorter'}`);
  const [oldText, newText] = [before, after].map((items) => textOf(items, lines !== 0));
  if (oldText !== newText) words.push(`${part} text ${difference(oldText!, newText!)}`);
  const broken = lines === 0 ? before.filter(({ text }, index) => text !== after[index]!.text).length : 0;
  if (oldText === newText && broken > 0) words.push(`${part}: ${count(broken, 'line')} broken differently`);
  return [...words, ...(lines === 0 && broken === 0 ? linesInAnotherLook : allInAnotherLook)(part, before, after)];
}

/** What lines say together; `spaceless` where they are others, for at a line's end a space is not set. */
const textOf = (items: readonly DumpItem[], spaceless: boolean): string => {
  const text = items.map((item) => item.text).join('');
  return spaceless ? text.replace(/\s/g, '') : text;
};

const sizeOf = (items: readonly DumpItem[]): number => Math.max(...items.map(({ size }) => size));

const LOOKS = ['face', 'ink'] as const;

/** Lines that say the same, one by one. */
function linesInAnotherLook(part: string, before: readonly DumpItem[], after: readonly DumpItem[]): string[] {
  const pairs = after.map((item, index) => [before[index]!, item] as const);
  const looks = LOOKS.flatMap((look) => {
    const others = pairs.filter(([old, now]) => old[look] !== now[look]);
    const changes = new Set(others.map(([old, now]) => `${old[look]} → ${now[look]}`));
    return others.length === 0
      ? []
      : [`${part}: ${count(others.length, 'line')} in another ${look} (${listed(changes)})`];
  });
  // Another face or size spaces a line differently anyhow.
  const spaced = pairs.filter(
    ([old, now]) => old.face === now.face && old.size === now.size && old.extent !== now.extent,
  );
  return spaced.length === 0 ? looks : [...looks, `${part}: ${count(spaced.length, 'line')} spaced differently`];
}

/** Lines of which nobody can say which was which: only what was true of all of them, and is no more. */
function allInAnotherLook(part: string, before: readonly DumpItem[], after: readonly DumpItem[]): string[] {
  return LOOKS.flatMap((look) => {
    const [old, now] = [before, after].map((items) => new Set(items.map((item) => item[look])));
    if (old!.size !== 1 || now!.size !== 1 || listed(old!) === listed(now!)) return [];
    return [`${part} in another ${look} (${listed(old!)} → ${listed(now!)})`];
  });
}

/** Ways that one of several things changed in, that are told. */
const WAYS = 2;
const listed = (ways: ReadonlySet<string>): string =>
  [...[...ways].slice(0, WAYS), ...(ways.size > WAYS ? ['…'] : [])].join(', ');

/**
 * What a part's pictures, rules and areas were and are. That rules and areas have another size follows where the piece
 * `isResized`.
 */
export function describeOther(
  part: string,
  before: readonly DumpItem[],
  after: readonly DumpItem[],
  isResized: boolean,
): string[] {
  const kinds = ['image', 'rule', 'area', 'squares'] as const;
  return kinds.flatMap((kind) => {
    const [old, now] = [before, after].map((items) => items.filter((item) => item.kind === kind)) as [
      DumpItem[],
      DumpItem[],
    ];
    if (old.length !== now.length) return [`${part}: ${count(old.length, nameOf(kind))} → ${now.length}`];
    const pairs = now.map((item, index) => [old[index]!, item] as const);
    if (kind === 'image') return pairs.flatMap(([earlier, item]) => describePicture(earlier, item));
    const led = pairs.filter(([earlier, item]) => kind === 'squares' && earlier.text !== item.text);
    if (led.length > 0) return led.map(([{ text }, item]) => `the QR code leads to ${text} → ${item.text}`);
    const ways = new Map<string, number>();
    for (const [earlier, item] of pairs)
      for (const way of describeShape(earlier, item, isResized)) ways.set(way, (ways.get(way) ?? 0) + 1);
    return [...ways].map(([way, times]) => `${part}: ${count(times, nameOf(kind))} ${way}`);
  });
}

/** What an item is called. */
export const nameOf = (kind: DumpItem['kind']): string =>
  ({ text: 'line', image: 'picture', rule: 'rule', area: 'area', squares: 'QR code' })[kind];

function describePicture(before: DumpItem, after: DumpItem): string[] {
  if (before.text !== after.text) return [`picture ${before.text} → ${after.text}`];
  if (before.extent === after.extent) return [];
  const sizeIn = ({ extent }: DumpItem): string => extent.replace(/ crop .*/, '').replaceAll('.00', '');
  const sizes = [sizeIn(before), sizeIn(after)];
  return [sizes[0] === sizes[1] ? 'picture cropped otherwise' : `picture ${sizes[0]} → ${sizes[1]} pt`];
}

/** A rule's or an area's line, ink and size. */
function describeShape(before: DumpItem, after: DumpItem, isResized: boolean): string[] {
  const ways: string[] = [];
  if (before.thick !== after.thick)
    ways.push(`${after.thick > before.thick ? 'thicker' : 'thinner'} (${before.thick} → ${after.thick} pt)`);
  if (before.ink !== after.ink) ways.push(`in another ink (${before.ink || '0'} → ${after.ink || '0'})`);
  if (!isResized && before.extent !== after.extent)
    ways.push(`of another size (${before.extent} → ${after.extent} pt)`);
  return ways;
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
