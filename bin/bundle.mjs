// Makes one script of the compiled program and the JavaScript packages it uses, so that a start reads a few files
// and not five hundred. Packages with binaries stay outside.
import { renameSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { relative, sep } from 'node:path';

const OUTSIDE = ['sharp', '@hyzyla/pdfium', 'typescript', 'chokidar', 'playwright-core'];

/** Bundles `main` (a compiled module of the program) into `folder`; what is imported when needed becomes a chunk. */
export async function bundle(main, folder) {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({
    input: { main },
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

/**
 * Code that V8 has kept cannot import by itself (ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING): start.mjs does it. Modules
 * go on seeing their own places: `import.meta.url` is that of the file they were.
 */
const forStart = (folder) => ({
  name: 'for-start',
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.startsWith('\0')) return null;
    const place = JSON.stringify(relative(folder, id).split(sep).join('/'));
    const url = `require('node:url').pathToFileURL(require('node:path').join(__dirname, ${place})).href`;
    return code.replaceAll('import.meta.url', url);
  },
  renderChunk: (code) => code.replace(/\bimport\(/g, '__import('),
});
