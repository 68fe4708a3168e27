// Starts the bundled program with V8's compiled code kept beside it (Node 22 has module.enableCompileCache; Node 20
// has not). Kept code that is stale, damaged or of another Node is made anew, silently.
const { randomUUID } = require('node:crypto');
const {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { getHeapCodeStatistics, setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { getEnvironmentData, isMainThread, setEnvironmentData } = require('node:worker_threads');
const { crc32 } = require('node:zlib');

const dynamicImport = (id) => import(id);

/**
 * How this thread runs: what the code is called that is kept of it, and what V8 is told. Each way needs other functions
 * of a script, and V8 takes no code that was kept when it was told something else.
 */
let way = { kept: 'code', words: '' };

/** From now on it runs another way. */
exports.turn = function turn(kept, words) {
  way = { kept, words };
  setFlagsFromString(words);
};

/**
 * By what V8 multiplies the room for new things when it gives them more, on all threads; 0: as it was told otherwise. A
 * script is compiled under the words that its kept code was compiled under: so this is told again after each.
 */
const growth = getEnvironmentData('growth') ?? new Int32Array(new SharedArrayBuffer(4));
setEnvironmentData('growth', growth);
const tellGrowth = () => {
  if (growth[0] > 0) setFlagsFromString(`--semi-space-growth-factor=${growth[0]}`);
};

/** From now on new things get so many times the room when they need more; 1: no more than they have. */
exports.growBy = function growBy(factor) {
  growth[0] = factor;
  tellGrowth();
};

/** Scripts that run here, how the program ran, and how much code was kept of them; 0: none that serves. */
const loaded = [];

/** Holds the checksums of a bundle's scripts, by their names: which bundle it is. */
const NAME = 'name';
/** Those checksums; null where there is no whole bundle. */
exports.sumsIn = function sumsIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, NAME), 'latin1'));
  } catch {
    return null;
  }
};

/** What the system may run out of: no script is to blame. */
const LACKS = new Set(['EMFILE', 'ENFILE', 'ENOMEM']);

/**
 * The exports of a bundle's script. A script that is gone or damaged has the bundle made anew at the next start; `again`
 * is that start, where there is to be one at once.
 */
exports.start = function start(folder, entry = 'main.cjs', again = () => undefined) {
  const sums = exports.sumsIn(folder) ?? {};
  const sound = (name) => {
    try {
      return compile(join(folder, name), sums[name]);
    } catch (fault) {
      if (LACKS.has(fault.code)) throw fault;
      rmSync(join(folder, NAME), { force: true, recursive: true });
      again();
      throw fault;
    }
  };
  const modules = new Map();
  const outside = createRequire(join(folder, entry));
  const load = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    loaded.push({ file: join(folder, name), way, ...sound(name) });
    const { script } = loaded.at(-1);
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
    requireFrom.resolve = outside.resolve;
    script.runInThisContext()(module.exports, requireFrom, module, join(folder, name), folder, dynamicImport);
    return module.exports;
  };
  // The second thread is ended from outside, and keeps its code before.
  if (isMainThread) process.once('exit', exports.keepCode);
  return load(entry);
};

/**
 * Keeps the code at the end, when the functions that a run needs are compiled. The first run of all may have needed few,
 * for its pages were printed before: so it is kept anew where a run has compiled more.
 */
exports.keepCode = function keepCode() {
  const scripts = loaded.splice(0);
  const wanted = hasMore(scripts) ? scripts : scripts.filter(({ kept }) => kept === 0);
  for (const { file, script, sum, way, kept } of wanted) {
    setFlagsFromString(way.words);
    const data = script.createCachedData();
    // Not kept where nobody may: the next start compiles again.
    if (data.length > kept) put(keptName(file, way), Buffer.concat([data, sumOf(sum, data)]));
  }
};

/** More code by so much is worth keeping: to make all of it anew takes a hundredth of a second. */
const WORTH = 1.01;
/**
 * To count code takes 2 ms, which a desk that builds every minute would spend for nothing: where so many runs in a row
 * had no more, nobody looks again for some time.
 */
const LOOKS = 8;
const REST_MS = 600_000;

/**
 * Whether these scripts have more code by now than at the end of any run of just them. It is noted how much that is, and
 * how many looks found no more; the note's own date says when the last was.
 */
function hasMore(scripts) {
  if (scripts.length === 0) return false;
  const names = scripts.map(({ file, way }) => basename(keptName(file, way))).sort();
  const note = join(dirname(scripts[0].file), `most-${crc32(names.join()).toString(16)}`);
  let [most, looks] = [0, 0];
  try {
    [most, looks] = readFileSync(note, 'latin1').split(' ').map(Number);
    if (looks >= LOOKS && Math.abs(Date.now() - statSync(note).mtimeMs) < REST_MS) return false;
  } catch {
    // There was no such run.
  }
  const size = getHeapCodeStatistics().bytecode_and_metadata_size;
  // What is damaged counts as nothing.
  const isMore = !(size <= most * WORTH);
  // Where it cannot be noted nothing could be kept, either.
  return put(note, isMore ? `${size} 0` : `${most} ${looks + 1}`) && isMore;
}

function compile(file, known) {
  // A function of the parameters that `load` gives it, in ASCII, a byte a character.
  const bytes = read(file);
  const sum = crc32(bytes);
  if (sum !== (known ?? sum)) throw new Error(`${file} is damaged: start again, and it is made anew`);
  const code = bytes.latin1Slice();
  setFlagsFromString(way.words);
  const cachedData = recall(keptName(file, way), sum);
  const script = new Script(code, { filename: file, cachedData });
  tellGrowth();
  const kept = cachedData === undefined || script.cachedDataRejected === true ? 0 : cachedData.length;
  return { script, sum, kept };
}

/** Memory that was read into before takes bytes faster than new memory. */
let room = Buffer.allocUnsafeSlow(2 ** 19);

/** A file's bytes, good until the next is read. */
function read(path) {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > room.length) room = Buffer.allocUnsafeSlow(size);
    let length = 0;
    for (let count = 1; count > 0 && length < size; length += count)
      count = readSync(file, room, length, size - length);
    return room.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

const keptName = (file, { kept }) => `${file}.${kept}`;
const SUM_BYTES = 4;
/** Of code and, before it, its source: V8 itself looks at the source's length only. */
const sumOf = (sourceSum, data) => {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32BE(crc32(data, sourceSum));
  return sum;
};

function recall(path, sourceSum) {
  try {
    const kept = read(path);
    // The sum stands at the end: V8 copies code that begins at an address it cannot read numbers from.
    const data = kept.subarray(0, -SUM_BYTES);
    return sumOf(sourceSum, data).equals(kept.subarray(-SUM_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file, so that others see all of it or none; whether it could be. */
function put(path, content) {
  const unfinished = `${path}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
    return true;
  } catch {
    remove(unfinished);
    return false;
  }
}

/** Takes away a part of a file, which would only fill the disk. */
function remove(path) {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nobody may.
  }
}
