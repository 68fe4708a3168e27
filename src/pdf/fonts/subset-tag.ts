import type { Piece } from '../../cache/pieces.js';
import { digestOf } from '../digest.js';

/** Six letters before a subset's name, that follow from its program, so that equal names mean equal fonts. */
export const subsetTag = (program: Piece): string =>
  [...digestOf(program).subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
