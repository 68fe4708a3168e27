/** Which program this is: what is kept follows from its code, too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from './kept.js';

let code: string | null = null;

/**
 * Hash of the program's code with the packages in its bundle; noted when it is compiled, so that nobody has to read it
 * all again. Packages with binaries are not in it: what follows from one is kept under its version, too.
 */
export const programCode = (): string => {
  code ??= compiledCode() ?? ownCode();
  return code;
};

/** As `bin/bundle.mjs` noted it; null where the program runs from its sources or, in a bench, is compiled with it. */
const compiledCode = (): string | null => {
  const note = new URL('../built', import.meta.url);
  return existsSync(note) ? readFileSync(note, 'utf8') : null;
};

const ownCode = (): string => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
  return keyOf(...files.sort().map((name) => readFileSync(join(folder, name))));
};
