/** QR codes whose columns are too narrow for them: what of them runs together, or stands out. */
import { warning } from '../../../diagnostics/collector.js';
import type { Diagnostic } from '../../../diagnostics/types.js';
import { mm, toMm } from '../../../geometry/units.js';
import { LEAST } from '../copy/qr.js';
import type { Drawing } from '../types.js';
import { overfullLine, type SetBlock } from './body.js';

/** Rounding in a square's side. */
const ROUNDING = 0.001;

/** Tells of codes with squares too small for newsprint, and of words of theirs wider than the column. */
export const narrowCodes = (
  body: readonly SetBlock[],
  { plan: { columns }, style, node: { slot }, part: { article } }: Drawing,
): readonly Diagnostic[] =>
  body.flatMap(({ block, parts }): readonly Diagnostic[] => {
    if (block.part !== 'qr') return [];
    const { span } = article.body[block.place.block]!;
    const { side } = block.qr.at(columns.measure).squares;
    const measure = (columns.measure * style.body.size) / block.qr.style.size;
    const wide = toMm(side).toFixed(2);
    const message = `the squares of a QR code are ${wide} mm wide in slot “${slot}”, and should be ${LEAST} mm`;
    const hint = 'give it a shorter link, or the story wider columns';
    return [
      ...(side < mm(LEAST) - ROUNDING ? [warning('qr-small', message, { hint, span })] : []),
      ...parts.flatMap(({ lines }) => lines.flatMap(({ line }) => overfullLine(line, measure, slot, span))),
    ];
  });
