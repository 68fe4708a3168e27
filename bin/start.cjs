// Starts the bundled program with V8's compiled code kept beside it (Node 22 has module.enableCompileCache; Node 20
// has not). Kept code that is stale, damaged or of another Node is made anew, silently.
const { randomUUID } = require('node:crypto');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { isMainThread } = require('node:worker_threads');
const { crc32 } = require('node:zlib');

const PARAMETERS = 'exports, require, module, __filename, __dirname, __import';
const dynamicImport = (id) => import(id);

/** The exports of a bundle's script. */
exports.start = function start(folder, entry = 'main.cjs') {
  const modules = new Map();
  const fresh = [];
  const outside = createRequire(join(folder, entry));
  const load = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const { script, source, isKept } = compile(join(folder, name));
    if (!isKept) fresh.push({ name, script, source });
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
    requireFrom.resolve = outside.resolve;
    script.runInThisContext()(module.exports, requireFrom, module, join(folder, name), folder, dynamicImport);
    return module.exports;
  };
  // At the end, when the functions that a run needs are compiled; the second thread's are compiled in the first too.
  if (isMainThread)
    process.once('exit', () => {
      for (const { name, script, source } of fresh) keep(join(folder, name), source, script.createCachedData());
    });
  return load(entry);
};

function compile(file) {
  const bytes = readFileSync(file);
  const cachedData = recall(file, bytes);
  // The bundle is ASCII, a byte a character.
  const script = new Script(`(function (${PARAMETERS}) {${bytes.latin1Slice()}\n})`, {
    filename: file,
    cachedData,
  });
  return { script, source: bytes, isKept: cachedData !== undefined && script.cachedDataRejected !== true };
}

const keptName = (file) => `${file}.code`;
const SUM_BYTES = 4;
/** Of the source too: V8 itself looks at its length only. */
const sumOf = (source, data) => {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32BE(crc32(data, crc32(source)));
  return sum;
};

function recall(file, source) {
  try {
    const kept = readFileSync(keptName(file));
    const data = kept.subarray(SUM_BYTES);
    return sumOf(source, data).equals(kept.subarray(0, SUM_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function keep(file, source, data) {
  try {
    const unfinished = `${file}.${randomUUID()}`;
    writeFileSync(unfinished, Buffer.concat([sumOf(source, data), data]));
    renameSync(unfinished, keptName(file));
  } catch {
    // Not kept: the next start compiles again.
  }
}
