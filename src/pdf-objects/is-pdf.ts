/** Whether a file is a PDF: asked of every picture, so that the reader of PDFs is loaded for no other. */

/** How far into a file its first words may stand. */
export const START_BYTES = 1024;

/** Whether bytes begin as those of a PDF, an Illustrator file's too. */
export const isPdf = ({ buffer, byteOffset, length }: Uint8Array): boolean =>
  Buffer.from(buffer, byteOffset, Math.min(length, START_BYTES)).includes('%PDF-');

/** Pixels an inch of a drawing where it has to be pixels. */
export const DRAWING_PPI = 300;
