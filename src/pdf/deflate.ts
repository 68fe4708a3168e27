/**
 * Deflating. Node's zlib finds repeats by hashes, which differ from processor to processor; with Z_RLE it looks at the
 * byte before only, and gives the same bytes everywhere (outlines, which most of a file is, hold few repeats). It is
 * done on the spot: handing pieces of some kilobytes to another thread and back takes longer, and pages are
 * painted and printed on two.
 */
import { constants, deflateSync } from 'node:zlib';

/** Names how bytes are deflated, for what is kept. */
export const DEFLATE = 'zlib, run lengths, small window';

/** A page's contents come out smaller. */
const PIECE_BYTES = 1 << 16;

/** Deflates bytes as a stream of PDF has them (zlib format). */
export const deflate = (data: Uint8Array): Uint8Array =>
  // Room for all of it at once, as a rule; and no more window than is looked back at, for to make one takes longer than
  // to use it.
  deflateSync(data, {
    strategy: constants.Z_RLE,
    windowBits: 10,
    chunkSize: Math.min(data.length + 1024, PIECE_BYTES),
  });
