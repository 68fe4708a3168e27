// What the program is compiled of, and whether that is still as it was. Dates only say where to look: those of a restored
// backup, an image's layer or a clock that was wrong are in no order. So they are held to be the same, never older or
// newer, and where they are not, what the files hold decides.
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

const SOURCES = ['src', 'bin', 'tsconfig.json', 'tsconfig.build.json', 'node_modules/.package-lock.json'];
const ABSENT = { throwIfNoEntry: false };

/** Where it is noted which bundle was made last, and of what. */
exports.noteIn = (root) => join(root, 'dist/built');

/** A note's text. */
exports.noteOf = ({ bundle, contents, dates }) => `${bundle} ${contents}\n${dates}`;

/** What is noted; null where nothing is. */
exports.noted = function noted(root) {
  try {
    const text = readFileSync(exports.noteIn(root), 'utf8');
    const end = text.indexOf('\n');
    const [bundle, contents] = text.slice(0, end).split(' ');
    return { bundle, contents, dates: text.slice(end + 1) };
  } catch {
    return null;
  }
};

/** A line of each source: its size, when it was saved, and when anything of it was changed. Every start waits for it. */
exports.datesOf = (root) => SOURCES.map((path) => datesUnder(root, path)).join('');

function datesUnder(root, path) {
  const facts = statSync(`${root}/${path}`, ABSENT);
  // Editors leave links that lead nowhere.
  if (facts === undefined) return '';
  if (!facts.isDirectory()) return `${path} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}\n`;
  let lines = '';
  for (const name of namesIn(root, path)) lines += datesUnder(root, `${path}/${name}`);
  return lines;
}

/** Hash of what the sources are called and hold. */
exports.contentsOf = function contentsOf(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const facts = statSync(`${root}/${path}`, ABSENT);
    if (facts === undefined) return;
    if (facts.isDirectory()) {
      for (const name of namesIn(root, path)) add(`${path}/${name}`);
      return;
    }
    const bytes = readFileSync(`${root}/${path}`);
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  };
  SOURCES.forEach(add);
  return hash.digest('hex');
};

/** In one order wherever the folder was copied to. */
const namesIn = (root, path) => readdirSync(`${root}/${path}`).sort();
