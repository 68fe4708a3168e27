/** Reads a built issue's PDFs back and holds each story against its manuscript. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildReport, PageReport } from '../../src/report/report.js';
import { extractText } from '../extract-text.js';
import { fold, type Manuscript } from './manuscript.js';
import { Reading } from './reading.js';

/** What stands on a page beside its stories: before the first, and after the last. */
export interface Furniture {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八'];

/**
 * Reads every page off against the manuscripts; throws, saying where, at the first character that is missing,
 * out of order or there twice. Gives the number of characters read in stories.
 */
export async function readOff(
  report: BuildReport,
  folder: string,
  manuscripts: ReadonlyMap<string, Manuscript>,
  furniture: Readonly<Record<number, Furniture>>,
): Promise<number> {
  const texts = new Map<number, string>();
  for (const { page, file } of report.pages) {
    texts.set(page, (await extractText(readFileSync(join(folder, file)))).join('\n'));
  }
  // What is still to come of each story that jumped.
  const rests = new Map<string, string>();
  const unread = new Set(manuscripts.keys());
  let read = 0;
  for (const sheet of sheetsOf(report.pages)) {
    const reading = new Reading(sheet.map(({ page }) => texts.get(page)!));
    const where = `page ${sheet.map(({ page }) => page).join('–')}`;
    const must = (piece: string, what: string): void => {
      const taken = reading.take(fold(piece));
      if (taken === fold(piece).length) read += taken;
      else
        throw new Error(
          `${where}, ${what}: “${fold(piece).slice(taken, taken + 20)}” should come, but “${reading.next}” does`,
        );
    };
    for (const { page } of sheet) for (const piece of furniture[page]?.before ?? []) must(piece, 'furniture');
    for (const { id, jump } of sheet.flatMap(({ stories }) => stories)) {
      const manuscript = manuscripts.get(id)!;
      const continued = jump?.from != null;
      let head = continued ? [manuscript.short] : [...manuscript.head];
      while (head.length > 0) {
        const piece = head.find((one) => reading.takes(one));
        if (piece === undefined)
          throw new Error(
            `${where}, head of “${id}”: one of ${head.join(' | ')} should come, but “${reading.next}” does`,
          );
        read += piece.length;
        head = head.filter((one) => one !== piece);
      }
      if (continued) must(`（上接第${CHINESE[jump.from!]}版）`, id);
      const { tables, paragraphs } = manuscript;
      const body = continued ? rests.get(id)! : paragraphs.join('');
      // Tables across columns stand outside the text, and are read after it and its pictures.
      const across = jump === null && !reading.begins(body) ? tables : [];
      const text = across.length === 0 ? body : paragraphs.filter((one) => !across.includes(one)).join('');
      if (jump?.to == null) {
        must(text, `body of “${id}”`);
        rests.delete(id);
      } else {
        const taken = reading.take(body);
        read += taken;
        rests.set(id, body.slice(taken));
        must(`（下转第${CHINESE[jump.to]}版）`, id);
      }
      const { picture } = manuscript;
      const shown = !continued && sheet.some(({ pictures }) => pictures.some(({ file }) => file === picture?.file));
      if (shown) for (const piece of picture!.texts) must(piece, `caption of “${id}”`);
      for (const piece of across) must(piece, `table of “${id}”`);
      unread.delete(id);
    }
    for (const { page } of sheet) for (const piece of furniture[page]?.after ?? []) must(piece, 'furniture');
    if (reading.rest.trim() !== '') throw new Error(`${where}: this should not stand there: “${reading.rest}”`);
  }
  if (rests.size > 0) throw new Error(`lost on the way: the rest of ${[...rests.keys()].join(', ')}`);
  if (unread.size > 0) throw new Error(`on no page: ${[...unread].join(', ')}`);
  return read;
}

/** Single pages, and the two of a spread together. */
function sheetsOf(pages: readonly PageReport[]): readonly (readonly PageReport[])[] {
  const sheets: PageReport[][] = [];
  for (const page of pages) {
    const last = sheets.at(-1)?.[0];
    if (last?.template.startsWith('spread') && last.template === page.template && last.page === page.page - 1)
      sheets.at(-1)!.push(page);
    else sheets.push([page]);
  }
  return sheets;
}
