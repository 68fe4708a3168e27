/** Functions of one value (ISO 32000-1, 7.10): what colours a shading runs through. */
import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import type { PdfObjects } from './objects.js';

type Values = readonly number[];

/** What a function, or several of one result each, gives for a value; null where it is of a kind that nothing here reads. */
export const valuesAt = (objects: PdfObjects, found: PDFObject | undefined, at: number): Values | null => {
  if (!(found instanceof PDFArray)) return resultsAt(objects, found, at);
  const each = objects.items(found).map((one) => resultsAt(objects, one, at));
  return each.some((one) => one === null) ? null : each.flatMap((one) => one!);
};

const resultsAt = (objects: PdfObjects, found: PDFObject | undefined, value: number): Values | null => {
  const [from = 0, to = 1] = objects.numbers(objects.entry(found, 'Domain'));
  const at = Math.min(Math.max(value, from), to);
  switch (objects.number(found, 'FunctionType')) {
    case 0:
      return sampled(objects, found!, (at - from) / (to - from || 1));
    case 2:
      return powered(objects, found!, at);
    case 3:
      return stitched(objects, found!, at, from, to);
    default:
      return null;
  }
};

const powered = (objects: PdfObjects, found: PDFObject, at: number): Values => {
  const numbers = (key: string, usual: Values): Values => {
    const given = objects.numbers(objects.entry(found, key));
    return given.length > 0 ? given : usual;
  };
  const ends = numbers('C1', [1]);
  const share = at ** (objects.number(found, 'N') ?? 1);
  return numbers('C0', [0]).map((start, index) => start + share * ((ends[index] ?? start) - start));
};

const stitched = (objects: PdfObjects, found: PDFObject, at: number, from: number, to: number): Values | null => {
  const bounds = objects.numbers(objects.entry(found, 'Bounds'));
  const after = bounds.findIndex((bound) => at < bound);
  const index = after < 0 ? bounds.length : after;
  const [low, high] = [bounds[index - 1] ?? from, bounds[index] ?? to];
  const [first = 0, last = 1] = objects.numbers(objects.entry(found, 'Encode')).slice(index * 2, index * 2 + 2);
  const inner = first + ((at - low) / (high - low || 1)) * (last - first);
  const one = objects.list(found, 'Functions')[index];
  // One that holds itself ends nowhere.
  return one === undefined || objects.number(one, 'FunctionType') === 3 ? null : resultsAt(objects, one, inner);
};

/** `share`: of the way from the first sample to the last. The nearest one is near enough. */
const sampled = (objects: PdfObjects, found: PDFObject, share: number): Values | null => {
  const [count = 0] = objects.numbers(objects.entry(found, 'Size'));
  const bytes = (objects.number(found, 'BitsPerSample') ?? 0) / 8;
  const range = objects.numbers(objects.entry(found, 'Range'));
  const given = objects.numbers(objects.entry(found, 'Decode'));
  const decode = given.length === range.length ? given : range;
  const results = range.length / 2;
  const data = Buffer.from(objects.streams.data(found));
  if (![1, 2, 4].includes(bytes) || count < 1 || data.length < count * results * bytes) return null;
  const sample = Math.round(share * (count - 1));
  return Array.from({ length: results }, (_, result) => {
    const value = data.readUIntBE((sample * results + result) * bytes, bytes) / (2 ** (bytes * 8) - 1);
    return decode[result * 2]! + value * (decode[result * 2 + 1]! - decode[result * 2]!);
  });
};
