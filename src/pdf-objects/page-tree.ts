/** The page tree (ISO 32000-1, 7.7.3): every page in its order, and where the tree is not as it says. */
import { PDFArray, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf, nameOf, numberOf, type PdfObjects } from './objects.js';

/** Pages in their order. */
export interface PageTree {
  readonly pages: readonly PDFDict[];
  /** What a reader would have to guess at. */
  readonly faults: readonly string[];
}

/** Follows the page tree from the catalog. */
export const readPageTree = (objects: PdfObjects): PageTree => {
  const { root } = objects.trailer;
  if (objects.name(root, 'Type') !== 'Catalog') return { pages: [], faults: ['no catalog: the pages cannot be found'] };
  const walk = new TreeWalk(objects);
  walk.visit(objects.entry(root, 'Pages'), undefined);
  const { pages, faults } = walk;
  if (pages.length === 0) faults.push('a file of no pages');
  return { pages, faults };
};

class TreeWalk {
  readonly pages: PDFDict[] = [];
  readonly faults: string[] = [];
  private readonly seen = new Set<PDFObject>();

  constructor(private readonly objects: PdfObjects) {}

  visit(object: PDFObject | undefined, above: PDFDict | undefined): void {
    const { objects, pages } = this;
    const node = dictOf(objects.resolve(object));
    if (node === undefined) {
      this.faults.push(`the page tree names an object that is not there (after page ${pages.length})`);
      return;
    }
    if (this.seen.has(node)) {
      this.faults.push(`the page tree has ${objects.nameOf(node)} twice`);
      return;
    }
    this.seen.add(node);
    const kids = objects.entry(node, 'Kids');
    this.expect(node, 'Type', nameOf(objects.entry(node, 'Type')), kids instanceof PDFArray ? 'Pages' : 'Page');
    if (objects.entry(node, 'Parent') !== above) {
      this.faults.push(`${objects.nameOf(node)} of the page tree does not name what it hangs on (Parent)`);
    }
    if (!(kids instanceof PDFArray)) {
      pages.push(node);
      return;
    }
    const before = pages.length;
    for (const kid of kids.asArray()) this.visit(kid, node);
    this.expect(node, 'Count', numberOf(objects.entry(node, 'Count')), pages.length - before);
  }

  private expect<V>(node: PDFDict, key: string, is: V | undefined, wanted: V): void {
    if (is === wanted) return;
    this.faults.push(`${this.objects.nameOf(node)} of the page tree has ${key} ${is ?? 'none'}; it must be ${wanted}`);
  }
}
