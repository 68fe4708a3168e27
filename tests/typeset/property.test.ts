import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textIn } from '../../src/page/stretches.js';
import {
  type Breaking,
  bestBreaking,
  breakOffsets,
  breakParagraph,
  justify,
  type Level,
  type Line,
  newWorkspace,
  type Prepared,
  prepare,
  WIDEST_GAP,
} from '../../src/typeset/index.js';
import { fakeFonts } from './fake-fonts.js';
import { plain } from './helpers.js';

const pieces = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'的一是在人有我他这中大来上国到说们为子和你地出道也时年') },
  { weight: 3, arbitrary: fc.constantFrom(...'，。、：；？！“”‘’《》（）「」【】〔〕·—…／～–') },
  { weight: 1, arbitrary: fc.constantFrom('——', '……', '。”', '：“', '，《', '………', '…………') },
  { weight: 2, arbitrary: fc.constantFrom('2021', '12.5%', '25℃', '￥100', '1,234.56', 'CN42—0039', '5') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('25∶23', '120㎡', '0715-8127315', 'GB/T 15834—1995', '8：30', '15 kg', 'C++'),
  },
  { weight: 1, arbitrary: fc.constantFrom(...'－＋＝∶@#㎡①') },
  { weight: 2, arbitrary: fc.constantFrom('Wi-Fi', 'GDP', 'newspaper', 'don’t', 'a', ' ', ' ', '\u00a0', '\u3000') },
  { weight: 1, arbitrary: fc.constantFrom('https://www.xnnews.com.cn/2021/a-b?c=d', 'www.a.cn') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '👨‍👩‍👧',
      '🇨🇳',
      '👍🏽',
      'e\u0301',
      '中\u0301',
      '\ud83d',
      '\udc00',
      '\u200b',
      '\u2060',
      '\u00ad',
    ),
  },
);
const texts = fc.array(pieces, { minLength: 0, maxLength: 120 }).map((each) => each.join(''));
const measures = fc.integer({ min: 3, max: 60 });
const levels = fc.constantFrom<Level>('strict', 'normal', 'loose');
const runs = { numRuns: 400 };

/** Widest single unbreakable piece on a line, at its least width. */
const isOnePiece = (prepared: Prepared, from: number, to: number): boolean => {
  for (let i = from; i + 1 < to; i++) if (prepared.items.penalty[i] !== Number.POSITIVE_INFINITY) return false;
  return true;
};

const said = (line: Line): string => textIn(line.stretches);

/** What every gap of a line was opened by, beyond spaces and Han–Latin gaps. */
const opened = ({ items }: Prepared, from: number, to: number, { width, natural }: Line): number => {
  let room = width - natural;
  let gaps = 0;
  for (let i = from; i + 1 < to; i++) {
    gaps += items.gap[i]!;
    if (items.glue[i] !== 0) for (let c = 0; c < 2; c++) room -= items.stretch[items.row[i]! * 2 + c]!;
  }
  return room > 1e-9 ? room / gaps : 0;
};

/** Checks everything that must hold of any setting. */
const check = (prepared: Prepared, breaking: Breaking, lines: readonly Line[], measure: number, level: Level): void => {
  const { text } = prepared;
  const allowed = new Set(breakOffsets(text, level));
  let at = 0;
  let from = 0;
  lines.forEach((line, index) => {
    expect(line.start).toBe(at);
    expect(line.text).toBe(text.slice(line.start, line.end));
    if (index > 0) expect(allowed.has(line.start)).toBe(true);
    const to = breaking.breaks[index]!;
    if (line.width > measure + 0.01) expect(isOnePiece(prepared, from, to)).toBe(true);
    // Rule 15: what is opened further than that ends short.
    if (line.width > line.natural + 1e-9)
      expect(opened(prepared, from, to, line)).toBeLessThanOrEqual(WIDEST_GAP + 1e-9);
    if (index < lines.length - 1) expect(said(line)).toBe(line.text.replace(/[\s\u00a0\u3000]+$/u, ''));
    from = to;
    at = line.end;
  });
  expect(at).toBe(text.length);
  const spoken = lines.map(said).join('').replace(/\s/gu, '');
  expect(spoken).toBe(text.replace(/\s/gu, ''));
};

/** Is there any breaking at all, at any looseness, whose last line has two characters? */
const canAvoidOrphan = (prepared: Prepared, measure: number): boolean => {
  const { items } = prepared;
  const natural = (from: number, to: number): number => {
    let width = items.endWidth[to - 1]!;
    let squeeze = items.endSqueeze[to - 1]!;
    for (let i = from; i < to; i++) {
      width += items.width[i]!;
      if (i + 1 < to) {
        width += items.glue[i]!;
        // A row's squeeze is that of the glue behind its last item.
        if (items.glue[i] !== 0) for (let c = 0; c < 6; c++) squeeze += items.squeeze[items.row[i]! * 6 + c]!;
      }
    }
    return width - squeeze;
  };
  const reach = new Array<boolean>(items.count + 1).fill(false);
  reach[0] = true;
  for (let to = 1; to <= items.count; to++) {
    if (items.penalty[to - 1] === Number.POSITIVE_INFINITY) continue;
    for (let from = to - 1; from >= 0; from--) {
      if (from < to - 1 && items.penalty[from] === Number.NEGATIVE_INFINITY) break;
      if (!reach[from]) continue;
      if (natural(from, to) > measure + 1e-6 && !isOnePiece(prepared, from, to)) continue;
      if (to === items.count && from > 0) {
        let weight = 0;
        for (let i = from; i < to; i++) weight += items.weight[i]!;
        if (weight < 2) continue;
      }
      reach[to] = true;
      break;
    }
  }
  return reach[items.count]!;
};

describe('any text at any measure', () => {
  it('keeps every character, allowed breaks and the measure', () => {
    fc.assert(
      fc.property(texts, measures, levels, (text, measure, level) => {
        const prepared = prepare(plain(text, { level }), fakeFonts);
        const breaking = bestBreaking(breakParagraph(prepared, measure));
        check(prepared, breaking, justify(prepared, breaking, measure, fakeFonts), measure, level);
      }),
      runs,
    );
  });

  it('rule 19: leaves one character alone only where nothing else can be', () => {
    fc.assert(
      fc.property(texts, measures, (text, measure) => {
        const prepared = prepare(plain(text), fakeFonts);
        const { breaks } = bestBreaking(breakParagraph(prepared, measure));
        if (breaks.length < 2) return;
        let weight = 0;
        for (let i = breaks.at(-2)!; i < breaks.at(-1)!; i++) weight += prepared.items.weight[i]!;
        if (weight < 2) expect(canAvoidOrphan(prepared, measure)).toBe(false);
      }),
      runs,
    );
  });

  it('is broken alike in a workspace that others were broken in', () => {
    const workspace = newWorkspace();
    fc.assert(
      fc.property(texts, measures, fc.integer({ min: 0, max: 3 }), (text, measure, spread) => {
        const prepared = prepare(plain(text), fakeFonts);
        const fresh = breakParagraph(prepared, measure, spread);
        expect(breakParagraph(prepared, measure, spread, workspace)).toEqual(fresh);
      }),
      runs,
    );
  });

  it('rule 20: other line counts are just that', () => {
    fc.assert(
      fc.property(texts, measures, (text, measure) => {
        const prepared = prepare(plain(text), fakeFonts);
        const ways = breakParagraph(prepared, measure, 2);
        expect(ways.length).toBeGreaterThan(0);
        for (const { lines, breaking } of ways) {
          const set = justify(prepared, breaking, measure, fakeFonts);
          expect(set).toHaveLength(lines);
          check(prepared, breaking, set, measure, 'strict');
        }
        expect(ways.map(({ lines }) => lines)).toEqual([...ways.map(({ lines }) => lines)].sort((a, b) => a - b));
      }),
      runs,
    );
  });

  it('lines of unequal width', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 4, max: 20 }), { minLength: 3, maxLength: 9 }), (text, widths) => {
        const measure = (line: number): number => widths[line % widths.length]!;
        const prepared = prepare(plain(text), fakeFonts);
        const breaking = bestBreaking(breakParagraph(prepared, measure));
        const lines = justify(prepared, breaking, measure, fakeFonts);
        let from = 0;
        lines.forEach((line, index) => {
          const to = breaking.breaks[index]!;
          if (line.width > measure(index) + 0.01) expect(isOnePiece(prepared, from, to)).toBe(true);
          from = to;
        });
      }),
      runs,
    );
  });

  it('paragraphs of 10,000 characters', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 9000, maxLength: 9000 }), measures, (parts, measure) => {
        const text = parts.join('');
        const prepared = prepare(plain(text), fakeFonts);
        const breaking = bestBreaking(breakParagraph(prepared, measure));
        check(prepared, breaking, justify(prepared, breaking, measure, fakeFonts), measure, 'strict');
      }),
      { numRuns: 4 },
    );
  });
});
