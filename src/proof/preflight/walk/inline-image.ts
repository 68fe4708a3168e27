/** Pictures within page contents (BI … ID … EI; ISO 32000-1, 8.9.7): what stands between BI and ID. */
import type { Operand } from '../../../pdf-objects/tokens.js';

/** What an inline picture says of itself; sizes in pixels. */
export interface InlineImage {
  readonly width: number;
  readonly height: number;
  /** Its colour space by its full name; null for a stencil, which has the colour of other areas. */
  readonly space: string | null;
  readonly filters: readonly string[];
}

/** Short names that only stand here. */
const LONG: Readonly<Record<string, string>> = {
  '/W': '/Width',
  '/H': '/Height',
  '/CS': '/ColorSpace',
  '/IM': '/ImageMask',
  '/F': '/Filter',
  '/G': '/DeviceGray',
  '/RGB': '/DeviceRGB',
  '/CMYK': '/DeviceCMYK',
  '/I': '/Indexed',
  '/LZW': '/LZWDecode',
};
const long = (name: Operand | undefined): string => (typeof name === 'string' ? (LONG[name] ?? name) : '');

/** An inline picture, by the operands of its ID. */
export const inlineImage = (operands: readonly Operand[]): InlineImage => {
  const entries = new Map<string, Operand>();
  for (let at = 0; at + 1 < operands.length; at += 2) entries.set(long(operands[at]), operands[at + 1]!);
  const number = (key: string): number => Number(entries.get(key) ?? 0);
  const names = (key: string): string[] => {
    const value = entries.get(key);
    return (Array.isArray(value) ? value : [value]).map((each) => long(each).slice(1));
  };
  return {
    width: number('/Width'),
    height: number('/Height'),
    space: entries.get('/ImageMask') === 'true' ? null : names('/ColorSpace')[0] || 'no colour space',
    filters: names('/Filter'),
  };
};
