/** Rule 7: web addresses break after `/ - ? & . _`, without a hyphen. */

const BODY = "[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]";
const DOMAIN =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+(?:com|cn|net|org|gov|edu|info|io|tv|cc|me|hk|tw|mo|jp|uk|us|de|fr)';
const ADDRESS = new RegExp(
  `[A-Za-z][A-Za-z0-9+.-]*://${BODY}+|(?<![A-Za-z0-9@.])(?:www\\.${BODY}+|${DOMAIN}(?![A-Za-z0-9-])(?:[/?#:]${BODY}*)?)`,
  'g',
);
const BREAK_AFTER = '/-?&._';

/** Offsets inside web addresses at which rule 7 lets a line begin. */
export const urlBreaks = (text: string): readonly number[] => {
  if (!text.includes('.') && !text.includes('://')) return [];
  const found: number[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '');
    for (let at = 0; at + 1 < address.length; at++) {
      if (BREAK_AFTER.includes(address[at]!)) found.push(match.index + at + 1);
    }
  }
  return found;
};
