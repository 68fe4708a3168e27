/** A file whose bytes lie in pieces, as one row of bytes: to be read here and there, and by pdf-lib's parser. */
import { inMemory, type Piece } from '../cache/pieces.js';

/** The part of a piece's bytes that is looked at, by its place in the file. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

const NOTHING: Window = { from: 0, to: 0, bytes: new Uint8Array(0) };
/** How much of a file is searched at a time. */
const SEARCHED = 1 << 16;

/** Bytes of a file, by their place in it. */
export class FileView {
  readonly length: number;
  private readonly starts: readonly number[];
  private readonly loaded = new Map<Piece, Uint8Array>();
  private readonly standIns = new Map<Uint8Array, Piece>();
  private readonly begins = new WeakMap<Uint8Array, number>();
  private window = NOTHING;

  constructor(private readonly pieces: readonly Piece[]) {
    const starts = [0];
    for (const { length } of pieces) starts.push(starts.at(-1)! + length);
    this.starts = starts;
    this.length = starts.at(-1)!;
  }

  /** The byte at a place; undefined beyond the file. */
  byteAt(at: number): number | undefined {
    const { from, to, bytes } = this.window;
    return at >= from && at < to ? bytes[at - from] : this.moveTo(at);
  }

  /** Bytes from one place to before another: a piece itself where they are all of it, else a view or a copy. */
  slice(start: number, end: number): Piece {
    const [from, to] = [Math.min(Math.max(start, 0), this.length), Math.min(end, this.length)];
    if (to <= from) return NOTHING.bytes;
    const first = this.pieceAt(from);
    if (from === this.starts[first] && to === this.starts[first + 1]) return this.pieces[first]!;
    const parts: Uint8Array[] = [];
    for (let index = first; index < this.pieces.length && this.starts[index]! < to; index++) {
      const start = this.starts[index]!;
      parts.push(this.load(index).subarray(Math.max(from - start, 0), to - start));
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** The same as text, a character a byte. */
  text(start: number, end: number): string {
    const { buffer, byteOffset, byteLength } = inMemory(this.slice(start, end));
    return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  }

  /** Where a word stands next; -1 where it does not. */
  find(word: string, start: number): number {
    for (let from = start; from < this.length; from += SEARCHED) {
      const found = this.text(from, from + SEARCHED + word.length - 1).indexOf(word);
      if (found >= 0) return from + found;
    }
    return -1;
  }

  /** As `slice`, in memory: for what is not, an empty stand-in that `meant` knows. */
  sliceOrStandIn(start: number, end: number): Uint8Array {
    const piece = this.slice(start, end);
    if (piece instanceof Uint8Array) return piece;
    const standIn = new Uint8Array(0);
    this.standIns.set(standIn, piece);
    return standIn;
  }

  /** What stands where these bytes do. */
  meant(bytes: Uint8Array): Piece {
    return this.standIns.get(bytes) ?? bytes;
  }

  /** Notes where data begins whose end was looked for, as its length stands elsewhere in the file. */
  noteBeginning(data: Uint8Array, at: number): void {
    this.begins.set(data, at);
  }

  /** Where such data begins; undefined of other data. */
  beginningOf(data: Uint8Array): number | undefined {
    return this.begins.get(data);
  }

  private moveTo(at: number): number | undefined {
    if (!(at >= 0 && at < this.length)) return undefined;
    const index = this.pieceAt(at);
    this.window = { from: this.starts[index]!, to: this.starts[index + 1]!, bytes: this.load(index) };
    return this.window.bytes[at - this.window.from];
  }

  /** The piece that a place is in. */
  private pieceAt(at: number): number {
    let [low, high] = [0, this.pieces.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle + 1]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private load(index: number): Uint8Array {
    const piece = this.pieces[index]!;
    if (piece instanceof Uint8Array) return piece;
    const loaded = this.loaded.get(piece) ?? inMemory(piece);
    this.loaded.set(piece, loaded);
    return loaded;
  }
}

/** As much as is looked at for `endstream`, some space and `endobj`. */
const ENDING_BYTES = 30;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What pdf-lib's parser reads from, in place of its own stream of one row of bytes; the same functions. */
export class ViewStream {
  private at = 0;
  private lookedFor: number | null = null;

  constructor(private readonly view: FileView) {}

  moveTo(offset: number): void {
    this.at = offset;
  }

  next(): number | undefined {
    return this.view.byteAt(this.at++);
  }

  assertNext(expected: number): number | undefined {
    if (this.peek() !== expected) throw new Error(`byte ${expected} is not at ${this.at}`);
    return this.next();
  }

  peek(): number | undefined {
    return this.view.byteAt(this.at);
  }

  peekAhead(steps: number): number | undefined {
    return this.view.byteAt(this.at + steps);
  }

  peekAt(offset: number): number | undefined {
    return this.view.byteAt(offset);
  }

  done(): boolean {
    return this.at >= this.view.length;
  }

  offset(): number {
    return this.at;
  }

  slice(start: number, end: number): Uint8Array {
    const data = this.view.sliceOrStandIn(start, end);
    if (end === this.lookedFor) this.view.noteBeginning(data, start);
    return data;
  }

  /**
   * Moves behind the stream that is being read and gives its end, in place of pdf-lib's own way of looking for it:
   * that one takes `stream` within the data for another stream that begins.
   */
  skipStream(): number {
    const { view } = this;
    const word = 'endstream';
    const first = view.find(word, this.at);
    if (first < 0) throw new Error(`a stream at ${this.at} does not end`);
    let found = first;
    while (found >= 0 && !/^endstream\s*endobj/.test(view.text(found, found + ENDING_BYTES)))
      found = view.find(word, found + word.length);
    let end = found < 0 ? first : found;
    this.at = end + word.length;
    if (view.byteAt(end - 1) === LINE_FEED) end--;
    if (view.byteAt(end - 1) === CARRIAGE_RETURN) end--;
    this.lookedFor = end;
    return end;
  }

  position(): { line: number; column: number; offset: number } {
    return { line: 0, column: 0, offset: this.at };
  }
}
