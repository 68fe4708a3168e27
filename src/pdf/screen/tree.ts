/**
 * The structure tree of the screen edition as a value: what the pages say, as elements in the order they are read.
 *
 * - A page is a Part and begins with an H1: the paper's name, or on pages without it what the folio line calls the
 *   page (第二版 文史). Stories are H2, crossheads H3. Where a page has no name its stories are one level up, and where a
 *   story has no headline its crossheads are: so no level is ever skipped, whatever pages the file holds.
 * - What a folio line says besides is running furniture, and an artifact: date and paper were said on the front page.
 *   Masthead, strip and imprint are said nowhere else, and are paragraphs. Of the date beside a nameplate that is so
 *   only where no strip says it more fully.
 * - A quotation is a BlockQuote of paragraphs; in verse each line is one, so that a listener hears where it ends.
 * - A table is a Table of rows; its head's cells are TH for the columns under them, and an empty cell is one, too.
 * - A picture and its caption stand beside each other in a Div, and an advertisement is a figure: figures.ts
 *   says why, and what they are called.
 * - A QR code is a link, whose words are its address: nobody can photograph what they hear.
 * - The mark of overset copy is for the desk, and an artifact.
 */
import { textIn } from '../../page/stretches.js';
import type { Group, Page, Tag } from '../../page/types.js';
import { figureIn } from './figures.js';
import type { Link } from './links.js';
import { itemsSaid, partIn, type Said, type SaidGroup, type SaidItem, saidOn } from './said.js';

/** An element by its standard type (ISO 32000-1, 14.8.4). */
export interface ScreenElement {
  readonly kind: 'element';
  readonly type: string;
  readonly title?: string;
  readonly alt?: string;
  /** Of a link's element. */
  readonly link?: Link;
  /** What it was made of. */
  readonly source: SaidGroup | null;
  readonly kids: readonly (ScreenElement | SaidItem)[];
}

/** What elements of a page depend on. */
interface Surroundings {
  readonly links: ReadonlyMap<Group, Link>;
  /** The part that names the page. */
  readonly name: Tag['part'] | null;
  readonly hasStrip: boolean;
  /** Level of headings: of stories, and within a story of its crossheads. */
  readonly headline: number;
  readonly crosshead: number;
}

/** Types of parts that are always the same; other parts are named below, or are none. */
const TYPES: Partial<Record<Tag['part'], string>> = {
  masthead: 'Sect',
  strip: 'Sect',
  imprint: 'Sect',
  teaser: 'P',
  kicker: 'P',
  deck: 'P',
  byline: 'P',
  standfirst: 'P',
  paragraph: 'P',
  verse: 'P',
  'table-title': 'P',
  'table-head': 'TH',
  cell: 'TD',
  'qr-words': 'P',
  caption: 'P',
  credit: 'P',
  jump: 'P',
};

/** A Part a page. */
export const treeOf = (
  pages: readonly Page[],
  links: ReadonlyMap<Group, Link>,
  pageName: (page: number) => string,
): readonly ScreenElement[] =>
  saidOn(pages).map((said, index) => {
    const name = (['nameplate', 'page-name'] as const).find((part) => partIn(said, part) !== null) ?? null;
    const headline = name === null ? 1 : 2;
    const around = { links, name, hasStrip: partIn(said, 'strip') !== null, headline, crosshead: headline };
    return {
      kind: 'element',
      type: 'Part',
      title: pageName(pages[index]!.number),
      source: null,
      kids: nameFirst(grouped(said, around)),
    };
  });

/** The words of an element. */
export const wordsOf = (element: ScreenElement): string =>
  element.kids
    .map((kid) => {
      if (kid.kind === 'element') return wordsOf(kid);
      return kid.item.kind === 'glyphs' ? textIn(kid.item.stretches) : '';
    })
    .join('');

const elementOf = (source: SaidGroup, around: Surroundings): readonly ScreenElement[] => {
  const { tag, said } = source;
  const all = (type: string): ScreenElement => ({ kind: 'element', type, source, kids: itemsSaid(said) });
  switch (tag.part) {
    case 'overset':
    case 'head-again':
      return [];
    case 'folio':
      return grouped(
        said.filter(({ kind }) => kind === 'group'),
        around,
      );
    case 'nameplate':
    case 'page-name':
      return tag.part === around.name ? [nameIn(source)] : [];
    case 'date-block':
      return around.hasStrip ? [] : grouped(said, around);
    case 'story': {
      const crosshead = around.headline + (partIn(said, 'headline') === null ? 0 : 1);
      return [{ ...all('Art'), kids: grouped(said, { ...around, crosshead }) }];
    }
    case 'headline':
      return [all(`H${around.headline}`)];
    case 'quote':
      return [{ ...all('BlockQuote'), kids: grouped(said, around) }];
    case 'table':
    case 'row':
      return [{ ...all(tag.part === 'table' ? 'Table' : 'TR'), kids: grouped(said, around) }];
    case 'crosshead':
      return [all(`H${around.crosshead}`)];
    case 'picture':
    case 'advertisement':
      return [pictured(source, around)];
    case 'teaser':
    case 'jump':
      return [{ ...all('P'), kids: linked(source, around) }];
    case 'qr':
      return [
        { ...all('P'), kids: [codeIn(source, around)] },
        ...grouped(
          said.filter(({ kind }) => kind === 'group'),
          around,
        ),
      ];
    default: {
      const type = TYPES[tag.part];
      if (type === undefined) return grouped(said, around);
      return [type === 'Sect' ? { ...all(type), kids: nameFirst(grouped(said, around)) } : all(type)];
    }
  }
};

/** The elements of a group that has no contents of its own: a line by itself is a paragraph. */
const grouped = (said: readonly Said[], around: Surroundings): readonly ScreenElement[] =>
  said.flatMap((one): readonly ScreenElement[] =>
    one.kind === 'group' ? elementOf(one, around) : [{ kind: 'element', type: 'P', source: null, kids: [one] }],
  );

/** A page's name; of a nameplate that is artwork, its words. */
const nameIn = (source: SaidGroup): ScreenElement => {
  const kids = itemsSaid(source.said);
  const isArtwork = kids.some(({ item }) => item.kind === 'image');
  const figure = isArtwork ? [figureIn(source).figure] : kids;
  return { kind: 'element', type: 'H1', source, kids: figure };
};

/** A page or masthead is read from its name on, wherever that stands. */
const nameFirst = (elements: readonly ScreenElement[]): readonly ScreenElement[] => {
  const isName = ({ type, kids }: ScreenElement): boolean =>
    type === 'H1' || kids.some((kid) => kid.kind === 'element' && type === 'Sect' && isName(kid));
  return [...elements.filter(isName), ...elements.filter((element) => !isName(element))];
};

/** A picture with what is written under it; by itself where that is nothing. */
const pictured = (source: SaidGroup, around: Surroundings): ScreenElement => {
  const { figure, beside } = figureIn(source);
  if (beside.length === 0) return figure;
  const caption: ScreenElement = { kind: 'element', type: 'Caption', source: null, kids: grouped(beside, around) };
  return { kind: 'element', type: 'Div', source, kids: [figure, caption] };
};

/** A QR code as a link that says where it leads. */
const codeIn = ({ groups: [group], tag, said }: SaidGroup, { links }: Surroundings): ScreenElement => ({
  kind: 'element',
  type: 'Link',
  alt: `二维码：${tag.link}`,
  link: links.get(group!)!,
  source: null,
  kids: said.filter((one) => one.kind === 'item'),
});

/** What can be clicked is a link within its paragraph: one on each page that it stands on. */
const linked = ({ groups, said }: SaidGroup, { links }: Surroundings): ScreenElement['kids'] => {
  const items = itemsSaid(said);
  const own = groups.flatMap((group) => links.get(group) ?? []);
  if (own.length === 0) return items;
  return own.map((link) => ({
    kind: 'element',
    type: 'Link',
    link,
    source: null,
    kids: items.filter(({ page }) => page === link.page),
  }));
};
