import { expect, it } from 'vitest';
import { BLACK, type Squares } from '../../src/page/types.js';
import { drawItem, type Easel } from '../../src/preview/svg.js';

const easel = { inkClass: () => '7' } as unknown as Easel;

it('draws the squares of a QR code as one path, those side by side as one rectangle', () => {
  const code: Squares = { kind: 'squares', side: 1.5, rows: ['110', '001', '000'], ink: BLACK };
  expect(drawItem(code, 10, 20, easel)).toBe('<path d="M10 20h3v1.5h-3zM13 21.5h1.5v1.5h-1.5z" class="f7"/>');
});
