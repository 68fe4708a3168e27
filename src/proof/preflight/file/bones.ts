/** A PDF's bones: header, cross-reference tables and end, read from the bytes where they must stand. */

import type { FileView } from '../../../pdf-objects/file-view.js';

/** How far from the end `startxref` is looked for first. */
const END_BYTES = 1100;
/** Longest opening of an object that is looked at: `number generation obj`. */
const OPENING_BYTES = 30;

/** Faults of header, cross-reference table and end: what a reader would have to repair. */
export const boneFaults = (file: FileView): string[] => {
  if (!/^%PDF-\d\.\d/.test(file.text(0, 8))) return ['no PDF header at the first byte'];
  const end = /startxref\s+(\d+)\s+%%EOF\s*(.?)/s.exec(lastOf(file));
  if (!end) return ['no %%EOF at the end: the file is cut short'];
  const faults = end[2] === '' ? [] : ['other bytes stand behind the %%EOF: the file was added to on its way'];
  const seen = new Set<number>();
  for (let at: number | null = Number(end[1]); at !== null; ) {
    if (seen.has(at)) return [...faults, `the cross-reference table at byte ${at} comes before itself (Prev)`];
    seen.add(at);
    if (/^\d+\s+\d+\s+obj/.test(openingAt(file, at))) return faults;
    const table = tableAt(file, at);
    if (!table) return [...faults, `no cross-reference table at byte ${at}`];
    faults.push(...tableFaults(table[1]!, file));
    const trailer = file.text(at + table[0].length, file.find('startxref', at));
    const previous: RegExpExecArray | null = /\/Prev\s+(\d+)/.exec(trailer);
    at = previous ? Number(previous[1]) : null;
  }
  return faults;
};

/** The file from its last `startxref` on; from its beginning where it has none. */
const lastOf = (file: FileView): string => {
  for (let bytes = END_BYTES; ; bytes *= 4) {
    const text = file.text(file.length - bytes, file.length);
    const at = text.lastIndexOf('startxref');
    if (at >= 0 || bytes >= file.length) return text.slice(Math.max(at, 0));
  }
};

const openingAt = (file: FileView, at: number): string => file.text(at, at + OPENING_BYTES);

/** The cross-reference table at a byte, up to its trailer. */
const tableAt = (file: FileView, at: number): RegExpExecArray | null => {
  if (!openingAt(file, at).startsWith('xref')) return null;
  const trailer = file.find('trailer', at);
  const text = file.text(at, trailer + 'trailer'.length);
  return trailer < 0 ? null : /^xref\s+([\d\s nf]+?)trailer/.exec(text);
};

const tableFaults = (table: string, file: FileView): string[] => {
  const words = table.trim().split(/\s+/);
  for (let at = 0; at + 1 < words.length; ) {
    const [first, count] = [Number(words[at]), Number(words[at + 1])];
    at += 2;
    if (count > (words.length - at) / 3) return ['the cross-reference table breaks off'];
    for (let index = 0; index < count; index++, at += 3) {
      if (words[at + 2] !== 'n') continue;
      const [number, generation] = [first + index, Number(words[at + 1])];
      const opening = openingAt(file, Number(words[at]));
      // As nearly every object opens; others may have other space.
      if (opening.startsWith(`${number} ${generation} obj`)) continue;
      if (!new RegExp(`^${number}\\s+${generation}\\s+obj`).test(opening))
        return [`object ${number} is not where the table says`];
    }
  }
  return [];
};
