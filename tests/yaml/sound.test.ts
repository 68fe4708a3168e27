import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSchema, issueSchema } from '../../src/issue/schema.js';
import { parseYaml } from '../../src/yaml/parse.js';
import { soundPart } from '../../src/yaml/sound.js';

const INSTEAD = { paper: '-', number: 1, date: '2000-01-01', pages: {} };
const sound = (text: string) => soundPart(issueSchema, parseYaml('issue.yaml', text).value!, INSTEAD);

const PLAN = `paper: daily
number: 12
date: 2021-12-03
pages:
  1:
    layout: front
    slots: { lead: bridge, second: river, ad: { advertisement: a.jpg } }
  2:
    slots: { top: school }
`;

describe('what of a plan fits', () => {
  it('is all of one that is right', () => {
    const { data, leftOut } = sound(PLAN);
    expect(leftOut).toEqual([]);
    expect(data.pages['1']).toEqual({
      layout: 'front',
      slots: { lead: 'bridge', second: 'river', ad: { advertisement: 'a.jpg' } },
    });
  });

  it('is the rest of a page where a slot does not, and of an advertisement where a key is unknown', () => {
    const { data, leftOut } = sound(PLAN.replace('second: river', 'second: 3').replace('a.jpg }', 'a.jpg, size: 3 }'));
    expect(data.pages['1']!.slots).toEqual({ lead: 'bridge', ad: { advertisement: 'a.jpg' } });
    expect(leftOut.map((path) => path.join(' '))).toEqual(['pages 1 slots second', 'pages 1 slots ad size']);
  });

  it('is no list of which an item does not, and no page without slots', () => {
    const { data, leftOut } = sound(PLAN.replace('{ top: school }', '[school, 3, 4]'));
    expect(Object.keys(data.pages)).toEqual(['1']);
    expect(leftOut.map((path) => path.join(' '))).toEqual(['pages 2 slots', 'pages 2']);
  });

  it('has what stands for keys that it must have', () => {
    const { data, leftOut } = sound(PLAN.replace('number: 12', 'number: twelve').replace('date:', 'day:'));
    expect(data).toMatchObject({ paper: 'daily', number: 1, date: '2000-01-01' });
    expect(leftOut.map(String).sort()).toEqual(['date', 'day', 'number']);
  });

  it('is neither of two that have one key', () => {
    const { data, leftOut } = sound(PLAN.replace('  2:', '  1:'));
    expect(data.pages).toEqual({});
    expect(leftOut).toEqual([['pages', '1']]);
  });

  it('is found of whatever a file holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(soundPart(issueSchema, { value, twice: [] }, INSTEAD).data).toBeDefined();
        expect(soundPart(articleSchema, { value, twice: [] }, { headline: '题' }).data.headline).toBeDefined();
      }),
    );
  });
});
