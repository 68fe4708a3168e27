/**
 * The colours of a picture, each once. To separate a colour takes ten times as long as to look it up, and a photograph
 * has many more pixels than colours.
 */

/** Colours in a row: they are a picture themselves, to be separated like one. */
export const COLOURS_A_ROW = 256;

/** The different colours of a picture. */
export interface Colours {
  /** Rows of RGB, three bytes a colour; the last row is filled up with black. */
  readonly rows: Uint8Array;
  /** Writes RGB pixels of the picture to `pixels` as their colours stand in `inks`, four bytes for each in `rows`. */
  spread(rgb: Uint8Array, inks: Uint8Array, pixels: Uint8Array): Uint8Array;
}

/** A bit for each of the 2²⁴ colours, in words of 32. */
const WORDS = 2 ** 24 / 32;

/** Tables that no picture uses now. They are large, and would wait long to be collected. */
const idle: Uint32Array[] = [];

/** As `coloursOf`, which hold as long as `work` lasts. */
export const withColours = async <T>(
  strips: Iterable<Uint8Array>,
  work: (colours: Colours) => Promise<T>,
): Promise<T> => {
  const tables = idle.pop()?.fill(0) ?? emptyTables();
  try {
    return await work(coloursOf(strips, tables));
  } finally {
    idle.push(tables);
  }
};

const emptyTables = (): Uint32Array => new Uint32Array(2 * WORDS);

/** The colours of RGB pixels, by value; a colour is found again by counting the bits before its own. */
export const coloursOf = (strips: Iterable<Uint8Array>, tables: Uint32Array = emptyTables()): Colours => {
  const present = tables.subarray(0, WORDS);
  for (const rgb of strips) mark(present, rgb);
  const before = tables.subarray(WORDS);
  let count = 0;
  for (let word = 0; word < WORDS; word++) {
    before[word] = count;
    if (present[word] !== 0) count += bitsIn(present[word]!);
  }
  return {
    rows: listed(present, count),
    spread: (rgb, inks, pixels) => {
      for (let at = 0, to = 0; at < rgb.length; at += 3, to += 4) {
        const colour = (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!;
        const word = colour >>> 5;
        const from = (before[word]! + bitsIn(present[word]! & ((1 << (colour & 31)) - 1))) * 4;
        pixels[to] = inks[from]!;
        pixels[to + 1] = inks[from + 1]!;
        pixels[to + 2] = inks[from + 2]!;
        pixels[to + 3] = inks[from + 3]!;
      }
      return pixels;
    },
  };
};

const mark = (present: Uint32Array, rgb: Uint8Array): void => {
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!;
    present[colour >>> 5]! |= 1 << (colour & 31);
  }
};

const listed = (present: Uint32Array, count: number): Uint8Array => {
  const rows = new Uint8Array(Math.ceil(count / COLOURS_A_ROW) * COLOURS_A_ROW * 3);
  let at = 0;
  for (let word = 0; word < WORDS; word++) {
    for (let left = present[word]!; left !== 0; left &= left - 1) {
      const colour = word * 32 + (31 - Math.clz32(left & -left));
      rows[at++] = colour >>> 16;
      rows[at++] = colour >>> 8;
      rows[at++] = colour;
    }
  }
  return rows;
};

/** How many bits of a word are set: in pairs, then in fours, then all bytes added up in the highest. */
const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
