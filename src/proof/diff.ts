/** What changed between two states of an issue, from the pages' dumps alone, in words that name the stories. */
import { type Box, type DumpPage, type Piece, readDump } from './diff-read.js';
import { describePiece, pitchOf } from './diff-words.js';

/** What has changed of a story or another part of a page, in words. */
export interface PieceChange {
  readonly page: number;
  /** Story id; slot or part of the page where it is no story's. */
  readonly name: string;
  readonly slot: string | null;
  readonly words: readonly string[];
  /** Where it stands now, or stood where it is gone: pt from the sheet's top left corner. */
  readonly box: Box;
}

/** What has changed between the dumps of two issues. */
export interface DumpChanges {
  readonly changes: readonly PieceChange[];
  readonly pagesAdded: readonly number[];
  readonly pagesGone: readonly number[];
}

interface Standing {
  readonly page: DumpPage;
  readonly piece: Piece;
}

/** Compares dumps, one a page. */
export function diffDumps(before: readonly string[], after: readonly string[]): DumpChanges {
  const old = before.map(readDump);
  const now = after.map(readDump);
  const numbers = (pages: readonly DumpPage[]): number[] => pages.map(({ page }) => page);
  const [was, is] = [standings(old), standings(now)];
  const changes: PieceChange[] = [];
  for (const page of now) {
    const earlier = old.find((one) => one.page === page.page);
    if (earlier !== undefined && (earlier.width !== page.width || earlier.height !== page.height)) {
      const words = [`sheet ${earlier.width}×${earlier.height} pt → ${page.width}×${page.height} pt`];
      changes.push({ page: page.page, name: 'sheet', slot: null, words, box: { x: 0, y: 0, ...page } });
    }
  }
  for (const [key, standing] of is) {
    const same = was.get(key);
    const other = same ?? findElsewhere(was, is, standing);
    const words =
      other === undefined
        ? ['is new here']
        : [...moves(other, standing), ...describePiece(other.piece, standing.piece, pitchOf(standing.page))];
    if (words.length > 0) changes.push(changeOf(standing, words));
  }
  for (const [key, standing] of was) {
    if (!is.has(key) && findElsewhere(is, was, standing) === undefined) {
      changes.push(changeOf(standing, ['is gone from here']));
    }
  }
  return {
    changes: changes.sort((a, b) => a.page - b.page),
    pagesAdded: numbers(now).filter((page) => !numbers(old).includes(page)),
    pagesGone: numbers(old).filter((page) => !numbers(now).includes(page)),
  };
}

const changeOf = ({ page, piece }: Standing, words: readonly string[]): PieceChange => ({
  page: page.page,
  name: piece.name,
  slot: piece.slot,
  words,
  box: piece.box,
});

/** Every piece by page and name; a name that stands twice on a page is told apart by its slot. */
function standings(pages: readonly DumpPage[]): Map<string, Standing> {
  const all = new Map<string, Standing>();
  for (const page of pages) {
    for (const piece of page.pieces) {
      let key = `${page.page} ${piece.name}`;
      for (let again = 2; all.has(key); again++) key = `${page.page} ${piece.name} ${again}`;
      all.set(key, { page, piece });
    }
  }
  return all;
}

/** The same story where it stood in the other state, if it stands there no more. */
function findElsewhere(
  there: Map<string, Standing>,
  here: Map<string, Standing>,
  { piece }: Standing,
): Standing | undefined {
  if (piece.slot === null) return undefined;
  for (const [key, other] of there) {
    if (!here.has(key) && other.piece.name === piece.name && other.piece.slot !== null) return other;
  }
  return undefined;
}

function moves(before: Standing, after: Standing): string[] {
  const where = ({ page, piece }: Standing): string => `page ${page.page}, slot ${piece.slot}`;
  const same = before.page.page === after.page.page && before.piece.slot === after.piece.slot;
  return same ? [] : [`moves from ${where(before)} to ${where(after)}`];
}
