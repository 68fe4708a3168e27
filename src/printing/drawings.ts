/** Drawings held to the press's rules before they are put on a page: what a page's file would fail for. */
import { cacheFolder } from '../cache/kept.js';
import { pressFileOf } from '../pdf/drawing/alone.js';
import type { Judge, Reason } from '../pdf/drawing/prepare.js';
import type { Press } from '../pdf/types.js';
import { preflightRemembered } from '../proof/preflight/remembered.js';
import type { Finding, PreflightProfile } from '../proof/preflight/types.js';

/** What objects are called in a file that nobody sees. */
const NUMBER = /\b\d+ \d+ R\b/g;

/** Judges drawings by preflight of a file that holds nothing else. */
export const judgeFor =
  ({ trim: _, ...profile }: PreflightProfile, press: Press): Judge =>
  async (picture, size, black) => {
    const file = pressFileOf(picture, size, profile.standard, press);
    const rules = { ...profile, black: black ? [1] : [] };
    const { findings, remarks, passed } = await preflightRemembered(file, rules, cacheFolder('preflight'));
    const faults = findings.filter(({ check }) => check !== 'black-pages');
    return { fits: passed, faults: reasons(faults), remarks: reasons(remarks) };
  };

const reasons = (findings: readonly Finding[]): readonly Reason[] => {
  const told = new Map(findings.map(({ check, message }) => [message.replace(NUMBER, 'a part of it'), check]));
  return [...told].map(([message, about]) => ({ about, message }));
};
