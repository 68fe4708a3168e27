/** What a page paints, in painting order: the only view of a page that the drawing checks have. */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Box, Colour } from './state.js';

export type Drawn =
  | {
      readonly kind: 'text';
      readonly box: Box;
      readonly colour: Colour;
      readonly overprint: boolean;
      /** Points, as it stands on the page. */
      readonly size: number;
    }
  | {
      readonly kind: 'line';
      readonly box: Box;
      readonly colour: Colour;
      readonly overprint: boolean;
      readonly width: number;
    }
  | {
      readonly kind: 'area';
      readonly box: Box;
      readonly colour: Colour;
      readonly overprint: boolean;
      /** True where the box is just what is filled. */
      readonly rectangle: boolean;
    }
  | { readonly kind: 'image'; readonly box: Box; readonly ppi: number; readonly image: PDFObject };
