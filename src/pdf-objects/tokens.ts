/** Content streams → operators with their operands. */

/** A string, of which the checks need only the length: none of them reads text. */
export class Bytes {
  constructor(readonly length: number) {}
}

/** Names are given with their slash, true, false and null as words without; null stands for a dictionary. */
export type Operand = number | string | Bytes | null | readonly Operand[];

/** Gets an operator with its operands, which are good until the next one, and the bytes that all of it stands in. */
export type Visit = (operator: string, operands: readonly Operand[], from: number, to: number) => void;

/** Calls `visit` for one operator after the other, `fault` where what is read is no contents of a page. */
export const readOperations = (data: Uint8Array, visit: Visit, fault: (message: string) => void): void => {
  const reader = new Reader(data, fault);
  const operands: Operand[] = [];
  let from = 0;
  for (let token = reader.next(); token !== END; token = reader.next()) {
    if (token !== KEYWORD) operands.push(token);
    else {
      visit(reader.keyword, operands, from, reader.at);
      if (reader.keyword === 'ID') reader.skipInlineImage();
      operands.length = 0;
      from = reader.at;
    }
  }
  if (operands.length > 0) fault('the contents end without an operator: they break off');
};

const KEYWORD = Symbol('keyword');
const END = Symbol('end');

const [REGULAR, SPACE, DELIMITER] = [0, 1, 2];
/** What a byte is between tokens. */
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = SPACE;
for (const character of '()<>[]{}/%') KIND[character.charCodeAt(0)] = DELIMITER;

const [DIGIT, WHITE] = [1, 2];
/** What a byte is within a hexadecimal string. */
const IN_HEX = new Uint8Array(256);
for (const character of '0123456789abcdefABCDEF') IN_HEX[character.charCodeAt(0)] = DIGIT;
for (const byte of [9, 10, 11, 12, 13, 32, 160]) IN_HEX[byte] = WHITE;

/** Up to so many digits, a number and the power of ten that divides it are exact, and so is their quotient. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

const PLAIN = /^[-+\d.]*$/;

class Reader {
  /** The operator last read. */
  keyword = '';
  /** The byte behind what was read last. */
  at = 0;
  /** Short words met so far, by their bytes: a page has thousands of some ten different ones. */
  private readonly words = new Map<number, string>();
  private readonly strings = new Map<number, Bytes>();
  private readonly data: Buffer;

  constructor(
    data: Uint8Array,
    private readonly fault: (message: string) => void,
  ) {
    this.data = Buffer.from(data.buffer, data.byteOffset, data.length);
  }

  next(): Operand | typeof KEYWORD | typeof END {
    for (;;) {
      this.skipSpace();
      if (this.at >= this.data.length) return END;
      switch (this.data[this.at]!) {
        case 0x2f: // /
          this.at++;
          return `/${this.word()}`;
        case 0x28: // (
          return this.literal();
        case 0x3c: // <
          return this.data[this.at + 1] === 0x3c ? this.dictionary() : this.hex();
        case 0x5b: // [
          return this.array();
        case 0x5d: // what opens nothing here: ] > ) { }
        case 0x3e:
        case 0x29:
        case 0x7b:
        case 0x7d:
          this.fault(`the contents have “${String.fromCharCode(this.data[this.at]!)}”, which closes nothing`);
          this.at++;
          break;
        default:
          return this.plainNumber() ?? this.numberOrKeyword();
      }
    }
  }

  /** After `ID`: data up to the `EI` that stands between spaces. */
  skipInlineImage(): void {
    const { data } = this;
    const isSpace = (at: number): boolean => KIND[data[at]!] === SPACE;
    for (let at = data.indexOf('EI', this.at); at >= 0; at = data.indexOf('EI', at + 1)) {
      if (isSpace(at - 1) && (at + 2 >= data.length || isSpace(at + 2))) {
        this.at = at;
        return;
      }
    }
    this.at = data.length;
    this.brokenOff('a picture');
  }

  private brokenOff(within: string): void {
    this.fault(`the contents break off within ${within}`);
  }

  private skipSpace(): void {
    const { data } = this;
    let at = this.at;
    // Spaces and remarks come before all else in ASCII, letters and digits after.
    if (data[at]! > 0x25) return;
    for (; at < data.length; at++) {
      const byte = data[at]!;
      if (byte === 0x25) while (at < data.length && data[at] !== 10 && data[at] !== 13) at++;
      else if (KIND[byte] !== SPACE) break;
    }
    this.at = at;
  }

  /** A number as nearly all are written; others are left to `numberOrKeyword`. */
  private plainNumber(): number | undefined {
    const { data } = this;
    let at = this.at;
    const sign = data[at]!;
    if (sign === 0x2d || sign === 0x2b) at++;
    const first = at;
    let point = -1;
    let value = 0;
    for (; at < data.length; at++) {
      const byte = data[at]!;
      if (byte >= 0x30 && byte <= 0x39) value = value * 10 + byte - 0x30;
      else if (byte === 0x2e && point < 0) point = at;
      else break;
    }
    const digits = at - first - (point < 0 ? 0 : 1);
    if (digits === 0 || digits > EXACT_DIGITS) return undefined;
    if (at < data.length && KIND[data[at]!] === REGULAR) return undefined;
    this.at = at;
    if (point >= 0) value /= POWERS[at - point - 1]!;
    return sign === 0x2d ? -value : value;
  }

  private numberOrKeyword(): number | string | typeof KEYWORD {
    const word = this.word();
    const number = Number(word);
    // JavaScript knows more numbers than PDF: 1e5, 0x10, Infinity.
    if (!Number.isNaN(number) && PLAIN.test(word)) return number;
    if (word === 'true' || word === 'false' || word === 'null') return word;
    this.keyword = word;
    return KEYWORD;
  }

  private word(): string {
    const { data } = this;
    const from = this.at;
    let at = from;
    // The bytes in one number, as far as four of them go.
    let code = 0;
    for (; at < data.length && KIND[data[at]!] === REGULAR; at++) code = (code << 8) | data[at]!;
    this.at = at;
    if (at - from > 4) return data.toString('latin1', from, at);
    const known = this.words.get(code);
    if (known !== undefined) return known;
    const word = data.toString('latin1', from, at);
    this.words.set(code, word);
    return word;
  }

  private literal(): Bytes {
    const { data } = this;
    let length = 0;
    let depth = 0;
    let at = this.at;
    for (; at < data.length; at++) {
      const byte = data[at]!;
      if (byte === 0x5c) at++;
      else if (byte === 0x28 && depth++ === 0) continue;
      else if (byte === 0x29 && --depth === 0) break;
      length++;
    }
    if (at >= data.length) this.brokenOff('a string');
    this.at = at + 1;
    return this.bytes(length);
  }

  private hex(): Bytes {
    const { data } = this;
    let digits = 0;
    let at = this.at + 1;
    for (; at < data.length; at++) {
      const kind = IN_HEX[data[at]!];
      if (kind === DIGIT) digits++;
      else if (kind !== WHITE) break;
    }
    // At its end the last digit may be left out; what is no digit ends the data, not the string.
    const whole = at >= data.length || data[at] === 0x3e;
    if (!whole) this.fault('the contents have a string in “< >” of other characters than digits');
    while (at < data.length && data[at] !== 0x3e) at++;
    if (at >= data.length) this.brokenOff('a string');
    this.at = at < data.length ? at + 1 : at;
    return this.bytes(whole ? Math.ceil(digits / 2) : Math.floor(digits / 2));
  }

  /** The one value that stands for all strings of a length. */
  private bytes(length: number): Bytes {
    const known = this.strings.get(length);
    if (known !== undefined) return known;
    const made = new Bytes(length);
    this.strings.set(length, made);
    return made;
  }

  private array(): Operand[] {
    this.at++;
    const items: Operand[] = [];
    for (;;) {
      this.skipSpace();
      if (this.at >= this.data.length) {
        this.brokenOff('an array');
        return items;
      }
      const byte = this.data[this.at]!;
      if (byte === 0x5d) {
        this.at++;
        return items;
      }
      // Nearly all of a page are arrays of strings and numbers.
      const item = byte === 0x28 ? this.literal() : (this.plainNumber() ?? this.next());
      if (item === KEYWORD) this.fault('the contents have an operator within an array: it does not end');
      else if (item !== END) items.push(item);
    }
  }

  private dictionary(): null {
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.at >= this.data.length) {
        this.brokenOff('a dictionary');
        return null;
      }
      if (this.data[this.at] === 0x3e && this.data[this.at + 1] === 0x3e) {
        this.at += 2;
        return null;
      }
      if (this.next() === KEYWORD) this.fault('the contents have an operator within a dictionary: it does not end');
    }
  }
}
