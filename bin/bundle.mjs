// Makes one script of the compiled program and the JavaScript packages it uses, so that a start reads a few files
// and not five hundred. Packages with binaries stay outside.
import { renameSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, relative, sep } from 'node:path';

const OUTSIDE = ['sharp', '@hyzyla/pdfium', 'typescript', 'chokidar', 'playwright-core'];

/** Bundles `main` (a compiled module of the program) into `folder`; what is imported when needed becomes a chunk. */
export async function bundle(main, folder) {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({
    // Packages are found from the program, not from where it is called.
    cwd: dirname(main),
    input: { main, fontkit: 'fontkit' },
    platform: 'node',
    external: (id) => isBuiltin(id) || OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [forStart(folder)],
    logLevel: 'silent',
  });
  const fresh = `${folder}-${process.pid}`;
  await made.write({
    dir: fresh,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: false,
    sourcemap: false,
  });
  await made.close();
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

const NO_FONTS = '\0no-fonts';

/**
 * Code that V8 has kept cannot import by itself (ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING): start.mjs does it. Modules
 * go on seeing their own places: `import.meta.url` is that of the file they were. fontkit is loaded where the program
 * asks for it; pdfkit, of which no fonts are used, does without.
 */
const forStart = (folder) => ({
  name: 'for-start',
  resolveId(id, importer) {
    if (id !== 'fontkit' || importer === undefined) return null;
    return /node_modules[\\/]pdfkit/.test(importer) ? NO_FONTS : { id: './fontkit.cjs', external: true };
  },
  load: (id) => (id === NO_FONTS ? 'export const create = undefined' : null),
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.startsWith('\0')) return null;
    const place = JSON.stringify(relative(folder, id).split(sep).join('/'));
    const url = `require('node:url').pathToFileURL(require('node:path').join(__dirname, ${place})).href`;
    return code
      .replaceAll("createRequire(import.meta.url)('fontkit')", "require('fontkit')")
      .replaceAll('import.meta.url', url);
  },
  renderChunk: (code) => code.replace(/\bimport\(/g, '__import('),
});
