import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPress } from '../../../src/pdf/press/press.js';
import type { Press } from '../../../src/pdf/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-press-'));
afterAll(() => rmSync(root, { recursive: true }));

let press: Press;
beforeAll(async () => {
  press = (await loadPress(null, 'test condition')).value!;
});

describe('a press profile', () => {
  const said = async (bytes: Uint8Array): Promise<string> => {
    writeFileSync(join(root, 'press.icc'), bytes);
    const { value, diagnostics } = await loadPress({ file: join(root, 'press.icc') }, 'x');
    heldInChinese(diagnostics);
    return value === null ? diagnostics[0]!.message.replace(/.*press\.icc /, '') : 'taken';
  };

  it('is taken when it is for CMYK output, and refused with the reason otherwise', async () => {
    expect(await said(press.profile)).toBe('taken');
    expect(await said(Buffer.from('no profile'))).toBe('is no ICC profile.');
    expect(await said(press.profile.subarray(0, press.profile.length - 4))).toBe('is damaged: its length is wrong.');
    const black = sharp({ create: { width: 30, height: 30, channels: 3, background: 'black' } });
    const screen = await black.withIccProfile('srgb').png().toBuffer();
    expect(await said((await sharp(screen).metadata()).icc!)).toMatch(/^is of class “mntr”/);
    const missing = await loadPress({ file: join(root, 'none.icc') }, 'x');
    expect(heldInChinese(missing.diagnostics)[0]!.code).toBe('press-profile-missing');
  });

  it('is refused where the picture library would separate without it, and say nothing', async () => {
    const whole = Buffer.from(press.profile);
    const entryOf = (tag: string): number => whole.indexOf(tag, 128, 'latin1');
    const placeOf = (tag: string): readonly [number, number] => {
      const at = whole.readUInt32BE(entryOf(tag) + 4);
      return [at, at + whole.readUInt32BE(entryOf(tag) + 8)];
    };
    const changed = (change: (bytes: Buffer) => void): Promise<string> => {
      const bytes = Buffer.from(whole);
      change(bytes);
      return said(bytes);
    };
    expect(await changed((bytes) => bytes.fill(0, 20, 24))).toBe('is damaged: its header is wrong.');
    expect(await changed((bytes) => bytes.fill(0xff, 128, 132))).toBe('is damaged: its header is wrong.');
    expect(await changed((bytes) => bytes.fill(0xff, entryOf('B2A1') + 4, entryOf('B2A1') + 8))).toBe(
      'is damaged: its header is wrong.',
    );
    expect(await changed((bytes) => bytes.write('none', entryOf('B2A0'), 'latin1'))).toBe('lacks the table “B2A0”.');
    for (const tag of ['B2A1', 'A2B0']) {
      const [from, to] = placeOf(tag);
      const wrong = /^is damaged: its table “(?:B2A1|A2B[012])” is wrong\.$/;
      for (const damage of [
        (bytes: Buffer): unknown => bytes.fill(0, from, from + 4),
        (bytes: Buffer): unknown => bytes.fill(0, (from + to) >> 1, to),
        (bytes: Buffer): unknown => bytes.writeUInt8(3, from + 9) && bytes.writeUInt8(9, from + 8),
        (bytes: Buffer): unknown => bytes.writeUInt8(40, from + 10),
      ]) {
        expect(await changed((bytes) => void damage(bytes)), `${tag}: ${damage.toString()}`).toMatch(wrong);
      }
    }
    const signed = (bytes: Buffer): void => {
      bytes[8] = 4;
      bytes.fill(1, 84, 100);
    };
    expect(await changed(signed)).toBe('is damaged: it is not what its own checksum says.');
  });
});
