/** A page as it is drawn in a page plan (版样): headlines and pictures as they are, running text as grey lines. */
import { endsOf } from '../page/stretches.js';
import type { Frame, Glyphs, Page } from '../page/types.js';
import { drawItem, type Easel, pt } from './svg.js';

/** Type up to this size is drawn as lines; in pt. */
const SMALL = 15;
/** Thickness of such a line, and how far its middle stands over the baseline, in ems. */
const THICK = 0.42;
const RAISED = 0.36;

/** The page's elements, with little to draw in them. */
export function sketchPage({ frame }: Page, easel: Easel): string {
  const lines = new Map<string, string[]>();
  const shown: string[] = [];
  const visit = ({ children }: Frame, x: number, y: number): void => {
    for (const { at, item } of children) {
      const [left, top] = [x + at.x, y + at.y];
      if (item.kind === 'group') visit(item.frame, left, top);
      else if (item.kind === 'glyphs' && item.size <= SMALL && item.ground === undefined) {
        const key = `class="greek s${easel.inkClass(item.ink)}" stroke-width="${pt(item.size * THICK)}"`;
        const known = lines.get(key) ?? [];
        known.push(stroke(item, left, top));
        lines.set(key, known);
      } else shown.push(drawItem(item, left, top, easel));
    }
  };
  visit(frame, 0, 0);
  const text = [...lines].map(([looks, strokes]) => `<path ${looks} d="${strokes.join('')}"/>`);
  return [...shown, ...text].join('');
}

function stroke({ stretches, size }: Glyphs, x: number, y: number): string {
  const ends = endsOf(stretches);
  if (ends === null) return '';
  const { first, last } = ends;
  const [across, down] = [last.x - first.x, last.y - first.y];
  if (down > Math.max(0.5, across)) return `M${pt(x)} ${pt(y)}v${pt((down + 1) * size)}`;
  return `M${pt(x + first.x * size)} ${pt(y - RAISED * size)}h${pt((across + 0.9) * size)}`;
}
