/** What the captions of pictures side by side may run under: their own pictures, those beside them that say nothing, one page of a spread. */
import type { Pt } from '../../geometry/units.js';
import type { Picture } from '../../issue/types.js';
import type { CaptionPlace } from '../../template/types.js';

/** A stretch across a place for pictures, from its left edge. */
export interface Span {
  readonly left: Pt;
  readonly width: Pt;
}

/** What lies on either page of a place across the fold: how wide it is at the left, and where it goes on at the right. */
export interface Parts {
  readonly left: Pt;
  readonly right: Pt;
}

const saysNothing = ({ title, caption, credit }: Picture): boolean => (title ?? caption ?? credit) === null;

/**
 * For each of the pictures side by side what its caption runs under. One caption for several is given with one of them:
 * it has those after it, and the first those before it, that have none. A line of type must not run into the fold of a
 * spread: of what lies on both pages a caption has the part that is wider, the left one of two alike.
 */
export function captionSpans(
  pictures: readonly Picture[],
  spans: readonly Span[],
  place: CaptionPlace,
  parts: Parts | null,
): readonly Span[] {
  const said = pictures.flatMap((picture, index) => (saysNothing(picture) ? [] : [index]));
  return spans.map((own, index) => {
    const among = said.indexOf(index);
    if (place !== 'under' || among < 0) return onOnePage(own, parts);
    const first = spans[among === 0 ? 0 : index]!;
    const last = spans[(said[among + 1] ?? spans.length) - 1]!;
    return onOnePage({ left: first.left, width: last.left + last.width - first.left }, parts);
  });
}

function onOnePage(span: Span, parts: Parts | null): Span {
  const right = span.left + span.width;
  if (parts === null || right <= parts.left || span.left >= parts.right) return span;
  const [before, after] = [parts.left - span.left, right - parts.right];
  return before >= after ? { left: span.left, width: before } : { left: parts.right, width: after };
}
