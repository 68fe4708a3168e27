// Makes one script of the compiled program and the JavaScript packages it uses, so that a start reads a few files
// and not five hundred. Packages with binaries stay outside.
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUTSIDE = ['sharp', '@hyzyla/pdfium', 'typescript', 'chokidar', 'playwright-core'];

/**
 * Bundles the compiled program in `compiled` into `folder`: its command line and its second thread. What is imported
 * when needed becomes a chunk. Returns a hash of it all.
 */
export async function bundle(compiled, folder) {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({
    // Packages are found from the program, not from where it is called.
    cwd: compiled,
    input: { main: join(compiled, 'cli/main.js'), thread: join(compiled, 'helper-thread.js'), fontkit: 'fontkit' },
    platform: 'node',
    external: (id) => isBuiltin(id) || OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
    // pdf-lib comes as one entry for all it can do; its modules do nothing on being loaded, so that what the checks do
    // not use (nine tenths) can be left out.
    treeshake: { moduleSideEffects: (id) => !/node_modules[\\/]@cantoo[\\/]pdf-lib/.test(id) },
    plugins: [forStart(folder)],
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
  const fresh = `${folder}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  for (const { fileName, code } of output) writeFileSync(join(fresh, fileName), asFunction(ascii(code)));
  writeFileSync(join(fresh, THREAD), thread(relative(folder, START).split(sep).join('/')));
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  const hash = createHash('sha256');
  for (const { fileName, code } of output) hash.update(`${fileName} ${code.length}\n`).update(code);
  return hash.digest('hex');
}

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
const forStart = (folder) => ({
  name: 'for-start',
  resolveId(id, importer) {
    if (importer === undefined) return null;
    if (id in UNUSED && /node_modules[\\/](pdfkit|@cantoo|@noble)/.test(importer)) return UNUSED_PREFIX + id;
    return id === 'fontkit' ? { id: './fontkit.cjs', external: true } : null;
  },
  load: (id) => (id.startsWith(UNUSED_PREFIX) ? UNUSED[id.slice(UNUSED_PREFIX.length)] : null),
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.startsWith('\0')) return null;
    const place = JSON.stringify(relative(folder, id).split(sep).join('/'));
    const url = `require('node:url').pathToFileURL(require('node:path').join(__dirname, ${place})).href`;
    return code
      .replaceAll("new URL('./helper-thread.js', import.meta.url)", `require('node:path').join(__dirname, '${THREAD}')`)
      .replaceAll("createRequire(import.meta.url)('fontkit')", "require('fontkit')")
      .replaceAll('import.meta.url', url);
  },
  renderChunk: (code) => code.replace(/\bimport\(/g, '__import('),
});
