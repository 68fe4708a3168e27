/** Pieces of a page that hold no story: what the paper sets by itself, teasers, advertisements. */
import type { Diagnostic } from '../diagnostics/types.js';
import type { Frame } from '../page/types.js';
import type { LaidOut } from './types.js';

/** Such a piece, laid out. */
export const withoutStory = (frame: Frame, diagnostics: readonly Diagnostic[] = []): LaidOut => ({
  frame,
  fit: null,
  excess: null,
  hole: null,
  measure: 0,
  cost: new Map(),
  rest: null,
  diagnostics,
});
