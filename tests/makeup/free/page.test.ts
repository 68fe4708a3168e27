/** Pages with a region that make-up cuts by itself. */
import { describe, expect, it } from 'vitest';
import type { Article, Placement } from '../../../src/issue/types.js';
import { explainPage } from '../../../src/makeup/explain.js';
import { makeUpPage } from '../../../src/makeup/page.js';
import { createMemory } from '../../../src/memory/memory.js';
import { slotsOf } from '../../../src/template/nodes.js';
import { readTemplate } from '../../../src/template/template.js';
import {
  article,
  body,
  deskOf,
  layouts,
  make,
  makeOne,
  picture,
  pieceIn,
  plan,
  template,
  textIn,
  textOf,
} from '../desk.js';

const FREE = `
  free:
    - { for: 1, style: second, width: 4..6, divide: 2..6 }
    - { for: 2.., style: [third-hei, third-song], width: 1..5, divide: 1..5 }
    - { for: 2.., style: third-hei, width: 2..4, divide: 2..4, picture: { at: across, lines: 8..24 } }
  gap: 1..2`;

const HEADLINES = [
  '新桥通车',
  '老街新生 灯火可亲',
  '河边步道',
  '清晨的第一班船',
  '雨后的集市',
  '夜校开课',
  '山里来信',
  '渡口',
];
/** Stories of so many paragraphs each. */
const stories = (...paragraphs: readonly number[]): Record<string, Article> =>
  Object.fromEntries(
    paragraphs.map((count, index) => [
      `s${index + 1}`,
      article(`a${index}`, { headline: HEADLINES[index]!, body: body(count, index * 7) }),
    ]),
  );

describe('a free region', () => {
  const copy = stories(17, 12, 11, 9, 8, 6);
  const made = makeOne(FREE, copy);

  it('is cut so that all copy stands, flush, in the order of its weight', () => {
    expect(made.template).toBe('one');
    for (const { laidOut } of made.leaves) {
      expect(laidOut.fit!.overset.lines).toBe(0);
      expect(laidOut.fit!.white).toBeLessThanOrEqual(1);
    }
    for (const [slot, story] of Object.entries(copy)) expect(textIn(made, slot)).toBe(textOf(story));
    const { box } = pieceIn(made, 's1');
    for (const slot of Object.keys(copy)) {
      expect(pieceIn(made, slot).box.top).toBeGreaterThanOrEqual(box.top);
      expect(pieceIn(made, slot).box.left).toBeGreaterThanOrEqual(box.left - 1);
    }
  });

  it('leaves no fault that a template’s author would be told of', () => {
    expect(made.faults).toEqual([]);
  });

  it('is the same however often it is asked for', () => {
    const desk = deskOf([template('one', FREE)], Object.values(copy), [
      plan([1], ['one'], Object.fromEntries(Object.entries(copy).map(([slot, { id }]) => [slot, id]))),
    ]);
    const memory = createMemory();
    const first = makeUpPage(desk.issue.pages[0]!, new Map(), desk, memory);
    expect(makeUpPage(desk.issue.pages[0]!, new Map(), desk, memory)).toBe(first);
    expect(first.pages).toEqual(made.pages);
  });

  it('is explained as a template that gives the same page', () => {
    const [, text] = explainPage(made).split('as a template of its own:\n');
    const kept = text!.replace(/^ {4}/gm, '').split('tree:\n')[1]!;
    const again = makeOne(kept, copy);
    const placesOf = (page: typeof made) => page.leaves.map(({ placed: { strip, top } }) => ({ strip, top }));
    expect(again.cut).toBeNull();
    expect(placesOf(again)).toEqual(placesOf(made));
  });

  it('is explained with names that a template’s file may have, where the plan has none for its slots', () => {
    const list = stories(17, 12, 11, 9);
    const ids = ['top', '2', 'true', 'a-4'];
    const articles = Object.values(list).map((one, index) => ({ ...one, id: ids[index]! }));
    const sold = { mm: { width: 112, height: 80 }, columns: 2, lines: 16 };
    const slots = new Map<string, Placement>(
      articles.map(({ id, span }, index) => [`#${index + 1}`, { kind: 'article', article: id, span }]),
    );
    slots.set('#5', { kind: 'advertisement', picture: picture(112, 80), sold, span: picture(1, 1).span });
    const page = { ...plan([1], ['one'], {}), slots };
    const [free] = make(deskOf([template('one', FREE, 'kind: "要闻: a"')], articles, [page]));
    const text = explainPage(free!).split('as a template of its own:\n')[1]!.replace(/^ {4}/gm, '');
    const { value, diagnostics } = readTemplate('kept', 'kept.yaml', text, layouts.paper, layouts.styles);
    expect(diagnostics).toEqual([]);
    expect(value!.kind).toBe('要闻: a');
    expect([...slotsOf(value!.tree)].sort()).toEqual([...ids, 's1'].sort());
  });

  it('is cut where none of the page’s other templates comes out clean', () => {
    const rows = (height: string) =>
      template(
        'rows',
        `
  rows:
    - { story: s1, style: second, divide: 2..6, height: ${height} }
    - { story: s2, style: second, divide: 2..6 }`,
      );
    const two = stories(38, 36);
    const choose = (height: string) => {
      const slots = Object.fromEntries(Object.entries(two).map(([slot, { id }]) => [slot, id]));
      const pages = [plan([1], ['one', 'rows'], slots)];
      return make(deskOf([template('one', FREE), rows(height)], Object.values(two), pages))[0]!;
    };
    expect(choose('10').template).toBe('one');
    expect(choose('10').tried.map(({ template: name }) => name)).toEqual(['one', 'rows']);
    expect(choose('10..80').template).toBe('rows');
    expect(choose('10..80').tried.map(({ template: name }) => name)).toEqual(['rows']);
  });

  it('takes what no slot beside it takes', () => {
    const beside = makeOne(
      `
  columns:
    - { story: side, style: narrow, width: 1 }
    - free:
        - { style: [third-hei, third-song], width: 1..5, divide: 1..5 }`,
      { ...stories(12, 11, 10, 8), side: article('side', { headline: '旁边的一栏', body: body(11) }) },
    );
    expect(beside.leaves.map(({ placed }) => 'slot' in placed.node && placed.node.slot).sort()).toEqual([
      's1',
      's2',
      's3',
      's4',
      'side',
    ]);
    expect(pieceIn(beside, 'side').box.left).toBeLessThan(pieceIn(beside, 's1').box.left);
  });

  it('is left out where nothing is left for it', () => {
    const alone = makeOne(
      `
  rows:
    - { story: top, style: second, divide: 2..6 }
    - free:
        - { style: third-hei }`,
      { top: article('top', { body: body(75) }) },
    );
    expect(alone.leaves).toHaveLength(1);
  });

  it('gives a story with a picture a piece that shows it', () => {
    const { s1, s2, ...others } = stories(15, 9, 10, 8);
    const shown = makeOne(FREE, { s1: s1!, s2: { ...s2!, pictures: [picture(1600, 1000)] }, ...others });
    expect(pieceIn(shown, 's2').pictures).toHaveLength(1);
  });

  it('sets two stories that would clash in two styles', () => {
    const pair = (style: string) => `
  rows:
    - { story: top, style: second, divide: 2..6 }
    - free:
        - { style: ${style}, width: 3, divide: 2..4 }
      height: 30..50`;
    const copies = {
      top: article('top', { headline: '横跨全版的一条大标题', body: body(36) }),
      one: article('one', { headline: '左边的标题八字', body: body(18) }),
      two: article('two', { headline: '右边的标题八字', body: body(18) }),
    };
    expect(makeOne(pair('third-hei'), copies).faults.map(({ code }) => code)).toContain('headlines-clash');
    expect(makeOne(pair('[third-hei, third-song]'), copies).faults.map(({ code }) => code)).not.toContain(
      'headlines-clash',
    );
  });

  it('finds a place for an advertisement at its sold size, below and beside the stories', () => {
    const copies = stories(20, 13, 11, 9);
    const slots = Object.fromEntries(Object.entries(copies).map(([slot, { id }]) => [slot, id]));
    const page = plan([1], ['one'], slots);
    const sold = { mm: { width: 110, height: 70 }, columns: 2, lines: 14 };
    const ad = { kind: 'advertisement', picture: picture(1100, 700), sold, span: page.span } as const;
    const withAd = { ...page, slots: new Map([['ad', ad], ...page.slots]) };
    const [set] = make(deskOf([template('one', FREE)], Object.values(copies), [withAd]));
    const { placed } = set!.leaves.find(({ placed: { node } }) => node.kind === 'advertisement')!;
    expect([placed.strip.width, placed.height]).toEqual([2, 14]);
    expect(placed.top).toBeGreaterThan(40);
    for (const { laidOut } of set!.leaves) expect(laidOut.fit?.white ?? 0).toBeLessThanOrEqual(1);
    // Round heads there may be white: the copy is drawn, not written to fit.
    expect(set!.diagnostics.filter(({ message }) => !message.startsWith('page 1: the head in'))).toEqual([]);
  });

  it('says what is overset of too much copy', () => {
    const full = makeOne(FREE, stories(60, 50, 40));
    expect(full.diagnostics.some(({ code }) => code === 'overset')).toBe(true);
  });

  it('lets a story jump, and takes the rest of one', () => {
    const long = article('long', { headline: '一直写到下一版的长文', body: body(90) });
    const copies = [long, ...Object.values(stories(12, 10, 9))];
    const [, second] = make(
      deskOf([template('one', FREE)], copies, [
        plan([1], ['one'], { lead: 'long', s2: 'a0' }),
        plan([2], ['one'], { s1: 'a1', rest: '+long', s3: 'a2' }),
      ]),
    );
    expect(pieceIn(second!, 'rest').texts.some(({ lines }) => lines[0]!.text.includes('上接第一版'))).toBe(true);
  });
});
