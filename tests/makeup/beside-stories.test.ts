/** What stands on a page beside its stories: the paper's own parts, teasers and advertisements. */
import { describe, expect, it } from 'vitest';
import type { Placement } from '../../src/issue/types.js';
import type { Piece } from '../../src/makeup/faults/read.js';
import { makeUpPage } from '../../src/makeup/page.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { article, body, deskOf, layouts, picture, pieceIn, piecesOf, plan, template } from './desk.js';

const story = (more: Parameters<typeof article>[1] = {}) => article('bridge', { body: body(96), ...more });

describe('the paper’s own parts', () => {
  const span = { file: 'test', start: 0, end: 0 };
  const withSlots = (
    tree: string,
    slots: Record<string, Placement>,
    articles: readonly ReturnType<typeof article>[],
  ) => {
    const desk = deskOf([template('one', tree)], articles, [
      { ...plan([1], ['one'], {}), section: { name: '要闻', span }, slots: new Map(Object.entries(slots)) },
      plan([4], ['one'], { later: 'tea' }),
      plan([5], ['one'], { later: 'school' }),
    ]);
    return makeUpPage(desk.issue.pages[0]!, new Map(), desk);
  };
  const said = (piece: Piece): string => piece.texts.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ');

  it('are masthead, strip, folio and imprint, with what a machine can know', () => {
    const tree = `
  rows:
    - columns:
        - rows:
            - masthead:
              height: 12..14
            - strip:
              height: 2
          width: 4
          gap: 0
        - story: ear
          style: ear
          width: 2
    - folio:
      height: 2
    - story: only
      style: third-hei
    - imprint:
      height: 2
`;
    const place = (id: string): Placement => ({ kind: 'article', article: id, span });
    const made = withSlots(tree, { ear: place('ear'), only: place('bridge') }, [
      article('ear', { body: body(6) }),
      story(),
    ]);
    const find = (name: string): Piece => piecesOf(made).find((piece) => piece.part === name)!;
    expect(said(find('strip'))).toMatch(/2021年12月3日.*星期五|星期五/);
    expect(said(find('folio'))).toContain('要闻');
    for (const line of layouts.paper.imprint.slice(0, 2)) expect(said(find('imprint'))).toContain(line);
    // 报眼: the ear stands beside the masthead, from its top to the strip's foot.
    expect(pieceIn(made, 'ear').box.top).toBeCloseTo(find('masthead').box.top);
    expect(pieceIn(made, 'ear').box.bottom).toBeCloseTo(find('strip').box.bottom);
  });

  it('are teasers and an index of several, with pages worked out', () => {
    const tree = `
  rows:
    - teaser: index
      style: teaser
      box: rule
    - story: only
      style: third-hei
`;
    const slots: Record<string, Placement> = {
      index: { kind: 'teaser', articles: ['tea', 'school'], span },
      only: { kind: 'article', article: 'bridge', span },
    };
    const articles = [article('tea', { headline: '采茶时节' }), article('school', { headline: '学校开学' }), story()];
    const text = said(pieceIn(withSlots(tree, slots, articles), 'index'));
    expect(text).toMatch(/采茶时节.*详见第四版.*学校开学.*详见第五版/);
  });

  it('are advertisements at the size they were sold', () => {
    const tree = `
  rows:
    - advertisement: ad
      mm: [351.9, 158.8]
    - story: only
      style: third-hei
`;
    const ad = picture(3519, 1588);
    const slots: Record<string, Placement> = {
      ad: { kind: 'advertisement', picture: ad, sold: null, span },
      only: { kind: 'article', article: 'bridge', span },
    };
    const made = withSlots(tree, slots, [story({ body: body(60) })]);
    const [box] = pieceIn(made, 'ad').pictures;
    expect(((box!.right - box!.left) / 72) * 25.4).toBeCloseTo(351.9, 0);
    expect(((box!.bottom - box!.top) / 72) * 25.4).toBeCloseTo(158.8, 0);
  });
  it('has the size it was sold by, in the middle of the lines it takes', () => {
    const tree =
      '  rows:\n    - columns:\n        - advertisement: ad\n          mm: [230, 50]\n        - story: side\n          style: third-hei\n    - story: only\n      style: third-hei\n';
    const slots: Record<string, Placement> = {
      ad: { kind: 'advertisement', picture: picture(2300, 500), sold: null, span },
      only: { kind: 'article', article: 'bridge', span },
    };
    const made = withSlots(tree, slots, [story({ body: body(60) })]);
    const [box] = pieceIn(made, 'ad').pictures;
    expect(((box!.right - box!.left) / 72) * 25.4).toBeCloseTo(230, 6);
    expect(((box!.bottom - box!.top) / 72) * 25.4).toBeCloseTo(50, 6);
    expect(made.diagnostics.map(({ code }) => code)).not.toContain('advertisement-size');
  });
  it('stands at the foot of its place where the slot that shares it is empty', () => {
    const tree = `
  rows:
    - columns:
        - rows:
            - story: side
              style: third-hei
            - advertisement: ad
              mm: [110, 50]
        - advertisement: other
          mm: [230, 158.8]
    - story: only
      style: third-hei
`;
    const slots: Record<string, Placement> = {
      ad: { kind: 'advertisement', picture: picture(1100, 500), sold: null, span },
      other: { kind: 'advertisement', picture: picture(2300, 1588), sold: null, span },
      only: { kind: 'article', article: 'bridge', span },
    };
    const made = withSlots(tree, slots, [story({ body: body(60) })]);
    const [box, other] = ['ad', 'other'].map((slot) => pieceIn(made, slot).pictures[0]!);
    expect(((box!.bottom - box!.top) / 72) * 25.4).toBeCloseTo(50, 6);
    expect(((box!.right - box!.left) / 72) * 25.4).toBeCloseTo(110, 6);
    expect(Math.abs(box!.bottom - other!.bottom)).toBeLessThan(layouts.paper.grid.leading);
    const white = heldInChinese(made.diagnostics).filter(({ message }) =>
      message.startsWith('page 1: over the advertisement'),
    );
    expect(white).toMatchObject([
      { code: 'white', severity: 'warning', message: expect.stringContaining('in slot “ad” 20 lines are white') },
    ]);
  });
  it('is hardly smaller where copy is overset beside it, whether it has a size of its own or not', () => {
    const tree = '  rows:\n    - advertisement: ad\n    - story: only\n      style: third-hei\n';
    const slots: Record<string, Placement> = {
      ad: { kind: 'advertisement', picture: picture(3000, 1000), sold: null, span },
      only: { kind: 'article', article: 'bridge', span },
    };
    const made = withSlots(tree, slots, [story({ body: body(130) })]);
    const [box] = pieceIn(made, 'ad').pictures;
    const { left, right } = pieceIn(made, 'ad').box;
    expect((box!.right - box!.left) / (right - left)).toBeGreaterThan(0.84);
    expect(made.diagnostics.map(({ code }) => code)).toEqual(['advertisement-size', 'overset']);
  });
  it('is never cropped, and is told of where its place is of another shape', () => {
    const tree = '  rows:\n    - advertisement: ad\n      height: 6\n    - story: only\n      style: third-hei\n';
    const slots: Record<string, Placement> = {
      ad: { kind: 'advertisement', picture: picture(3000, 2000), sold: null, span },
      only: { kind: 'article', article: 'bridge', span },
    };
    const made = withSlots(tree, slots, [story({ body: body(60) })]);
    const [box] = pieceIn(made, 'ad').pictures;
    expect((box!.right - box!.left) / (box!.bottom - box!.top)).toBeCloseTo(1.5, 6);
    expect(made.diagnostics.map(({ code }) => code)).toContain('advertisement-size');
  });
});
