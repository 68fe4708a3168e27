/** An advertisement: one picture that fills its place, or stands at its foot where nothing else takes the rest. */
import { warning } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { type Lines, mm, type Pt, type Size, toMm } from '../geometry/units.js';
import type { Picture } from '../issue/types.js';
import type { AdvertisementNode } from '../template/types.js';
import { COSTS } from './costs.js';
import { cropCost, keptShare, shownIn } from './pictures/picture.js';
import { curveOf } from './solve/curve.js';
import { group } from './text.js';
import type { Leaf, Setting } from './types.js';
import { withoutStory } from './without-story.js';

/**
 * An advertisement's leaf: any height its template allows, at what the white beside its picture costs, for it is never
 * cropped; one that is sold by its size is printed at that, wherever it stands.
 */
export function advertisementLeaf(node: AdvertisementNode, picture: Picture, { grid }: Setting): Leaf {
  const white = (width: Pt, height: Pt): number =>
    node.mm === undefined ? cropCost(keptShare(picture, width, height), KEEP) + shrunk(width, height) : 0;
  /** What it costs that it is printed much smaller than its slot would let it be: whoever paid for it would see that. */
  const shrunk = (width: Pt, height: Pt): number => {
    const tall = (width * picture.height) / picture.width;
    const isLetBe = (node.most ?? node.height.max) * grid.leading >= tall * SMALLEST;
    return isLetBe ? Math.max(0, SMALLEST - height / tall) * COSTS.advertisementShrunk : 0;
  };
  /** Lines of its place that stay white over it. */
  const over = (height: Lines): Lines => Math.max(0, height - (node.most ?? height));
  const costOf = (width: Pt, height: Lines): number =>
    white(width, (height - over(height)) * grid.leading) + over(height) * COSTS.advertisementWhite;
  return {
    bound: (strip) => curveOf(grid.lines, (h) => (h < 1 ? Infinity : costOf(grid.width(strip), h))),
    layOut: (strip, place) => {
      const height = place - over(place);
      const size = { width: grid.width(strip), height: height * grid.leading };
      // Sold by its size it is printed at that, in the middle of the columns and lines that it takes.
      const sold = node.mm === undefined ? size : { width: mm(node.mm.width), height: mm(node.mm.height) };
      const { at: inside, ...shown } = shownIn({ ...picture, whole: true }, sold.width, sold.height);
      const at = {
        x: (size.width - sold.width) / 2 + inside.x,
        y: (size.height - sold.height) / 2 + inside.y,
      };
      const image = { kind: 'image', file: picture.file, ...shown, alt: picture.alt } as const;
      const item = group({ part: 'advertisement', slot: node.slot }, { size, children: [{ at, item: image }] });
      const frame = {
        size: { width: size.width, height: place * grid.leading },
        children: [{ at: { x: 0, y: over(place) * grid.leading }, item }],
      };
      const said = [...misfit(node, picture, sold, grid.leading), ...alone(node, picture, over(place))];
      return withoutStory(frame, said);
    },
  };
}

/** An advertisement loses nothing: so much of its place it must fill, and what it does not is white. */
const KEEP = 0.97;

/** A share of the size that it has at the width of its place: a line or two less of it help a page to come out. */
const SMALLEST = 0.85;

/** What is to be said of one over which nothing stands. */
function alone({ slot }: AdvertisementNode, { span }: Picture, lines: Lines): readonly Diagnostic[] {
  if (lines === 0) return [];
  const message = `over the advertisement in slot “${slot}” ${lines} lines are white: nothing stands in the slots that share its place`;
  const hint = 'give a story to one of the empty slots, or choose another layout';
  return [warning('white', message, { hint, span })];
}

/** What is to be said of one that fills its place badly. */
function misfit({ slot, mm }: AdvertisementNode, picture: Picture, place: Size, leading: Pt): readonly Diagnostic[] {
  const { width, height } = place;
  if (keptShare(picture, width, height) >= KEEP) return [];
  const say = (message: string, hint: string): readonly Diagnostic[] => [
    warning('advertisement-size', message, { hint, span: picture.span }),
  ];
  const tall = (width * picture.height) / picture.width;
  if (mm !== undefined) {
    const sold = `sold at ${mm.width} × ${mm.height} mm`;
    return say(
      `the advertisement in slot “${slot}” is ${sold}, but its picture is ${Math.round(toMm(tall))} mm high at that width`,
      'have the picture made in the size that was sold',
    );
  }
  return say(
    `the advertisement in slot “${slot}” does not fill its place: at that width it is ${Math.round(tall / leading)} lines high, and has ${Math.round(height / leading)}`,
    'give its slot the lines it wants, cut the copy beside it, or have the picture made in the size of its place',
  );
}
