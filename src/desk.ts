/** What the desk has on the table: an issue, its paper and its fonts, read and checked. */
import type { Loaded } from './diagnostics/sources.js';
import { mergeSources } from './diagnostics/sources.js';
import { type FontSet, loadFonts } from './fonts/registry.js';
import { loadIssue } from './issue/load.js';
import type { Desk } from './makeup/types.js';

/** Where to find it. */
export interface DeskRequest {
  readonly issue: string;
  readonly issuesDir: string;
  readonly layoutsDir: string;
  readonly fontsFile: string;
}

/** All that pages are made up from. */
export type LaidDesk = Desk & { readonly fonts: FontSet };

/** Reads it; null where nothing can be made of it, and the diagnostics say why. */
export async function loadDesk({ issue, issuesDir, layoutsDir, fontsFile }: DeskRequest): Promise<Loaded<LaidDesk>> {
  const fonts = await loadFonts(fontsFile);
  const loaded = await loadIssue(issuesDir, issue, layoutsDir, fonts.value?.roles);
  return {
    value: loaded.value && fonts.value && { ...loaded.value, fonts: fonts.value },
    diagnostics: [...fonts.diagnostics, ...loaded.diagnostics],
    sources: mergeSources(fonts.sources, loaded.sources),
  };
}
