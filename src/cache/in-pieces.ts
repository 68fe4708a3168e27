/** Files read through in small pieces: memory that was written to before takes bytes faster than new memory. */
import { readSync } from 'node:fs';

const PIECE = Buffer.alloc(2 ** 16);

/** Hands out `length` bytes of an open file from `from` on; a piece is good until the next. Throws where it breaks off. */
export const inPieces = (file: number, from: number, length: number, take: (piece: Buffer) => void): void => {
  for (let done = 0; done < length; ) {
    const count = readSync(file, PIECE, 0, Math.min(PIECE.length, length - done), from + done);
    if (count === 0) throw new Error('a file breaks off');
    take(count === PIECE.length ? PIECE : PIECE.subarray(0, count));
    done += count;
  }
};
