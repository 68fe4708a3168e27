/** Where the project lies: what comes with it is found from there, wherever its code was compiled to. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nearest = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (folder === dirname(folder)) throw new Error('the program lies in no project: no package.json above it');
  return nearest(dirname(folder));
};

/** The project's folder: the nearest above this file that has a package.json. */
export const projectRoot = nearest(dirname(fileURLToPath(import.meta.url)));
