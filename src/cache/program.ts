/** Which program this is: what is kept follows from its code, too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from './kept.js';

let code: string | null = null;

/** Hash of the program's code with its packages; noted when it is compiled, so that nobody has to read it all again. */
export const programCode = (): string => {
  code ??= compiledCode() ?? sourceCode();
  return code;
};

/** As `bin/compile.mjs` noted it; null where the program runs from its sources. */
const compiledCode = (): string | null => {
  if (import.meta.url.endsWith('.ts')) return null;
  return readFileSync(new URL('../built', import.meta.url), 'utf8');
};

const sourceCode = (): string => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return keyOf(...files.sort().map((name) => readFileSync(join(folder, name))));
};
