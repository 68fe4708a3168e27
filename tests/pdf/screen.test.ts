import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-screen-'));
afterAll(() => rmSync(root, { recursive: true }));

const request = { issue: '12867', issuesDir: 'issues', layoutsDir: 'layouts', fontsFile: DEFAULT_FONTS, now: () => 0 };
let bytes: Uint8Array;
let pdf: PDFDocument;

beforeAll(async () => {
  const { diagnostics } = await build({ ...request, outDir: root, pages: null, edition: 'screen' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  bytes = readFileSync(join(root, '12867/12867-screen.pdf'));
  pdf = await PDFDocument.load(bytes);
});

const said = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
const dict = (value: unknown): PDFDict => (value instanceof PDFRef ? pdf.context.lookup(value) : value) as PDFDict;

interface Element {
  readonly type: string;
  readonly alt: string;
  /** Marked content of its own, by page. */
  readonly marks: readonly (readonly [page: string, mcid: number])[];
  /** Annotations that it holds, and the pages that they are said to be on. */
  readonly annotations: readonly string[];
  readonly children: readonly Element[];
}

const elementOf = (value: unknown): Element => {
  const element = dict(value);
  const kids = element.lookup(PDFName.of('K'));
  const list = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
  const marks: [string, number][] = [];
  const annotations: string[] = [];
  const children: Element[] = [];
  for (const kid of list) {
    const page = String(element.get(PDFName.of('Pg')));
    if (!(kid instanceof PDFNumber) && dict(kid).lookup(PDFName.of('Type')) === PDFName.of('OBJR')) {
      annotations.push(`${dict(kid).get(PDFName.of('Obj'))} on ${dict(kid).get(PDFName.of('Pg'))}`);
    } else if (kid instanceof PDFNumber) marks.push([page, kid.asNumber()]);
    else if (dict(kid).has(PDFName.of('MCID')))
      marks.push([
        String(dict(kid).get(PDFName.of('Pg')) ?? page),
        (dict(kid).lookup(PDFName.of('MCID')) as PDFNumber).asNumber(),
      ]);
    else children.push(elementOf(kid));
  }
  return {
    type: String(element.get(PDFName.of('S'))).slice(1),
    alt: said(element.lookup(PDFName.of('Alt'))),
    marks,
    annotations,
    children,
  };
};

const flat = (element: Element): readonly Element[] => [element, ...element.children.flatMap(flat)];
const document = (): Element =>
  elementOf(
    (pdf.catalog.lookup(PDFName.of('StructTreeRoot')) as PDFDict).lookup(PDFName.of('K')) instanceof PDFArray
      ? ((pdf.catalog.lookup(PDFName.of('StructTreeRoot')) as PDFDict).lookup(PDFName.of('K')) as PDFArray).get(0)
      : (pdf.catalog.lookup(PDFName.of('StructTreeRoot')) as PDFDict).get(PDFName.of('K')),
  );

describe('the structure of the screen edition', () => {
  it('holds a part for each page, stories with headlines and paragraphs, figures with their words', () => {
    const tree = document();
    expect(tree.type).toBe('Document');
    expect(tree.children.map(({ type }) => type)).toEqual(Array(8).fill('Part'));
    const elements = flat(tree);
    const count = (type: string): number => elements.filter((element) => element.type === type).length;
    expect(count('H2')).toBeGreaterThan(35);
    expect(count('P')).toBeGreaterThan(300);
    const figures = elements.filter(({ type }) => type === 'Figure');
    expect(figures.length).toBeGreaterThan(10);
    expect(figures.filter(({ alt }) => alt === '')).toEqual([]);
  });

  it('reads in the order the pages are painted: marks rise page by page', () => {
    for (const part of document().children) {
      const marks = flat(part).flatMap((element) => element.marks);
      expect(new Set(marks.map(([page]) => page)).size).toBe(1);
      const order = marks.map(([, mark]) => mark);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(new Set(order).size).toBe(order.length);
    }
  });
});

describe('ways through the screen edition', () => {
  /** Links of a page: what they say and the page they land on. */
  const linksOf = (index: number): [string, number][] => {
    const page = pdf.getPage(index);
    const names = new Map<string, number>();
    const collect = (node: PDFDict): void => {
      const entries = node.lookup(PDFName.of('Names'));
      if (entries instanceof PDFArray) {
        for (let at = 0; at < entries.size(); at += 2) {
          const target = entries.lookup(at + 1);
          const place = (target instanceof PDFDict ? target.lookup(PDFName.of('D')) : target) as PDFArray;
          names.set(
            said(entries.lookup(at)),
            pdf.getPages().findIndex(({ ref }) => ref === place.get(0)),
          );
        }
      }
      const kids = node.lookup(PDFName.of('Kids'));
      if (kids instanceof PDFArray) for (const kid of kids.asArray()) collect(dict(kid));
    };
    collect((pdf.catalog.lookup(PDFName.of('Names')) as PDFDict).lookup(PDFName.of('Dests')) as PDFDict);
    return (page.node.Annots()?.asArray() ?? []).map((annotation) => {
      const action = dict(annotation).lookup(PDFName.of('A')) as PDFDict;
      return [said(dict(annotation).lookup(PDFName.of('Contents'))), names.get(said(action.lookup(PDFName.of('D'))))!];
    });
  };

  it('jump lines and teasers lead to the continuation, and back', () => {
    expect(linksOf(0)).toEqual([
      ['第四版', 3],
      ['第四版', 3],
    ]);
    expect(linksOf(3)).toEqual([['第一版', 0]]);
  });

  it('nothing but their own line is clicked', () => {
    const annotations = pdf.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? []);
    for (const annotation of annotations) {
      const rect = (dict(annotation).lookup(PDFName.of('Rect')) as PDFArray).asRectangle();
      expect(rect.height).toBeLessThan(30);
    }
  });

  it('links are elements within a paragraph, and hold their words and their annotation', () => {
    const elements = flat(document());
    const links = elements.filter(({ type }) => type === 'Link');
    const annotations = pdf
      .getPages()
      .flatMap(({ node, ref }) => (node.Annots()?.asArray() ?? []).map((annotation) => `${annotation} on ${ref}`));
    expect(links.map((link) => link.annotations)).toEqual(annotations.map((each) => [each]));
    for (const link of links) {
      expect(link.marks.length).toBeGreaterThan(0);
      expect(elements.find(({ children }) => children.includes(link))!.type).toBe('P');
    }
  });

  it('the outline names pages and their stories; a thread follows each story', () => {
    const outlines = pdf.catalog.lookup(PDFName.of('Outlines')) as PDFDict;
    const titles: string[] = [];
    for (
      let item = outlines.lookup(PDFName.of('First')) as PDFDict | undefined;
      item;
      item = item.lookup(PDFName.of('Next')) as PDFDict | undefined
    ) {
      titles.push(said(item.lookup(PDFName.of('Title'))));
      expect(item.has(PDFName.of('First'))).toBe(true);
    }
    expect(titles).toEqual(['一', '二', '三', '四', '五', '六', '七', '八'].map((number) => `第${number}版`));
    expect((pdf.catalog.lookup(PDFName.of('Threads')) as PDFArray).size()).toBeGreaterThan(35);
  });
});

it('the same bytes again; and nothing of it in the file for the press', async () => {
  await build({ ...request, outDir: join(root, 'again'), pages: null, edition: 'screen' });
  expect(readFileSync(join(root, 'again/12867/12867-screen.pdf')).equals(Buffer.from(bytes))).toBe(true);
  await build({ ...request, outDir: join(root, 'press'), pages: [1] });
  const press = await PDFDocument.load(readFileSync(join(root, 'press/12867/12867-01.pdf')));
  for (const key of ['StructTreeRoot', 'Outlines', 'Threads', 'MarkInfo'])
    expect([key, press.catalog.has(PDFName.of(key))]).toEqual([key, false]);
  expect(press.getPage(0).node.Annots()).toBeUndefined();
});
