/** QR codes read back by another program. */
import jsqr from 'jsqr';

/** Its types say that the function is the package's `default`; it is the package. */
const scan = jsqr as unknown as typeof jsqr.default;

/** What the first code in a picture of RGBA pixels says; null where none is found. */
export const readQr = (pixels: Uint8Array, width: number, height: number): string | null =>
  scan(new Uint8ClampedArray(pixels), width, height)?.data ?? null;

/** What the squares of a code say, drawn four pixels each with white round them. */
export const readSquares = (rows: readonly string[]): string | null => {
  const side = (rows.length + 8) * 4;
  const isDark = (x: number, y: number): boolean => rows[Math.floor(y / 4) - 4]?.[Math.floor(x / 4) - 4] === '1';
  const pixels = Uint8Array.from({ length: side * side * 4 }, (_, at) =>
    at % 4 < 3 && isDark((at >> 2) % side, Math.floor((at >> 2) / side)) ? 0 : 255,
  );
  return readQr(pixels, side, side);
};
