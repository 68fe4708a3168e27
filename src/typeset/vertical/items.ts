/** What changes in a paragraph's items when it is set vertically: Latin pieces stand upright or lie turned. */
import type { Fonts } from '../../fonts/types.js';
import type { Em } from '../../geometry/units.js';
import { isConnector, Kind } from '../characters/classes.js';
import { type Items, SQUEEZE_CLASSES } from '../linebreak/items.js';
import { latinRole, type Prepared, Squeeze } from '../prepare/prepare.js';

/** How a piece stands in a vertical line. */
export type Stance = 'upright' | 'cell' | 'stacked' | 'turned';

/** A paragraph's items as they are in vertical lines. */
export interface Setting {
  readonly items: Items;
  /** By piece. `cell`: a short number (12, 5G) side by side in one cell; `stacked`: letters or digits one under the other. */
  readonly stances: readonly Stance[];
}

/** In vertical lines these stand in the middle of a whole cell (clreq), so nothing of them is trimmed. */
const CENTRED = '！？：；';

/** 12, 120, and what is read as one word with its figure: 5G, 3D. */
const SHORT_NUMBER = /^\d{1,3}$|^\d[A-Z]$/;
const ACRONYM = /^[A-Z]{1,4}\d?$|^[A-Za-z]$/;

/** Digits side by side may stand out of their cell by so little: between lines there is more. */
const WIDEST_IN_CELL: Em = 1.25;

const stanceOf = (said: string, kind: Kind, width: Em): Stance => {
  if (kind !== Kind.latin) return 'upright';
  if (SHORT_NUMBER.test(said)) return width <= WIDEST_IN_CELL ? 'cell' : 'stacked';
  if (ACRONYM.test(said)) return 'stacked';
  return 'turned';
};

/** The items of a prepared paragraph with the lengths they have in a vertical line. */
export const verticalItems = ({ items, pieces, text, paragraph }: Prepared, fonts: Fonts): Setting => {
  const width = Float64Array.from(items.width);
  const glue = Float64Array.from(items.glue);
  const squeeze = Float64Array.from(items.squeeze);
  const stances = pieces.map(({ start, end, kind, item }) =>
    stanceOf(text.slice(start, end), kind, items.width[item]!),
  );
  for (const [row, stance] of stances.entries()) {
    const piece = pieces[row]!;
    const i = piece.item;
    if (CENTRED.includes(text[piece.start]!) && !isConnector(piece.kind)) {
      width[i] = 1;
      const cell = row * SQUEEZE_CLASSES + (piece.kind === Kind.comma ? Squeeze.comma : Squeeze.stop);
      if (squeeze[cell]! > 0) {
        squeeze[cell]! -= 0.5;
        glue[i]! -= 0.5;
      }
    }
    if (stance === 'cell') width[i] = 1;
    else if (stance === 'stacked') width[i] = piece.to - piece.from;
    else if (stance === 'turned') {
      width[i] = fonts
        .shape(latinRole(paragraph.runs[piece.run]!), text.slice(piece.start, piece.end))
        .reduce((sum, glyph) => sum + glyph.advance, 0);
    }
  }
  return { items: { ...items, width, glue, squeeze }, stances };
};
