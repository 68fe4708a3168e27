/** The structure tree of the screen edition: stories, headlines, paragraphs and figures in reading order. */
import { textIn } from '../page/stretches.js';
import type { Area, Glyphs, Group, Image, Rule, Tag } from '../page/types.js';
import type { Structure } from './canvas.js';
import { itemsOf } from './images.js';
import type { Kit, StructElement } from './pdfkit.js';
import type { Link } from './screen-links.js';

/** Parts that are elements, by their standard type (ISO 32000-1, 14.8.4); null: furniture that is not read out. */
const TYPES: Partial<Record<Tag['part'], string | null>> = {
  masthead: 'Sect',
  story: 'Art',
  teaser: 'P',
  kicker: 'P',
  headline: 'H2',
  deck: 'P',
  byline: 'P',
  standfirst: 'P',
  crosshead: 'H3',
  paragraph: 'P',
  picture: 'Figure',
  caption: 'Caption',
  credit: 'P',
  jump: 'P',
  advertisement: 'Sect',
  folio: null,
  strip: null,
  imprint: null,
  overset: null,
};

/** What stands around the content being painted: an element, or null among artifacts. */
interface Level {
  readonly element: StructElement | null;
  readonly type: string;
}

export class ScreenStructure implements Structure {
  private readonly document: StructElement;
  private readonly levels: Level[] = [];
  /** The elements of links, which their annotations belong to. */
  readonly linked = new Map<Link, StructElement>();

  constructor(
    private readonly kit: Kit,
    private readonly links: ReadonlyMap<Group, Link>,
  ) {
    this.document = kit.struct('Document');
    kit.addStructure(this.document);
  }

  /** Begins a page: a part of the document of its own. */
  beginPage(title: string): void {
    const element = this.kit.struct('Part', { title });
    this.document.add(element);
    this.levels.push({ element, type: 'Part' });
  }

  endPage(): void {
    this.levels.pop();
  }

  /** Ends the tree; nothing can be painted after it. */
  end(): void {
    this.document.end();
  }

  enter(group: Group): void {
    const around = this.levels.at(-1)!;
    const type = TYPES[group.tag.part];
    if (type === undefined || around.element === null) this.levels.push(around);
    else if (type === null) this.levels.push({ element: null, type: 'Artifact' });
    else {
      const element = this.kit.struct(type, type === 'Figure' ? { alt: altOf(group) } : {});
      around.element.add(element);
      const link = this.links.get(group);
      this.levels.push(link === undefined ? { element, type } : this.linkIn(element, link));
    }
  }

  /** A link is an element within its paragraph. */
  private linkIn(paragraph: StructElement, link: Link): Level {
    const element = this.kit.struct('Link');
    paragraph.add(element);
    this.linked.set(link, element);
    return { element, type: 'Link' };
  }

  leave(): void {
    this.levels.pop();
  }

  content(item: Glyphs | Image | Rule | Area, paint: () => void): void {
    const { element, type } = this.levels.at(-1)!;
    const said = item.kind === 'glyphs' ? textIn(item.stretches).trim() !== '' : item.kind === 'image';
    // Rules, tints and frames say nothing; nor does what stands between the elements.
    if (element === null || !said || type === 'Part') {
      this.kit.markContent('Artifact');
      paint();
      this.kit.endMarkedContent();
      return;
    }
    const mark = this.kit.markStructureContent(type);
    paint();
    this.kit.endMarkedContent();
    element.add(mark);
  }
}

const altOf = (group: Group): string => {
  const alts = [...itemsOf(group.frame)].flatMap((item) => (item.kind === 'image' ? [item.alt] : []));
  return alts.filter((alt) => alt !== '').join(' ');
};
