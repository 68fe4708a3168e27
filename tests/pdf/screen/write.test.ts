import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFBool, PDFDict, PDFDocument, type PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../src/build.js';
import { DEFAULT_FONTS } from '../../../src/fonts/registry.js';
import { type Element, flat, name, paintedIn, parentsIn, said, treeIn } from './tagged.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-screen-'));
afterAll(() => rmSync(root, { recursive: true }));

const request = { issue: '12867', issuesDir: 'issues', layoutsDir: 'layouts', fontsFile: DEFAULT_FONTS, now: () => 0 };
let bytes: Uint8Array;
let pdf: PDFDocument;
let tree: Element;

beforeAll(async () => {
  const { diagnostics } = await build({ ...request, outDir: root, pages: null, edition: 'screen' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  bytes = readFileSync(join(root, '12867/12867-screen.pdf'));
  pdf = await PDFDocument.load(bytes);
  tree = treeIn(pdf);
});

const dict = (value: unknown): PDFDict => (value instanceof PDFRef ? pdf.context.lookup(value) : value) as PDFDict;
const typed = (type: string): readonly Element[] => flat(tree).filter((element) => element.type === type);
const markCount = (element: Element): number => flat(element).reduce((sum, { marks }) => sum + marks.length, 0);
const names = ['一', '二', '三', '四', '五', '六', '七', '八'].map((number) => `第${number}版`);

describe('the structure of the screen edition', () => {
  it('holds a part for each page, which begins with its name', () => {
    expect(tree.type).toBe('Document');
    expect(tree.children.map(({ type, title }) => [type, title])).toEqual(names.map((title) => ['Part', title]));
    for (const part of tree.children) {
      const headings = flat(part).filter(({ type }) => /^H\d$/.test(type));
      expect(headings[0]!.type).toBe('H1');
      expect(headings.filter(({ type }) => type === 'H1')).toHaveLength(1);
    }
  });

  it('skips no level of headings', () => {
    const levels = flat(tree).flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
    expect(new Set(levels)).toEqual(new Set([1, 2, 3]));
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });

  it('has each story once where it begins, with one headline', () => {
    const stories = typed('Art');
    // One more than there are: a story jumps from page 1 to page 4.
    expect(stories).toHaveLength(49);
    for (const story of stories) expect(story.children.filter(({ type }) => type === 'H2')).toHaveLength(1);
    expect(typed('H2')).toHaveLength(stories.length);
  });

  it('says a headline over a spread as one heading with the contents of both pages', () => {
    const across = flat(tree).filter(({ marks }) => new Set(marks.map(([page]) => page)).size > 1);
    const story = tree.children[5]!.children.find((one) => flat(one).includes(across[0]!));
    const headline = story!.children.find(({ type }) => type === 'H2')!;
    expect(headline.marks.map(([page]) => page)).toEqual([5, 6]);
    expect(across.filter((element) => !flat(story!).includes(element))).toEqual([]);
    const elsewhere = tree.children.flatMap((part, page) =>
      flat(part).flatMap(({ marks }) => marks.filter((mark) => mark[0] !== page && page !== 5)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('says a picture once, its caption beside it, advertisements too', () => {
    const figures = typed('Figure');
    expect(figures).toHaveLength(13);
    expect(figures.filter(({ alt }) => alt === '')).toEqual([]);
    expect(figures.filter((figure) => flat(figure).length > 1)).toEqual([]);
    expect(new Set(figures.map(({ alt }) => alt)).size).toBe(figures.length);
    expect(figures.map(({ alt }) => alt).filter((alt) => alt.startsWith('公益广告'))).toHaveLength(2);
    for (const caption of typed('Caption')) {
      const around = flat(tree).find(({ children }) => children.includes(caption))!;
      expect(around.children.map(({ type }) => type)).toEqual(['Figure', 'Caption']);
    }
  });

  it('says where a figure stands on its page', () => {
    for (const { marks, box } of typed('Figure')) {
      expect(box === null).toBe(marks.length > 1);
      if (box === null) continue;
      const [left, bottom, right, top] = box;
      const { width, height } = pdf.getPage(marks[0]![0]).getSize();
      expect([left! >= 0, bottom! >= 0, right! <= width, top! <= height]).toEqual(Array(4).fill(true));
      expect(right! - left!).toBeGreaterThan(50);
    }
  });

  it('reads masthead, strip and imprint as paragraphs, the paper’s name first', () => {
    const shape = (element: Element): string => element.children.map(({ type }) => type).join(' ');
    const front = tree.children[0]!.children.filter(({ type }) => type === 'Sect');
    expect(front.map(shape)).toEqual(['H1 P P P', 'P P P P P P P']);
    const imprint = tree.children[7]!.children.filter(({ type }) => type === 'Sect');
    expect(imprint.map(shape)).toEqual(['P P P P P P']);
  });

  it('holds contents only in elements that are no groups', () => {
    const groups = ['Document', 'Part', 'Art', 'Sect', 'Div', 'Caption', 'BlockQuote', 'Table', 'TR'];
    for (const { type, marks, children } of flat(tree)) {
      if (groups.includes(type)) expect([type, marks]).toEqual([type, []]);
      else expect(children.map((child) => child.type).filter((child) => child !== 'Link')).toEqual([]);
    }
  });

  it('reads in the order the pages are painted, but for their names', () => {
    for (const part of tree.children) {
      const marks = flat(part).flatMap((element) => (element.type === 'H1' ? [] : element.marks));
      for (const page of new Set(marks.map(([own]) => own))) {
        const order = marks.filter(([own]) => own === page).map(([, mark]) => mark);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(new Set(order).size).toBe(order.length);
      }
    }
  });
});

describe('the screen edition as a tagged file', () => {
  it('names its language and its title, and shows that', () => {
    expect(said(pdf.catalog.lookup(name('Lang')))).toBe('zh-CN');
    expect(pdf.catalog.lookup(name('MarkInfo'), PDFDict).lookup(name('Marked'))).toBe(PDFBool.True);
    const preferences = pdf.catalog.lookup(name('ViewerPreferences'), PDFDict);
    expect(preferences.lookup(name('DisplayDocTitle'))).toBe(PDFBool.True);
    expect(pdf.getTitle()).toContain('咸宁日报');
  });

  it('paints nothing that is neither content nor artifact, and nothing that is both', () => {
    const artifacts = new Set<string>();
    for (const [index] of pdf.getPages().entries()) {
      const marked = new Set<string>();
      for (const painted of paintedIn(pdf, index)) {
        // A span within tells what its glyphs stand for.
        const mark = painted.replace(/ > Span$/, '');
        if (/^Artifact( Pagination)?$/.test(mark)) artifacts.add(mark);
        else {
          expect(mark).toMatch(/^\w+ \d+$/);
          marked.add(mark);
        }
      }
      const held = flat(tree).flatMap(({ type, marks }) =>
        marks.flatMap(([page, mcid]) => (page === index ? [`${type} ${mcid}`] : [])),
      );
      expect(new Set(held)).toEqual(marked);
    }
    expect([...artifacts].sort()).toEqual(['Artifact', 'Artifact Pagination']);
  });

  it('leads from every mark and annotation to the element that holds it', () => {
    const parents = parentsIn(pdf);
    const elements = flat(tree);
    let found = 0;
    for (const [index, { node }] of pdf.getPages().entries()) {
      const own = parents.get((node.lookup(name('StructParents')) as PDFNumber).asNumber())!;
      for (const [mcid, ref] of (own as readonly string[]).entries()) {
        const holder = elements.find((element) => element.ref === ref)!;
        expect(holder.marks).toContainEqual([index, mcid]);
        found++;
      }
      for (const annotation of node.Annots()?.asArray() ?? []) {
        const key = (dict(annotation).lookup(name('StructParent')) as PDFNumber).asNumber();
        const link = elements.find((element) => element.ref === parents.get(key));
        expect(link!.annotations).toEqual([`${annotation} on ${pdf.getPage(index).ref}`]);
        expect(String(node.lookup(name('Tabs')))).toBe('/S');
      }
    }
    expect(found).toBe(markCount(tree));
  });
});

/** Named destinations: the index of their page and their place on it. */
const destinations = (): ReadonlyMap<string, readonly [page: number, x: number, y: number]> => {
  const found = new Map<string, [number, number, number]>();
  const collect = (node: PDFDict): void => {
    const entries = node.lookup(name('Names'));
    if (entries instanceof PDFArray) {
      for (let at = 0; at < entries.size(); at += 2) {
        const target = entries.lookup(at + 1);
        const place = (target instanceof PDFDict ? target.lookup(name('D')) : target) as PDFArray;
        found.set(said(entries.lookup(at)), placeIn(place));
      }
    }
    const kids = node.lookup(name('Kids'));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) collect(dict(kid));
  };
  collect((pdf.catalog.lookup(name('Names')) as PDFDict).lookup(name('Dests')) as PDFDict);
  return found;
};

const placeIn = (destination: PDFArray): [page: number, x: number, y: number] => [
  pdf.getPages().findIndex(({ ref }) => ref === destination.get(0)),
  (destination.lookup(2) as PDFNumber).asNumber(),
  (destination.lookup(3) as PDFNumber).asNumber(),
];

interface Entry {
  readonly title: string;
  readonly place: readonly [page: number, x: number, y: number];
  readonly below: readonly Entry[];
}

/** The outline's entries under an item. */
const outlineOf = (above: PDFDict): readonly Entry[] => {
  const entries: Entry[] = [];
  let item = above.lookup(name('First')) as PDFDict | undefined;
  for (; item; item = item.lookup(name('Next')) as PDFDict | undefined) {
    const place = placeIn(item.lookup(name('Dest')) as PDFArray);
    entries.push({ title: said(item.lookup(name('Title'))), place, below: outlineOf(item) });
  }
  return entries;
};

describe('ways through the screen edition', () => {
  /** Links of a page: what they say and the page they land on. */
  const linksOf = (index: number): [string, number][] =>
    (pdf.getPage(index).node.Annots()?.asArray() ?? []).map((annotation) => {
      const action = dict(annotation).lookup(name('A')) as PDFDict;
      return [said(dict(annotation).lookup(name('Contents'))), destinations().get(said(action.lookup(name('D'))))![0]];
    });

  it('jump lines and teasers lead to the continuation, and back', () => {
    expect(linksOf(0)).toEqual([
      ['第四版', 3],
      ['第四版', 3],
    ]);
    expect(linksOf(3)).toEqual([['第一版', 0]]);
  });

  it('a QR code leads to its address, says it, and has its words after it', () => {
    const [annotation, ...others] = pdf.getPage(7).node.Annots()!.asArray();
    expect(others).toEqual([]);
    const action = dict(annotation).lookup(name('A')) as PDFDict;
    expect([action.lookup(name('S')), said(action.lookup(name('URI')))]).toEqual([
      name('URI'),
      'https://www.w3.org/TR/clreq/',
    ]);
    const [link] = typed('Link').filter(({ alt }) => alt !== '');
    expect(link!.alt).toBe('二维码：https://www.w3.org/TR/clreq/');
    expect(link!.marks).toHaveLength(1);
    const paragraph = flat(tree).find(({ children }) => children.includes(link!))!;
    expect([paragraph.type, paragraph.marks]).toEqual(['P', []]);
    const story = flat(tree).find(({ children }) => children.includes(paragraph))!;
    const [words] = story.children.slice(story.children.indexOf(paragraph) + 1);
    expect([words!.type, words!.marks.length]).toEqual(['P', 1]);
  });

  it('nothing but their own line is clicked', () => {
    const annotations = [0, 3].flatMap((page) => pdf.getPage(page).node.Annots()!.asArray());
    for (const annotation of annotations) {
      const rect = (dict(annotation).lookup(name('Rect')) as PDFArray).asRectangle();
      expect(rect.height).toBeLessThan(30);
    }
  });

  it('links are elements within a paragraph, and hold their words and their annotation', () => {
    const links = typed('Link');
    const annotations = pdf
      .getPages()
      .flatMap(({ node, ref }) => (node.Annots()?.asArray() ?? []).map((annotation) => `${annotation} on ${ref}`));
    expect(links.map((link) => link.annotations)).toEqual(annotations.map((each) => [each]));
    for (const link of links) {
      expect(link.marks.length).toBeGreaterThan(0);
      expect(flat(tree).find(({ children }) => children.includes(link))!.type).toBe('P');
    }
  });

  it('the outline names pages and the stories that begin on them', () => {
    const outline = outlineOf(pdf.catalog.lookup(name('Outlines')) as PDFDict);
    expect(outline.map(({ title }) => title)).toEqual(names);
    expect(outline.map(({ below }) => below.length)).toEqual(
      tree.children.map((part) => flat(part).filter(({ type }) => type === 'Art').length),
    );
    expect(outline[5]!.below.map(({ title }) => title)).toContain('万里茶道 从武夷山到涅瓦河');
    // Of two lines, and upright: as they were written.
    expect(outline[0]!.below.map(({ title }) => title)).toContain('全面排查燃气隐患 坚决守牢安全底线');
    expect(outline[2]!.below.map(({ title }) => title)).toContain('秋凉一到 桂花何以香十里');
    expect(outline[6]!.below.map(({ title }) => title).filter((title) => title.includes('涅瓦河'))).toEqual([]);
  });

  it('destinations lie on their page', () => {
    const outline = outlineOf(pdf.catalog.lookup(name('Outlines')) as PDFDict);
    const places = outline.flatMap(({ place, below }) => [place, ...below.map((entry) => entry.place)]);
    for (const [page, x, y] of [...places, ...destinations().values()]) {
      const { width, height } = pdf.getPage(page).getSize();
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  it('a thread follows each story from column to column', () => {
    const threads = pdf.catalog.lookup(name('Threads')) as PDFArray;
    expect(threads.size()).toBeGreaterThan(35);
    const beads = pdf.getPages().flatMap(({ node }, page) => {
      const own = node.lookup(name('B'));
      return own instanceof PDFArray ? own.asArray().map((bead) => ({ page, bead: dict(bead) })) : [];
    });
    for (const { page, bead } of beads) {
      const { x, width } = (bead.lookup(name('R')) as PDFArray).asRectangle();
      expect(x).toBeGreaterThan(0);
      expect(x + width).toBeLessThan(pdf.getPage(page).getWidth());
    }
    // Each goes from its first bead through all of its own back to that, and the same way round backwards.
    const strung = threads.asArray().map((thread) => {
      const first = dict(thread).lookup(name('F')) as PDFDict;
      expect((first.lookup(name('T')) as PDFDict) === dict(thread)).toBe(true);
      let count = 0;
      let bead = first;
      do {
        const next = bead.lookup(name('N')) as PDFDict;
        expect((next.lookup(name('V')) as PDFDict) === bead).toBe(true);
        bead = next;
        count++;
      } while (bead !== first && count < beads.length);
      return count;
    });
    expect(strung.reduce((sum, count) => sum + count, 0)).toBe(beads.length);
    // The first story stands in a frame, in two columns of 14 字, level at their foot; half a mark may hang out.
    const [left, right] = beads.slice(0, 2).map(({ bead }) => (bead.lookup(name('R')) as PDFArray).asRectangle());
    expect([left!.width, right!.width].map((width) => Math.floor(width / 10.5 + 0.01))).toEqual([14, 14]);
    expect(right!.x - left!.x).toBeCloseTo(157.5);
    expect(right!.y).toBeCloseTo(left!.y);
    expect(beads.length).toBeGreaterThan(100);
  });
});

it('the same bytes again; and nothing of it in the file for the press', async () => {
  await build({ ...request, outDir: join(root, 'again'), pages: null, edition: 'screen' });
  expect(readFileSync(join(root, 'again/12867/12867-screen.pdf')).equals(Buffer.from(bytes))).toBe(true);
  await build({ ...request, outDir: join(root, 'press'), pages: [1] });
  const press = await PDFDocument.load(readFileSync(join(root, 'press/12867/12867-01.pdf')));
  for (const key of ['StructTreeRoot', 'Outlines', 'Threads', 'MarkInfo'])
    expect([key, press.catalog.has(name(key))]).toEqual([key, false]);
  expect(press.getPage(0).node.Annots()).toBeUndefined();
});
