import { describe, expect, it } from 'vitest';
import { openFontProgram } from '../../../../src/proof/preflight/file/font-program.js';
import { fonts } from '../../../pdf/pages.js';

const { face: faceName, id } = fonts.glyph('song', 'A'.codePointAt(0)!);
const face = fonts.face(faceName);
const subset = face.subset();
const place = subset.include(id);
const program = Buffer.from(subset.encode());
const open = (data: Uint8Array) => openFontProgram('FontFile2', undefined, data);

/** A CFF font of one glyph: header, names, Top DICT, strings, subroutines, outlines. */
const cffOf = (outlines: number, top = [28, outlines >> 8, outlines & 0xff, 17]): Buffer => {
  const index = (data: readonly number[]): number[] => [0, 1, 1, 1, 1 + data.length, ...data];
  return Buffer.from([1, 0, 4, 1, ...index([65]), ...index(top), 0, 0, 0, 0, ...index([14])]);
};
/** Where its outlines stand. */
const OUTLINES = 23;
const openCff = (data: Uint8Array) => openFontProgram('FontFile3', 'CIDFontType0C', data);

describe('a font program', () => {
  it('has the advances of its glyphs', () => {
    const advances = open(program)!;
    expect(advances.count).toBe(subset.count);
    expect(advances.of(place)).toBeCloseTo(face.advance(id) * 1000, 0);
    expect(advances.otherThan(advances.of(place), 1)).not.toContain(place);
    expect(advances.otherThan(advances.of(place) + 10, 1)).toContain(place);
  });

  it('cannot be opened wherever it breaks off', () => {
    for (let cut = 0; cut < program.length; cut += 7) expect(() => open(program.subarray(0, cut)), `${cut}`).toThrow();
  });

  it('gives an answer or throws, whatever byte of its tables is changed', () => {
    for (let at = 0; at < Math.min(program.length, 400); at++) {
      const changed = Buffer.from(program);
      changed[at] = changed[at]! ^ 0xff;
      try {
        open(changed);
      } catch (cause) {
        expect(cause).toBeInstanceOf(Error);
      }
    }
  });

  it('of CFF is followed to its outlines', () => {
    const cff = cffOf(OUTLINES);
    expect(openCff(cff)).toBeNull();
    for (let cut = 0; cut < cff.length; cut++) expect(() => openCff(cff.subarray(0, cut)), `${cut}`).toThrow();
    expect(() => openCff(cffOf(OUTLINES + 100))).toThrow();
    expect(() => openCff(cffOf(0, [139, 15]))).toThrow('without outlines');
    // Numbers of each form before the one that is wanted.
    const numbers = [139, 5, 247, 0, 251, 0, 29, 0, 0, 0, 1, 30, 0x1a, 0x2f, 12, 7];
    expect(openCff(cffOf(0, [...numbers, 28, 0, OUTLINES + numbers.length, 17]))).toBeNull();
  });

  it('of Type 1 begins as one', () => {
    expect(openFontProgram('FontFile', undefined, Buffer.from('%!PS-AdobeFont-1.0'))).toBeNull();
    expect(() => openFontProgram('FontFile', undefined, Buffer.from('none'))).toThrow('no Type 1 font');
  });
});
