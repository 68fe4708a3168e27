/** What a page paints, in painting order: the only view of a page that the drawing checks have. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { type Box, meet } from '../../../pdf-objects/boxes.js';
import type { Colour } from './state.js';

/** One thing that is painted; boxes in points from the page’s lower left. */
export type Drawn = {
  readonly box: Box;
  /** What clipping leaves of it, at most; of text, of whose place too little is known, its box. */
  readonly seen: Box;
  /** Whether another hand drew it. */
  readonly artwork: boolean;
} & (
  | {
      readonly kind: 'text';
      readonly colour: Colour;
      readonly overprint: boolean;
      /** Points, as it stands on the page. */
      readonly size: number;
    }
  | {
      readonly kind: 'line';
      readonly colour: Colour;
      readonly overprint: boolean;
      /** White that overprints, and is not to be seen. */
      readonly vanishes: boolean;
      readonly width: number;
    }
  | {
      readonly kind: 'area';
      readonly colour: Colour;
      readonly overprint: boolean;
      readonly vanishes: boolean;
      /** True where the box is just what is filled. */
      readonly rectangle: boolean;
    }
  | {
      readonly kind: 'image';
      readonly ppi: number;
      /** Null where its data stands in the contents. */
      readonly image: PDFObject | null;
      /** What a stencil is painted in; null for a picture of colours of its own, which are in `space`. */
      readonly stencil: Colour | null;
      readonly space: PDFObject | undefined;
    }
);

/** What contents paint, in painting order. */
export interface Painted {
  readonly drawn: Drawn[];
  /** What is clipped away: it prints nothing, and must not be in the file all the same where its colour is forbidden. */
  readonly hidden: Drawn[];
}

/** Whether something that is painted later may leave the ink of what is in a box under its own. */
export const showsThrough = (box: Box, later: readonly Drawn[]): boolean =>
  later.some((item) => item.kind !== 'image' && item.overprint && meet(item.seen, box) !== null);
