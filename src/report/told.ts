/** The order in which the desk is told of pages. */
import type { Diagnostic } from '../diagnostics/types.js';
import type { Issue, PagePlan } from '../issue/types.js';

/**
 * What make-up says, page by page. Pages that a story ties together are made up in one run and speak in one breath;
 * the desk goes through its pages one after the other.
 */
export const byPages = (diagnostics: readonly Diagnostic[], issue: Issue): readonly Diagnostic[] => {
  const plans = [...issue.pages].sort((a, b) => a.numbers[0]! - b.numbers[0]!);
  const places = diagnostics.map((diagnostic) => plans.findIndex((plan) => isAbout(diagnostic, plan, issue)));
  const rank = (index: number): number => (places[index]! < 0 ? plans.length : places[index]!);
  return diagnostics
    .map((diagnostic, index) => ({ diagnostic, index }))
    .sort((a, b) => rank(a.index) - rank(b.index) || a.index - b.index)
    .map(({ diagnostic }) => diagnostic);
};

/** Whether a diagnostic points to a page of the plan, to what stands there, or into a manuscript that does. */
const isAbout = ({ span }: Diagnostic, plan: PagePlan, { articles }: Issue): boolean => {
  if (span === undefined) return false;
  const own = [plan.span, ...[...plan.slots.values()].map((placement) => placement.span)];
  if (own.some(({ file, start }) => file === span.file && start === span.start)) return true;
  return [...plan.slots.values()].some(
    (placement) => placement.kind === 'article' && articles.get(placement.article)?.span.file === span.file,
  );
};
