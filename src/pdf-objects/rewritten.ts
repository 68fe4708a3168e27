/** A stream with words put into it, or in the place of others. */
export class Rewritten {
  private readonly parts: Uint8Array[] = [];
  private copied = 0;

  constructor(private readonly data: Uint8Array) {}

  /** Puts words at a byte, in the place of those up to `then`. Bytes only go up. */
  put(at: number, words: string, then = at): void {
    this.parts.push(this.data.subarray(this.copied, at), Buffer.from(`\n${words}\n`));
    this.copied = then;
  }

  /** All of it; null where nothing was put. */
  finish(): Uint8Array | null {
    return this.parts.length === 0 ? null : Buffer.concat([...this.parts, this.data.subarray(this.copied)]);
  }
}
