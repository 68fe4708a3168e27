/** The languages that people are told in. JSON and whatever else is read by programs is English. */
import type { Diagnostic, Severity } from './types.js';

/** The words that diagnostics are told in. */
export interface Language {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly hint: string;
  /** Between one of these words and what follows it. */
  readonly colon: string;
  /** A diagnostic as its reader understands it. */
  tell(diagnostic: Diagnostic): Diagnostic;
  /** The same of what preflight found. */
  finding(message: string): string;
}

/** As diagnostics are made. */
export const ENGLISH: Language = {
  severities: { error: 'error', warning: 'warning' },
  hint: 'hint',
  colon: ': ',
  tell: (diagnostic) => diagnostic,
  finding: (message) => message,
};

/** Whether the system's language is Chinese (POSIX: the first of these that says anything). */
export const isChinese = ({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): boolean =>
  /^zh/.test(LC_ALL || LC_MESSAGES || LANG || '');

/** The system's language; Chinese is loaded only where it is. */
export const languageOf = async (environment: Readonly<Record<string, string | undefined>>): Promise<Language> =>
  isChinese(environment) ? (await import('./chinese/translate.js')).CHINESE : ENGLISH;
