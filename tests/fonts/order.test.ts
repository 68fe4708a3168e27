/** What a font says must follow from the font and the question alone: what is kept of it is kept for every later build. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import type { Fonts, Role } from '../../src/fonts/types.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-order-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXTS = ['“Freespace”', 'Freespace', 'Runner’s', '3.5%', '12,867', 'AV', 'office', 'é', 'e\u0301', '35℃', '‘a’'];
const CHARACTERS = ['“', '”', '’', 'F', 'e', '，', '。', '—', '咸', '1', '℃'];
const ROLES: readonly Role[] = ['song', 'kai', 'hei-bold'];

const questions = ROLES.flatMap((role) => [
  ...TEXTS.map((text) => ({ said: `shape ${role} ${text}`, ask: (fonts: Fonts): unknown => fonts.shape(role, text) })),
  ...CHARACTERS.flatMap((character) => {
    const code = character.codePointAt(0)!;
    return [
      { said: `glyph ${role} ${character}`, ask: (fonts: Fonts): unknown => fonts.glyph(role, code) },
      {
        said: `ink ${role} ${character}`,
        ask: (fonts: Fonts): unknown => {
          const { face, id } = fonts.glyph(role, code);
          return [fonts.inkBox(face, id), fonts.verticalForm(face, id)];
        },
      },
    ];
  }),
]);

/** All answers, by the question, of fonts of which nothing is kept. */
const answers = async (order: readonly number[]): Promise<ReadonlyMap<string, string>> => {
  const fonts = (await loadFonts(DEFAULT_FONTS, mkdtempSync(join(folder, 'cache-')))).value!;
  const told = order.map((at) => [questions[at]!.said, JSON.stringify(questions[at]!.ask(fonts))] as const);
  return new Map(told.sort(([a], [b]) => (a < b ? -1 : 1)));
};

it('fonts answer alike in whatever order they are asked', async () => {
  const all = questions.map((_, at) => at);
  const first = await answers(all);
  expect(await answers([...all].reverse())).toEqual(first);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (order) => {
      expect(await answers(order)).toEqual(first);
    }),
    { numRuns: 6 },
  );
});
