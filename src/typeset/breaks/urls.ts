/** Rule 7: addresses break without a hyphen, of the web after `/ - ? & . _`, of mail after `@ - . _`. */

const BODY = "[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]";
const DOMAIN =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+(?:com|cn|net|org|gov|edu|info|io|tv|cc|me|hk|tw|mo|jp|uk|us|de|fr)';
const ADDRESS = new RegExp(
  `[A-Za-z][A-Za-z0-9+.-]*://${BODY}+|(?<![A-Za-z0-9@.])(?:www\\.${BODY}+|${DOMAIN}(?![A-Za-z0-9-])(?:[/?#:]${BODY}*)?)`,
  'g',
);
const MAIL = /[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/g;

/** Offsets inside addresses at which rule 7 lets a line begin. */
export const urlBreaks = (text: string): readonly number[] => {
  const ofWeb = text.includes('.') || text.includes('://') ? breaksIn(text, ADDRESS, '/-?&._') : [];
  return text.includes('@') ? [...ofWeb, ...breaksIn(text, MAIL, '@-._')] : ofWeb;
};

const breaksIn = (text: string, addresses: RegExp, after: string): readonly number[] =>
  [...text.matchAll(addresses)].flatMap(({ 0: found, index }) => {
    const address = found.replace(/[.,;:!?)\]]+$/, '');
    return [...address.slice(0, -1)].flatMap((char, at) => (after.includes(char) ? [index + at + 1] : []));
  });
