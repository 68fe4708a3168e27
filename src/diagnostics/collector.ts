/** Diagnostics as they are made. */
import type { Code } from './catalogue.js';
import { type Diagnostic, hasErrors, type Severity, type Span } from './types.js';

/** What goes with a message: where it is about, and the way out. */
export interface Details {
  readonly span?: Span | undefined;
  readonly hint?: string | undefined;
}

const make = (severity: Severity, code: Code, message: string, { span, hint }: Details): Diagnostic => ({
  code,
  severity,
  message,
  ...(hint === undefined ? {} : { hint }),
  ...(span === undefined ? {} : { span }),
});

/** An error: the issue cannot be printed as it is. */
export const error = (code: Code, message: string, details: Details = {}): Diagnostic =>
  make('error', code, message, details);

/** A warning: it prints, but someone should look. */
export const warning = (code: Code, message: string, details: Details = {}): Diagnostic =>
  make('warning', code, message, details);

/** Gathers diagnostics while a stage goes on to find more. The one mutable thing of a loader. */
export class Collector {
  private readonly found: Diagnostic[] = [];

  /** Everything said so far. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  get failed(): boolean {
    return hasErrors(this.found);
  }

  error(code: Code, message: string, details: Details = {}): void {
    this.found.push(error(code, message, details));
  }

  warning(code: Code, message: string, details: Details = {}): void {
    this.found.push(warning(code, message, details));
  }

  add(...diagnostics: readonly Diagnostic[]): void {
    this.found.push(...diagnostics);
  }
}
