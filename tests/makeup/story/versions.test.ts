import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidIn } from '../../../src/issue/body/said.js';
import type { Article, Block, InlineRun } from '../../../src/issue/types.js';
import type { MadePage } from '../../../src/makeup/page.js';
import { versionsOf } from '../../../src/makeup/story/versions.js';
import type { StoryFit } from '../../../src/page/types.js';
import { article, body, crosshead, deskOf, inOneColumn, jumping, make, plan, template, textIn } from '../desk.js';

/** A run as short as it can be written: `~` and a number before a passage that may be left out. */
const run = (written: string): InlineRun => {
  const [, passage, text] = /^(?:~(\d+))?(.*)$/su.exec(written)!;
  const own = { text: text!, strong: false, emphasis: false, span: { file: 'test', start: 1, end: 2 } };
  return passage === undefined ? own : { ...own, spare: Number(passage) };
};
const paragraph = (...runs: readonly string[]): Block => ({
  kind: 'paragraph',
  runs: runs.map(run),
  span: { file: 'test', start: 0, end: 0 },
});
const START = { block: 0, offset: 0 };
const said = ({ body: blocks }: Article): readonly string[] => blocks.map(saidIn);
const versions = (blocks: readonly Block[], from = START): readonly (readonly string[])[] =>
  versionsOf(article('a', { body: blocks }), from).map((version) => said(version.article));

describe('versions of a story', () => {
  it('are the whole, and those without its last passage, the last two, and so on', () => {
    expect(versions([paragraph('甲。', '~10乙。', '丙。'), paragraph('丁。'), paragraph('~20戊。')])).toEqual([
      ['甲。乙。丙。', '丁。', '戊。'],
      ['甲。乙。丙。', '丁。'],
      ['甲。丙。', '丁。'],
    ]);
    expect(versions([paragraph('甲。')])).toEqual([['甲。']]);
  });

  it('say what they lack, with its characters and its place from its first mark on', () => {
    const runs = [run('甲。'), run('~10乙 '), { ...run('~10丙丁。'), span: { file: 'test', start: 14, end: 18 } }];
    const [, shorter] = versionsOf(article('a', { body: [{ ...paragraph(), runs } as Block] }), START);
    expect(shorter!.leftOut).toEqual([{ characters: 4, span: { file: 'test', start: 10, end: 18 } }]);
    expect(said(shorter!.article)).toEqual(['甲。']);
  });

  it('have no crosshead over nothing', () => {
    const section = [crosshead('一'), paragraph('~10甲。'), paragraph('~20乙。'), crosshead('二'), paragraph('丙。')];
    expect(versions(section)).toEqual([
      ['一', '甲。', '乙。', '二', '丙。'],
      ['一', '甲。', '二', '丙。'],
      ['二', '丙。'],
    ]);
  });

  it('close up the spaces round what they lack', () => {
    expect(versions([paragraph('a ', '~10b', ' c'), paragraph('~20d ', 'e')])).toEqual([
      ['a b c', 'd e'],
      ['a b c', 'e'],
      ['a c', 'e'],
    ]);
  });

  it('always have some text', () => {
    expect(versions([crosshead('一'), paragraph('~10甲。'), paragraph('~20乙。')])).toEqual([
      ['一', '甲。', '乙。'],
      ['一', '甲。'],
    ]);
  });

  it('leave alone what stands before the place from which they go on', () => {
    const blocks = [paragraph('~10甲。'), paragraph('乙。', '~20丙。'), paragraph('~30丁。'), paragraph('戊。')];
    const all = ['甲。', '乙。丙。', '丁。', '戊。'];
    expect(versions(blocks, { block: 1, offset: 0 })).toEqual([
      all,
      ['甲。', '乙。丙。', '戊。'],
      ['甲。', '乙。', '戊。'],
    ]);
    // The paragraph itself jumped: the passage after the place may go, one that the jump has cut in two stays.
    expect(versions(blocks, { block: 1, offset: 2 })).toEqual([
      all,
      ['甲。', '乙。丙。', '戊。'],
      ['甲。', '乙。', '戊。'],
    ]);
    expect(versions(blocks, { block: 1, offset: 3 })).toEqual([all, ['甲。', '乙。丙。', '戊。']]);
    expect(versions(blocks.slice(0, 2), { block: 1, offset: 2 })).toEqual([all.slice(0, 2)]);
  });
});

const fitOf = (made: MadePage): StoryFit => made.pages[0]!.stories.find(({ slot }) => slot === 'only')!;
/** The same story without its marks. */
const unmarked = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, runs: block.runs.map(({ spare: _, ...own }) => own) } : block,
  );
const told = ({ diagnostics }: MadePage, code: string): readonly string[] =>
  diagnostics.filter((one) => one.code === code).map(({ message }) => message);
/** A story of a page-long column, and two passages after it. */
const SPARE = '施工期间，桥上桥下都没有中断交通，沿线商户照常营业。'.repeat(2);
const story = (paragraphs: number): readonly Block[] => [
  ...body(paragraphs),
  paragraph(`~10${SPARE}`),
  paragraph('通车当天，两岸居民早早来到桥头。', `~20${SPARE}`),
];

describe('a story with passages that may be left out', () => {
  it('is printed whole where there is room', () => {
    const made = inOneColumn(story(12));
    expect(fitOf(made).leftOut).toEqual({ passages: 0, chars: 0 });
    expect(textIn(made, 'only').split(SPARE)).toHaveLength(3);
    expect(told(made, 'passage-left-out')).toEqual([]);
  });

  it('loses no more of them than it must, the last first, and says so', () => {
    // The column holds 120 lines or so.
    const lost = new Set<number>();
    for (let paragraphs = 12; paragraphs < 30; paragraphs++) {
      const made = inOneColumn(story(paragraphs));
      const { leftOut, overset } = fitOf(made);
      lost.add(leftOut.passages);
      expect(leftOut.chars).toBe(leftOut.passages * SPARE.length);
      expect(told(made, 'passage-left-out')).toHaveLength(leftOut.passages);
      if (overset.lines > 0) expect(leftOut.passages).toBe(2);
      if (overset.lines > 0 || leftOut.passages === 0) continue;
      expect(textIn(made, 'only')).toContain('通车当天');
      expect(textIn(made, 'only').split(SPARE)).toHaveLength(3 - leftOut.passages);
      // Whole it would not come out.
      const whole = fitOf(inOneColumn(unmarked(story(paragraphs))));
      expect(whole.overset.lines + Math.max(0, whole.white - 1)).toBeGreaterThan(0);
    }
    expect(lost).toEqual(new Set([0, 1, 2]));
  });

  it('loses what follows a jump, and not what stands before it', () => {
    const blocks = [paragraph(`~10${SPARE}`), ...body(60).slice(1), ...story(12).slice(-2)];
    const only = article('only', { short: '新桥通车', body: blocks });
    const [front, later] = jumping(only);
    expect(fitOf(front)).toMatchObject({ leftOut: { passages: 0, chars: 0 }, jump: { to: 2 } });
    expect(textIn(front, 'only')).toContain(SPARE);
    expect(fitOf(later).leftOut.passages).toBe(2);
    expect(textIn(later, 'only')).not.toContain(SPARE);
  });

  it('loses of a paragraph that jumped what may be left out after the cut', () => {
    let cutWithin = 0;
    for (let at = 0; at < 12; at++) {
      const long = paragraph('甲'.repeat(30 * at) + '乙'.repeat(60), `~10${SPARE}`, '丙'.repeat(60));
      const blocks = [...body(14), long, ...body(12)];
      const [front, later] = jumping(article('only', { short: '新桥通车', body: blocks }));
      if (fitOf(later).leftOut.passages === 0 || fitOf(later).overset.lines > 0) continue;
      const [before, after] = [textIn(front, 'only'), textIn(later, 'only')];
      if (/[甲乙]$/.test(before)) cutWithin++;
      expect(before + after).toBe(unmarked(blocks).map(saidIn).join('').replace(SPARE, ''));
    }
    expect(cutWithin).toBeGreaterThan(0);
  });

  it('loses passages where it is planned to jump and cannot be cut', () => {
    const tree = `  columns:
    - rows:
        - { story: only, style: third-song, height: 8 }
        - { story: under, style: third-song }
      width: 1
    - { story: other, style: third-song, width: 5 }`;
    const rest = [article('under', { body: body(30) }), article('other', { body: body(80) })];
    const lost = Array.from({ length: 20 }, (_, more) => {
      const only = article('only', { body: [paragraph('甲'.repeat(20 + 5 * more), `~10${SPARE}`)] });
      const pages = [
        plan([1], ['page'], { only: 'only', under: 'under', other: 'other' }),
        plan([2], ['page'], { only: '+only', under: 'under', other: 'other' }),
      ];
      const [front] = make(deskOf([template('page', tree)], [only, ...rest], pages));
      const { leftOut, overset, jump } = fitOf(front!);
      if (overset.lines > 0) expect(leftOut.passages).toBe(1);
      if (leftOut.passages > 0) expect(jump!.to).toBeNull();
      return leftOut.passages;
    });
    expect(lost).toContain(1);
  });

  it('comes out no worse than without its marks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 30 }),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (count, marks) => {
          const blocks = body(count).map((block, index) =>
            block.kind === 'paragraph' && marks[index]
              ? { ...block, runs: block.runs.map((own) => ({ ...own, spare: index })) }
              : block,
          );
          const [marked, whole] = [inOneColumn(blocks), inOneColumn(unmarked(blocks))];
          expect(marked.cost).toBeLessThanOrEqual(whole.cost + 1e-6);
          if (fitOf(marked).leftOut.passages === 0) expect(textIn(marked, 'only')).toBe(textIn(whole, 'only'));
        },
      ),
      { numRuns: 12 },
    );
  });
});
