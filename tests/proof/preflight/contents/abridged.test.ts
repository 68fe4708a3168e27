import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDrawing } from '../../../../src/pdf-objects/drawing.js';
import { abridged } from '../../../../src/proof/preflight/contents/abridged.js';
import { Findings } from '../../../../src/proof/preflight/types.js';
import type { Painted } from '../../../../src/proof/preflight/walk/drawn.js';
import { walkPage } from '../../../../src/proof/preflight/walk/walk.js';
import { madePdf, stream } from '../../../pdf/drawing/made.js';

const inShort = (contents: string): string =>
  Buffer.from(abridged(Buffer.from(contents, 'latin1')))
    .toString('latin1')
    .replace(/\s+/g, ' ')
    .trim();

/** What a page paints that shows a form of these contents at a place, and what is wrong with it; in short or as they are. */
const painted = async (contents: string, place: string, short: boolean): Promise<Painted & { found: unknown }> => {
  const { objects, page } = await openDrawing(
    madePdf({
      content: `.2 .3 0 0 k 0 0 80 50 re W n ${place} cm /X Do`,
      resources: '<< /XObject << /X 10 0 R >> >>',
      objects: [
        stream(
          contents,
          '/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources << /ExtGState << /G << /op true /OPM 1 >> >> >>',
        ),
      ],
    }),
  );
  const form = objects.entry(objects.entry(objects.inherited(page, 'Resources'), 'XObject'), 'X')!;
  const found = new Findings();
  const known = short ? [[form, abridged(objects.streams.data(form))] as const] : [];
  return { ...walkPage(objects, page, new Map(known), found), found: found.list };
};

const digits = fc.stringMatching(/^\d{0,17}$/);
const number = fc.oneof(
  fc.double({ min: -200, max: 200, noNaN: true }).map((value) => value.toFixed(3)),
  fc.constantFrom(
    '0',
    '-0',
    '.5',
    '+7',
    '-.000000123',
    '1'.repeat(400),
    '0.00000000000000000000001',
    '1e5',
    '(a)',
    '/n',
  ),
  fc
    .tuple(fc.constantFrom('', '-'), digits, fc.constantFrom('', '.'), digits)
    .map((parts) => parts.join(''))
    .filter((word) => /\d/.test(word)),
);
const segment = fc
  .constantFrom(['m', 2], ['l', 2], ['c', 6], ['v', 4], ['y', 4], ['h', 0])
  .chain(([operator, count]) =>
    fc
      .array(number, { minLength: Number(count), maxLength: Number(count) })
      .map((numbers) => [...numbers, operator].join(' ')),
  );
const other = fc.constantFrom(
  ...['q', 'Q', 'f', 'S', 'B', 'W n', 'n', '.5 w', '/G gs', '0 1 0 0 K', '1 0 0 rg', '2 0 1 3 4 5 cm', '1 2 3 4 re'],
  ...['] ', '%7 7 l\n', '7 l', '[1 2', '(7 7 l', 'nothing', 'BT 7 7 Td (7 7 l) Tj ET', 'BI /W 1 /H 1 ID 7 7 l EI'],
);
const contents = fc
  .array(fc.oneof({ weight: 6, arbitrary: segment }, { weight: 2, arbitrary: other }), { maxLength: 40 })
  .map((words) => words.join(' '));
const place = fc.constantFrom('1 0 0 1 0 0', '.31 0 0 .31 12.7 -8.1', '0 2 -2 0 50 0', '.7 .2 -.3 1.1 3 4');

describe('contents in short', () => {
  it('have one line across what lines and curves reach in their place', () => {
    expect(inShort('q 1 2 m 3 9.25 l -4 5 6 7 8 -.5 c h 1 1 2 2 v f Q')).toBe('q -4 -0.5 m 8 9.25 l f Q');
    expect(inShort('0 0 m 9 9 l S 1 w 2 2 m 3 3 l S')).toBe('0 0 m 9 9 l S 1 w 2 2 m 3 3 l S');
    const circles = '10 5 m 10 7.8 7.8 10 5 10 c 2.2 10 0 7.8 0 5 c 0 2.2 2.2 0 5 0 c 7.8 0 10 2.2 10 5 c h '.repeat(9);
    expect(inShort(`${circles}f`)).toBe('0 0 m 10 10 l f');
  });

  it.each([
    ['text and pictures that have the words of lines', '(1 1 m 2 2 l 3 3 l) Tj BI /W 1 /H 1 ID 1 1 m 2 2 l 3 3 l EI'],
    ['operators that are wrong', '1 m 1 2 3 l /a 2 l (b) 2 l 1 2 3 4 c'],
    ['numbers that only an exponent would write', '0.00000012 2 m 1111111111111111111111 3 l'],
    ['what is told of by the way', '1 ] 2 l 3 } 4 l'],
    ['what breaks off', '1 w 3 4'],
  ])('have as it stands: %s', (_, as) => {
    expect(inShort(as)).toBe(as);
  });

  it('paint what they paint in full, wherever they stand, and the same is wrong with them', async () => {
    await fc.assert(
      fc.asyncProperty(contents, place, async (words, at) => {
        expect(await painted(words, at, true)).toEqual(await painted(words, at, false));
      }),
      { numRuns: 400 },
    );
  });
});
