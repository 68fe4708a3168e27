/** Pictures that an issue names: found, measured, and looked through to the last line so that none prints half. */
import { statSync } from 'node:fs';
import { posix } from 'node:path';
import type { Metadata, Sharp } from 'sharp';
import { cacheFolder, keep, keyOf, keyOfFile, recall } from '../../cache/kept.js';
import { openPictureLibrary, pictureLibrary } from '../../cache/library.js';
import { error } from '../../diagnostics/collector.js';
import { nearest, suggest } from '../../diagnostics/nearest.js';
import type { Diagnostic, Outcome, Span } from '../../diagnostics/types.js';
import { type Memory, NO_MEMORY } from '../../memory/memory.js';
import { readNames } from '../../yaml/folder-names.js';
import { PICTURE_NAME } from '../../yaml/picture-name.js';
import { type InputFolder, namesIn, resolveInside } from '../folder.js';
import { inspectDrawing } from './drawings.js';
import { kindOf } from './kind.js';
import { isLabTiff } from './lab-tiff.js';

/** A picture file that can be printed. */
export interface PictureFile {
  /** Path from the issue's folder. */
  readonly key: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Digest of its bytes. */
  readonly content: string;
  /** It is a PDF. */
  readonly drawing?: true;
}

const FORMATS = new Set(['jpeg', 'png', 'webp', 'tiff']);
const MOST_PIXELS = 400e6;
const LEAST_SIDE = 16;

const failure = (diagnostic: Diagnostic): Outcome<never> => ({ value: null, diagnostics: [diagnostic] });

/** Decodes all of a picture, small: entropy decoding reads every line, and that is where a cut file fails. */
const isWhole = async (picture: Sharp): Promise<boolean> => {
  try {
    await picture.resize(LEAST_SIDE, LEAST_SIDE, { fit: 'inside' }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
};

const upright = ({ width, height, orientation = 1 }: Metadata): { width: number; height: number } =>
  orientation >= 5 ? { width: height, height: width } : { width, height };

/** Where pictures belong that a text names. */
const BELONGS: Readonly<Record<InputFolder['of'], { readonly folder: string; readonly hint: string }>> = {
  issue: { folder: 'the issue’s folder', hint: 'Put the file into the issue’s folder, under photos/.' },
  paper: { folder: 'the paper’s folder', hint: 'Put the file into the paper’s folder, beside paper.yaml.' },
};

/** Pictures in such a folder and in those inside it. */
const picturesIn = ({ path }: InputFolder): readonly string[] =>
  ['.', ...namesIn(path)].flatMap((folder) =>
    namesIn(posix.join(path, folder)).flatMap((name) => (PICTURE_NAME.test(name) ? [posix.join(folder, name)] : [])),
  );

/** The picture that was meant: one of the very name in another folder, or one of a name much like it. */
const nearby = (folder: InputFolder, file: string): string => {
  const all = picturesIn(folder);
  if (all.includes(posix.normalize(file))) return 'What is called so is no file, or a link that leads nowhere.';
  const name = posix.basename(posix.normalize(file));
  const like = nearest(
    name,
    all.map((one) => posix.basename(one)),
  );
  const meant = nearest(file, all) ?? all.find((one) => posix.basename(one) === like);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  return all.length === 0 ? BELONGS[folder.of].hint : suggest(file, all);
};

/** Finds, measures and checks a picture named in an issue; `span` is where it is named. */
export const inspectPicture = async (
  folder: InputFolder,
  file: string,
  span: Span,
  memory: Memory = NO_MEMORY,
): Promise<Outcome<PictureFile>> => {
  if (file.includes('\\') && resolveInside(folder, file.replaceAll('\\', '/')).kind === 'file') {
    const hint = `Write \`${file.replaceAll('\\', '/')}\`.`;
    return failure(error('file-missing', `the folders of ${file} are parted by \\`, { span, hint }));
  }
  const resolved = resolveInside(folder, file);
  if (resolved.kind === 'outside') {
    const { folder: own, hint } = BELONGS[folder.of];
    return failure(error('path-outside', `${file} leads out of ${own}`, { span, hint }));
  }
  const found = resolved.kind === 'file' ? statSync(resolved.path, { throwIfNoEntry: false }) : undefined;
  if (resolved.kind !== 'file' || found === undefined || !found.isFile()) {
    // A folder that may not be looked into hides what is in it.
    const closed = readNames(posix.dirname(posix.join(folder.path, file))).diagnostics;
    if (closed.length > 0) return { value: null, diagnostics: closed };
    return failure(error('file-missing', `there is no picture ${file}`, { span, hint: nearby(folder, file) }));
  }
  const { size, mtimeMs, ctimeMs } = found;
  // The second time tells of other rights, too.
  const inputs = [resolved.path, file, size, mtimeMs, ctimeMs, span.file, span.start, span.end];
  return memory.recall('picture', inputs, () => inspectKept(resolved, file, size, span));
};

/** As `inspectFile`; a picture that was found whole once is not decoded again. */
const inspectKept = async (
  found: { readonly path: string; readonly key: string },
  file: string,
  size: number,
  span: Span,
): Promise<Outcome<PictureFile>> => {
  const folder = cacheFolder('pictures');
  const content = contentOf(found.path);
  if (content === null) {
    return failure(error('file-unreadable', `${file} cannot be read`, { span, hint: 'May you read it?' }));
  }
  const key = keyOf('whole picture 3', pictureLibrary(), content);
  const kept = recall(folder, key);
  if (kept !== null) {
    return { value: { key: found.key, content, ...(JSON.parse(kept.toString('utf8')) as Pixels) }, diagnostics: [] };
  }
  const { value, diagnostics } = await inspectFile(found, file, size, span);
  if (value === null) return { value, diagnostics };
  if (diagnostics.length === 0) keep(folder, key, Buffer.from(JSON.stringify(value)));
  return { value: { key: found.key, content, ...value }, diagnostics };
};

/** What a file says of itself: its pixels, upright. */
type Pixels = Omit<PictureFile, 'key' | 'content'>;

const inspectFile = async (
  { path }: { readonly path: string },
  file: string,
  size: number,
  span: Span,
): Promise<Outcome<Pixels>> => {
  const sharp = await openPictureLibrary();
  const cut = error('picture-truncated', `${file} breaks off or is damaged`, {
    span,
    hint: 'Copy the file again from where it came.',
  });
  const open = (): Sharp => sharp(path, { failOn: 'error', limitInputPixels: false, sequentialRead: true });
  if (size === 0) return failure(cut);
  const drawing = await inspectDrawing(path, file, span);
  if (drawing !== null) return drawing.value === null ? drawing : sized(drawing.value, file, span);
  const metadata = await open()
    .metadata()
    .catch(() => null);
  if (metadata === null) {
    const { isPrinted, other } = kindOf(path);
    if (other !== null) return failure(unprinted(file, other, span));
    const known = PICTURE_NAME.test(path) && isPrinted;
    if (known && isLabTiff(path)) {
      const hint = 'Save it in RGB or CMYK.';
      return failure(error('picture-format', `${file} is in Lab colours, which cannot be read here`, { span, hint }));
    }
    if (known) return failure(cut);
    const hint = 'Save it as JPEG, PNG, TIFF, WebP or PDF.';
    return failure(error('picture-format', `${file} is no picture that can be read`, { span, hint }));
  }
  if (!FORMATS.has(metadata.format)) {
    return failure(unprinted(file, kindOf(path).other ?? metadata.format.toUpperCase(), span));
  }
  const { pages = 1 } = metadata;
  if (pages > 1) {
    const hint = 'Export the one to print as a still picture.';
    return failure(
      error('picture-format', `${file} holds ${pages} frames or pages; none is the one meant`, { span, hint }),
    );
  }
  const pixels = sized(upright(metadata), file, span);
  if (pixels.value !== null && !(await isWhole(open()))) return failure(cut);
  return pixels;
};

const unprinted = (file: string, kind: string, span: Span): Diagnostic =>
  error('picture-format', `${file} is ${kind}, which cannot be printed`, {
    span,
    hint: 'Save photographs as JPEG, PNG, TIFF or WebP, drawings as PDF.',
  });

/** A picture of sensible size. */
const sized = (pixels: Pixels, file: string, span: Span): Outcome<Pixels> => {
  const { width, height } = pixels;
  if (width * height > MOST_PIXELS || Math.min(width, height) < LEAST_SIDE) {
    const hint =
      Math.min(width, height) < LEAST_SIDE
        ? `A picture has at least ${LEAST_SIDE} pixels each way; is this the right file?`
        : 'A whole newspaper page at 300 dpi has 30 megapixels: scale it down.';
    return failure(error('picture-size', `${file} has ${width} × ${height} pixels`, { span, hint }));
  }
  return { value: pixels, diagnostics: [] };
};

/** Digest of a file's bytes; null where it cannot be read. */
const contentOf = (path: string): string | null => {
  try {
    return keyOfFile(path);
  } catch {
    return null;
  }
};
