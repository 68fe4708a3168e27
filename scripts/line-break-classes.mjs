// Writes src/typeset/line-break-classes.ts from the table of the `linebreak` package, whose unpacking takes longer than
// setting a page: `npm run line-break-classes`. A test holds that they agree.
import { writeFileSync } from 'node:fs';
import LineBreaker from 'linebreak';

const LAST = 0x10ffff;
const AL = 12;
const CM = 21;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const WIDTH = 112;

/** Dictionary scripts: LB1 of UAX #14 makes their marks CM, the package AL. */
const SOUTH_EAST_ASIAN = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x1950, 0x19df],
  [0x1a20, 0x1aaf],
  [0xa9e0, 0xa9ff],
  [0xaa60, 0xaadf],
];
const classOf = (code) => {
  const text = String.fromCodePoint(code);
  const own = new LineBreaker(text).nextCharClass();
  const isMark =
    SOUTH_EAST_ASIAN.some(([first, last]) => code >= first && code <= last) && /^[\p{Mn}\p{Mc}]$/u.test(text);
  return own === AL && isMark ? CM : own;
};

const runs = [];
for (let code = 0; code <= LAST; code++) {
  const own = classOf(code);
  const last = runs.at(-1);
  if (last?.own === own) last.length++;
  else runs.push({ own, length: 1 });
}
const classes = [...new Set(runs.map(({ own }) => own))].sort((a, b) => a - b);
const words = runs.map(({ own, length }) => `${length}${LETTERS[classes.indexOf(own)]}`);
const lines = [''];
for (const word of words) {
  if (lines.at(-1).length + word.length > WIDTH) lines.push('');
  lines[lines.length - 1] += word;
}
const text = `/**
 * UAX #14 classes of all code points after rule LB1, from the \`linebreak\` package's table (npm run line-break-classes).
 */

/** Numbers of the classes, by the letters A, B … */
export const CLASSES = [${classes.join(', ')}];

/** Runs of code points of one class, from 0 on: how many, and the class's letter. */
export const RUNS =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
writeFileSync(new URL('../src/typeset/characters/line-break-classes.ts', import.meta.url), text);
