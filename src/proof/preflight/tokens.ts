/** Content streams → operators with their operands. */

export type Operand = number | string | Operand[] | Uint8Array | { readonly dictionary: true };

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** Names are given with their slash, strings as bytes; dictionaries only as a mark that they were there. */
export function* operationsOf(data: Uint8Array): Generator<Operation> {
  const reader = new Reader(data);
  let operands: Operand[] = [];
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (token instanceof Keyword) {
      if (token.word === 'ID') reader.skipInlineImage();
      else yield { operator: token.word, operands };
      operands = [];
    } else operands.push(token);
  }
}

class Keyword {
  constructor(readonly word: string) {}
}

class Reader {
  private at = 0;

  constructor(private readonly data: Uint8Array) {}

  next(): Operand | Keyword | null {
    this.skipSpace();
    if (this.at >= this.data.length) return null;
    const character = String.fromCharCode(this.data[this.at]!);
    switch (character) {
      case '/':
        this.at++;
        return `/${this.word()}`;
      case '(':
        return this.literal();
      case '<':
        if (this.data[this.at + 1] === 0x3c) return this.dictionary();
        return this.hex();
      case '[':
        return this.array();
      case ']':
      case '>':
      case ')':
      case '{':
      case '}':
        this.at++;
        return this.next();
      default: {
        const word = this.word();
        const number = Number(word);
        if (word !== '' && !Number.isNaN(number)) return number;
        if (word === '') this.at++;
        return new Keyword(word);
      }
    }
  }

  /** After `ID`: data up to the `EI` that stands between spaces. */
  skipInlineImage(): void {
    const end = Buffer.from(this.data.buffer, this.data.byteOffset, this.data.length);
    for (let at = end.indexOf('EI', this.at); at >= 0; at = end.indexOf('EI', at + 1)) {
      if (SPACE.has(this.data[at - 1]!) && (at + 2 >= this.data.length || SPACE.has(this.data[at + 2]!))) {
        this.at = at;
        return;
      }
    }
    this.at = this.data.length;
  }

  private skipSpace(): void {
    for (; this.at < this.data.length; this.at++) {
      const byte = this.data[this.at]!;
      if (byte === 0x25)
        while (this.at < this.data.length && this.data[this.at] !== 10 && this.data[this.at] !== 13) this.at++;
      else if (!SPACE.has(byte)) return;
    }
  }

  private word(): string {
    const from = this.at;
    while (this.at < this.data.length && !SPACE.has(this.data[this.at]!) && !DELIMITER.has(this.data[this.at]!))
      this.at++;
    return Buffer.from(this.data.subarray(from, this.at)).toString('latin1');
  }

  private literal(): Uint8Array {
    const bytes: number[] = [];
    let depth = 0;
    for (; this.at < this.data.length; this.at++) {
      const byte = this.data[this.at]!;
      if (byte === 0x5c) this.at++;
      else if (byte === 0x28 && depth++ === 0) continue;
      else if (byte === 0x29 && --depth === 0) break;
      bytes.push(this.data[this.at] ?? 0);
    }
    this.at++;
    return Uint8Array.from(bytes);
  }

  private hex(): Uint8Array {
    const end = this.data.indexOf(0x3e, this.at);
    const digits = Buffer.from(this.data.subarray(this.at + 1, end < 0 ? this.data.length : end)).toString('latin1');
    this.at = end < 0 ? this.data.length : end + 1;
    return Buffer.from(
      digits.replace(/\s/g, '').replace(/^((?:..)*.)$/, (all) => (all.length % 2 ? `${all}0` : all)),
      'hex',
    );
  }

  private array(): Operand[] {
    this.at++;
    const items: Operand[] = [];
    for (;;) {
      this.skipSpace();
      if (this.at >= this.data.length) return items;
      if (this.data[this.at] === 0x5d) {
        this.at++;
        return items;
      }
      const item = this.next();
      if (item !== null && !(item instanceof Keyword)) items.push(item);
    }
  }

  private dictionary(): { dictionary: true } {
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.at >= this.data.length) return { dictionary: true };
      if (this.data[this.at] === 0x3e && this.data[this.at + 1] === 0x3e) {
        this.at += 2;
        return { dictionary: true };
      }
      this.next();
    }
  }
}
