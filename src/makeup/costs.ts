/**
 * What things cost on a page: every weight of make-up, in one place. The unit is arbitrary; 1 is "a sub-editor
 * would notice when told", 10 "would notice alone", 100 "would not print it if there is any other way".
 */
export const COSTS = {
  /** A line of white at a story's foot beyond the one its last column may end short. */
  whiteLine: 400,
  /** The one line that a story's last column may end short. */
  shortLine: 1.5,
  /** A line of copy that finds no place, and that there is any. */
  oversetLine: 400,
  overset: 4000,
  /** Lines that the last column of copy too short for its place ends above the others, squared. */
  footUneven: 5,
  /** A passage left out that its editor lets go: dearer than a widow, cheaper than a hole or overset copy. */
  passageLeftOut: 120,
  /** A paragraph's last line alone at a column's top (rule 19). */
  widow: 90,
  /** A paragraph's first line alone at a column's foot. */
  orphan: 2,
  /** A stanza's first line, or a table's first row, alone at a column's foot; the last alone at a column's top is a widow. */
  verseOrphan: 30,
  /** A stanza parted by a column's end; one of more than four lines costs less. */
  stanzaParted: 100,
  /** The line of white over a stanza, a table or what follows one at a column's foot. */
  footWhite: 10,
  /** A table parted by a column's end between two of its rows. */
  tableParted: 100,
  /**
   * A row, or a QR code, parted by a column's end: dearer than any copy that is overset for it, and than some tables that
   * are too wide. One taller than all columns.
   */
  rowParted: 1_000_000,
  tallParted: 6000,
  /** A column that ends beside a drop cap. */
  capParted: 6000,
  /** A story without the drop cap that its slot asks for: dearer than a line overset, cheaper than a cap parted. */
  capLeftOut: 5000,
  /** Per line that a table's row at a column's foot is taller than its cells, so that the table ends there. */
  rowTaller: 30,
  /** A table that needs more width than its columns have: its words stand out of it. Dearer than a page's white or overset copy. */
  tableWide: 250_000,
  /** A table that stands across several columns, away from its place in the text; share of its width left empty, squared. */
  tableAcross: 15,
  tableSparse: 90,
  /** A cell of a table in which a word is torn apart. */
  wordTorn: 10,
  /** A crosshead with fewer than two lines of text under it in its column (rule 19). */
  crossheadAtFoot: 600,
  /** Per line that a crosshead's white differs from the one it likes. */
  crossheadWhite: 3,
  /** Lines of white between a crosshead at a column's top and its text, squared: over it there is none. */
  crossheadParted: 60,
  /** Per line that it differs from the white of the story's other crossheads. */
  crossheadUnlike: 10,
  /** Factor on the paragraph breaker's demerits above the paragraph's best. */
  looseness: 0.02,
  /** Text columns re-divided (变栏): by how much their measure strays from the base columns', as a share, squared. */
  redivided: 60,
  /** Text under a photograph: by how much its measure strays from the one it likes, as a share, squared. */
  photoMeasure: 120,
  /** Headline: share of its measure left empty, squared. */
  headlineUnfilled: 90,
  /** Headline: distance from the style's largest size, as a share of the range, squared. */
  headlineSize: 6,
  /** Vertical headline: share of its column's width left empty, squared. */
  headlineAcross: 120,
  /** Headline: each line more than it needs at its size, which can only be meant to take up white. */
  headlineTorn: 30,
  /** Where it has such lines: badness of its breaks, none of which must be, over what breaks cost that must. */
  headlineTornBreak: 24,
  /** Where it has such lines: ems that a line falls short of a decent four, squared. */
  headlineTornShort: 12,
  /** Headline: more lines than its style allows; by the square of how many times it is too small. */
  headlineBeyond: 600,
  /** Headline: badness of its breaks as the headline breaker counts it. */
  headlineBreak: 12,
  /** Headline: white round it in lines away from what it likes, squared. */
  headlineWhite: 5,
  /** Headline: half a column off the middle that it is meant for. */
  headlineAside: 30,
  /** A standfirst that stands as close to the body as its own lines do to each other. */
  standfirstClose: 5,
  /** Picture: half a column off the middle that it is meant for. */
  pictureAside: 30,
  /** Picture: share cropped away, squared. */
  crop: 120,
  /** Picture: cropped below what its slot keeps. */
  cropTooMuch: 800,
  /** Text over or under a picture: lines that it falls short of a decent four, squared. */
  shallow: 8,
  /** Gap between pieces: each line over the least. */
  gapLine: 2,
  /** A line of white over an advertisement in whose place nothing else stands: the last thing to give. */
  advertisementWhite: 4000,
  /** Share of its size that an advertisement is printed smaller by than it may: dearer, line for line, than copy overset for it. */
  advertisementShrunk: 500_000,
  /** A slot's height away from what it likes (teasers, captions), squared, per line. */
  slackLine: 1.5,
  /** A piece of a free region that is too flat or too tall: by how many times, as a logarithm, squared. */
  proportion: 30,
  /** A story of a free region that stands above a weightier one, by the weight of that: 1 under the lead, ½ under the second. */
  order: 6,
  /** A gutter of a free region longer than nearly half the page: by the share of the page beyond, squared. */
  gutter: 900,
  /** A gutter of a free region that goes on in the piece under it. */
  seam: 6,
  /** Each make-up fault (碰题, 通缝 …) that a template ends with, when there are others to choose from. */
  fault: 60,
  /** A jump at all; inside a paragraph; and each line that what stands before or after it falls short of a decent dozen. */
  jump: 4,
  jumpInParagraph: 1,
  jumpShort: 2,
} as const;
