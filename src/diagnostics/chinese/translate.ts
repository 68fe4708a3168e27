/** Diagnostics in Chinese. What no form fits stays English: nothing is lost. */
import type { Code } from '../catalogue.js';
import type { Language } from '../language.js';
import type { Diagnostic } from '../types.js';
import { SAID } from './catalogue.js';
import { translated } from './forms.js';
import { LISTS, SUGGESTIONS } from './phrases.js';

/** What make-up puts before what a page's pieces tell of. */
const PAGE = /^page ([\d–]+): /;

/** A message of a code; null where no form of it fits. */
export function messageInChinese(code: Code, message: string): string | null {
  const page = PAGE.exec(message);
  // First without the page, for a hole at the beginning of a form would hold it.
  const rest = page === null ? null : translated(message.slice(page[0].length), SAID[code].messages, LISTS);
  if (page === null || rest === null) return translated(message, SAID[code].messages, LISTS);
  return `第${page[1]}版${rest.startsWith('版位') ? '' : '：'}${rest}`;
}

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
