/**
 * Character classes of Chinese typesetting, as data. Sources: GB/T 15834-2011 section 5, W3C clreq
 * ("Positions and sizes of punctuation marks", "Prohibition rules"), CSS Text 4 (text-spacing-trim, line-break).
 */

/** What a piece of text is to the line. */
export const Kind = {
  /** Han, kana, Hangul, full-width forms, numerals in circles: a cell of 1 em. */
  han: 0,
  /** `“ ‘ （ 《 …`: the ink is in the right half (rule 9). */
  opener: 1,
  /** `” ’ ） 》 …`: the ink is in the left half (rule 9). */
  closer: 2,
  /** `， 、 ； ：` */
  comma: 3,
  /** `。 ？ ！ ．` */
  stop: 4,
  /** `——`, `⸺`: one piece (rule 3). */
  dash: 5,
  /** `……`: one piece (rule 3). */
  ellipsis: 6,
  /** `·`, always ½ em (rule 9). */
  interpunct: 7,
  /** `・`: 1 em, a quarter of it free on either side. */
  middle: 8,
  /** `–`, and `∶` or `：` of a score, a scale or a time, always ½ em (rule 9). */
  connector: 9,
  /** `/` between Han and `／`, always ½ em (rule 9). */
  solidus: 10,
  /** `℃ ％ ￥ ￠`: 1 em, belongs to its number. */
  affix: 11,
  /** `～ 〜 －`: 1 em, a connector. */
  wave: 12,
  /** Shaped by the font: Latin words, numbers, emoji, other scripts. */
  latin: 13,
  /** Half-width forms `｡ ｢ ｣ ､ ･ ｱ`: ½ em. */
  half: 14,
  /** Nothing but characters of no width. */
  blank: 15,
  /** `—` alone: 1 em, a connector. */
  link: 16,
} as const;
/** One of them. */
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Rules 2 and 9: opening marks of 1 em, the left half free. Curly quotes are decided by context. */
export const OPENERS = '（〔［｛《〈【〖「『〘〚｟〝';
/** Rules 1 and 9: closing marks of 1 em, the right half free. */
export const CLOSERS = '）〕］｝》〉】〗」』〙〛｠〞〟';
/** Rules 1 and 9: marks within a sentence, the right half free. */
export const COMMAS = '，、；：';
/** Rules 1 and 9: marks that end a sentence, the right half free. */
export const STOPS = '。？！．';
/** Rule 1: may not begin a line although UAX #14 lets some of them. */
export const INTERPUNCTS = '·‧';
/** 1 em and centred, with 1/4 em free on either side. */
export const MIDDLE_DOTS = '・';
/** Dashes as long as a character or more. */
export const DASHES = '—⸺⸻―';
/** Ellipses, of which Chinese sets two in a row. */
export const ELLIPSES = '…⋯‥';
/** Rule 4, first row: before these a break is allowed at `loose` only. */
export const LOOSE_STARTS = '・･：；？！‼⁇⁈⁉';
/** Rule 4, second row: allowed before at `normal` and `loose`. */
export const NORMAL_STARTS = '‐〜゠';
/** The same row, but clreq forbids them at `normal` too. */
export const CONNECTORS = '–～－';
/** Rule 4, third row: iteration marks, allowed before at `loose`. */
export const ITERATION_MARKS = '々〻ゝゞヽヾ';
/** Rule 4, fourth row: wide postfixes (UAX #14 PO of East Asian width A, F, W). */
export const WIDE_POSTFIXES = '°‰′″‵℃℉﹪％￠';
/** CSS Text 4: after wide prefixes (PR of width A, F, W) a break is allowed at `loose`. */
export const WIDE_PREFIXES = '¤±€№﹩＄￡￥￦';
/** UAX #14 CJ: small kana and the prolonged sound mark; starters at `normal` and `loose`. */
export const SMALL_KANA =
  'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ';

/** Characters that are 1 em in a Chinese line although their width is ambiguous (UAX #11). */
export const FULL_WIDTH_SYMBOLS: readonly (readonly [number, number])[] = [
  [0x2160, 0x217f], // Roman numerals
  [0x2190, 0x21ff], // arrows
  [0x2460, 0x24ff], // enclosed numbers and letters
  [0x2500, 0x257f], // box drawing
  [0x25a0, 0x25ff], // geometric shapes
  [0x2605, 0x2606], // stars
  [0x203b, 0x203b], // reference mark
  [0x2776, 0x2793], // dingbat numbers
];

/** Cells of 1 em that belong to a number. */
export const AFFIXES = '℃℉％￥￠￡＄￦№‰﹪﹩';
/** Units squared up into one cell, `㎏ ㎡ ㏄`, belong to their number too. */
export const isSquaredUnit = (code: number): boolean => code >= 0x3380 && code <= 0x33df;

/** What stands before an item, or counts it: ① ⑴ ❶ ■ ● ▲ ★ (rule 6). */
const ITEM_SIGNS: readonly (readonly [number, number])[] = [
  [0x2460, 0x24ff],
  [0x25a0, 0x25ff],
  [0x2605, 0x2606],
  [0x2776, 0x2793],
];
/** Whether a character is such a sign. */
export const isItemSign = (code: number): boolean =>
  code >= 0x2460 && code <= 0x2793 && ITEM_SIGNS.some(([first, last]) => code >= first && code <= last);

/** Measure words and units of one character that should stay with their number (rule 6). */
const UNITS = [
  '年月日号时点分秒刻季天周岁代后届期次起场轮回', // times and turns
  '元角成倍', // money, shares
  '米里亩吨斤克升瓦伏赫度尺寸', // measures
  '个人名位家户例对双组队批班口只头匹株棵颗粒', // people, animals and plants
  '件条项台辆座栋幢层间室楼所处套份张枚把支根块片幅面艘架列趟宗桩款道股箱盒袋桶瓶', // things
  '国省市县乡镇村校', // places
  '种类级路章节篇集卷本册页版句字', // kinds and writings
  '战胜平负环局圈强', // sports
].join('');
/** The same, of several characters. */
const LONG_UNITS = [
  '小时|分钟|秒钟|个月|周年|年代|世纪', // times
  '美元|欧元|日元|港元|英镑', // money
  '公里|公斤|公顷|毫米|毫升|毫克|厘米|微米|纳米|兆瓦|海里|英里|英尺|英寸|摄氏度', // measures
  '人次|架次|车次|个百分点|单元', // others
].join('|');

/** What the number before it counts, as far as it says that: 吨, 多个, 万亿元, 平方公里. */
export const COUNTED = new RegExp(`^[百千万亿余多]*(?:(?:平方|立方)?(?:${LONG_UNITS}|[${UNITS}]))?`);

/** Whether a piece joins what it stands between (GB/T 15834 4.13). */
export const isConnector = (kind: Kind): boolean => kind === Kind.connector || kind === Kind.wave || kind === Kind.link;

/** Whether a piece is a mark, or nothing: rule 19 does not count it. */
export const isMarkKind = (kind: Kind): boolean =>
  (kind >= Kind.opener && kind <= Kind.middle) || isConnector(kind) || kind === Kind.blank;

/** A mark whose free half may be trimmed on the right. */
export const closes = (kind: Kind): boolean => kind === Kind.closer || kind === Kind.comma || kind === Kind.stop;

/** A middle mark in the sense of rule 10. */
export const isMiddle = (kind: Kind): boolean => kind === Kind.interpunct || kind === Kind.middle;

/** A set of characters for quick asking. */
export const charSet = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.codePointAt(0)!));
