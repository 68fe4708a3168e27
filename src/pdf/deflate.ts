/**
 * Deflating, beside what the thread is doing. Node's zlib finds repeats by hashes, which differ from processor to
 * processor; with Z_RLE it looks at the byte before only, and gives the same bytes everywhere (outlines, which most of
 * a file is, hold few repeats).
 */
import { promisify } from 'node:util';
import { constants, deflate as deflateWith } from 'node:zlib';

/** Names how bytes are deflated, for what is kept. */
export const DEFLATE = 'zlib, run lengths';

const zlib = promisify<Uint8Array, object, Buffer>(deflateWith);

/** Deflates bytes as a stream of PDF has them (zlib format). */
export const deflate = (data: Uint8Array): Promise<Uint8Array> =>
  // Room for all of it at once: otherwise the other thread hands it over in pieces of 16 kB.
  zlib(data, { strategy: constants.Z_RLE, chunkSize: data.length + (data.length >> 4) + 64 });
