/** Which branch of a union a value that fits none was most likely meant for. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** A branch by its number, and what keeps the value from fitting it. */
export interface Branch {
  readonly index: number;
  readonly issues: readonly Issue[];
}

/** Faults of a value's own form rule a branch of a union out; so many of its keys amiss make it less likely. */
const HOPELESS = 10_000;
const KEY_AMISS = 100;

const misfit = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.path.length === 0)
      return sum + (issue.code === 'unrecognized_keys' ? KEY_AMISS * issue.keys.length : HOPELESS);
    return sum + (issue.path.length === 1 ? KEY_AMISS : 1);
  }, 0);

/** The likeliest branches, several where none is likelier; none where all are ruled out. */
export const likelyBranches = ({ errors }: z.core.$ZodIssueInvalidUnion): readonly Branch[] => {
  const branches = errors.map((issues, index) => ({ index, issues, misfit: misfit(issues) }));
  const least = Math.min(HOPELESS - 1, ...branches.map((branch) => branch.misfit));
  return branches.filter((branch) => branch.misfit === least);
};
