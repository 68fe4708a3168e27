/** Numbers and strings as PDF writes them. */

/** At most `digits` decimals, no exponent (rounded, nothing is small enough for one), no minus zero. */
export const num = (value: number, digits = 3): string => {
  const scale = digits === 3 ? 1000 : 10 ** digits;
  return String(Math.round(value * scale) / scale);
};

const HEX = Array.from({ length: 256 }, (_, byte) => (0x100 + byte).toString(16).slice(1));

/** A byte as two hex digits. */
export const hex2 = (value: number): string => HEX[value]!;

/** Two bytes as four hex digits. */
export const hex4 = (value: number): string => HEX[value >> 8]! + HEX[value & 0xff]!;

/** UTF-16BE in hex, as ToUnicode maps and hex strings take it. */
export const utf16Hex = (text: string): string => {
  let hex = '';
  for (let index = 0; index < text.length; index++) hex += hex4(text.charCodeAt(index));
  return hex;
};

/** A PDF name (without its slash): anything outside plain ASCII letters and digits as #xx of its UTF-8. */
export const pdfName = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => (/[A-Za-z0-9_.-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : hexByte(byte)))
    .join('');

const hexByte = (byte: number): string => `#${byte.toString(16).padStart(2, '0').toUpperCase()}`;
