/** A content stream being written: text of which each character is a byte. */

const FIRST_ROOM = 0x4000;

export class Operators {
  private bytes = Buffer.allocUnsafe(FIRST_ROOM);
  private length = 0;

  /** Adds operators. */
  write(text: string): void {
    this.makeRoom(text.length);
    this.length += this.bytes.write(text, this.length, 'latin1');
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
