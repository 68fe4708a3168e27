import LineBreaker from 'linebreak';
import { expect, it } from 'vitest';
import { Uax, uaxClass } from '../../../src/typeset/characters/unicode.js';

/** What the package itself says of a character. */
const classOf = (code: number): number => new LineBreaker(String.fromCodePoint(code)).nextCharClass();
const isMark = (code: number): boolean => /\p{Mn}|\p{Mc}/u.test(String.fromCodePoint(code));
const DICTIONARY_SCRIPT =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]/;

it('gives every character the class of the linebreak package, but for marks of dictionary scripts', () => {
  // From the end, so that no class hangs on what was asked for before.
  const differing: number[] = [];
  for (let code = 0x10ffff; code >= 0; code--) {
    const own = classOf(code);
    const mark = own === Uax.AL && isMark(code) && DICTIONARY_SCRIPT.test(String.fromCodePoint(code));
    if (uaxClass(code) !== (mark ? Uax.CM : own)) differing.push(code);
  }
  expect(differing).toEqual([]);
});
