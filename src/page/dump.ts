/**
 * A page as stable text: one line an item, indented by depth, positions in pt with two decimals. Golden tests and
 * page diffs compare these.
 */
import { endsOf, textIn } from './stretches.js';
import type { Frame, FrameItem, Glyphs, Ink, Page, Tag } from './types.js';

/** The whole page as text, ending in a newline. */
export function dumpPage({ number, frame }: Page): string {
  return [`page ${number} ${size(frame.size)}`, ...dumpFrame(frame, 1), ''].join('\n');
}

/** A frame's items as lines. */
function dumpFrame(frame: Frame, depth = 0): string[] {
  return frame.children.flatMap(({ at, item }) => {
    const head = `${'  '.repeat(depth)}${fixed(at.x)},${fixed(at.y)} ${describe(item)}`;
    return item.kind === 'group' ? [head, ...dumpFrame(item.frame, depth + 1)] : [head];
  });
}

function describe(item: FrameItem): string {
  switch (item.kind) {
    case 'glyphs':
      return `text ${fixed(item.size)}pt ${ink(item.ink)}${ground(item)} “${textIn(item.stretches)}”${adjustment(item)}`;
    case 'image': {
      const { x, y, width, height } = item.crop;
      const crop = [x, y, width, height].map((value) => value.toFixed(3)).join(' ');
      return `image ${item.file} ${size(item.size)} crop ${crop}${item.black === true ? ' black' : ''}`;
    }
    case 'rule':
      return `rule to ${fixed(item.to.x)},${fixed(item.to.y)} ${fixed(item.width)}pt ${ink(item.ink)}`;
    case 'area': {
      const fill = item.fill === undefined ? '' : ` fill ${ink(item.fill)}`;
      const stroke = item.stroke === undefined ? '' : ` stroke ${fixed(item.stroke.width)}pt ${ink(item.stroke.ink)}`;
      return `area ${size(item.size)}${fill}${stroke}`;
    }
    case 'squares':
      return `squares ${item.rows.length} of ${fixed(item.side)}pt ${ink(item.ink)}`;
    case 'group':
      return `[${tag(item.tag)}] ${size(item.frame.size)}`;
  }
}

/** Faces used and where the last glyph stands: enough to tell an adjusted line from an unadjusted one. */
function adjustment({ stretches }: Glyphs): string {
  const ends = endsOf(stretches);
  if (ends === null) return '';
  const faces = [...new Set(stretches.map(({ face }) => face))].join('+');
  return ` ${faces} …${ends.last.x.toFixed(3)}em`;
}

const ground = ({ ground }: Glyphs): string => (ground === undefined ? '' : ` on ${ink(ground)}`);

const tag = ({ part, story, slot, page, link }: Tag): string =>
  [part, story, slot && `slot ${slot}`, page && `page ${page}`, link && `link ${link}`].filter(Boolean).join(' ');
const ink = ({ c, m, y, k, spot }: Ink): string => (spot === undefined ? `${c}/${m}/${y}/${k}` : spot);
const size = ({ width, height }: { width: number; height: number }): string => `${fixed(width)}×${fixed(height)}`;
const fixed = (value: number): string => (Math.round(value * 100) / 100 + 0).toFixed(2);
