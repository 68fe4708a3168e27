/** Hashes of large streams, worked out once however many files they go into. */
import { createHash, type Hash } from 'node:crypto';
import { inMemory, type Piece } from '../cache/pieces.js';

const known = new WeakMap<Uint8Array, Uint8Array>();

/** SHA-256 of bytes that do not change any more. */
export const digestOf = (piece: Piece): Uint8Array => {
  if (!(piece instanceof Uint8Array)) return piece.digest;
  let digest = known.get(piece);
  if (digest === undefined) {
    digest = createHash('sha256').update(piece).digest();
    known.set(piece, digest);
  }
  return digest;
};

/** What is longer than this is hashed once for all the files it goes into. */
const LONG = 4096;

/** Adds what tells a piece to a hash: its bytes, or the hash of them. */
export const hashPiece = (hash: Hash, piece: Piece): void => {
  hash.update(piece.length < LONG ? inMemory(piece) : digestOf(piece));
};

/** SHA-256 that tells a file by its pieces: equal digests, equal bytes. */
export const digestOfPieces = (pieces: readonly Piece[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(`${piece.length}\n`);
    hashPiece(hash, piece);
  }
  return hash.digest();
};
