/** What is told: a value's diagnostics, and the places that they are about. */
import type { Code } from './catalogue.js';

/** A stretch of a source file, in UTF-16 offsets. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** An error keeps the issue from being printed as it is; a warning does not. */
export type Severity = 'error' | 'warning';

/** One thing to tell the desk. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, with the names and figures of the case. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly span?: Span;
}

/** A stage's result: a value, or null where none could be made, and everything there is to say. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether any of them is an error. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
