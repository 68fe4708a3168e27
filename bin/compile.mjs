// TypeScript → dist/, and dist/ with the packages it uses → dist/bundle/.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.mjs';

/** Whether it compiled; what is wrong is on standard error. */
export async function compile(root, bundled) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: ['ignore', 2, 2] });
  } catch {
    process.stderr.write('banxin: the program does not compile (see above)\n');
    return false;
  }
  writeFileSync(join(root, 'dist/built'), await bundle(join(root, 'dist'), bundled));
  return true;
}
