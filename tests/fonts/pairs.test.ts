/** Latin and numbers put together from their pairs: as fontkit shapes them, and without it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openFace } from '../../src/fonts/face.js';
import { locateFont } from '../../src/fonts/files.js';
import type { KitGlyph } from '../../src/fonts/kept-facts.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-pairs-'));
afterAll(() => rmSync(root, { recursive: true }));

const SERIF = 'package:@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const SANS = 'package:@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf';
const WITH_CONTEXT = 'package:@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff';

/** A font with only its directory: it passes for the font, and has nothing that could be read. */
const hollow = (name: string): string => {
  const bytes = readFileSync(locateFont(name, root).path);
  const end = 12 + bytes.readUInt16BE(4) * 16;
  const path = join(root, `hollow-${basename(name)}`);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, end), Buffer.alloc(bytes.length - end)]));
  return path;
};
const open = (name: string, cache: string) => openFace('face', locateFont(name, root), join(root, cache));

/** What fontkit says of a text, asked directly. */
const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
const asked = (name: string): ((text: string) => readonly KitGlyph[]) => {
  const font = fontkit.create(readFileSync(locateFont(name, root).path)) as import('fontkit').Font;
  return (text) => {
    const { glyphs, positions } = font.layout(text);
    return glyphs.map(({ id, codePoints }, index) => ({
      id,
      advance: positions[index]!.xAdvance / font.unitsPerEm,
      xOffset: positions[index]!.xOffset / font.unitsPerEm,
      yOffset: positions[index]!.yOffset / font.unitsPerEm,
      text: String.fromCodePoint(...codePoints),
    }));
  };
};

describe.each([SERIF, SANS])('%s', (name) => {
  const cache = basename(name);
  const word = 'AVATAR To-day, fly Wave-LT 7.4%';

  it('shapes numbers that were never seen, and words of pairs that were, without being read', () => {
    const first = open(name, cache);
    first.shape(word);
    first.keep();
    const again = openFace('face', { name: 'hollow', path: hollow(name), member: null, sum: null }, join(root, cache));
    const direct = asked(name);
    for (const text of ['2026', '31415.92', '12:30', '99.5%', '2021-12-03', 'TAR', 'VATA', 'day']) {
      expect(again.shape(text), text).toEqual(direct(text));
    }
  });

  it('knows all vertical forms when it knows one', () => {
    const face = open(name, cache);
    const marks = [...'「」（）—…，。一'].map((mark) => face.glyphOf(mark.codePointAt(0)!));
    const forms = marks.map(face.verticalForm);
    expect(forms[0]).not.toBe(marks[0]);
    expect(forms.at(-1)).toBe(marks.at(-1));
    const other = open(name, 'vertical');
    other.verticalForm(marks[0]!);
    other.keep();
    const again = openFace(
      'face',
      { name: 'hollow', path: hollow(name), member: null, sum: null },
      join(root, 'vertical'),
    );
    expect(marks.map(again.verticalForm)).toEqual(forms);
  });

  it('has every number and every run of known pairs as fontkit has it', () => {
    const face = open(name, cache);
    const direct = asked(name);
    face.shape(word);
    const pairs = [...word].slice(1).map((_, at) => word.slice(at, at + 2));
    const run = fc.tuple(fc.constantFrom(...pairs), fc.array(fc.nat(), { maxLength: 12 })).map(([start, choices]) =>
      choices.reduce((text, choice) => {
        const next = pairs.filter((pair) => pair[0] === text.at(-1));
        return next.length === 0 ? text : text + next[choice % next.length]![1];
      }, start),
    );
    const number = fc
      .array(fc.constantFrom(...'0123456789.,:%/-'), { minLength: 2, maxLength: 12 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(run, number), (text) => {
        expect(face.shape(text)).toEqual(direct(text));
      }),
      { numRuns: 300 },
    );
  });
});

it('leaves ligatures to fontkit', () => {
  const serif = open(SERIF, 'ligatures');
  const direct = asked(SERIF);
  for (const text of ['ff', 'fi', 'ffi', 'office', 'if', 'fif', 'official', 'of', 'ic', 'offices', 'ficio']) {
    expect(serif.shape(text), text).toEqual(direct(text));
  }
});

it('leaves to fontkit what the font changes by context: a colon between figures', () => {
  const kai = open(WITH_CONTEXT, 'context');
  const { font } = kai;
  kai.shape('2021');
  expect(kai.shape('20:21')[2]!.id).not.toBe(font.glyphForCodePoint(0x3a).id);
  for (const text of ['7:30', '12:30:59', '7:', ':30', '1,5', '31415.92', 'PDF/X-4', 'a:b']) {
    const { glyphs, positions } = font.layout(text);
    const direct = glyphs.map(({ id }, at) => [id, positions[at]!.xAdvance / font.unitsPerEm]);
    expect(
      kai.shape(text).map(({ id, advance }) => [id, advance]),
      text,
    ).toEqual(direct);
  }
});
