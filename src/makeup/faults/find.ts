/** All faults of make-up on a finished page, and what the desk is told of them. */
import { warning } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/types.js';
import type { PagePlan } from '../../issue/types.js';
import type { Frame } from '../../page/types.js';
import { clashingHeadlines, uncoveredStories } from './headlines.js';
import { outweighedLeads } from './lead.js';
import { oneSidedCorners, throughGutters } from './page.js';
import { readPieces } from './read.js';
import { partedRows, strandedTableHeads } from './tables.js';
import { brokenColumns, loneCharacters, strandedCrossheads } from './text.js';
import type { Fault, SlotFacts } from './types.js';

/** The faults of a page, or of a spread's sheet, whoever made it up. */
export function findFaults(frame: Frame, facts: SlotFacts = new Map()): readonly Fault[] {
  const pieces = readPieces(frame);
  return [
    ...clashingHeadlines(pieces, facts),
    ...uncoveredStories(pieces, facts),
    ...outweighedLeads(pieces, facts),
    ...throughGutters(pieces),
    ...brokenColumns(pieces),
    ...oneSidedCorners(pieces),
    ...strandedCrossheads(pieces),
    ...strandedTableHeads(pieces),
    ...partedRows(pieces),
    ...loneCharacters(pieces),
  ];
}

/** Faults as warnings, with the page, the slots and the rule's name. */
export function faultDiagnostics(faults: readonly Fault[], plan: PagePlan): readonly Diagnostic[] {
  return faults.map(({ code, rule, slots, message, hint }) => {
    const named = slots.filter((slot) => slot !== null);
    const where = [
      `page ${plan.numbers.join('–')}`,
      ...(named.length === 0 ? [] : [`slot ${named.map((slot) => `“${slot}”`).join(', ')}`]),
    ];
    const span = named.map((slot) => plan.slots.get(slot)?.span).find((one) => one !== undefined) ?? plan.span;
    return warning(code, `${where.join(', ')}: ${rule}: ${message}`, { hint, span });
  });
}
