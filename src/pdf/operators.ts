/** A content stream being written: operators as text, strings as the bytes of their codes. */

const FIRST_ROOM = 0x4000;
const [CR, OPEN, CLOSE, BACKSLASH, R] = [0x0d, 0x28, 0x29, 0x5c, 0x72];

export class Operators {
  private bytes = Buffer.allocUnsafe(FIRST_ROOM);
  private length = 0;

  /** Adds operators: ASCII. */
  write(text: string): void {
    this.makeRoom(text.length);
    this.length += this.bytes.write(text, this.length, 'latin1');
  }

  /** Adds a code of two bytes within a literal string (ISO 32000-1, 7.3.4.2). */
  code(code: number): void {
    this.makeRoom(4);
    this.byte(code >> 8);
    this.byte(code & 0xff);
  }

  /** Everything so far. */
  get content(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private byte(byte: number): void {
    if (byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === CR) {
      this.bytes[this.length++] = BACKSLASH;
      // A bare CR would be read as a line feed.
      this.bytes[this.length++] = byte === CR ? R : byte;
    } else this.bytes[this.length++] = byte;
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
