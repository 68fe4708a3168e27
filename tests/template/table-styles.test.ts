import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readStyles } from '../../src/template/styles.js';
import type { StoryStyle } from '../../src/template/types.js';

const good = readFileSync('tests/template/good/styles.yaml', 'utf8').replace('font: song,', 'font: song, strong: hei,');
const newsIn = (text: string): StoryStyle => readStyles('styles.yaml', text, 15).value!.stories.get('news')!;
const withText = (styles: string): string => good.replace('headlines:', `${styles}headlines:`);

it('tables are set as the body, their heads in its face of strong words, where no styles are named for them', () => {
  const { body, table, tableHead } = newsIn(good);
  expect(table).toEqual(body);
  expect(tableHead).toEqual({ ...body, font: 'hei', align: 'center' });
});

it('or in the text styles called table and table-head, or those that the story names', () => {
  const table = '  table: { extends: body, size: 小五 }\n';
  expect(newsIn(withText(table))).toMatchObject({
    table: { font: 'song', size: 9 },
    tableHead: { font: 'hei', size: 9, align: 'center' },
  });
  const both = `${table}  table-head: { extends: table, font: kai, align: start }\n`;
  expect(newsIn(withText(both)).tableHead).toMatchObject({ font: 'kai', size: 9, align: 'start' });
  const named = withText(`${both}  prices: { extends: body, size: 六号 }\n`);
  expect(newsIn(`${named.trimEnd().slice(0, -2)}, table: prices }\n`).table.size).toBe(7.5);
});
