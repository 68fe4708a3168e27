/** Whatever a story consists of and however long it is: what finds no place is its end, and nothing lies over anything. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saidIn } from '../../src/issue/body/said.js';
import type { Article, Block } from '../../src/issue/types.js';
import { type Box, overlap } from '../../src/makeup/faults/read.js';
import type { MadePage } from '../../src/makeup/page.js';
import { endsOf, textIn } from '../../src/page/stretches.js';
import { BODY_PARTS, type Tag } from '../../src/page/types.js';
import {
  article,
  body,
  crosshead,
  deskOf,
  layouts,
  make,
  paragraph,
  plan,
  qr,
  quotation,
  table,
  template,
} from './desk.js';
import { type Seen, seenIn } from './seen.js';

const { leading } = layouts.paper.grid;
const PARTS: readonly Tag['part'][] = [...BODY_PARTS, 'drop-cap', 'qr-words'];
const SAID = '桥上安装了一百二十盏节能路灯，天黑以后自动亮起，照亮回家的路。附近学校的学生再也不用绕行两公里。';

/** Blocks of one kind, so many lines or rows of them; its number tells each from the others. */
const blocksOf: Readonly<Record<string, (count: number, at: number) => readonly Block[]>> = {
  lines: (count, at) => Array.from({ length: count }, () => paragraph(`桥${at}通车。`)),
  text: (count, at) => [paragraph(`桥${at}${SAID.repeat(3).slice(0, count * 14)}。`)],
  head: (_, at) => [crosshead(`桥${at}`)],
  code: (count, at) => [qr(`扫${at}`, count > 4 ? 41 : 21)],
  rows: (count, at) =>
    table(
      at,
      // Of one line each: tables of longer rows stand across columns, away from their place in the text.
      Array.from({ length: count + 1 }, (_, row) => [`行${row}`, '桥灯']),
    ),
  verse: (count, at) =>
    quotation(
      at,
      Array.from({ length: count + 1 }, (_, line) => `桥${at}流水${line}，`),
    ),
};
const storyOf = (kinds: readonly (readonly [kind: string, count: number])[]): readonly Block[] => [
  ...kinds.flatMap(([kind, count], at) => blocksOf[kind]!(count, at)),
  paragraph('桥通了。'),
];
const stories = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(blocksOf)), fc.integer({ min: 1, max: 8 })), {
    minLength: 1,
    maxLength: 24,
  })
  .map(storyOf);
/** A code over a stanza that is parted as soon as columns are made to end alike. */
const CODE_OVER_VERSE = storyOf([
  ['lines', 3],
  ['lines', 1],
  ['rows', 3],
  ['code', 5],
  ['head', 1],
  ['verse', 8],
]);

const others = ['beside', 'other', 'last'].map((id) => article(id, { body: body(60) }));
const pagesOf = (only: Article, columns: number, height: number, dropCap: number, jumps: boolean) => {
  const tree = `
  columns:
    - rows:
        - { story: only, style: brief, height: ${height}${dropCap > 1 ? `, drop-cap: ${dropCap}` : ''} }
        - { story: beside, style: third-song }
      width: ${columns}
    - { story: other, style: third-song }`;
  const pages = [
    plan([1], ['page'], { only: 'only', beside: 'beside', other: 'other' }),
    plan([2], ['page'], { only: '+only', beside: 'last' }),
  ];
  return make(deskOf([template('page', tree)], [only, ...others], jumps ? pages : pages.slice(0, 1)));
};

/** What of the story's text stands on a page. */
const linesOn = ({ pages }: MadePage): readonly Seen[] =>
  pages
    .flatMap(({ frame }) => seenIn(frame))
    .filter(({ item, slot, parts }) => item.kind === 'glyphs' && slot === 'only' && PARTS.includes(parts.at(-1)!));
const saidOn = (made: MadePage): string =>
  linesOn(made)
    .map(({ item }) => (item.kind === 'glyphs' ? textIn(item.stretches) : ''))
    .join('');

/** Where lines of text and the squares of codes stand. */
const boxesOn = ({ pages }: MadePage): readonly Box[] =>
  pages
    .flatMap(({ frame }) => seenIn(frame))
    .flatMap(({ item, x, y, slot, parts }): readonly Box[] => {
      if (slot !== 'only' || parts.includes('overset')) return [];
      if (item.kind === 'squares') {
        const side = item.side * item.rows.length;
        return [{ left: x, top: y, right: x + side, bottom: y + side }];
      }
      const ends = item.kind === 'glyphs' ? endsOf(item.stretches) : null;
      if (item.kind !== 'glyphs' || ends === null) return [];
      const { size } = item;
      // Half of the last character, which may be a mark.
      const [left, right] = [x + ends.first.x * size, x + (ends.last.x + 0.5) * size];
      return [{ left, right, top: y - 0.8 * size, bottom: y + 0.05 * size }];
    });

const bare = (text: string): string => text.replace(/\s/g, '');

it('all of a story that finds no place is its end, nothing is parted that may not be, and nothing lies over anything', () => {
  fc.assert(
    fc.property(
      stories,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 18, max: 40 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (blocks, columns, height, dropCap, jumps) => {
        const only = article('only', { body: blocks });
        const made = pagesOf(only, columns, height, dropCap, jumps);
        const fits = made.flatMap(({ leaves }) =>
          leaves.flatMap(({ laidOut: { fit } }) => (fit?.id === 'only' ? [fit] : [])),
        );
        const { overset } = fits.at(-1)!;
        const [written, printed] = [bare(blocks.map(saidIn).join('')), bare(made.map(saidOn).join(''))];
        expect(printed).toBe(written.slice(0, written.length - overset.chars));
        expect(overset.chars > 0).toBe(overset.lines > 0);
        expect(fits.slice(0, -1).every((fit) => fit.overset.lines === 0)).toBe(true);
        for (const page of made) {
          const boxes = boxesOn(page);
          const foot = layouts.paper.typeArea.y + height * leading;
          expect(boxes.filter(({ bottom }) => bottom > foot)).toEqual([]);
          expect(boxes.filter((box, at) => boxes.slice(at + 1).some((own) => overlap(box, own)))).toEqual([]);
        }
      },
    ),
    { numRuns: 40, examples: [[CODE_OVER_VERSE, 1, 18, 2, true]] },
  );
});
