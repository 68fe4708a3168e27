/** Each make-up fault on a page put together by hand: one that has it, one that has not. */
import { describe, expect, it } from 'vitest';
import { faultDiagnostics, findFaults } from '../../src/makeup/faults/find.js';
import type { Fault, SlotFact } from '../../src/makeup/faults/types.js';
import { stretchesOf } from '../../src/page/stretches.js';
import { BLACK, type Frame, type FrameItem, type Glyphs, type PlacedItem, type Tag } from '../../src/page/types.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { article, body, makeOne, plan } from './desk.js';

const PAGE = { width: 1000, height: 1500 };
const SIZE = 10;

const glyphs = (text: string, size: number, face: string, vertical = false): Glyphs => ({
  kind: 'glyphs',
  size,
  ink: BLACK,
  stretches: stretchesOf(
    [...text].map((char, index) => ({
      face,
      id: index,
      x: vertical ? 0 : index,
      y: vertical ? index : 0,
      text: char,
    })),
  ),
});
const at = (x: number, y: number, item: FrameItem): PlacedItem => ({ at: { x, y }, item });
const group = (tag: Tag, width: number, height: number, children: readonly PlacedItem[]): FrameItem => ({
  kind: 'group',
  tag,
  frame: { size: { width, height }, children },
});
const image: FrameItem = {
  kind: 'image',
  file: 'x',
  size: { width: 100, height: 100 },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  alt: '',
};

interface Story {
  readonly at: readonly [x: number, y: number];
  readonly size: readonly [width: number, height: number];
  readonly headline?: readonly string[];
  readonly headlineSize?: number;
  readonly headlineWidth?: number;
  readonly face?: string;
  readonly vertical?: boolean;
  readonly box?: boolean;
  /** Lines of the body, each with its place; `paragraphs` are one group each. */
  readonly paragraphs?: readonly (readonly (readonly [x: number, y: number, text: string])[])[];
  readonly pictures?: readonly (readonly [x: number, y: number])[];
}

/** A story's group as make-up draws it. */
const story = (slot: string, spec: Story): PlacedItem => {
  const [width, height] = spec.size;
  const size = spec.headlineSize ?? 20;
  const headline = (spec.headline ?? []).map((text, index) =>
    at(0, 20 + index * size * 1.2, glyphs(text, size, spec.face ?? 'hei', spec.vertical)),
  );
  return at(
    ...spec.at,
    group({ part: 'story', slot, story: slot }, width, height, [
      ...(spec.box ? [at(0, 0, { kind: 'area', size: { width, height } })] : []),
      ...(headline.length > 0
        ? [at(0, 0, group({ part: 'headline', story: slot }, spec.headlineWidth ?? width, 30, headline))]
        : []),
      ...(spec.paragraphs ?? []).map((lines) =>
        at(
          0,
          0,
          group(
            { part: 'paragraph', story: slot },
            width,
            height,
            lines.map(([x, y, text]) => at(x, y, glyphs(text, SIZE, 'song'))),
          ),
        ),
      ),
      ...(spec.pictures ?? []).map(([x, y]) => at(x, y, image)),
    ]),
  );
};
const page = (...children: readonly PlacedItem[]): Frame => ({ size: PAGE, children });
const found = (frame: Frame, facts: Record<string, SlotFact> = {}): readonly Fault[] => {
  const faults = findFaults(frame, new Map(Object.entries(facts)));
  heldInChinese(faultDiagnostics(faults, plan([3], ['x'], {})));
  return faults;
};
const rules = (frame: Frame, facts: Record<string, SlotFact> = {}): readonly string[] =>
  found(frame, facts).map(({ rule }) => rule);
const only = (rule: string, frame: Frame, facts: Record<string, SlotFact> = {}): readonly (string | null)[] | null =>
  found(frame, facts).find((fault) => fault.rule === rule)?.slots ?? null;

describe('碰题', () => {
  const left = (more: Partial<Story> = {}) =>
    story('left', { at: [0, 0], size: [490, 400], headline: ['新桥通车两岸相连'], ...more });
  const right = (more: Partial<Story> = {}) =>
    story('right', { at: [500, 0], size: [490, 400], headline: ['河上清晨雾气散去'], ...more });

  it('is two headlines of one face and size side by side', () => {
    expect(only('碰题', page(left(), right()))).toEqual(['left', 'right']);
  });
  it.each([
    ['another face', left(), right({ face: 'song' })],
    ['another size', left(), right({ headlineSize: 30 })],
    ['two lines', left(), right({ headline: ['河上清晨', '雾气散去'] })],
    ['a vertical headline', left(), right({ vertical: true })],
    ['a box', left(), right({ box: true })],
    ['another height', left(), right({ at: [500, 60] })],
  ])('is not where one has %s', (_name, a, b) => {
    expect(only('碰题', page(a, b))).toBeNull();
  });
  it('is not between headlines of different ranks, nor among briefs', () => {
    const fact = (rank: number): SlotFact => ({ rank, headline: 'over' });
    expect(only('碰题', page(left(), right()), { left: fact(2), right: fact(3) })).toBeNull();
    expect(only('碰题', page(left(), right()), { left: fact(4), right: fact(4) })).toBeNull();
    expect(only('碰题', page(left(), right()), { left: fact(3), right: fact(3) })).not.toBeNull();
  });
});

describe('主次不分', () => {
  const facts = (left: number, right: number) =>
    ({ left: { rank: left, headline: 'over' }, right: { rank: right, headline: 'over' } }) as const;
  const two = (left: number, right: number, more: Partial<Story> = {}) =>
    page(
      story('left', { at: [0, 0], size: [490, 400], headline: ['新桥通车两岸相连'], headlineSize: left, ...more }),
      story('right', { at: [500, 500], size: [490, 400], headline: ['河上清晨雾气散去'], headlineSize: right }),
    );

  it('is a lesser story’s headline as large as the lead’s, or larger', () => {
    expect(only('主次不分', two(24, 30), facts(2, 3))).toEqual(['right', 'left']);
    expect(only('主次不分', two(24, 24), facts(2, 3))).toEqual(['right', 'left']);
    expect(only('主次不分', two(24, 23), facts(2, 3))).toBeNull();
  });
  it('knows a lead under a vertical headline', () => {
    expect(only('主次不分', two(24, 30, { vertical: true }), facts(1, 3))).toEqual(['right', 'left']);
  });
  it('is not among stories of one rank, nor of unknown ones', () => {
    expect(only('主次不分', two(24, 30), facts(3, 3))).toBeNull();
    expect(only('主次不分', two(24, 30))).toBeNull();
  });
  it('takes the largest headline of several weightiest stories for the lead', () => {
    const third = story('third', { at: [0, 900], size: [490, 400], headline: ['山路清晨'], headlineSize: 34 });
    const frame = two(24, 30);
    const known = { ...facts(2, 3), third: { rank: 2, headline: 'over' } } as const;
    expect(only('主次不分', { ...frame, children: [...frame.children, third] }, known)).toBeNull();
  });
});

describe('题不盖文', () => {
  const paragraphs = [[[0, 60, '字'.repeat(20)] as const, [220, 60, '字'.repeat(20)] as const]];
  const one = (headlineWidth: number) =>
    page(story('lead', { at: [0, 0], size: [420, 300], headline: ['新桥通车'], headlineWidth, paragraphs }));

  it('is a headline that leaves out columns of its story', () => {
    expect(only('题不盖文', one(200))).toEqual(['lead']);
    expect(only('题不盖文', one(420))).toBeNull();
  });
  it('is not one that the template sets beside its text', () => {
    expect(only('题不盖文', one(200), { lead: { rank: 1, headline: 'beside' } })).toBeNull();
  });
  it('is one meant for the middle that stands at a side', () => {
    const facts = { lead: { rank: 1, headline: 'middle' } } as const;
    expect(only('题不盖文', one(240), facts)).toBeNull();
    expect(only('题不盖文', one(150), facts)).toEqual(['lead']);
  });
  it('is in the middle of text and pictures together', () => {
    const facts = { lead: { rank: 1, headline: 'middle' } } as const;
    const beside = [[[320, 60, '字'.repeat(20)] as const, [540, 60, '字'.repeat(20)] as const]];
    const own = { headline: ['新桥通车'], headlineWidth: 400, paragraphs: beside };
    const told = (pictures: readonly (readonly [number, number])[]) =>
      only('题不盖文', page(story('lead', { at: [0, 0], size: [740, 300], ...own, pictures })), facts);
    expect(told([[0, 60]])).toBeNull();
    expect(told([])).toEqual(['lead']);
  });
});

describe('通缝', () => {
  const folio = at(0, 0, group({ part: 'folio' }, 1000, 20, []));
  const cell = (slot: string, x: number, y: number, width: number, height: number) =>
    story(slot, { at: [x, y], size: [width, height] });

  it('is a gutter that nothing crosses', () => {
    const frame = page(
      folio,
      cell('a', 0, 30, 490, 700),
      cell('b', 500, 30, 490, 700),
      cell('c', 0, 740, 490, 700),
      cell('d', 500, 740, 490, 700),
    );
    expect(only('通缝', frame)).toEqual(['a', 'c']);
  });
  it('is not one that another band closes', () => {
    const frame = page(
      folio,
      cell('a', 0, 30, 490, 700),
      cell('b', 500, 30, 490, 700),
      cell('c', 0, 740, 600, 700),
      cell('d', 610, 740, 380, 700),
    );
    expect(only('通缝', frame)).toBeNull();
  });
});

describe('四角失衡', () => {
  const heavy = (slot: string, x: number, y: number) =>
    story(slot, { at: [x, y], size: [300, 300], headline: ['新桥通车两岸相连'] });
  const light = (slot: string, x: number, y: number) =>
    story(slot, { at: [x, y], size: [300, 300], paragraphs: [[[0, 20, '字'.repeat(20)]]] });

  it('is weight in the corners of one side only', () => {
    expect(rules(page(heavy('a', 0, 0), light('b', 700, 0), heavy('c', 0, 1200), light('d', 700, 1200)))).toContain(
      '四角失衡',
    );
    expect(rules(page(heavy('a', 0, 0), light('b', 700, 0), light('c', 0, 1200), heavy('d', 700, 1200)))).not.toContain(
      '四角失衡',
    );
  });
});

describe('断栏', () => {
  const column = (x: number, from: number, to: number) =>
    Array.from({ length: (to - from) / 15 }, (_, index) => [x, from + index * 15, '字'.repeat(15)] as const);

  it('is text that goes on under a picture in its column', () => {
    const frame = page(
      story('lead', {
        at: [0, 0],
        size: [320, 600],
        paragraphs: [[...column(0, 60, 120), ...column(0, 270, 420)]],
        pictures: [[20, 140]],
      }),
    );
    expect(only('断栏', frame)).toEqual(['lead']);
  });
  it('is text that leaps over a picture to a farther column', () => {
    const leap = (x: number) =>
      page(
        story('lead', {
          at: [0, 0],
          size: [520, 600],
          paragraphs: [[...column(0, 60, 360), ...column(x, 60, 360)]],
          pictures: [[180, 40]],
        }),
      );
    expect(only('断栏', leap(330))).toEqual(['lead']);
  });
  it('is one over a picture that begins lower than its columns, but where text goes on under it', () => {
    const frame = (...between: readonly (readonly [number, number, string])[]) =>
      page(
        story('lead', {
          at: [0, 0],
          size: [520, 600],
          paragraphs: [[...column(0, 60, 360), ...between, ...column(330, 60, 360)]],
          pictures: [[180, 105]],
        }),
      );
    expect(only('断栏', frame())).toEqual(['lead']);
    expect(only('断栏', frame(...column(165, 240, 360)))).toBeNull();
  });
  it('is not text that runs round a picture at a column’s head or foot', () => {
    const frame = page(
      story('lead', {
        at: [0, 0],
        size: [320, 600],
        paragraphs: [[...column(0, 60, 360), ...column(165, 180, 360)]],
        pictures: [[180, 50]],
      }),
    );
    expect(only('断栏', frame)).toBeNull();
  });
  it('is not a last line that ends short, nor an indented line at the next column’s head', () => {
    const frame = page(
      story('lead', {
        at: [0, 0],
        size: [320, 600],
        paragraphs: [
          [...column(0, 60, 345), [0, 345, '字字字']],
          [[185, 180, '字'.repeat(13)], ...column(165, 195, 360)],
        ],
        pictures: [[200, 50]],
      }),
    );
    expect(only('断栏', frame)).toBeNull();
  });
});

describe('背题', () => {
  /** A crosshead in the first column with so many lines under it, the others in the next column; both centred or not. */
  const frame = (under: number, last = '字'.repeat(15), first: Omit<Tag, 'story'> = { part: 'crosshead' }) => {
    const lines = [0, 1, 2].map((index): readonly [number, number, string] => [
      index < under ? 0 : 165,
      index < under ? 75 + index * 15 : 60 + index * 15,
      index === under - 1 ? last : '字'.repeat(15),
    ]);
    const [head, text] = [story('lead', { at: [0, 0], size: [320, 300] }), lines];
    if (head.item.kind !== 'group') throw new Error('a story is a group');
    const tagged = (tag: Omit<Tag, 'story'>, of: typeof text) =>
      at(
        0,
        0,
        group(
          { ...tag, story: 'lead' },
          320,
          300,
          of.map(([x, y, line]) => at(x, y, glyphs(line, SIZE, 'song'))),
        ),
      );
    const children = [tagged(first, [[60, 60, '十年']]), tagged({ part: 'paragraph' }, text)];
    return page({ ...head, item: { ...head.item, frame: { ...head.item.frame, children } } });
  };

  it('is a crosshead with fewer than two lines under it in its column', () => {
    expect(only('背题', frame(0))).toEqual(['lead']);
    expect(only('背题', frame(1))).toEqual(['lead']);
    expect(only('背题', frame(2))).toBeNull();
    expect(only('背题', frame(2, '字。'))).toBeNull();
  });
  it('is a paragraph that leads, too, and no other', () => {
    expect(only('背题', frame(1, '字。', { part: 'paragraph', leads: true }))).toEqual(['lead']);
    expect(only('背题', frame(2, '字。', { part: 'paragraph', leads: true }))).toBeNull();
    expect(only('背题', frame(1, '字。', { part: 'paragraph' }))).toBeNull();
  });
});

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

describe('孤字', () => {
  const last = (text: string) =>
    page(
      story('lead', {
        at: [0, 0],
        size: [320, 300],
        paragraphs: [
          [
            [0, 60, '字'.repeat(15)],
            [0, 75, text],
          ],
        ],
      }),
    );

  it('is one character on a paragraph’s last line, marks not counted', () => {
    expect(only('孤字', last('了。'))).toEqual(['lead']);
    expect(only('孤字', last('来了。'))).toBeNull();
  });
  it('is one character on a line of a headline', () => {
    const head = (...lines: string[]) => page(story('lead', { at: [0, 0], size: [320, 300], headline: lines }));
    expect(only('孤字', head('新桥通车两', '岸'))).toEqual(['lead']);
    expect(only('孤字', head('新桥通车', '两岸相连'))).toBeNull();
  });
});

describe('what the desk is told', () => {
  it('names page, slot and rule, as a warning at the slot in the plan', () => {
    const frame = page(
      story('left', { at: [0, 0], size: [490, 400], headline: ['新桥通车两岸相连'] }),
      story('right', { at: [500, 0], size: [490, 400], headline: ['河上清晨雾气散去'] }),
    );
    const [told] = faultDiagnostics(findFaults(frame), plan([3], ['x'], { left: 'a', right: 'b' }));
    expect(told).toMatchObject({ code: 'headlines-clash', severity: 'warning' });
    expect(told!.message).toMatch(/^page 3, slot “left”, “right”: 碰题: /);
    expect(told!.hint).toBeTruthy();
  });

  it('comes with any page, and a page that is well made up has none', () => {
    const tree = (right: string) => `
  columns:
    - story: left
      style: third-hei
    - story: right
      style: ${right}
`;
    const stories = {
      left: article('a', { headline: '新桥通车 两岸相连', body: body(60) }),
      right: article('b', { headline: '河上清晨 雾气散去', body: body(60, 1) }),
    };
    expect(makeOne(tree('third-hei'), stories).faults.map(({ rule }) => rule)).toContain('碰题');
    expect(makeOne(tree('third-song'), stories).faults.map(({ rule }) => rule)).not.toContain('碰题');
  });

  it('takes a vertical headline of one character for what it is', () => {
    for (const headline of ['桥', '12', '——']) {
      const tree = '  story: only\n  style: third-hei\n  headline: right';
      const { faults } = makeOne(tree, { only: article('a', { headline, body: body(160) }) });
      expect(faults.map(({ rule }) => rule)).toEqual([]);
    }
  });
});
