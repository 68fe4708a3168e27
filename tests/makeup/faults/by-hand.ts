/** Pages put together by hand, and the faults that are found on them; whatever is told of these must have its Chinese form. */
import { faultDiagnostics, findFaults } from '../../../src/makeup/faults/find.js';
import type { Fault, SlotFact } from '../../../src/makeup/faults/types.js';
import { stretchesOf } from '../../../src/page/stretches.js';
import { BLACK, type Frame, type FrameItem, type Glyphs, type PlacedItem, type Tag } from '../../../src/page/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';
import { plan } from '../desk.js';

/** In pt. */
const PAGE = { width: 1000, height: 1500 };
/** Size of body copy, in pt. */
export const SIZE = 10;

/** A line of text. */
export const glyphs = (text: string, size: number, face: string, vertical = false): Glyphs => ({
  kind: 'glyphs',
  size,
  ink: BLACK,
  stretches: stretchesOf(
    [...text].map((char, index) => ({
      face,
      id: index,
      x: vertical ? 0 : index,
      y: vertical ? index : 0,
      text: char,
    })),
  ),
});
/** Something at a place of what holds it. */
export const at = (x: number, y: number, item: FrameItem): PlacedItem => ({ at: { x, y }, item });
/** A part of a story. */
export const group = (tag: Tag, width: number, height: number, children: readonly PlacedItem[]): FrameItem => ({
  kind: 'group',
  tag,
  frame: { size: { width, height }, children },
});
const image: FrameItem = {
  kind: 'image',
  file: 'x',
  size: { width: 100, height: 100 },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  alt: '',
};

/** A story of a page that is put together by hand. */
export interface Story {
  readonly at: readonly [x: number, y: number];
  readonly size: readonly [width: number, height: number];
  readonly headline?: readonly string[];
  readonly headlineSize?: number;
  readonly headlineWidth?: number;
  readonly face?: string;
  readonly vertical?: boolean;
  readonly box?: boolean;
  /** Lines of the body, each with its place; `paragraphs` are one group each. */
  readonly paragraphs?: readonly (readonly (readonly [x: number, y: number, text: string])[])[];
  readonly pictures?: readonly (readonly [x: number, y: number])[];
}

/** A story's group as make-up draws it. */
export const story = (slot: string, spec: Story): PlacedItem => {
  const [width, height] = spec.size;
  const size = spec.headlineSize ?? 20;
  const headline = (spec.headline ?? []).map((text, index) =>
    at(0, 20 + index * size * 1.2, glyphs(text, size, spec.face ?? 'hei', spec.vertical)),
  );
  return at(
    ...spec.at,
    group({ part: 'story', slot, story: slot }, width, height, [
      ...(spec.box ? [at(0, 0, { kind: 'area', size: { width, height } })] : []),
      ...(headline.length > 0
        ? [at(0, 0, group({ part: 'headline', story: slot }, spec.headlineWidth ?? width, 30, headline))]
        : []),
      ...(spec.paragraphs ?? []).map((lines) =>
        at(
          0,
          0,
          group(
            { part: 'paragraph', story: slot },
            width,
            height,
            lines.map(([x, y, text]) => at(x, y, glyphs(text, SIZE, 'song'))),
          ),
        ),
      ),
      ...(spec.pictures ?? []).map(([x, y]) => at(x, y, image)),
    ]),
  );
};
/** A page of these pieces. */
export const page = (...children: readonly PlacedItem[]): Frame => ({ size: PAGE, children });
const found = (frame: Frame, facts: Record<string, SlotFact> = {}): readonly Fault[] => {
  const faults = findFaults(frame, new Map(Object.entries(facts)));
  heldInChinese(faultDiagnostics(faults, plan([3], ['x'], {})));
  return faults;
};
/** The rules that a page breaks. */
export const rules = (frame: Frame, facts: Record<string, SlotFact> = {}): readonly string[] =>
  found(frame, facts).map(({ rule }) => rule);
/** The slots of the first fault of a rule; null where the page has none. */
export const only = (
  rule: string,
  frame: Frame,
  facts: Record<string, SlotFact> = {},
): readonly (string | null)[] | null => found(frame, facts).find((fault) => fault.rule === rule)?.slots ?? null;
