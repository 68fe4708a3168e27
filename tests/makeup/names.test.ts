/** Names that an article lists stay on one line wherever the article prints them (rule 6). */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/issue/types.js';
import { article, body, makeOne, picture, pieceIn } from './desk.js';

const NAME = '夏正伟';
const BEFORE = '桥上行人来往不绝，工人连夜赶工，两岸居民步行过桥只要三分钟，老人说等了三十年，孩子们在桥头放风筝，';

type WithText = (text: string) => Partial<Article>;

/** Whether a line's end parts a name that stands after so many characters of a part. */
const isParted = (
  part: string,
  before: number,
  tree: string,
  withText: WithText,
  names: readonly string[],
): boolean => {
  const said = `${BEFORE.slice(0, before)}${NAME}在桥头告诉记者，施工没有停过一天。`;
  const only = article('only', { names, body: body(11), ...withText(said) });
  const { texts } = pieceIn(makeOne(tree, { only, side: article('side', { body: body(62) }) }), 'only');
  const lines = texts.filter((text) => text.part === part).flatMap((text) => text.lines.map((line) => line.text));
  expect(lines.join('')).toBe(said);
  return lines.every((line) => !line.includes(NAME));
};

const UPRIGHT =
  '  rows:\n    - story: only\n      style: second\n      headline: left\n      height: 40\n    - story: side\n      style: third-hei';
const ACROSS =
  '  columns:\n    - story: only\n      style: third-song\n      width: 1\n      picture: { at: across, lines: 12..30 }\n    - story: side\n      style: third-song\n      width: 5';

const standfirst: WithText = (text) => ({ standfirst: text });
const caption: WithText = (text) => ({ pictures: [picture(900, 600, { caption: text })] });

describe('a name that the article lists', () => {
  it.each([
    ['standfirst', 36, ACROSS, standfirst],
    ['standfirst', 36, UPRIGHT, standfirst],
    ['caption', 33, ACROSS, caption],
  ] as const)('is not parted in a %s', (part, before, tree, withText) => {
    expect(isParted(part, before, tree, withText, [])).toBe(true);
    expect(isParted(part, before, tree, withText, [NAME])).toBe(false);
  });
});
