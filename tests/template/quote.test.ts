import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readStyles } from '../../src/template/styles.js';
import type { StoryStyle } from '../../src/template/types.js';

const good = readFileSync('tests/template/good/styles.yaml', 'utf8');
const newsIn = (text: string): StoryStyle => readStyles('styles.yaml', text, 15).value!.stories.get('news')!;
const stressed = good.replace('font: song,', 'font: song, emphasis: kai,');

it('quotations are set as the body in its face of emphasis, two characters in, where no style is named for them', () => {
  const { body, quote } = newsIn(stressed);
  expect(quote).toEqual({ ...body, font: 'kai', emphasis: 'song', inset: 2 });
});

it('or in the text style called quote, or the one that the story names', () => {
  const named = stressed.replace(
    'headlines:',
    '  quote: { extends: body, font: hei, inset: 3 }\n  small: { extends: quote, inset: 0, size: 小五 }\nheadlines:',
  );
  expect(newsIn(named).quote).toMatchObject({ font: 'hei', inset: 3, indent: 2 });
  expect(newsIn(`${named.trimEnd().slice(0, -2)}, quote: small }\n`).quote).toMatchObject({ inset: 0, size: 9 });
});
