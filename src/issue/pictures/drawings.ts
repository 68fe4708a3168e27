/** PDFs that an issue names as pictures: advertisements, charts. Looked through, so that none prints half. */
import { readFileSync, readSync } from 'node:fs';
import { withFile } from '../../cache/pieces.js';
import { error } from '../../diagnostics/collector.js';
import type { Outcome, Span } from '../../diagnostics/types.js';
import { isPdf, START_BYTES } from '../../pdf-objects/is-pdf.js';
import type { PictureFile } from './pictures.js';

/** Finds and measures a PDF that `file` names, at `path`; null where it is none. `span` is where it is named. */
export const inspectDrawing = async (
  path: string,
  file: string,
  span: Span,
): Promise<Outcome<Pick<PictureFile, 'width' | 'height' | 'drawing'>> | null> => {
  const start = Buffer.alloc(START_BYTES);
  withFile(path, 'r', (opened) => readSync(opened, start, 0, START_BYTES, 0));
  // The reader of PDFs is loaded where there is one.
  if (!isPdf(start)) return null;
  const { faultOfDrawing, NoDrawing, openDrawing, paintsTooMuch } = await import('../../pdf-objects/drawing.js');
  const { Unreadable } = await import('../../pdf-objects/unreadable.js');
  const refuse = (code: 'picture-format' | 'picture-truncated', message: string, hint: string): Outcome<never> => ({
    value: null,
    diagnostics: [error(code, message, { span, hint })],
  });
  const damaged = (): Outcome<never> =>
    refuse('picture-truncated', `${file} breaks off or is damaged`, 'Copy the file again from where it came.');
  try {
    const drawing = await openDrawing(readFileSync(path));
    if (faultOfDrawing(drawing) !== null) return damaged();
    if (paintsTooMuch(drawing))
      return refuse(
        'picture-format',
        `${file} paints its own parts over and over (forms within forms), more than can be followed`,
        'Have it saved anew, or send it as a picture.',
      );
    return { value: { width: drawing.width, height: drawing.height, drawing: true }, diagnostics: [] };
  } catch (cause) {
    if (cause instanceof Unreadable) return damaged();
    if (!(cause instanceof NoDrawing)) throw cause;
    return cause.why === 'locked'
      ? refuse('picture-format', `${file} is locked by a password`, 'Have it saved without one.')
      : refuse(
          'picture-format',
          `${file} holds ${cause.pages} pages; none is the one meant`,
          'Save the one to print as a PDF of its own.',
        );
  }
};
