/** The files of one issue read again and again: what did not change comes back as the same values. */
import { statSync } from 'node:fs';
import { mergeSources, type Sources } from '../diagnostics/sources.js';
import { type Diagnostic, hasErrors } from '../diagnostics/types.js';
import { type FontSet, loadFonts } from '../fonts/registry.js';
import { findIssue, type InputFolder } from '../issue/folder.js';
import { loadIssue } from '../issue/load.js';
import type { Desk } from '../makeup/types.js';
import type { Memory } from '../memory/memory.js';
import { loadPress } from '../pdf/press/press.js';
import type { Press } from '../pdf/types.js';

/** Where an issue and what it is made with lie. */
export interface Folders {
  readonly issue: string;
  readonly issuesDir: string;
  readonly layoutsDir: string;
  readonly fontsFile: string;
}

/** Everything that pages are made and shown with. */
export interface Ready {
  readonly desk: Desk & { readonly fonts: FontSet };
  readonly press: Press;
  readonly folder: InputFolder;
}

/** Files that pages depend on and that may lie anywhere, there or not. */
export interface OtherFiles {
  readonly fonts: readonly string[];
  /** The press's profile. */
  readonly profile: string | null;
}

/** What came of reading once. */
export interface Read {
  /** Null where something keeps the issue from being set. */
  readonly ready: Ready | null;
  readonly files: OtherFiles;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Reads the files as they are now. */
export interface Reader {
  read(): Promise<Read>;
  /** Has fonts.yaml and the fonts opened anew at the next reading. */
  forgetFonts(): void;
}

/** A reader that has read nothing yet. */
export function createReader({ issue, issuesDir, layoutsDir, fontsFile }: Folders, memory: Memory): Reader {
  let fonts: ReturnType<typeof loadFonts> | null = null;
  let press: { readonly key: string; readonly value: Press } | null = null;

  const pressFor = async ({ layouts: { paper } }: Pick<Desk, 'layouts'>): Promise<readonly Diagnostic[]> => {
    const { profile, condition } = paper.print;
    const key = JSON.stringify([profile, condition, profile && versionOf(profile.file)]);
    if (press?.key === key) return [];
    const { value, diagnostics } = await loadPress(profile, condition);
    press = value === null ? null : { key, value };
    // That a stand-in separates the pictures matters to the press file only.
    return diagnostics.filter(({ severity }) => severity === 'error');
  };

  return {
    forgetFonts: () => {
      fonts = null;
    },
    read: async () => {
      fonts ??= loadFonts(fontsFile);
      const set = await fonts;
      // A font that is not there may come without fonts.yaml being touched.
      if (set.value === null) fonts = null;
      const loaded = await loadIssue(issuesDir, issue, layoutsDir, set.value?.roles, memory);
      const sources = mergeSources(set.sources, loaded.sources);
      const diagnostics = [...set.diagnostics, ...loaded.diagnostics];
      const files = { fonts: set.files, profile: loaded.value?.layouts.paper.print.profile?.file ?? null };
      const none: Read = { ready: null, files, diagnostics, sources };
      if (loaded.value === null || set.value === null || hasErrors(diagnostics)) return none;
      const said = await pressFor(loaded.value);
      const folder = findIssue(issuesDir, issue).value;
      if (press === null || folder === null) return { ...none, diagnostics: [...diagnostics, ...said] };
      return {
        ready: { desk: { ...loaded.value, fonts: set.value }, press: press.value, folder },
        files,
        diagnostics: [...diagnostics, ...said],
        sources,
      };
    },
  };
}

/** Changes when a file does; the same as long as it is not there. */
const versionOf = (file: string): readonly number[] => {
  const facts = statSync(file, { throwIfNoEntry: false });
  return facts === undefined ? [] : [facts.size, facts.mtimeMs, facts.ctimeMs];
};
