import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/types.js';
import type { Issue } from '../../src/issue/types.js';
import type { StoryFit } from '../../src/page/types.js';
import { failedReport, type PageReport, pageLine, reportOf, timesLine } from '../../src/report/report.js';
import { allSpent, stopwatch } from '../../src/report/stopwatch.js';

const fitOf = (lines: number, chars: number, white: number, passages: number): StoryFit =>
  ({ overset: { lines, chars }, white, leftOut: { passages } }) as unknown as StoryFit;
const page: PageReport = {
  ...{ page: 4, file: '12867-04.pdf', template: 'service', pictures: [] },
  stories: [fitOf(0, 0, 1, 0), fitOf(0, 0, 2, 0)],
  preflight: { passed: true, findings: [] },
};

it('a page’s line adds up what its stories lack, and names what was left out and what failed', () => {
  expect(pageLine(page)).toBe('page 4  service  2 stories  no overset  white 3 lines  preflight ok  12867-04.pdf');
  const findings = Array.from({ length: 2 }, () => ({}) as never);
  const bad = { ...page, stories: [fitOf(3, 40, 0, 1), fitOf(2, 25, 1, 2)], preflight: { passed: false, findings } };
  expect(pageLine(bad)).toBe(
    'page 4  service  2 stories  OVERSET 5 lines (65 characters)  white 1 lines  passages left out: 3  PREFLIGHT FAILED (2)  12867-04.pdf',
  );
  expect(pageLine({ ...page, stories: [fitOf(1, 9, 0, 1)] })).toMatch(
    /OVERSET 1 lines \(9 characters\) {2}white 0 lines {2}passages left out: 1 /,
  );
  expect(pageLine({ ...page, preflight: null })).not.toContain('reflight');
});

it('times are whole milliseconds, of all threads together', () => {
  const times = [0, 10.4, 12, 30.2];
  const watch = stopwatch(() => times.shift()!);
  watch.spend('makeUp');
  watch.spend('write');
  watch.spend('makeUp');
  const { load, makeUp, write, check } = allSpent([watch.spent, { write: 5, check: 2.5 }]);
  expect([load, makeUp, write, check].map((value) => Math.round(value * 10))).toEqual([0, 286, 66, 25]);
  const issue = { number: 12867 } as Issue;
  const report = reportOf(issue, [page], [], new Map(), { load, makeUp, write, check, total: 40.6 });
  expect(report).toMatchObject({ issue: 12867, pages: [page], diagnostics: [] });
  expect(timesLine(report)).toBe('issue 12867: 41 ms (load 0, make up 29, write 7, check 3)');
});

it('what is told has its place, where it has one; nothing was written of an issue whose number cannot be read', () => {
  const told: Diagnostic = { code: 'white', severity: 'warning', message: 'white' };
  const span = { file: 'issue.yaml', start: 3, end: 4 };
  const sources = new Map([['issue.yaml', 'a\nbc\n']]);
  expect(failedReport('12867', [told, { ...told, hint: 'cut', span }], sources)).toEqual({
    ...{ issue: 12867, pages: [], timings: null },
    diagnostics: [
      { ...told, hint: null, at: null },
      { ...told, hint: 'cut', at: 'issue.yaml:2:2' },
    ],
  });
  expect(['0', '12x', '', '../1'].map((typed) => failedReport(typed, [], sources).issue)).toEqual([
    ...[null, null, null, null],
  ]);
});
