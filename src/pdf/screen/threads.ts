/** Article threads (ISO 32000-1, 12.4.3): a reader follows a story from column to column, and over pages. */
import { ASCENT, type Point, type Size } from '../../geometry/units.js';
import { endsOf } from '../../page/stretches.js';
import { BODY_PARTS, type Page } from '../../page/types.js';
import { type Dictionary, type Kit, type Ref, text } from '../pdfkit.js';
import type { Placed } from './places.js';

/** A column of a story's text. */
interface Column {
  readonly at: Point;
  readonly size: Size;
}

/** Beads collected page by page; `finish` strings them. */
export class Threads {
  private readonly beads = new Map<string, Ref[]>();

  constructor(
    private readonly kit: Kit,
    private readonly places: readonly Placed[],
    /** Headlines by story. */
    private readonly titles: ReadonlyMap<string, string>,
  ) {}

  /** Sets the beads of the page just begun. */
  page(page: number, { frame }: Page): void {
    const here = this.places.filter((place) => place.page === page && place.story !== null);
    const own: Ref[] = [];
    for (const story of new Set(here.map((place) => place.story!))) {
      const body = here.filter((place) => place.story === story && BODY_PARTS.includes(place.tag.part));
      for (const { at, size } of columnsOf(body)) {
        const bottom = frame.size.height - at.y - size.height;
        const bead = this.kit.ref({
          Type: 'Bead',
          P: this.kit.page.dictionary,
          R: [at.x, bottom, at.x + size.width, bottom + size.height],
        });
        this.beads.set(story, [...(this.beads.get(story) ?? []), bead]);
        own.push(bead);
      }
    }
    if (own.length > 0) this.kit.page.dictionary.data.B = own;
  }

  finish(): void {
    const threads = [...this.beads].map(([story, beads]) => {
      const info: Dictionary = { Title: text(this.titles.get(story) ?? story) };
      const thread = this.kit.ref({ Type: 'Thread', F: beads[0], I: info });
      for (const [index, bead] of beads.entries()) {
        bead.data.N = beads[(index + 1) % beads.length];
        bead.data.V = beads[(index + beads.length - 1) % beads.length];
        if (index === 0) bead.data.T = thread;
        bead.end();
      }
      thread.end();
      return thread;
    });
    if (threads.length > 0) this.kit._root.data.Threads = threads;
  }
}

/** Lines above each other as one column each, in the order of the text. */
const columnsOf = (parts: readonly Placed[]): readonly Column[] => {
  const columns: Column[] = [];
  for (const { at, size } of parts.flatMap(linesOf)) {
    const last = columns.at(-1);
    if (last === undefined || Math.abs(last.at.x - at.x) > 1 || at.y < last.at.y) columns.push({ at, size });
    else {
      const width = Math.max(last.size.width, size.width);
      // The cells of a table's row begin on one line.
      const height = Math.max(last.size.height, at.y + size.height - last.at.y);
      columns[columns.length - 1] = { at: last.at, size: { width, height } };
    }
  }
  return columns;
};

/** The boxes of a paragraph's lines: it is as large as its story itself, for it may run over columns. */
const linesOf = ({ origin, group }: Placed): readonly Column[] =>
  group.frame.children.flatMap(({ at, item }) => {
    const ends = item.kind === 'glyphs' ? endsOf(item.stretches) : null;
    if (item.kind !== 'glyphs' || ends === null) return [];
    const size = { width: (ends.last.x + 1) * item.size, height: item.size };
    return [{ at: { x: origin.x + at.x, y: origin.y + at.y - item.size * ASCENT }, size }];
  });
