/** A drawing taken out of its own file: the objects that it is drawn by, ready to be written into another. */
import { contentOf, type Drawing, resourcesOf } from '../../pdf-objects/drawing.js';
import { notesOver } from '../../pdf-objects/notes.js';
import { deflate } from '../deflate.js';
import type { CopiedDrawing, Press } from '../types.js';
import { Copier, type Copying } from './copier.js';
import { Asked } from './screen.js';

/** How a drawing may be copied; left out, its colours, soft masks and rules stay. */
export type Ways = Partial<Omit<Copying, 'grouped'>>;

/**
 * Copies a drawing, its black type made to overprint. What is not there is null, as it was. The groups of one that is
 * opaque stay away: many programs put them round every page, they change nothing, and X-1a takes none.
 */
export const copyDrawing = (drawing: Drawing, ways: Ways = {}): CopiedDrawing => {
  const copying = { separated: null, hard: false, rules: null, ...ways };
  const ungrouped = copied(drawing, { ...copying, grouped: false });
  return ungrouped.isOpaque ? ungrouped.drawing : copied(drawing, { ...copying, grouped: true }).drawing;
};

/** The same with the colours of a screen separated for a press; pictures are kept in `cache`. */
export const copySeparated = async (
  drawing: Drawing,
  press: Press,
  cache: string,
  ways: Omit<Ways, 'separated'> = {},
): Promise<CopiedDrawing> => {
  const asked = new Asked();
  const first = copyDrawing(drawing, { ...ways, separated: asked });
  if (asked.isNothing) return first;
  return copyDrawing(drawing, { ...ways, separated: await asked.separated(drawing.objects, press, cache) });
};

/**
 * What a page begins with (ISO 32000-1, tables 52 and 53). A form begins with what stands before it: black areas would
 * have the colour of the type beside them, and lines whose width nobody chose that of our rules.
 */
const BEGINNING = '0 g 0 G 1 w 0 J 0 j 10 M [] 0 d\n';

/** The copy, and whether nothing in it lets anything shine through. */
const copied = (drawing: Drawing, copying: Copying): { drawing: CopiedDrawing; isOpaque: boolean } => {
  const { objects, page, trimmed } = drawing;
  const copier = new Copier(objects, copying);
  const found = resourcesOf(drawing);
  const data = Buffer.concat([Buffer.from(BEGINNING), contentOf(drawing)]);
  const content = copier.changed(data, found) ?? data;
  const resources = copier.resources(found, copier.usedIn(content, found));
  const group = copying.grouped ? objects.entry(page, 'Group') : undefined;
  const { box, turn } = trimmed;
  return {
    drawing: {
      box,
      turn,
      resources,
      group: group === undefined ? null : copier.written(group),
      content: deflate(content),
      objects: copier.finish(),
      notes: notesOver(drawing),
    },
    isOpaque: copier.isOpaque,
  };
};
