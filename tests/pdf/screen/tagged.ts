/** Reads the structure of a tagged PDF. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { type Operand, readOperations } from '../../../src/pdf-objects/tokens.js';

export interface Element {
  readonly ref: string;
  readonly type: string;
  readonly title: string;
  readonly alt: string;
  /** Marked content of its own, by page. */
  readonly marks: readonly (readonly [page: number, mcid: number])[];
  /** Annotations that it holds, and the pages that they are said to be on. */
  readonly annotations: readonly string[];
  readonly box: readonly number[] | null;
  /** Of a head's cell: what it is the head of. */
  readonly scope: string | null;
  readonly children: readonly Element[];
}

export const name = (value: string): PDFName => PDFName.of(value);
export const said = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

export const flat = (element: Element): readonly Element[] => [element, ...element.children.flatMap(flat)];

const listOf = (value: unknown): readonly unknown[] =>
  value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value];

/** The structure tree, from its Document. */
export const treeIn = (pdf: PDFDocument): Element => {
  const dict = (value: unknown): PDFDict => (value instanceof PDFRef ? pdf.context.lookup(value) : value) as PDFDict;
  const pages = pdf.getPages().map(({ ref }) => String(ref));
  const elementOf = (value: unknown): Element => {
    const element = dict(value);
    const marks: [number, number][] = [];
    const annotations: string[] = [];
    const children: Element[] = [];
    const mark = (page: unknown, mcid: unknown): void => {
      marks.push([pages.indexOf(String(page)), (mcid as PDFNumber).asNumber()]);
    };
    for (const kid of listOf(element.lookup(name('K')))) {
      const page = element.get(name('Pg'));
      if (kid instanceof PDFNumber) mark(page, kid);
      else if (dict(kid).lookup(name('Type')) === name('OBJR')) {
        annotations.push(`${dict(kid).get(name('Obj'))} on ${dict(kid).get(name('Pg'))}`);
      } else if (dict(kid).has(name('MCID'))) {
        mark(dict(kid).get(name('Pg')) ?? page, dict(kid).lookup(name('MCID')));
      } else children.push(elementOf(kid));
    }
    const attributes = element.lookup(name('A'));
    const box = attributes instanceof PDFDict ? (attributes.lookupMaybe(name('BBox'), PDFArray) ?? null) : null;
    const scope = attributes instanceof PDFDict ? attributes.lookupMaybe(name('Scope'), PDFName) : undefined;
    return {
      ref: String(value),
      type: String(element.get(name('S'))).slice(1),
      title: said(element.lookup(name('T'))),
      alt: said(element.lookup(name('Alt'))),
      marks,
      annotations,
      box: box === null ? null : box.asArray().map((side) => (side as PDFNumber).asNumber()),
      scope: scope?.decodeText() ?? null,
      children,
    };
  };
  const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
  return elementOf(listOf(root.lookup(name('K')))[0]);
};

/** What the parent tree says: for each key a list (of a page's marks) or an element (of an annotation). */
export const parentsIn = (pdf: PDFDocument): ReadonlyMap<number, string | readonly string[]> => {
  const parents = new Map<number, string | readonly string[]>();
  const collect = (node: PDFDict): void => {
    const numbers = node.lookup(name('Nums'));
    const entries = listOf(numbers);
    for (let at = 0; at < entries.length; at += 2) {
      const value = entries[at + 1];
      const list = value instanceof PDFRef ? pdf.context.lookup(value) : value;
      parents.set(
        (entries[at] as PDFNumber).asNumber(),
        list instanceof PDFArray ? list.asArray().map(String) : String(value),
      );
    }
    for (const kid of listOf(node.lookup(name('Kids')))) collect(pdf.context.lookup(kid as PDFRef, PDFDict));
  };
  collect(pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict));
  return parents;
};

const PAINTS = new Set(['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI']);

/** What a page paints, each with the marks around it: `P 4`, `Artifact`, `Artifact Pagination`; '' where there are none. */
export const paintedIn = (pdf: PDFDocument, page: number): readonly string[] => {
  const contents = pdf.getPage(page).node.Contents();
  const streams = (contents instanceof PDFArray ? contents.asArray() : [contents]).map((value) =>
    value instanceof PDFRef ? pdf.context.lookup(value) : value,
  );
  const marks: string[] = [];
  const painted: string[] = [];
  const label = ([tag, properties]: readonly Operand[]): string => {
    const list = Array.isArray(properties) ? (properties as readonly Operand[]) : [];
    const value = (key: string): Operand | undefined => list[list.indexOf(key) + 1];
    const more = list.includes('/MCID') ? value('/MCID') : list.includes('/Type') ? value('/Type') : '';
    return `${String(tag).slice(1)} ${String(more).replace('/', '')}`.trim();
  };
  const broken = (message: string): never => {
    throw new Error(message);
  };
  for (const stream of streams) {
    // Dictionaries are read as lists: the reader of operators passes over them.
    const text = Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString('latin1');
    const plain = Buffer.from(text.replace(/<<([^<>]*)>>/g, '[$1]'), 'latin1');
    readOperations(
      plain,
      (operator, operands) => {
        if (operator === 'BMC' || operator === 'BDC') marks.push(label(operands));
        else if (operator === 'EMC') marks.pop();
        else if (PAINTS.has(operator)) painted.push(marks.join(' > '));
      },
      broken,
    );
  }
  return painted;
};
