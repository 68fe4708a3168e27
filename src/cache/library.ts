/** Which picture library is installed, told without loading it (which takes longer than a page of text). */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

let told: string | undefined;

/** Name, version and platform: what was made with the library is kept under this. Its version pins its decoders. */
export const pictureLibrary = (): string => {
  told ??= look();
  return told;
};

const look = (): string => {
  let folder = dirname(createRequire(import.meta.url).resolve('sharp'));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return `sharp ${version} ${process.platform} ${process.arch}`;
};
