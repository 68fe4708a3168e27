import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { locateFont } from '../../src/fonts/files.js';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const fonts = (await loadFonts(DEFAULT_FONTS, join(folder, 'cache'))).value!;
const point = (character: string): number => character.codePointAt(0)!;

describe('the roles that come with the program', () => {
  it('serve Han, marks and Latin, each from its own face', () => {
    for (const role of fonts.roles.filter((each) => each !== 'nameplate')) {
      for (const character of '咸宁，。“”《》A9') {
        expect(fonts.glyph(role, point(character)), `${role} ${character}`).toMatchObject({ source: 'own' });
      }
    }
    expect(fonts.glyph('song', point('永'))).toMatchObject({ face: 'NotoSerifSC_400Regular', advance: 1 });
  });

  it('have subscripts, fractions, accents and rare Han of names at least from Kai', () => {
    for (const role of fonts.roles.filter((each) => each !== 'nameplate')) {
      for (const character of '₂⁻⅓‱Łź𠮷𣲷') {
        expect(fonts.glyph(role, point(character)).source, `${role} ${character}`).not.toBe('none');
      }
    }
    // The word keeps its face.
    expect(fonts.shape('song-bold', 'CO₂').map(({ face }) => face)).toEqual([
      'NotoSerifSC_700Bold',
      'NotoSerifSC_700Bold',
      'lxgw-wenkai-latin-700-normal',
    ]);
  });

  it('fall back along the list, and say so', () => {
    expect(fonts.glyph('nameplate', point('咸')).source).toBe('own');
    expect(fonts.glyph('nameplate', point('℃'))).toMatchObject({ source: 'fallback', face: 'NotoSerifSC_900Black' });
    expect(fonts.glyph('song', 0x10ffff)).toMatchObject({ source: 'none', id: 0 });
  });

  it('shape Latin with ligatures, each character said once', () => {
    const text = 'office AV 35℃ e\u0301';
    const glyphs = fonts.shape('song', text);
    expect(glyphs.map((glyph) => glyph.text).join('')).toBe(text);
    expect(glyphs.every((glyph) => glyph.source === 'own')).toBe(true);
    expect(fonts.shape('song', text)).toBe(glyphs);
    expect(fonts.shape('nameplate', 'A\u2103B').map((glyph) => glyph.source)).toEqual(['own', 'fallback', 'own']);
  });

  it('shape a text alike whatever was asked of its glyphs before', async () => {
    const said = async (asks: boolean): Promise<readonly string[]> => {
      const cache = mkdtempSync(join(folder, 'asked-'));
      const own = (await loadFonts(DEFAULT_FONTS, cache)).value!;
      const quote = own.glyph('kai', point('“'));
      if (asks) own.inkBox(quote.face, quote.id);
      return own.shape('kai', '“Freespace”').map(({ text }) => text);
    };
    expect(await said(true)).toEqual([...'“Freespace”']);
    expect(await said(false)).toEqual([...'“Freespace”']);
  });

  it('have curly quotes in Latin as wide as their ink, whatever cell the font gives them', () => {
    for (const role of fonts.roles.filter((each) => each !== 'nameplate')) {
      for (const glyph of fonts.shape(role, '‘a’ “b” Runner’s').filter(({ text }) => /[‘’“”]/.test(text))) {
        const { xMin, xMax } = fonts.inkBox(glyph.face, glyph.id)!;
        const [before, after] = [glyph.xOffset + xMin, glyph.advance - glyph.xOffset - xMax];
        for (const white of [before, after]) expect(white, `${role} ${glyph.text}`).toBeGreaterThan(0);
        for (const white of [before, after]) expect(white, `${role} ${glyph.text}`).toBeLessThan(0.2);
      }
    }
  });

  it('give vertical forms and ink', () => {
    const comma = fonts.glyph('song', point('，'));
    const upright = fonts.inkBox(comma.face, comma.id)!;
    const vertical = fonts.inkBox(comma.face, fonts.verticalForm(comma.face, comma.id))!;
    expect(upright.xMax).toBeLessThan(0.5);
    expect(vertical.xMin).toBeGreaterThan(0.5);
    const han = fonts.glyph('song', point('永'));
    expect(fonts.verticalForm(han.face, han.id)).toBe(han.id);
    const space = fonts.glyph('song', 0x20);
    expect(fonts.inkBox(space.face, space.id)).toBeNull();
  });

  it('rebuild a damaged cache silently', async () => {
    const cache = join(folder, 'kept');
    const first = (await loadFonts(DEFAULT_FONTS, cache)).value!.glyph('kai', point('咸'));
    const [name] = readdirSync(cache);
    const kept = join(cache, name!);
    const good = readFileSync(kept);
    writeFileSync(kept, good.subarray(0, 5000));
    expect((await loadFonts(DEFAULT_FONTS, cache)).value!.glyph('kai', point('咸'))).toEqual(first);
    expect(readFileSync(kept).equals(good)).toBe(true);
  });
});

const BRUSH = 'package:@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf';
const brush = locateFont(BRUSH, folder).path;

/** A collection of whole fonts, one after the other. */
const collection = (...members: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(12 + members.length * 4);
  head.write('ttcf\0\x01\0\0', 'latin1');
  head.writeUInt32BE(members.length, 8);
  let start = head.length;
  const moved = members.map((font, index) => {
    head.writeUInt32BE(start, 12 + index * 4);
    const own = Buffer.from(font);
    for (let at = 12; at < 12 + own.readUInt16BE(4) * 16; at += 16) {
      own.writeUInt32BE(own.readUInt32BE(at + 8) + start, at + 8);
    }
    start += own.length;
    return own;
  });
  return Buffer.concat([head, ...moved]);
};

describe('what tells fonts from others', () => {
  it('is known from when they were checked: no file is read for it again', async () => {
    const [one, two] = ['known.ttf', 'known.ttc'].map((name) => join(folder, name));
    copyFileSync(brush, one!);
    const load = async (named: string) => (await loadFonts(write('known.yaml', `song: ${named}\n`), folder)).value!;
    const fonts = await load('known.ttf');
    const { identity } = await load('known.ttf');
    const before = identity();
    rmSync(one!);
    expect(fonts.identity()).toBe(before);
    // Of a collection no directory tells all, so that it is read once.
    writeFileSync(two!, collection(readFileSync(brush)));
    const member = await load('known.ttc#MaShanZheng-Regular');
    const first = member.identity();
    rmSync(two!);
    expect(member.identity()).toBe(first);
    expect(first).not.toBe(before);
  });
});

describe('a font list that is wrong', () => {
  const KAI = 'package:@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff';

  const codes = async (text: string): Promise<string[]> =>
    heldInChinese((await loadFonts(write('fonts.yaml', text), folder)).diagnostics).map(
      ({ code, message }) => `${code}: ${message}`,
    );

  it('names the role and the file', async () => {
    expect(await codes('song:\n  - absent.ttf\n')).toEqual([
      'font-missing: Font of the role “song”: absent.ttf is not there.',
    ]);
    const { diagnostics, value } = await loadFonts(write('a.yaml', 'song: package:no-such/font.ttf\n'));
    expect(value).toBeNull();
    expect(diagnostics[0]).toMatchObject({ hint: 'Run `npm ci`.', span: { start: 6, end: 30 } });
  });

  it('refuses what is no usable font', async () => {
    write('text.ttf', 'not a font');
    copyFileSync(write('w', 'wOF2....'), join(folder, 'web.woff2'));
    expect((await codes('song: text.ttf\n'))[0]).toMatch(/font-format: .* text\.ttf is no font/);
    expect((await codes('song: web.woff2\n'))[0]).toMatch(/font-format: .* WOFF2/);
    expect(await codes('song: 12\n')).toEqual([expect.stringMatching(/^value-invalid: .*must be a font file/)]);
    expect((await codes('{}\n'))[0]).toMatch(/^value-invalid: .*names no roles/);
    expect((await codes('song: []\n'))[0]).toMatch(/^value-invalid/);
    expect((await codes('- song\n'))[0]).toMatch(/^value-invalid/);
    expect((await codes('song: [\n'))[0]).toMatch(/yaml-syntax/);
    expect(heldInChinese((await loadFonts(join(folder, 'none.yaml'))).diagnostics)[0]!.code).toBe('fonts-unreadable');
  });

  it('says which font breaks off or lacks a table', async () => {
    const whole = readFileSync(brush);
    const cut = (name: string, bytes: Buffer, length: number): void =>
      writeFileSync(join(folder, name), bytes.subarray(0, length));
    cut('a.ttf', whole, 8);
    cut('b.ttf', whole, 200);
    cut('c.ttf', whole, whole.length - 1000);
    cut('d.otf', Buffer.concat([Buffer.from('OTTO'), whole.subarray(4)]), 3_000_000);
    cut('e.woff', readFileSync(locateFont(KAI, folder).path), 100_000);
    cut('f.ttc', collection(whole), 3_000_000);
    cut('g.ttc', collection(whole), 10);
    for (const file of ['a.ttf', 'b.ttf', 'c.ttf', 'd.otf', 'e.woff', 'f.ttc#MaShanZheng-Regular', 'g.ttc']) {
      expect(await codes(`song: ${file}\n`)).toEqual([`font-damaged: Font of the role “song”: ${file} breaks off.`]);
    }
    const without = (tag: string): Buffer => {
      const bytes = Buffer.from(whole);
      bytes.write('none', bytes.subarray(0, 1000).indexOf(tag), 'latin1');
      return bytes;
    };
    for (const tag of ['head', 'cmap', 'glyf']) {
      cut('without.ttf', without(tag), whole.length);
      expect((await codes('song: without.ttf\n'))[0]).toContain(`lacks the table “${tag}”`);
    }
  });

  it('says in which tables a font is damaged, once, until it is whole again', async () => {
    const whole = readFileSync(brush);
    const entryOf = (tag: string): number => whole.subarray(0, 1000).indexOf(tag, 0, 'latin1');
    const codesWith = (...tags: readonly string[]): Promise<string[]> => {
      const bytes = Buffer.from(whole);
      for (const tag of tags) bytes[whole.readUInt32BE(entryOf(tag) + 8) + 7]! ^= 1;
      writeFileSync(join(folder, 'spoilt.ttf'), bytes);
      return codes('song: spoilt.ttf\nhei: [spoilt.ttf]\n');
    };
    const told = (tables: string): string =>
      `font-damaged: Font of the role “song”: spoilt.ttf is damaged: by its checksums not all is right in ${tables}.`;
    expect(await codesWith('cmap')).toEqual([told('cmap')]);
    expect(await codesWith('glyf', 'head', 'GSUB')).toEqual([told('GSUB, glyf, head')]);
    expect(await codesWith('OS/2')).toEqual([]);
    expect(await codesWith('loca')).toEqual([told('loca')]);
    expect(await codesWith()).toEqual([]);
    writeFileSync(join(folder, 'spoilt.ttc'), collection(whole));
    expect(await codes('song: spoilt.ttc#MaShanZheng-Regular\n')).toEqual([]);
    const member = collection(whole);
    member[member.length - 1]! ^= 1;
    member[16 + whole.readUInt32BE(entryOf('hmtx') + 8)]! ^= 1;
    writeFileSync(join(folder, 'spoilt.ttc'), member);
    expect((await codes('song: spoilt.ttc#MaShanZheng-Regular\n'))[0]).toContain('not all is right in hmtx');
  });

  it('takes a font with wrong checksums where its sum says that it is meant, and no other file for it', async () => {
    const whole = readFileSync(brush);
    const place = whole.readUInt32BE(whole.subarray(0, 1000).indexOf('hmtx', 0, 'latin1') + 8);
    const widen = (advance: number): void => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt16BE(advance, place);
      writeFileSync(join(folder, 'maker.ttf'), bytes);
    };
    const load = (text: string) => loadFonts(write('fonts.yaml', text), folder);
    widen(321);
    const { hint } = (await load('song: maker.ttf\n')).diagnostics[0]!;
    const [named, sum] = hint!.match(/\{file: "maker\.ttf", sum: (x[0-9a-f]{12})\}/) ?? [];
    const taken = (await load(`song: ${named}\nhei: [${named}]\n`)).value!;
    const advanceIn = (fonts: typeof taken): number => fonts.face('maker').advance(0);
    const first = advanceIn(taken);
    taken.keep();

    widen(123);
    expect(await codes(`song: ${named}\n`)).toEqual([
      `font-sum: Font of the role “song”: maker.ttf is not the font that was meant: its sum is not ${sum}.`,
    ]);
    const other = (await load(`song: {file: maker.ttf, sum: ${sum}}\n`)).diagnostics[0]!.hint!.match(/sum: (x\w+)/)![1];
    const changed = (await load(`song: {file: maker.ttf, sum: ${other}}\n`)).value!;
    expect(advanceIn(changed) / first).toBeCloseTo(123 / 321);
    expect(changed.identity()).not.toBe(taken.identity());
    expect(await codes(`song: {file: ${KAI}, sum: x0}\n`)).toEqual([expect.stringMatching(/^font-sum: .* is packed/)]);
  });

  it('holds the name of one font to those that the file holds', async () => {
    const whole = readFileSync(brush);
    const other = Buffer.from(whole);
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const [from, to] = ['MaShanZheng-Regular', 'MaShanZheng-Another'].map((name) => {
        const bytes = Buffer.from(name, encoding);
        return encoding === 'utf16le' ? bytes.swap16() : bytes;
      });
      for (let at = other.indexOf(from!); at >= 0; at = other.indexOf(from!)) to!.copy(other, at);
    }
    writeFileSync(join(folder, 'two.ttc'), collection(whole, other));
    copyFileSync(brush, join(folder, 'one.ttf'));
    expect((await codes('song: two.ttc\n'))[0]).toContain('holds several fonts');
    const list = write('wrong.yaml', 'song: two.ttc#Wrong\n');
    const { value, diagnostics } = await loadFonts(list, folder);
    expect(value).toBeNull();
    expect(heldInChinese(diagnostics)).toMatchObject([
      {
        code: 'font-member',
        message: 'Font of the role “song”: two.ttc#Wrong holds no font of that name.',
        hint: 'It holds MaShanZheng-Regular, MaShanZheng-Another.',
        span: { file: list, start: 6, end: 19 },
      },
    ]);
    expect((await codes('song: one.ttf#MaShanZheng-Regular\n'))[0]).toMatch(/^font-member: .*file that is one font/);
    for (const name of ['MaShanZheng-Regular', 'MaShanZheng-Another']) {
      const set = (await loadFonts(write('right.yaml', `song: two.ttc#${name}\n`), folder)).value!;
      expect(set.glyph('song', point('咸'))).toMatchObject({ source: 'own', face: name });
    }
  });

  it('says which roles there are', async () => {
    const set = (await loadFonts(write('b.yaml', `song: ${BRUSH}\n`))).value!;
    expect(() => set.glyph('sung', 65)).toThrow('fonts.yaml has no role “sung”; it has song.');
  });
});
