/** What a machine can know of a day, so that nobody types it: weekday, lunar date, dates and numbers in Chinese. */
import type { CalendarDate } from '../types.js';

const utc = ({ year, month, day }: CalendarDate): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
};

/** A date written `2021-12-03`; null where it is not so written or the calendar has no such day. */
export const parseDate = (text: string): CalendarDate | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = utc({ year, month, day });
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { year, month, day } : null;
};

const BESIDE_A_DATE = /[T ]\d{1,2}:\d.*$|[（(]?(?:星期|周).*$|[\s“”‘’「」"']/g;

/**
 * A date in another form (`2021年12月3日 星期五`, `2021/12/3`, `20211203`, `“2021-12-03”`, full-width), written as
 * `parseDate` reads it; null where it is none.
 */
export const rewrittenDate = (text: string): string | null => {
  const plain = text.normalize('NFKC').replace(BESIDE_A_DATE, '');
  const match = /^(\d{4})[^\d](\d{1,2})[^\d](\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).filter((part) => part !== undefined) as [string, string, string];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDate(written) === null ? null : written;
};

/** What to do about a date that is none: how to write one, or what the calendar has instead. */
export const whyNoDay = (text: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return 'Write year-month-day with two digits each: 2021-12-03.';
  const [year, month] = match.slice(1).map(Number) as [number, number];
  if (month < 1 || month > 12) return 'Months go from 01 to 12.';
  return `Days of that month go from 01 to ${utc({ year, month: month + 1, day: 0 }).getUTCDate()}.`;
};

/** `2021年12月3日`. */
export const chineseDate = ({ year, month, day }: CalendarDate): string => `${year}年${month}月${day}日`;

/** `星期五`. */
export const weekday = (date: CalendarDate): string => `星期${'日一二三四五六'.charAt(utc(date).getUTCDay())}`;

const DIGITS = '零一二三四五六七八九';
const LUNAR_TENS = ['初', '十', '廿', '三'];

const lunarDay = (day: number): string => {
  if (day === 10) return '初十';
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${LUNAR_TENS[Math.floor(day / 10)]}${DIGITS.charAt(day % 10)}`;
};

/** ICU's names of the last two months; papers count them. */
const MONTHS: Readonly<Record<string, string>> = { 冬月: '十一月', 腊月: '十二月' };

let lunarFormat: Intl.DateTimeFormat | undefined;

/** `辛丑年十月廿九`, leap months as `闰二月`. */
export const lunarDate = (date: CalendarDate): string => {
  lunarFormat ??= new Intl.DateTimeFormat('zh-Hans-u-ca-chinese-nu-latn', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const parts = lunarFormat.formatToParts(utc(date));
  const part = (type: string): string => parts.find((one) => (one.type as string) === type)?.value ?? '';
  const month = part('month').replace(/冬月|腊月/, (name) => MONTHS[name] ?? name);
  return `${part('yearName')}年${month}${lunarDay(Number(part('day')))}`;
};

/** A whole number from 0 to 9999 in Chinese numerals: 4 → `四`, 12 → `十二`, 20 → `二十`, 105 → `一百零五`. */
export const chineseNumber = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return DIGITS.charAt(0);
  let said = '';
  let skipped = false;
  for (const [index, unit] of ['千', '百', '十', ''].entries()) {
    const digit = Math.floor(value / 10 ** (3 - index)) % 10;
    if (digit === 0) {
      skipped = said !== '';
      continue;
    }
    said += `${skipped ? '零' : ''}${DIGITS.charAt(digit)}${unit}`;
    skipped = false;
  }
  // 10 to 19 are said without the leading one.
  return value < 20 ? said.replace(/^一十/, '十') : said;
};
