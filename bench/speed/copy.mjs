// Text-only pages from the sample issue's articles: the same copy for every program, and other copy in every round,
// so that nothing kept from an earlier round can help.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Slots of the layout `inside`, and how many characters its stories have on a page that comes out full. */
export const SLOTS = { top: 1900, 'middle-left': 1100, 'middle-right': 1000, 'foot-left': 1200, 'foot-right': 1200 };

/** Headlines and paragraphs of the sample issue, in the order of its files. */
export function poolOf(folder) {
  const headlines = [];
  const paragraphs = [];
  for (const name of readdirSync(folder).sort()) {
    const [, matter = '', body = ''] = readFileSync(join(folder, name), 'utf8').split(/^---$/m);
    headlines.push(parse(matter).headline);
    for (const block of body.split(/\n\s*\n/)) {
      const text = block.trim().replace(/[*`\\]|~~/g, '');
      if (text !== '' && !/^[#!\-|>\d]/.test(text)) paragraphs.push(text);
    }
  }
  return { headlines, paragraphs };
}

/** `count` pages of stories, beginning at another place of the pool for every `round`. */
export function pagesOf({ headlines, paragraphs }, count, round) {
  let at = round * 17;
  const next = () => paragraphs[at++ % paragraphs.length];
  return Array.from({ length: count }, (_, page) =>
    Object.entries(SLOTS).map(([slot, characters], index) => {
      const body = [];
      for (let length = 0; length < characters; ) {
        const text = next().slice(0, characters - length + 20);
        body.push(text);
        length += text.length;
      }
      const headline = headlines[(round + page * Object.keys(SLOTS).length + index) % headlines.length];
      return { slot, id: `page-${page + 1}-${slot}`, headline, body };
    }),
  );
}
