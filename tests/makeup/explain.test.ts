import { describe, expect, it } from 'vitest';
import { COSTS } from '../../src/makeup/costs.js';
import { explainPage } from '../../src/makeup/explain.js';
import { article, body, deskOf, make, makeOne, plan, template } from './desk.js';

const PAGE = `
  rows:
    - story: top
      style: second
    - columns:
        - story: left
          style: third-hei
          width: 2..4
        - story: right
          style: third-song
          width: 2..4
  gap: 1..3
`;
const stories = {
  top: article('top', { body: body(20) }),
  left: article('left', { body: body(20, 2), headline: '河上清晨雾气散去' }),
  right: article('right', { body: body(20, 3), headline: '采茶时节 满山新绿' }),
};

describe('the explanation of a page', () => {
  const made = makeOne(PAGE, stories);
  const lines = explainPage(made).split('\n');

  it('prints the tree with each node’s columns, lines and cost', () => {
    expect(lines[0]).toMatch(/^page 1: one, cost \d+\.\d$/);
    expect(lines[1]).toMatch(/^ {2}rows {2}columns 1–6, lines 1–92 \(92\) {2}cost \d/);
    const rows = /^ +(rows|columns|story \w+) {2}column(?:s \d–\d| \d), lines (\d+)–(\d+) \((\d+)\) {2}cost (\d+\.\d)/;
    const nodes = lines.slice(1, 6).map((line) => rows.exec(line));
    expect(nodes.map((node) => node?.[1])).toEqual(['rows', 'story top', 'columns', 'story left', 'story right']);
    for (const node of nodes) expect(Number(node![3]) - Number(node![2]) + 1).toBe(Number(node![4]));
  });

  it('says what each leaf’s cost went on, and the parts add up to it', () => {
    for (const { placed, laidOut } of made.leaves) {
      const sum = [...laidOut.cost.values()].reduce((total, cost) => total + cost, 0);
      expect(sum).toBeCloseTo(placed.cost, 6);
    }
    expect(lines.join('\n')).toMatch(/story top .*: .*white \d+/);
    // The dearest first.
    const said = lines.flatMap((line) => /story .* cost [\d.]+: (.*)$/.exec(line)?.[1] ?? []);
    const costs = said.map((parts) => parts.split(', ').map((part) => Number(part.split(' ').at(-1))));
    expect(costs.some((own) => own.length > 1)).toBe(true);
    for (const own of costs) expect(own).toEqual([...own].sort((a, b) => b - a));
  });

  it('names the templates it did not take, with their costs, and the faults', () => {
    const narrow = template('narrow', PAGE.replaceAll('2..4', '3'));
    const never = template('never', `${PAGE.replace('style: second', 'style: second\n      height: 3')}`);
    const pages = [plan([1], ['narrow', 'one', 'never'], { top: 'top', left: 'left', right: 'right' })];
    const [chosen] = make(deskOf([template('one', PAGE), narrow, never], Object.values(stories), pages));
    const text = explainPage(chosen!);
    expect(chosen!.cost).toBe(Math.min(...chosen!.tried.map(({ cost }) => cost)));
    expect(text).toMatch(/not (narrow|one): \d/);
    expect(text).toContain('not never: impossible');
    expect(chosen!.tried.find(({ template: name }) => name === chosen!.template)!.cost).toBe(chosen!.cost);
    expect(COSTS.fault).toBeGreaterThan(0);
  });
});
