/** Pictures' files, read only where something has to be made of them. */
import { readFileSync } from 'node:fs';
import { keyOf } from '../../cache/kept.js';
import { error } from '../../diagnostics/collector.js';
import type { Diagnostic, Span } from '../../diagnostics/types.js';
import type { PlacedImage } from '../items.js';

/** Finds a picture's file by its key in the issue. */
export interface PictureSource {
  path(file: string): string;
  /** Digest of the bytes that were seen when the issue was read; left out where nobody has looked. */
  content?(file: string): string | undefined;
  /** Where the issue names one that stands on a page: there its faults are told. */
  span?(image: PlacedImage): Span | undefined;
}

/** A picture's bytes, told by their digest. */
export interface PictureBytes {
  readonly content: string;
  /** Throws where they cannot be read, or are others by now. */
  read(): Promise<Uint8Array>;
}

/** A picture in memory. */
export const pictureBytes = (bytes: Uint8Array): PictureBytes => ({ content: keyOf(bytes), read: async () => bytes });

/** A picture in its file, read when it is asked for. Reading throws where it has changed since the issue was read. */
export const pictureFile = async (source: PictureSource, file: string): Promise<PictureBytes> => {
  const content = source.content?.(file);
  if (content === undefined) return pictureBytes(readFileSync(source.path(file)));
  return {
    content,
    read: async () => {
      const bytes = readFileSync(source.path(file));
      if (keyOf(bytes) !== content) throw new Error('it has changed since the issue was read: build again');
      return bytes;
    },
  };
};

/** What is said of a picture that cannot be read. */
export const refused = (file: string, cause: unknown): Diagnostic => {
  const message = `${file}: cannot be read (${(cause as Error).message})`;
  return error('picture-refused', message, { hint: 'Export the picture again as JPEG, PNG or TIFF.' });
};

/** What is said of a picture, told where the issue names it. */
export const placedAt = (
  source: PictureSource,
  image: PlacedImage,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] => {
  const span = source.span?.(image);
  return span === undefined ? diagnostics : diagnostics.map((diagnostic) => ({ ...diagnostic, span }));
};
