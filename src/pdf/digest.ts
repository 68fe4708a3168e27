/** Hashes of large streams, worked out once however many files they go into. */
import { createHash } from 'node:crypto';

const known = new WeakMap<Uint8Array, Buffer>();

/** SHA-256 of bytes that do not change any more. */
export const digestOf = (bytes: Uint8Array): Buffer => {
  let digest = known.get(bytes);
  if (digest === undefined) {
    digest = createHash('sha256').update(bytes).digest();
    known.set(bytes, digest);
  }
  return digest;
};
