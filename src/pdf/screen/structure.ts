/** Writes the structure tree of the screen edition: marks contents as they are painted, and hangs them into the tree. */
import type { FrameItem, Group } from '../../page/types.js';
import type { Content, Structure } from '../canvas.js';
import type { Kit, StructElement } from '../pdfkit.js';
import { linkAt } from './links.js';
import type { Placed } from './places.js';
import type { ScreenElement } from './tree.js';

/** Hung on the canvas while pages are painted; `endPage` after each, `end` after the last. */
export class ScreenStructure implements Structure {
  /** Which type of element says an item; what no element says is an artifact. */
  private readonly types = new Map<FrameItem, string>();
  private readonly marks = new Map<FrameItem, unknown>();
  /** Elements that links hang in: they are begun before the others. */
  private readonly begun = new Map<ScreenElement, StructElement>();
  private readonly places: ReadonlyMap<Group, Placed>;
  /** How many folio lines stand around what is being painted. */
  private folios = 0;

  constructor(
    private readonly kit: Kit,
    private readonly parts: readonly ScreenElement[],
    places: readonly Placed[],
  ) {
    this.places = new Map(places.map((place) => [place.group, place]));
    for (const element of parts.flatMap(allIn)) {
      for (const kid of element.kids) if (kid.kind === 'item') this.types.set(kid.item, element.type);
    }
  }

  enter({ tag }: Group): void {
    if (tag.part === 'folio') this.folios++;
  }

  leave({ tag }: Group): void {
    if (tag.part === 'folio') this.folios--;
  }

  content(item: Content, paint: () => void): void {
    const type = this.types.get(item);
    if (type === undefined) this.kit.markContent('Artifact', this.folios > 0 ? { type: 'Pagination' } : null);
    else this.marks.set(item, this.kit.markStructureContent(type));
    paint();
    this.kit.endMarkedContent();
  }

  /** Makes the links of the page just painted. Their elements end here: each names the page that is being written. */
  endPage(page: number): void {
    for (const paragraph of this.parts.flatMap(allIn)) {
      for (const kid of paragraph.kids) {
        if (kid.kind !== 'element' || kid.link?.page !== page) continue;
        const element = this.kit.struct(kid.type, { alt: kid.alt });
        for (const own of kid.kids) if (own.kind === 'item') element.add(this.marks.get(own.item));
        this.begin(paragraph).add(element);
        linkAt(this.kit, kid.link, element);
        element.end();
      }
    }
  }

  /** Writes the tree; nothing can be painted after it. */
  end(): void {
    const document = this.kit.struct('Document');
    this.kit.addStructure(document);
    for (const part of this.parts) document.add(this.write(part));
    document.end();
  }

  private write(element: ScreenElement): StructElement {
    const written = this.begin(element);
    for (const kid of element.kids) {
      if (kid.kind === 'item') written.add(this.marks.get(kid.item));
      else if (kid.link === undefined) written.add(this.write(kid));
    }
    return written;
  }

  private begin(element: ScreenElement): StructElement {
    const begun = this.begun.get(element);
    if (begun !== undefined) return begun;
    const { type, title, alt } = element;
    const fresh = this.kit.struct(type, { title, alt });
    if (type === 'Figure') this.giveExtent(fresh, element);
    if (type === 'TH') fresh.dictionary.data.A = { O: 'Table', Scope: 'Column' };
    this.begun.set(element, fresh);
    return fresh;
  }

  /** A figure on one page says where it stands (14.8.5.4.3). */
  private giveExtent({ dictionary }: StructElement, { source }: ScreenElement): void {
    const [place, other] = (source?.groups ?? []).map((group) => this.places.get(group)!);
    if (place === undefined || other !== undefined) return;
    const { at, size, sheet } = place;
    const bottom = sheet.height - at.y - size.height;
    const box = [at.x, bottom, at.x + size.width, bottom + size.height];
    dictionary.data.A = { O: 'Layout', Placement: 'Block', BBox: box };
  }
}

const allIn = (element: ScreenElement): readonly ScreenElement[] => [
  element,
  ...element.kids.flatMap((kid) => (kid.kind === 'element' ? allIn(kid) : [])),
];
