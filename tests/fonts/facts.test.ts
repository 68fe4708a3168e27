import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/fonts/facts.js';
import { locateFont } from '../../src/fonts/files.js';
import { factsOf } from '../../src/fonts/kept-facts.js';
import { bytesOfFile, openTrueType, type TrueType } from '../../src/fonts/true-type.js';

const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');

describe.each([
  'package:@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'package:@expo-google-fonts/noto-sans-sc/900Black/NotoSansSC_900Black.ttf',
  'package:@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
])('%s', (name) => {
  const { path } = locateFont(name, '.');
  const font = openTrueType(bytesOfFile(path))!;

  it('says of itself what fontkit says of it', () => {
    expect(readFacts(font, 'id')).toEqual(factsOf(fontkit.create(readFileSync(path)) as Font, 'id'));
  });

  it('is called by its id where it has no name, and is as high as its letters where it does not say', () => {
    const without = (tag: string): TrueType => ({
      ...font,
      table: (asked) => (asked === tag ? null : font.table(asked)),
    });
    expect(readFacts(without('name'), 'id').postscriptName).toBe('id');
    expect(readFacts(without('OS/2'), 'id').capHeight).toBe(readFacts(font, 'id').ascent);
  });
});
