/** A content stream being written: text of which each character is a byte. */

const FIRST_ROOM = 0x4000;
const [OPEN, CLOSE, BACKSLASH, RETURN, LETTER_R] = [0x28, 0x29, 0x5c, 0x0d, 0x72];
const [MINUS, DIGIT_0] = [0x2d, 0x30];
/** Digits of the largest whole number that is written one by one. */
const DIGITS = 10;

/** Operators of a content stream as they come, in memory that grows. */
export class Operators {
  private bytes = Buffer.allocUnsafe(FIRST_ROOM);
  private length = 0;

  /** Adds operators. */
  write(text: string): void {
    this.makeRoom(text.length);
    this.length += this.bytes.write(text, this.length, 'latin1');
  }

  /** Adds a code of two bytes within a literal string. Thousands a page: no text is made of them first. */
  code(code: number): void {
    this.makeRoom(4);
    this.literal(code >> 8);
    this.literal(code & 0xff);
  }

  /** Adds a whole number of at most ten digits. */
  whole(value: number): void {
    this.makeRoom(DIGITS + 1);
    if (value < 0) this.bytes[this.length++] = MINUS;
    let left = Math.abs(value);
    let place = 1;
    while (place * 10 <= left) place *= 10;
    for (; place >= 1; place /= 10) {
      const digit = Math.floor(left / place);
      this.bytes[this.length++] = DIGIT_0 + digit;
      left -= digit * place;
    }
  }

  /** Adds a byte of a literal string (ISO 32000-1, 7.3.4.2): a bare CR would be read as a line feed. */
  private literal(byte: number): void {
    if (byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === RETURN) this.bytes[this.length++] = BACKSLASH;
    this.bytes[this.length++] = byte === RETURN ? LETTER_R : byte;
  }

  /** Everything so far. */
  get content(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
