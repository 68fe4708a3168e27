import { expect, it } from 'vitest';
import { loadPress } from '../../src/pdf/press/press.js';
import { readPaper } from '../../src/template/paper.js';

const paper = (profile: string): string => `name: 试印日报
sheet: { width: 260, height: 300 }
grid: { columns: 3, measure: 16, gap: 1, size: 五号, leading: 15, lines: 40 }
print:
  profile: ${profile}
`;

it('a press profile lies in the paper’s folder, and what is wrong with it is told where it is named', async () => {
  const text = paper('press.icc');
  const { profile } = readPaper('small', 'layouts/small/paper.yaml', text).value!.print;
  expect(profile!.file).toBe('layouts/small/press.icc');
  expect(text.slice(profile!.span.start, profile!.span.end)).toBe('press.icc');
  const { value, diagnostics } = await loadPress(profile, 'x');
  expect([value, diagnostics[0]!.code, diagnostics[0]!.span]).toEqual([null, 'press-profile-missing', profile!.span]);
  expect(readPaper('small', 'layouts/small/paper.yaml', paper('/icc/press.icc')).value!.print.profile!.file).toBe(
    '/icc/press.icc',
  );
});
