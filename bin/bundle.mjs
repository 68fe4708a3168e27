// Makes one script of the compiled program and the JavaScript packages it uses, so that a start reads a few files
// and not five hundred. Packages with binaries stay outside.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const OUTSIDE = ['sharp', '@hyzyla/pdfium', 'typescript', 'chokidar', 'playwright-core'];

/**
 * Bundles the compiled program in `compiled`: its command line and its second thread. What is imported when needed
 * becomes a chunk. The bundle goes into a folder of `folder` that is called by a hash of it all, which is returned: other
 * bundles may run at this moment, and have chunks still to load. To its modules their place is `home`.
 */
export async function bundle(compiled, folder, home) {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({
    // Packages are found from the program, not from where it is called.
    cwd: compiled,
    input: {
      main: join(compiled, 'cli/main.js'),
      thread: join(compiled, 'printing/helper-thread.js'),
      fontkit: 'fontkit',
    },
    platform: 'node',
    external: (id) => isBuiltin(id) || OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
    // pdf-lib comes as one entry for all it can do; its modules do nothing on being loaded, so that what the checks do
    // not use (nine tenths) can be left out.
    treeshake: { moduleSideEffects: (id) => !/node_modules[\\/]@cantoo[\\/]pdf-lib/.test(id) },
    plugins: [forStart((id) => placeFrom(folder, moved(id, compiled, home)))],
    logLevel: 'silent',
  });
  const { output } = await made.generate({
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // Names stay: a fault of the program is told by them.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    sourcemap: false,
  });
  await made.close();
  const files = new Map(output.map(({ fileName, code }) => [fileName, asFunction(ascii(code))]));
  files.set(THREAD, thread(placeFrom(folder, START)));
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name} ${text.length}\n`).update(text);
  const name = hash.digest('hex');
  files.set(NAME, JSON.stringify(Object.fromEntries([...files].map(([file, text]) => [file, crc32(text)]))));
  makeFolder(join(folder, name));
  // It may be there already, and run.
  for (const [file, text] of files) replaceFile(join(folder, name, file), text);
  return name;
}

/** Writes a file, or another in the place of whatever is there, so that others see all of it. */
export function replaceFile(path, text) {
  const unfinished = `${path}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, text);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { recursive: true });
    renameSync(unfinished, path);
  } catch (fault) {
    // A part of it would only fill the disk.
    rmSync(unfinished, { force: true });
    throw fault;
  }
}

/** Makes a folder in the place of whatever else is there. */
export function makeFolder(path) {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(path);
  mkdirSync(path, { recursive: true });
}

/** Where a file of one folder is, were that folder in another place. */
const moved = (path, from, to) => (path.startsWith(from + sep) ? join(to, relative(from, path)) : path);
/** The way to a file from any bundle in `folder`. */
const placeFrom = (folder, path) => relative(join(folder, 'any'), path).split(sep).join('/');

/** Holds the checksums of a bundle's scripts; start.cjs reads it. */
const NAME = 'name';
const START = fileURLToPath(new URL('start.cjs', import.meta.url));
/**
 * What the second thread begins with: it too starts from the bundle. ICU, which cuts headlines into words and knows the
 * lunar calendar, starts once for all threads, in some 20 ms: here, while the first thread reads the program.
 */
const THREAD = 'start-thread.cjs';
const thread = (start) => `const { join } = require('node:path');
[...new Intl.Segmenter('zh', { granularity: 'word' }).segment('\\u4e2d\\u6587')];
new Intl.DateTimeFormat('zh-Hans-u-ca-chinese-nu-latn');
const { start, turn, keepCode } = require(join(__dirname, '${start}'));
turn('thread-code', require('node:worker_threads').getEnvironmentData('V8'));
start(__dirname, 'thread.cjs').atEnd.push(keepCode);
`;

/** As start.cjs calls it. To put this round the code there would copy all of it. */
const PARAMETERS = 'exports, require, module, __filename, __dirname, __import';
const asFunction = (code) => `(function (${PARAMETERS}) {${code}\n})`;

/** Code in ASCII alone is read and kept as one byte a character. */
const ascii = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * What pdfkit brings for its own fonts, text, pictures and passwords, and pdf-lib for its own fonts (two fifths of what
 * preflight would load) and for writing: none of it is used.
 */
const UNUSED = {
  fontkit: 'export const create = undefined',
  linebreak: 'export default undefined',
  'png-js': 'export default undefined',
  '@noble/hashes/crypto': 'export const crypto = undefined',
  '@noble/ciphers/aes': 'export const cbc = undefined, ecb = undefined',
  '../packages/standard-fonts/index.js': 'export const FontNames = {}',
  fflate: 'export const zlibSync = undefined, unzlibSync = undefined, inflateSync = undefined',
};
const UNUSED_PREFIX = '\0unused-';

/**
 * Code that V8 has kept cannot import by itself (ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING): start.cjs does it. Modules
 * go on seeing their own places: `import.meta.url` is that of the file they were. fontkit is loaded where the program
 * asks for it.
 */
const forStart = (placeOf) => ({
  name: 'for-start',
  resolveId(id, importer) {
    if (importer === undefined) return null;
    if (id in UNUSED && /node_modules[\\/](pdfkit|@cantoo|@noble)/.test(importer)) return UNUSED_PREFIX + id;
    return id === 'fontkit' ? { id: './fontkit.cjs', external: true } : null;
  },
  load: (id) => (id.startsWith(UNUSED_PREFIX) ? UNUSED[id.slice(UNUSED_PREFIX.length)] : null),
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.startsWith('\0')) return null;
    const inBundle = (name) => `require('node:path').join(__dirname, ${JSON.stringify(name)})`;
    const url = `require('node:url').pathToFileURL(${inBundle(placeOf(id))}).href`;
    return code
      .replaceAll("new URL('./helper-thread.js', import.meta.url)", inBundle(THREAD))
      .replaceAll("new URL('../built', import.meta.url)", inBundle(NAME))
      .replaceAll("createRequire(import.meta.url)('fontkit')", "require('fontkit')")
      .replaceAll('import.meta.url', url);
  },
  renderChunk: (code) => code.replace(/\bimport\(/g, '__import('),
});
