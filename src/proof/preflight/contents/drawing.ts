/** Checks of what a page paints: text, rules, colours, pictures. Register on newsprint is 0.5 mm at best. */
import { LEAST_RULE_IN_INKS } from '../../../page/types.js';
import type { Findings, Limits } from '../types.js';
import type { Drawn, Painted } from '../walk/drawn.js';
import type { Colour } from '../walk/state.js';

const SPACES = new Set(['DeviceGray', 'DeviceCMYK', 'Separation', 'DeviceN', 'Pattern']);
const FULL = 0.999;
/** Black this strong with other inks under it is rich black. */
const RICH = 0.85;

/**
 * What presses refuse of any file, and not only print badly: between these and newsprint's limits artwork may be, for
 * register stays what it is, and it would print no better as pixels.
 */
const REFUSED: Pick<Limits, 'multiInkText' | 'reversedText' | 'multiInkLine'> = {
  multiInkText: 9,
  reversedText: 7,
  multiInkLine: LEAST_RULE_IN_INKS,
};

/** Checks each thing that a page paints; what artwork has that is only hard to print is put among the `remarks`. */
export const checkDrawn = ({ drawn, hidden }: Painted, limits: Limits, found: Findings, remarks: Findings): void => {
  const ofArtwork = { ...limits, ...least(limits, REFUSED) };
  for (const item of hidden) if (item.kind !== 'image') checkSpace(item.kind, item.colour, found);
  for (const item of drawn) {
    if (!item.artwork) checkItem(item, limits, found);
    else {
      checkItem(item, ofArtwork, found);
      checkItem(item, limits, remarks);
    }
  }
};

const least = (limits: Limits, others: typeof REFUSED): typeof REFUSED => ({
  multiInkText: Math.min(limits.multiInkText, others.multiInkText),
  reversedText: Math.min(limits.reversedText, others.reversedText),
  multiInkLine: Math.min(limits.multiInkLine, others.multiInkLine),
});

const checkItem = (item: Drawn, limits: Limits, found: Findings): void => {
  if (item.kind === 'image') {
    if (item.ppi < limits.ppi) found.add('resolution', `a picture at ${Math.floor(item.ppi)} pixels an inch`);
    return;
  }
  const { colour } = item;
  checkSpace(item.kind, colour, found);
  if (item.kind === 'text') checkText(item, limits, found);
  else if (item.vanishes) found.add('reversed-text', WHITE[item.kind]);
  if (item.kind === 'line') checkWidth(item.width, colour, limits, found);
  if (item.kind === 'area' && item.rectangle) {
    const thin = Math.min(item.box.x1 - item.box.x0, item.box.y1 - item.box.y0);
    if (thin > 0 && told(thin, 3) < limits.line) checkWidth(thin, colour, limits, found);
  }
};

const WHITE = {
  area: 'a white area overprints and vanishes',
  line: 'a white rule overprints and vanishes',
};

const NAMES = { text: 'text', line: 'a rule', area: 'an area' };

const checkSpace = (kind: keyof typeof NAMES, { space }: Colour, found: Findings): void => {
  if (!SPACES.has(space)) found.add('colour-spaces', `${NAMES[kind]} in ${space}`);
};

/** A length as it is told of, and held to its limit: matrices and other programs' rounding leave crumbs. */
const told = (length: number, decimals: number): number => Number(length.toFixed(decimals));

const checkText = (item: Extract<Drawn, { kind: 'text' }>, limits: Limits, found: Findings): void => {
  const { colour, size, overprint } = item;
  if (!colour.inks) return;
  const pt = told(size, 2);
  const black = colour.inks[3]!;
  if (!colour.spot && colour.plates === 1 && black > FULL && !overprint) {
    found.add('black-text', `black text of ${pt} pt knocks out`);
  }
  if (colour.plates > 1 && (pt < limits.multiInkText || black > RICH)) {
    const inks = colour.inks.map((share) => Math.round(share * 100)).join(' ');
    found.add('multi-ink-text', `text of ${pt} pt in ${colour.plates} inks (${inks})`);
  }
  if (colour.plates === 0) {
    if (pt < limits.reversedText) found.add('reversed-text', `white text of ${pt} pt`);
    if (overprint) found.add('reversed-text', 'white text overprints and vanishes');
  }
};

const checkWidth = (width: number, colour: Colour, limits: Limits, found: Findings): void => {
  const pt = told(width, 3);
  if (pt < limits.line) found.add('lines', `a rule of ${pt} pt`);
  // Of spots only the registration colour has several plates: marks are drawn in it.
  else if (!colour.spot && colour.plates > 1 && pt < limits.multiInkLine) {
    found.add('lines', `a rule of ${pt} pt in ${colour.plates} inks`);
  }
};
