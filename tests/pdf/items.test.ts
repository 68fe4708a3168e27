import { expect, it } from 'vitest';
import { BLACK, type Image } from '../../src/page/types.js';
import { imagesOf, itemsOf } from '../../src/pdf/items.js';
import { group, page } from './pages.js';

const picture = (file: string): Image => ({
  kind: 'image',
  file,
  size: { width: 10, height: 10 },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  alt: '',
});

const made = page(
  [
    [0, 0, picture('loose')],
    [
      0,
      0,
      group({ part: 'story', slot: 'lead' }, [
        [0, 0, group({ part: 'picture' }, [[0, 0, picture('news')]])],
        [0, 0, { kind: 'rule', to: { x: 5, y: 0 }, width: 1, ink: BLACK }],
      ]),
    ],
    // What is sold may be a group of its own in a slot, or stand deeper in one.
    [
      0,
      0,
      group({ part: 'story', slot: 'foot' }, [[0, 0, group({ part: 'advertisement' }, [[0, 0, picture('sold')]])]]),
    ],
    [
      0,
      0,
      group({ part: 'advertisement', slot: 'ear' }, [[0, 0, group({ part: 'picture' }, [[0, 0, picture('deep')]])]]),
    ],
  ],
  3,
);

it('pictures have the page and the slot they stand in, at any depth, and whether they are sold', () => {
  expect(imagesOf(made).map(({ item, ...place }) => [item.file, place])).toEqual([
    ['loose', { page: 3, slot: null, advertisement: false }],
    ['news', { page: 3, slot: 'lead', advertisement: false }],
    ['sold', { page: 3, slot: 'foot', advertisement: true }],
    ['deep', { page: 3, slot: 'ear', advertisement: true }],
  ]);
});

it('items come in painting order, a group before what stands in it', () => {
  const names = [...itemsOf(made.frame)].map((item) => (item.kind === 'image' ? item.file : item.kind));
  expect(names).toEqual([
    'loose',
    'group',
    'group',
    'news',
    'rule',
    'group',
    'group',
    'sold',
    'group',
    'group',
    'deep',
  ]);
});
