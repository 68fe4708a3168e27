/** The bytes of a file as they are written, and what its identity follows from. */
import { createHash } from 'node:crypto';
import { digestOf } from './digest.js';

/** What is longer than this is hashed once for all the files it goes into. */
const LONG = 4096;

export class FileBytes {
  private readonly pieces: Uint8Array[] = [];
  /** The lines since the last piece: made into bytes and hashed together, for there are hundreds. */
  private lines: string[] = [];
  private readonly hash = createHash('sha256');
  length = 0;

  /** Begins with bytes that are the same in every file of a kind. */
  constructor(head: Uint8Array) {
    this.put(head);
  }

  /** Adds a line (each character a byte), or bytes as they are: they are not copied before the end. */
  write(data: string | Uint8Array): void {
    if (typeof data === 'string') {
      this.lines.push(data);
      this.length += data.length + 1;
      return;
    }
    this.endLines();
    this.hash.update(data.length < LONG ? data : digestOf(data));
    this.put(data);
  }

  /** What follows from everything so far, and differs when and only when it does; `more` may tell two uses apart. */
  identity(more = ''): Buffer {
    this.endLines();
    return this.hash.copy().update(more).digest();
  }

  /** Everything in one piece. */
  all(): Uint8Array {
    this.endLines();
    return Buffer.concat(this.pieces, this.length);
  }

  private put(bytes: Uint8Array): void {
    this.pieces.push(bytes);
    this.length += bytes.length;
  }

  private endLines(): void {
    if (this.lines.length === 0) return;
    this.hash.update(this.lines.join(''));
    this.pieces.push(Buffer.from(`${this.lines.join('\n')}\n`, 'latin1'));
    this.lines = [];
  }
}
