/** PDFs of one page, as an agency might send them, written object by object. */

/** What a page is made of; what is left out is as most have it. */
export interface Made {
  readonly content: string;
  /** Entries of the page's own dictionary beside Type, Parent, Contents and Resources. */
  readonly page?: string;
  readonly resources?: string;
  /** Objects beside, numbered from 10. */
  readonly objects?: readonly string[];
  readonly pages?: number;
  readonly trailer?: string;
  /** Entries of the catalogue beside Type and Pages. */
  readonly catalogue?: string;
}

/** A stream object of these words. */
export const stream = (data: string, entries = ''): string =>
  `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;

/** The bytes of a file of 100 × 60 points, where `page` says nothing else. */
export const madePdf = ({
  content,
  page = '/MediaBox [0 0 100 60]',
  resources = '<< >>',
  objects = [],
  pages = 1,
  trailer = '',
  catalogue = '',
}: Made): Buffer => {
  const kids = Array.from({ length: pages }, (_, index) => index + 4);
  const all = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [2, `<< /Type /Pages /Count ${pages} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`],
    [3, stream(content)],
    ...kids.map(
      (kid) => [kid, `<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources ${resources} ${page} >>`] as const,
    ),
    ...objects.map((object, index) => [10 + index, object] as const),
  ]);
  let file = '%PDF-1.4\n';
  const places: [number, number][] = [];
  for (const [number, object] of all) {
    places.push([number, file.length]);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Root 1 0 R /Size 99 ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

/** Forms in each other, so deep, each of which calls the next one so often. */
export const chain = (often: number, deep: number): Made => ({
  content: '/X Do',
  resources: '<< /XObject << /X 10 0 R >> >>',
  objects: Array.from({ length: deep }, (_, form) =>
    stream(
      form < deep - 1 ? '/X Do '.repeat(often) : '0 0 0 1 k 0 0 5 5 re f',
      `/Type /XObject /Subtype /Form /BBox [0 0 100 60] /Resources << /XObject << /X ${11 + form} 0 R >> >>`,
    ),
  ),
});
