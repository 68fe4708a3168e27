/** How the objects of a copied drawing refer to each other: by their places, until they have numbers in a file. */

/** Around a place: nothing that is written in a PDF holds it but a string, which may say it otherwise. */
const MARK = '\0';

/** What stands where another object is meant. */
export const referenceMark = (place: number): string => `${MARK}${place}${MARK}`;

/** What is written, meaning no other object: a zero byte of a string as its escape (ISO 32000-1, 7.3.4.2). */
export const withoutMarks = (written: string): string => written.replaceAll(MARK, '\\000');

/** What is written, with references to the objects that are meant. */
export const withReferences = (written: string, referenceTo: (place: number) => string): string =>
  written
    .split(MARK)
    .map((part, index) => (index % 2 === 0 ? part : referenceTo(Number(part))))
    .join('');
