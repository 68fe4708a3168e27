/** Diagnostics in Chinese. What no form fits stays English: nothing is lost. */
import type { Code } from '../catalogue.js';
import type { Language } from '../language.js';
import type { Diagnostic } from '../types.js';
import { SAID } from './catalogue.js';
import { translated } from './forms.js';
import { LISTS, SUGGESTIONS } from './phrases.js';

/** A message of a code; null where no form of it fits. */
export const messageInChinese = (code: Code, message: string): string | null =>
  translated(message, SAID[code].messages, LISTS);

/** A hint of a code; null where no form of it fits. */
export const hintInChinese = (code: Code, hint: string): string | null =>
  translated(hint, [...(SAID[code].hints ?? []), ...SUGGESTIONS], LISTS);

/** A diagnostic in Chinese, as far as there are forms for it. */
function inChinese(diagnostic: Diagnostic): Diagnostic {
  const { code, message, hint } = diagnostic;
  return {
    ...diagnostic,
    message: messageInChinese(code, message) ?? message,
    ...(hint === undefined ? {} : { hint: hintInChinese(code, hint) ?? hint }),
  };
}

/** Something that preflight found, in Chinese. */
const findingInChinese = (message: string): string => translated(message, LISTS.finding, LISTS) ?? message;

/** Diagnostics as a Chinese desk reads them. */
export const CHINESE: Language = {
  severities: { error: '错误', warning: '警告' },
  hint: '建议',
  colon: '：',
  tell: inChinese,
  finding: findingInChinese,
};
