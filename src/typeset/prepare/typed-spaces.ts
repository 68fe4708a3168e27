/** What white space that was typed means, by what stands on its sides. */
import { Kind } from '../characters/classes.js';
import type { Piece } from './pieces.js';

/** Whether a piece is there, follows or is followed without white space, and is Chinese text. */
const isChinese = (piece: Piece | undefined): boolean => piece?.kind === Kind.han || piece?.kind === Kind.affix;

/**
 * Whether the white between pieces `row` and `row + 1` parts phrases, as between Han, and is not the small white that many
 * type on both sides of words and numbers (新增 3 条): beside one of these it does where the other side of that touches
 * Chinese text (贯通 18.6公里). Between two of them it parts words.
 */
export const partsPhrases = (pieces: readonly Piece[], row: number): boolean => {
  const [a, b] = [pieces[row]!, pieces[row + 1]!];
  const [isWordBefore, isWordAfter] = [a.kind === Kind.latin, b.kind === Kind.latin];
  if (isWordBefore && isWordAfter) return false;
  if (isWordBefore) return pieces[row - 1]?.end === a.start && isChinese(pieces[row - 1]);
  if (isWordAfter) return pieces[row + 2]?.start === b.end && isChinese(pieces[row + 2]);
  return true;
};
