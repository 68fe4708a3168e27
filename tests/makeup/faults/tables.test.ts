/** Faults of tables on pages put together by hand: one that has it, one that has not. */
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../../src/page/types.js';
import { at, glyphs, group, only, page, rules, SIZE } from './by-hand.js';

describe('tables', () => {
  /** Parts of a story one after another, each with its lines. */
  const frame = (
    ...parts: readonly (readonly [part: Tag['part'], ...lines: readonly (readonly [number, number, string])[]])[]
  ) => {
    const children = parts.map(([part, ...lines]) =>
      at(
        0,
        0,
        group(
          { part, story: 'lead', ...(part === 'table-head' ? { leads: true } : {}) },
          320,
          300,
          lines.map(([x, y, text]) => at(x, y, glyphs(text, SIZE, 'song'))),
        ),
      ),
    );
    return page(at(0, 0, group({ part: 'story', slot: 'lead', story: 'lead' }, 320, 300, children)));
  };
  const head = [
    ['table-head', [0, 100, '茶类']],
    ['table-head', [0, 100, '代表']],
  ] as const;

  it('have no head at a column’s foot', () => {
    expect(only('背题', frame(...head, ['cell', [0, 115, '绿茶']], ['cell', [0, 115, '龙井']]))).toBeNull();
    expect(only('背题', frame(...head, ['cell', [165, 15, '绿茶']], ['cell', [165, 15, '龙井']]))).toEqual(['lead']);
  });

  it('have no row that a column’s end parts; cells beside each other are none', () => {
    const tall = ['cell', [0, 115, '绿茶'], [0, 130, '不发酵']] as const;
    expect(only('断栏', frame(...head, tall, ['cell', [0, 115, '龙井']], ['paragraph', [0, 160, '正文']]))).toBeNull();
    const parted = ['cell', [0, 115, '绿茶'], [165, 15, '不发酵']] as const;
    expect(rules(frame(...head, parted, parted)).filter((rule) => rule === '断栏')).toEqual(['断栏']);
  });

  it('are what a crosshead stands over', () => {
    const crosshead = ['crosshead', [60, 80, '茶类']] as const;
    const rows = [
      ['cell', [0, 115, '绿茶']],
      ['cell', [0, 115, '龙井']],
    ] as const;
    expect(only('背题', frame(crosshead, ...head, ...rows, ['paragraph', [165, 15, '正文']]))).toBeNull();
  });
});
