/** Who made a page (采编署名): 责任编辑, 版式, 校对, as its plan or the says. */
import { leavesOf } from '../../template/nodes.js';
import type { Template } from '../../template/types.js';
import type { RawPage } from '../schema.js';
import type { StaffMember } from '../types.js';
import type { Planning } from './plan.js';

/** The page's own staff, else the issue's. A page's own that no template of it has a line for is told of. */
export function staffOf(
  raw: RawPage,
  key: string,
  templates: readonly Template[],
  { data, report, at, keyAt }: Planning,
): readonly StaffMember[] {
  const path = raw.staff === undefined ? ['staff'] : ['pages', key, 'staff'];
  const staff = raw.staff === undefined ? data.staff : raw.staff;
  const hasLine = templates.some(({ tree }) => leavesOf(tree).some(({ kind }) => kind === 'folio'));
  if (raw.staff != null && templates.length > 0 && !hasLine) {
    report.warning('staff-unprinted', `page ${key} has no folio line that would name its staff`, {
      span: keyAt(path),
      hint: 'Give its template a `folio`, or take `staff` away.',
    });
  }
  return Object.entries(staff ?? {}).map(([part, name]) => ({ part, name, span: at([...path, part]) }));
}
