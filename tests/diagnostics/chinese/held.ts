/** Holds that whatever tests make the program say comes out in Chinese, to the last word. */
import { expect } from 'vitest';
import { hintInChinese, messageInChinese } from '../../../src/diagnostics/chinese/translate.js';
import type { Diagnostic } from '../../../src/diagnostics/types.js';

/** English that names and terms of the trade do not have. */
const ENGLISH = /\b(?:a|an|and|are|as|at|by|can|cannot|has|have|in|is|it|its|no|none|not|of|or|so|that|the|to|which)\b/;
/** Quoted, in brackets or in braces: names, keys, values, another program's own words. */
const QUOTED = /“[^”]*”|`[^`]*`|（[^）]*）|\{[^}]*\}|\S*\/\S*/g;

/** Holds that a text was said in Chinese. */
export function holdChinese(english: string, chinese: string | null): void {
  expect(chinese, english).not.toBeNull();
  expect(chinese, english).not.toBe(english);
  expect(chinese!.replace(QUOTED, ''), english).not.toMatch(ENGLISH);
}

/** Holds it of diagnostics, messages and hints; gives them back. */
export function heldInChinese<T extends readonly Diagnostic[]>(diagnostics: T): T {
  for (const { code, message, hint } of diagnostics) {
    holdChinese(message, messageInChinese(code, message));
    if (hint !== undefined) holdChinese(hint, hintInChinese(code, hint));
  }
  return diagnostics;
}
