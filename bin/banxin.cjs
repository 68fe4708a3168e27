#!/usr/bin/env node
// Runs the compiled program, compiling it first when a source has changed: `npm ci` and the first run leave it ready.
const { dirname, join } = require('node:path');
const { setEnvironmentData } = require('node:worker_threads');
const { contentsOf, datesOf, noted, noteIn, noteOf } = require('./sources.cjs');
const { growBy, start, sumsIn, turn } = require('./start.cjs');

/**
 * Linux's C library gives freed memory back to the system piece by piece, and takes it again: each new page of it costs
 * some 15 µs. Once a piece as large as this was freed, it keeps twice as much for use again. It is never written to.
 */
new ArrayBuffer(2 ** 21);

const root = dirname(__dirname);

/** The folder of the bundle that a note names; null where there is none that is whole. */
function bundled(note) {
  if (note === null) return null;
  const folder = join(root, 'dist/bundle', note.bundle);
  return sumsIn(folder) === null ? null : folder;
}

/** The folder of the bundle that was made of the sources as they are; null where there is none. */
async function ready() {
  const note = noted(root);
  const folder = bundled(note);
  if (folder === null) return null;
  const dates = datesOf(root);
  if (dates === note.dates) return folder;
  if (contentsOf(root) !== note.contents) return null;
  // Copied, or saved as they were.
  const { replaceFile } = await import('./bundle.mjs');
  try {
    replaceFile(noteIn(root), noteOf({ ...note, dates }));
  } catch {
    // Nobody may: the next start looks into them again.
  }
  return folder;
}

/** Starts the command once more, of a bundle made anew, and ends as it does. */
function again() {
  if (process.env[AGAIN] !== undefined) return;
  const { spawnSync } = require('node:child_process');
  const words = [...process.execArgv, ...process.argv.slice(1)];
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, [AGAIN]: '' } });
  process.exit(status ?? 2);
}
const AGAIN = 'BANXIN_AGAIN';

/**
 * V8 compiles anew what has run for a while, on cores that both threads need. A build ends before that pays, so V8 waits
 * some fifteen times longer with it, and compiles less of other functions into one; nor does it collect garbage with
 * more threads than the one that waits for it. What a page leaves behind is cleared away when it is a tenth of what is
 * kept: to use that room again takes less time than to touch new memory. Its words for that change, and it complains of
 * those it does not know: a Node that is not named here goes its own way.
 */
const PATIENT = '--no-maglev --invocation-count-for-turbofan=45000';
const COMMON =
  '--max-inlined-bytecode-size-cumulative=250 --no-parallel-scavenge --heap-growing-percent=10 --semi-space-growth-factor=4';
const BRIEF = {
  20: `--interrupt-budget=1000000 ${COMMON}`,
  ...Object.fromEntries([22, 23, 24, 25, 26].map((node) => [node, `${PATIENT} ${COMMON}`])),
};
const brief = BRIEF[process.versions.node.split('.')[0]] ?? '';
/**
 * New things keep the room that they have: to use it again takes less time than to touch new memory, and less of that
 * is needed. Of one page it is a megabyte; of more the four that it has grown to when the issue is read.
 */
const keepRoom = () => brief !== '' && growBy(1);
const host = {
  onePage: () => {
    turn('page-code', brief);
    keepRoom();
  },
  laid: keepRoom,
};

/** Goes on when all is said; where it could not be, the program ends as it says that. */
const whenSaid = (then) => (fault) => {
  if (!fault) then();
};

/** Whether this Node is one that package.json names: an older one would take a sound bundle for damaged. */
function isNodeKnown() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 2) || (major === 20 && minor >= 19);
}

async function run(command) {
  if (!isNodeKnown()) return (await import('./refuse.mjs')).refuseNode();
  let folder = command === 'compile' ? null : await ready();
  if (folder === null) {
    const { compile } = await import('./compile.mjs');
    if (!(await compile(root))) process.exit(2);
    folder = bundled(noted(root));
  }
  // Where a build is told of: Node makes them on being asked, of code that it keeps for the words V8 comes with alone.
  void [process.stdout, process.stderr];
  // The preview goes on, and gains by what V8 learns of it.
  if (command === 'preview') turn('preview-code', '');
  else turn('code', brief);
  setEnvironmentData('V8', brief);
  if (command !== 'compile') await start(folder, 'main.cjs', again).main(process.argv, host);
  // What is left (memory, the second thread) need not be taken apart piece by piece; the preview goes on.
  if (command === 'build-issue')
    process.stdout.write(
      '',
      whenSaid(() => process.stderr.write('', whenSaid(process.exit))),
    );
}

run(process.argv[2])
  .catch(async (fault) => (await import('./refuse.mjs')).refuse(root, fault))
  .catch(({ message }) => {
    // Not even what is to be said of it can be read.
    process.stderr.write(`banxin: ${message}\n`);
    process.exit(2);
  });
