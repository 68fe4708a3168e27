/** What a file is by its first bytes, whatever it is called: mail and telephones give pictures names that are not theirs. */
import { readSync } from 'node:fs';
import { withFile } from '../../cache/pieces.js';

/** Kinds that cannot be printed, as desks call them. */
const OTHERS: readonly (readonly [kind: string, start: RegExp])[] = [
  ['HEIC', /^....ftyphe[iv]/s],
  ['HEIF', /^....ftypm[is]f1/s],
  ['AVIF', /^....ftypavi/s],
  ['PSD', /^8BPS/],
  ['BMP', /^BM/],
  ['EPS', /^(?:%!PS|\xc5\xd0\xd3\xc6)/],
  ['CDR', /^RIFF....CDR/s],
  ['JPEG 2000', /^(?:....jP {2}|\xff\x4f\xff\x51)/s],
];

const PRINTED = /^(?:\xff\xd8\xff|\x89PNG|II\*\0|MM\0\*|RIFF....WEBP)/s;

/** What a file begins as. */
export interface PictureKind {
  /** JPEG, PNG, TIFF or WebP. */
  readonly isPrinted: boolean;
  /** The name of another kind; null where it is not known. */
  readonly other: string | null;
}

/** What a file begins as; as nothing that is known where it cannot be read. */
export const kindOf = (path: string): PictureKind => {
  const bytes = Buffer.alloc(12);
  try {
    withFile(path, 'r', (file) => readSync(file, bytes, 0, bytes.length, 0));
  } catch {
    // It was there a moment ago.
  }
  const start = bytes.toString('latin1');
  return { isPrinted: PRINTED.test(start), other: OTHERS.find(([, pattern]) => pattern.test(start))?.[0] ?? null };
};
