/** What a fault says, and what may be known of a slot beside what its piece shows. */
import type { Code } from '../../diagnostics/catalogue.js';
import type { HeadlinePlace } from '../../template/types.js';

/** One fault of make-up on a page: the rule by its name, the slots it is about. */
export interface Fault {
  readonly code: Code;
  readonly rule: string;
  readonly slots: readonly (string | null)[];
  readonly message: string;
  readonly hint: string;
}

/** What template and styles say of a story's slot; a page made by hand may do without. */
export interface SlotFact {
  readonly rank: number;
  readonly headline: HeadlinePlace;
}

/** What is known of the slots, by name. */
export type SlotFacts = ReadonlyMap<string, SlotFact>;
