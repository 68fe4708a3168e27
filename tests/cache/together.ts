import { inMemory, type Piece } from '../../src/cache/pieces.js';

/** All pieces of a file as one. */
export const together = (pieces: readonly Piece[]): Uint8Array => Buffer.concat(pieces.map(inMemory));
