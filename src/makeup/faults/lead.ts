/** Faults of weight: the headline of a lesser story no smaller than that of the page's lead (主次不分). */
import type { Pt } from '../../geometry/units.js';
import { headlineOf, type Piece } from './read.js';
import type { Fault, SlotFacts } from './types.js';

/** A story's headline among those of its page. */
export interface WeighedHead {
  readonly slot: string | null;
  readonly rank: number;
  readonly size: Pt;
  readonly text: string;
}

/** The largest headline of a page's weightiest stories, and those of lesser ones, the largest first. */
export interface WeighedHeads {
  readonly lead: WeighedHead;
  readonly lesser: readonly WeighedHead[];
}

/** A page's headlines by the weight of their stories; null where it has none. */
export function weighedHeads(pieces: readonly Piece[], facts: SlotFacts): WeighedHeads | null {
  const heads = pieces
    .flatMap((piece): WeighedHead[] => {
      const headline = headlineOf(piece);
      const rank = facts.get(piece.slot ?? '')?.rank;
      if (headline === null || rank === undefined) return [];
      const text = headline.lines.map((line) => line.text).join('');
      return [{ slot: piece.slot, rank, size: headline.lines[0]!.size, text }];
    })
    .sort((a, b) => b.size - a.size);
  const weightiest = Math.min(...heads.map(({ rank }) => rank));
  const lead = heads.find(({ rank }) => rank === weightiest);
  return lead === undefined ? null : { lead, lesser: heads.filter(({ rank }) => rank > weightiest) };
}

/** 主次不分: a lesser story's headline is as large as the lead's, or larger. */
export function outweighedLeads(pieces: readonly Piece[], facts: SlotFacts): readonly Fault[] {
  const heads = weighedHeads(pieces, facts);
  const louder = heads?.lesser[0];
  if (heads === null || louder === undefined || louder.size < heads.lead.size) return [];
  return [
    {
      code: 'lead-outweighed',
      rule: '主次不分',
      slots: [louder.slot, heads.lead.slot],
      message: `the headline “${louder.text}” is no smaller than the lead’s, “${heads.lead.text}”`,
      hint: 'shorten the lead’s headline, or give the other story a smaller style',
    },
  ];
}
