/** What the desk is told of a story that does not fit its slot: at the slot's line in issue.yaml, with the way out. */
import { error, warning } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { PagePlan } from '../issue/types.js';
import type { StoryFit } from '../page/types.js';
import type { PlacedLeaf } from './solve/solve.js';
import { JUMP_DECENT } from './story/fit/fit.js';
import type { LaidOut } from './types.js';

/** What a piece tells of, with its page: pieces know no pages, and slots of several may have one name. */
export const onPage = (told: Diagnostic, { numbers }: PagePlan): Diagnostic => ({
  ...told,
  message: `page ${numbers.join('–')}: ${told.message}`,
});

/** Characters that would fill what a story leaves white in its columns, and what its head takes up of it. */
export const lackingOf = ({ fit, hole, measure }: Pick<LaidOut, 'fit' | 'hole' | 'measure'>): number =>
  Math.round((fit?.white ?? 0) * measure) + (hole?.chars ?? 0);

/**
 * Overset is an error the desk must act on; more than one line of white a warning. On a page with empty slots (`gaps`)
 * stories have their room, too.
 */
export function fitDiagnostics(
  plan: PagePlan,
  { node, height }: PlacedLeaf,
  laidOut: LaidOut,
  gaps: boolean,
): readonly Diagnostic[] {
  const { fit, excess, hole } = laidOut;
  if (fit === null) return [];
  const { span } = plan.slots.get(fit.slot)!;
  const where = `page ${plan.numbers.join('–')}, slot “${fit.slot}”`;
  if (excess !== null) {
    const { lines, chars } = fit.overset;
    const hint =
      excess.code === null
        ? `cut about ${excess.chars} characters, ${wayOut(fit)}`
        : `give the slot more height, or the QR code a shorter link: it needs ${excess.code} lines in one column`;
    const message = `story “${fit.id}” is ${lines} lines (${chars} characters) too long for ${where}`;
    return [error('overset', message, { hint, span })];
  }
  if (fit.white <= 1) return [];
  const room = lackingOf(laidOut);
  const head = hole === null ? '' : `, and its head takes ${hole.lines} lines more than it needs`;
  const held = height === node.height.min && height > 1;
  const message = held
    ? `story “${fit.id}” is too short for ${where}, which is at least ${height} lines high: it leaves ${fit.white} lines white${head}`
    : `story “${fit.id}” leaves ${fit.white} lines white in ${where}${head}`;
  const first = withoutJump(fit) || (gaps ? 'give a story to one of the empty slots, or ' : '');
  const last = held ? 'or lower the height of its slot' : 'or choose a more pliable layout';
  return [warning('white', message, { hint: `${first}add about ${room} characters, ${last}`, span })];
}

/** Where so little has come over from another page that it is not worth its slot it may as well not come. */
function withoutJump({ jump, lines, chars, white }: StoryFit): string {
  if (jump === null || jump.from === null || jump.to !== null || lines > JUMP_DECENT || white < lines) return '';
  return `cut about ${chars} characters on page ${jump.from}, and the story does not jump; or `;
}

/** Where an overset story may find room: elsewhere if it stands on this page alone, else where it stands. */
function wayOut({ jump }: StoryFit): string {
  if (jump === null) return 'let it jump to a later page, or give the slot more room';
  if (jump.from !== null) return `or give more room to the slot or to the one on page ${jump.from}, where it begins`;
  return 'or give the slot more room: in this it cannot jump, for no cut would leave four lines on either side';
}
