/** The bytes of a file as they are written, and what its identity follows from. */
import { createHash } from 'node:crypto';
import type { Piece } from '../cache/pieces.js';
import { hashPiece } from './digest.js';

/** The bytes of a file under way, in pieces, with their hash. */
export class FileBytes {
  private readonly pieces: Piece[] = [];
  /** The lines since the last piece: made into bytes and hashed together, for there are hundreds. */
  private lines: string[] = [];
  private readonly hash = createHash('sha256');
  length = 0;

  /** Begins with bytes that are the same in every file of a kind. */
  constructor(head: Uint8Array) {
    this.put(head);
  }

  /** Adds a line (each character a byte), or bytes as they are, which are not copied. */
  write(data: string | Piece): void {
    if (typeof data === 'string') {
      this.lines.push(data);
      this.length += data.length + 1;
      return;
    }
    this.endLines();
    hashPiece(this.hash, data);
    this.put(data);
  }

  /** What follows from everything so far, and differs when and only when it does; `more` may tell two uses apart. */
  identity(more = ''): Buffer {
    this.endLines();
    return this.hash.copy().update(more).digest();
  }

  /** Everything, in order. */
  all(): readonly Piece[] {
    this.endLines();
    return this.pieces;
  }

  private put(bytes: Piece): void {
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
