/** A story's pictures, in the place that its shape has for them. */
import { warning } from '../../../diagnostics/collector.js';
import type { Diagnostic } from '../../../diagnostics/types.js';
import type { Pt } from '../../../geometry/units.js';
import type { PlacedItem } from '../../../page/types.js';
import type { StoryNode } from '../../../template/types.js';
import { arrangementsOf, type Cell, keptIn } from '../../pictures/group.js';
import { type Captioning, captionIn, drawPictureWithCaption } from '../../pictures/picture.js';
import { group } from '../../text.js';
import { tablesPlace } from '../across/place.js';
import { roomAcross } from '../columns.js';
import { PICTURE_GAP } from '../shape.js';
import type { Drawing } from '../types.js';

/** What floating point may put on top of a whole number: 0.07 times 100 is 7.000000000000001. */
const NEAR = 1e-9;

/** White under a set-in picture's caption. */
export const PICTURE_FOOT: Pt = 2;

/** The story's pictures in their place in its shape; none where it shows none. */
export function cellsOf(drawing: Drawing): readonly Cell[] {
  const { node, part, style, plan, strip, setting } = drawing;
  const { desk, grid } = setting;
  const { picture: place } = node;
  const { columns, shape } = plan;
  if (place === null || shape.picture === null) return [];
  const { from, count, top, lines: all } = shape.picture;
  const tables = tablesPlace(drawing);
  const lines = tables === null ? all : tables.top - top - PICTURE_GAP;
  if (lines <= 0) return [];
  const room = roomAcross(columns, from, count, grid.foldIn(strip));
  const { pictures, names } = part.article;
  const captioning: Captioning = { place: place.caption, style, names, desk };
  const arrange = arrangementsOf(pictures, captioning, room);
  const cells = arrange(lines * grid.leading - PICTURE_FOOT)?.cells ?? [];
  return cells.map((cell) => ({ ...cell, caption: captionIn(cell.box, cell.picture, cell.caption, captioning) }));
}

/** Each picture with its caption, in a group of its own. */
export function drawPictures(
  cells: readonly Cell[],
  { part: { article }, style, plan: { columns, shape }, setting: { grid } }: Drawing,
): readonly PlacedItem[] {
  if (shape.picture === null) return [];
  const left = columns.columns[shape.picture.from]!.left;
  const top = shape.picture.top * grid.leading;
  return cells.map(({ picture, caption, at, size, box }) => ({
    at: { x: left + at.x, y: top + at.y },
    item: group(
      { part: 'picture', story: article.id },
      drawPictureWithCaption(picture, caption, box, size, article.id, style),
    ),
  }));
}

/** A picture of which less is shown than its slot says, or that leaves more of its place white. */
export function tooMuchCropped(cell: Cell, { slot, picture: place }: StoryNode): readonly Diagnostic[] {
  const { picture } = cell;
  const kept = keptIn(cell);
  if (place === null || kept >= place.keep) return [];
  // Away from each other, so that the two are never said to be one.
  const [is, least] = [`${Math.floor(kept * 100)} %`, `${Math.ceil(place.keep * 100 - NEAR)} %`];
  const message = picture.whole
    ? `the picture in slot “${slot}” fills ${is} of its place, and should fill ${least}`
    : `${is} of the picture in slot “${slot}” is shown, and ${least} should be`;
  const hint = `take a picture of another shape, shorten the text on the page, or let \`keep\` in the template be less`;
  return [warning('picture-cropped', message, { hint, span: picture.span })];
}
