/** QR codes (二维码) by their links: ISO/IEC 18004, as the `qr` package makes them. */
import { cacheFolder, keep, keyOf, recall } from '../../cache/kept.js';

/** Bytes of a code of 57 squares at level M (version 10): one with more has squares too small for newsprint in a column. */
export const LONGEST_LINK = 213;

/** What squares follow from beside their link: to load the package and make them takes as long as half a page. */
export const FORM = 'qr 0.7.0, level M';

/**
 * The squares of a link's code, a row each, `1` for ink; no white round them. At level M a seventh of it may be lost on
 * the press and it can still be read. A link has 2331 bytes at most.
 */
export const squaresOf = async (link: string): Promise<readonly string[]> => {
  const folder = cacheFolder('pictures');
  const key = keyOf(FORM, link);
  const kept = recall(folder, key);
  if (kept !== null) return kept.toString('latin1').split('\n');
  const rows = await makeSquares(link);
  keep(folder, key, Buffer.from(rows.join('\n'), 'latin1'));
  return rows;
};

/** The package gives no code without white round it. */
const BORDER = 1;

const makeSquares = async (link: string): Promise<readonly string[]> => {
  const { encodeQR } = await import('qr');
  return encodeQR(link, 'raw', { ecc: 'medium', border: BORDER })
    .slice(BORDER, -BORDER)
    .map((row) =>
      row
        .slice(BORDER, -BORDER)
        .map((isDark) => (isDark ? '1' : '0'))
        .join(''),
    );
};
