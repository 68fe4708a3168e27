/** Whatever the source says to people has a form: words that are changed there must be changed here too. */
import { expect, it } from 'vitest';
import { LINE_LISTS, LINES } from '../../../src/cli/chinese.js';
import { SAID } from '../../../src/diagnostics/chinese/catalogue.js';
import { type Form, type Lists, patternOf, translated } from '../../../src/diagnostics/chinese/forms.js';
import { LISTS, SUGGESTIONS } from '../../../src/diagnostics/chinese/phrases.js';
import { type Prose, proseIn } from './prose.js';

/** Files whose texts go into PDFs, pages in the browser, reports and caches. */
const ELSEWHERE =
  /^(?:pdf\/(?:xmp|fonts\/to-unicode|colour|deflate|document|drawing\/(?:alone|black-type|stencil|write))|preview\/(?:svg|sketch|server|guard)|proof\/report-.*|makeup\/explain|page\/dump|fonts\/(?:face|kept-facts|pairs|shelf)|proof\/preflight\/walk\/(?:operators|inline-image))\.ts$/;
/** What else nobody is told: keys of caches, names of costs and kinds. */
const ASIDES = [
  'whole picture 3',
  'stand-in of ',
  'column ends and crossheads',
  'tables across columns',
  'drop cap left out',
  'columns made to end alike',
];
/** A form says the beginning of it, and a list the rest. */
const TWO_PARTS = [' cannot be written: a picture kept for it was changed meanwhile'];

const bare = (text: string): string => text.replace(/^[\s`“”]+|[\s`“”]+$/g, '');

/** Prose that is in no form; forms that take anything do not count. */
const lost = (prose: readonly Prose[], forms: readonly Form[], given: Lists): readonly Prose[] => {
  const telling = (list: readonly Form[]): readonly Form[] => list.filter(([english]) => !/^<[a-z]+>$/.test(english));
  const lists = Object.fromEntries(Object.entries(given).map(([name, list]) => [name, telling(list)]));
  const all = [...telling(forms), ...Object.values(lists).flat()];
  const known = all.flatMap(([english]) => patternOf(english).texts);
  return prose.filter(
    ({ text }) => !known.some((one) => one.includes(bare(text))) && translated(text, all, lists) === null,
  );
};

it('every diagnostic, hint and finding', () => {
  const said = Object.values(SAID).flatMap(({ messages, hints = [] }) => [...messages, ...hints]);
  const prose = proseIn('src').filter(
    ({ file, text }) =>
      !/^(?:cli|diagnostics)\/|^proof\/chinese\.ts$/.test(file) && !ELSEWHERE.test(file) && !ASIDES.includes(text),
  );
  expect(prose.length).toBeGreaterThan(350);
  // Lines of builds and of diff-issue are made there, too.
  const open = lost(prose, [...said, ...SUGGESTIONS, ...LINES], { ...LINE_LISTS, ...LISTS });
  expect(open.filter(({ text }) => !TWO_PARTS.includes(text))).toEqual([]);
});

it('every line and refusal of commands', () => {
  const prose = proseIn('src/cli', ['say', 'Refusal', 'refuse', 'InvalidArgumentError', 'told']);
  expect(prose.length).toBeGreaterThan(25);
  expect(lost(prose, LINES, LINE_LISTS)).toEqual([]);
});
