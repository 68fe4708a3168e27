/** The picture library: which is installed, told without loading it (which takes longer than a page of text). */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let library: string | null = null;

/** Name, version and platform: what was made with the library is kept under this. Its version pins its decoders. */
export const pictureLibrary = (): string => {
  library ??= findLibrary();
  return library;
};

const findLibrary = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  const manifest = (): string => join(folder, 'node_modules/sharp/package.json');
  // As Node itself looks for a package; its own search takes longer than reading all that is kept by its name.
  while (!existsSync(manifest())) {
    if (folder === dirname(folder)) throw new Error('sharp is not installed: run `npm ci`');
    folder = dirname(folder);
  }
  const { version } = JSON.parse(readFileSync(manifest(), 'utf8')) as { version: string };
  return `sharp ${version} ${process.platform} ${process.arch}`;
};

/** Loads it. What it keeps of pictures in memory is never asked for twice. */
export const openPictureLibrary = async (): Promise<typeof import('sharp').default> => {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
};
