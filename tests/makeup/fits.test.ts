import { describe, expect, it } from 'vitest';
import type { Article, Issue } from '../../src/issue/types.js';
import { readPieces } from '../../src/makeup/faults/read.js';
import type { MadePage } from '../../src/makeup/page.js';
import type { Frame } from '../../src/page/types.js';
import { fileName } from '../../src/printing/naming.js';
import { article, body, deskOf, make, makeOne, paragraph, plan, template } from './desk.js';

const told = ({ diagnostics }: MadePage): readonly string[] =>
  diagnostics
    .filter(({ code }) => code === 'overset' || code === 'white' || code === 'page-impossible')
    .map(({ message }) => message);

const tree = (height: string) => `
  rows:
    - story: top
      style: second
      height: ${height}
    - story: foot
      style: third-hei
`;
const story = (id: string, paragraphs: number): Article => article(id, { body: body(paragraphs) });

describe('a story that does not fit', () => {
  it('is told at its slot in the plan, with how much and the way out', () => {
    const made = makeOne(tree('10..30'), { top: story('long', 60), foot: story('rest', 100) });
    const overset = made.diagnostics.find(({ code }) => code === 'overset')!;
    expect(overset).toMatchObject({ severity: 'error', span: { file: 'test' } });
    const [, lines, characters] = /is (\d+) lines \((\d+) characters\) too long for page 1, slot “\w+”/.exec(
      overset.message,
    )!;
    expect(Number(characters) / Number(lines)).toBeGreaterThan(10);
    expect(Number(characters) / Number(lines)).toBeLessThan(16);
    expect(overset.hint).toContain(`cut about ${characters} characters`);
  });

  it('says when it is too short for the least height of its slot', () => {
    const made = makeOne(tree('40'), { top: story('short', 10), foot: story('rest', 53) });
    const white = made.diagnostics.find(({ code, message }) => code === 'white' && message.includes('“short”'))!;
    expect(white).toMatchObject({ severity: 'warning', span: { file: 'test' } });
    expect(white.message).toMatch(
      /is too short for page 1, slot “top”, which is at least 40 lines high: it leaves \d+ lines white/,
    );
    expect(white.hint).toMatch(/add about \d+ characters, or lower the height of its slot/);
  });

  it('names the empty slots whose room it has', () => {
    const hintOf = (slots: Readonly<Record<string, Article>>): string =>
      makeOne(tree('10..'), slots).diagnostics.find(({ code }) => code === 'white')!.hint!;
    expect(hintOf({ top: story('short', 10) })).toMatch(
      /^give a story to one of the empty slots, or add about \d+ characters, or choose a more pliable layout$/,
    );
    expect(hintOf({ top: story('short', 10), foot: story('also', 10) })).toMatch(/^add about/);
  });

  it('says so from the first line on, with the characters on it', () => {
    const overset = Array.from({ length: 24 }, (_, more) => {
      const text = '新桥横跨淦河两岸居民步行过桥'.repeat(8);
      const top = article('long', { body: [...body(26), paragraph(text.slice(0, 4 + 4 * more))] });
      const { stories } = makeOne(tree('30'), { top, foot: story('rest', 60) }).pages[0]!;
      return stories.find(({ id }) => id === 'long')!.overset;
    });
    expect(overset.map(({ lines }) => lines)).toContain(1);
    for (const { lines, chars } of overset) expect(chars > 0, `${lines} lines, ${chars} characters`).toBe(lines > 0);
  });

  it('is told how many characters its own lines of white hold, and those that its head takes up, however wide they are', () => {
    const asked = (divide: number): number => {
      const columns = `  story: only\n  style: third-hei\n  divide: ${divide}`;
      const { diagnostics } = makeOne(columns, { only: story('short', 10) });
      const { message, hint } = diagnostics.find(({ code }) => code === 'white')!;
      const said =
        /leaves (\d+) lines white in page 1, slot “only”, and its head takes (\d+) lines more than it needs$/;
      const [, white, head] = said.exec(message)!.map(Number);
      expect(head).toBeGreaterThan(3);
      return Number(/^add about (\d+) characters/.exec(hint!)![1]) / (white! + divide * head!);
    };
    // Six base columns of 15 with gaps of 1 are 95: eight columns of 11, or four of 23.
    expect(asked(8)).toBe(11);
    expect(asked(4)).toBe(23);
  });

  it('says where white is left otherwise', () => {
    const made = makeOne('  story: only\n  style: third-hei', { only: story('short', 10) });
    expect(told(made).join()).toMatch(/“short” leaves \d+ lines white in page 1, slot “only”/);
  });

  it('says how much to cut where so little comes over by a jump that it may as well not come', () => {
    const lastOf = (paragraphs: number) => {
      const one = template('one', '  story: only\n  style: third-song');
      const pages = [plan([1], ['one'], { only: 'long' }), plan([2], ['one'], { only: '+long' })];
      const last = make(deskOf([one], [story('long', paragraphs)], pages))[1]!;
      const [fit] = last.pages[0]!.stories;
      return { ...fit!, hint: last.diagnostics.find(({ code }) => code === 'white')!.hint };
    };
    const [few, many] = [lastOf(82), lastOf(120)];
    expect(few.lines).toBeLessThan(12);
    expect(few.hint).toMatch(
      new RegExp(`^cut about ${few.chars} characters on page 1, and the story does not jump; or add about \\d+ char`),
    );
    expect(many.white).toBeGreaterThan(many.lines);
    expect(many.hint).toMatch(/^add about/);
  });

  it('says where the white round a head takes up what the copy leaves, and not beside white that it cannot take', () => {
    const at = (height: number): readonly string[] => {
      const made = makeOne(tree(String(height)), { top: story('short', 8), foot: story('rest', 80) });
      return told(made).filter((message) => /slot “top”/.test(message));
    };
    const all = Array.from({ length: 12 }, (_, index) => at(8 + index));
    const hole = /^page 1: the head in slot “top” takes [4-7] lines more than it needs$/;
    expect(all.flat().some((message) => hole.test(message))).toBe(true);
    for (const messages of all) expect(messages.length).toBeLessThanOrEqual(1);
  });

  it('says where a teaser is a hole, at its slot in the template', () => {
    const beside = (height: string) => `
  rows:
    - columns:
        - story: top
          style: third-hei
          width: 5
        - teaser: index
          style: teaser
          width: 1
      height: ${height}
    - story: foot
      style: third-hei
`;
    const toldOf = (height: string) => {
      const slots = { top: 'long', foot: 'rest' };
      const page = plan([1], ['one'], slots);
      const index = { kind: 'teaser', articles: ['rest'], span: page.span } as const;
      const withIndex = { ...page, slots: new Map([...page.slots, ['index', index] as const]) };
      const desk = deskOf([template('one', beside(height))], [story('long', 40), story('rest', 40)], [withIndex]);
      const found = make(desk)[0]!.diagnostics.find(({ message }) => message.includes('the teaser in slot “index”'));
      return { found, at: found?.span?.file };
    };
    expect(toldOf('40').at).toBe('one.yaml');
    const { message, hint } = toldOf('40').found!;
    const [, spare] = /has (3\d) lines more than it needs/.exec(message)!;
    // What the hint asks for can be done: with that height it stands over another slot, and has none too many.
    const most = 40 - Number(spare);
    expect(hint).toBe(`place it over or under another slot in \`rows\`, with a height of ${most} lines at most`);
    expect(toldOf(String(most)).found).toBeUndefined();
    expect(toldOf('7').found).toBeUndefined();
  });

  it('is impossible only where no height will do, and then names the templates, and the slot where one is why', () => {
    const never = template('never', tree('2'));
    const [made] = make(
      deskOf([never], [story('a', 20), story('b', 40)], [plan([1], ['never'], { top: 'a', foot: 'b' })]),
    );
    expect(made!.pages).toEqual([]);
    expect(told(made!)).toEqual([
      'page 1: no template of “never” can hold these stories: story “a” in slot “top” needs at least 4 lines, and has 2 at most',
    ]);
  });

  it('says how to make room for a teaser that points to more than its slot can hold', () => {
    const tree =
      '  rows:\n    - teaser: index\n      style: teaser\n      height: 3\n    - story: only\n      style: third-hei\n';
    const page = plan([1], ['one'], { only: 'a' });
    const index = { kind: 'teaser', articles: ['b', 'c', 'd'], span: page.span } as const;
    const withIndex = { ...page, slots: new Map([...page.slots, ['index', index] as const]) };
    const copy = ['a', 'b', 'c', 'd'].map((id) => story(id, 40));
    const [found] = make(deskOf([template('one', tree)], copy, [withIndex]))[0]!.diagnostics;
    expect(found!.message).toMatch(/what stands in slot “index” needs at least \d+ lines, and has 3 at most$/);
    expect(found!.hint).toBe('point to fewer articles, give the slot more columns or lines, or choose another layout');
  });

  it('says how narrow the columns of a slot would be that is divided too often for the width it has', () => {
    const beside = (width: number): string => `
  columns:
    - story: left
      style: third-hei
      divide: 7
    - story: right
      style: third-hei
      width: ${width}
`;
    const toldOf = (width: number) => {
      const one = template('one', beside(width));
      const [made] = make(
        deskOf([one], [story('a', 80), story('b', 80)], [plan([1], ['one'], { left: 'a', right: 'b' })]),
      );
      return told(made!).filter((said) => said.includes('no template'));
    };
    expect(toldOf(4)).toEqual([
      'page 1: no template of “one” can hold these stories: slot “left” is divided into 7 columns of 3 characters, and has room for 4 at most, of 7',
    ]);
    expect(toldOf(2)).toEqual([]);
  });
});

describe('a spread', () => {
  const SPREAD = `
  columns:
    - story: left
      style: third-hei
      width: 6
    - story: right
      style: third-song
      width: 6
`;
  it('draws no rule in the fold, and no text into it', () => {
    const spread = template('spread', SPREAD, 'kind: test\npages: 2');
    const [made] = make(
      deskOf([spread], [story('a', 100), story('b', 100)], [plan([2, 3], ['spread'], { left: 'a', right: 'b' })]),
    );
    expect(made!.pages.map(({ number }) => number)).toEqual([2, 3]);
    for (const { frame } of made!.pages) {
      expect(frame.children.filter(({ item }) => item.kind === 'rule' && item.to.x === 0)).toEqual([]);
    }
  });
  it('comes also as one sheet of both pages, with all they hold', () => {
    const spread = template('spread', SPREAD, 'kind: test\npages: 2');
    const [made] = make(
      deskOf([spread], [story('a', 100), story('b', 100)], [plan([2, 3], ['spread'], { left: 'a', right: 'b' })]),
    );
    const [left, right] = made!.pages;
    expect(made!.sheet!.frame.size.width).toBeCloseTo(left!.frame.size.width + right!.frame.size.width);
    const said = (frame: Frame): string =>
      readPieces(frame)
        .flatMap(({ texts }) => texts.flatMap(({ lines }) => lines.map(({ text }) => text)))
        .join('');
    expect(said(made!.sheet!.frame)).toBe(said(left!.frame) + said(right!.frame));
    const issue = { number: 12867, date: { year: 2021, month: 12, day: 3 } } as Issue;
    expect(fileName('{issue}-{page2}.pdf', issue, 6, 7)).toBe('12867-06-07.pdf');
    expect(makeOne('  story: only\n  style: third-hei', { only: story('a', 20) }).sheet).toBeNull();
  });
  it('says each page’s number at its outer edge', () => {
    const tree = `
  rows:
    - folio:
      height: 2
    - story: only
      style: third-hei
`;
    const spread = template('spread', tree, 'kind: test\npages: 2');
    const [made] = make(deskOf([spread], [story('a', 180)], [plan([2, 3], ['spread'], { only: 'a' })]));
    const texts = made!.pages.map(({ frame }) =>
      readPieces(frame)
        .filter(({ part }) => part === 'folio')
        .flatMap(({ texts: own }) => own.flatMap(({ lines }) => lines))
        .sort((a, b) => a.box.left - b.box.left)
        .map(({ text }) => text),
    );
    expect(texts[0]![0]).toContain('第二版');
    expect(texts[1]!.at(-1)).toContain('第三版');
  });
  it('draws one between stories of one page', () => {
    const three = SPREAD.replace('width: 6', 'width: 3').replace('width: 6', 'width: 9');
    const spread = template('spread', three, 'kind: test\npages: 2');
    const [made] = make(
      deskOf([spread], [story('a', 60), story('b', 150)], [plan([2, 3], ['spread'], { left: 'a', right: 'b' })]),
    );
    const rules = made!.pages[0]!.frame.children.filter(({ item }) => item.kind === 'rule' && item.to.x === 0);
    expect(rules).toHaveLength(1);
  });
});
