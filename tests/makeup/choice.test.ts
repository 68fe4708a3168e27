/** A page that names a kind, or several templates, gets the cheapest of those that have its slots. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadIssue } from '../../src/issue/load.js';
import { makeUpPage } from '../../src/makeup/page.js';
import { fonts } from './desk.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-choice-'));
afterAll(() => rmSync(root, { recursive: true }));
cpSync('issues/12867', join(root, '12867'), { recursive: true });
const file = join(root, '12867/issue.yaml');
const plan = readFileSync(file, 'utf8');

it.each([
  ['layout: { kind: front }', ['front', 'front-b', 'front-c', 'front-d', 'front-free']],
  ['layout: [front-c, front-b]', ['front-c', 'front-b']],
])('%s', async (layout, names) => {
  writeFileSync(file, plan.replace('layout: front\n', `${layout}\n`));
  const { value, diagnostics } = await loadIssue(root, '12867', 'layouts', fonts.roles);
  expect(diagnostics).toEqual([]);
  const desk = { ...value!, fonts };
  const front = desk.issue.pages[0]!;
  expect([...front.layouts].sort()).toEqual([...names].sort());
  const made = makeUpPage(front, new Map(), desk);
  // The region of front-free is not cut: the house's own templates come out clean.
  const own = front.layouts.filter((name) => name !== 'front-free');
  expect(made.tried.map(({ template }) => template)).toEqual(own);
  const alone = own.map((name) => makeUpPage({ ...front, layouts: [name] }, new Map(), desk).cost);
  expect(made.cost).toBe(Math.min(...alone));
  expect(made.tried.map(({ cost }) => cost)).toEqual(alone);
  expect(made.template).toBe(own[alone.indexOf(made.cost)]);
});

it('a plan may list the stories of a free region, the weightiest first', async () => {
  const named = / {2}3:\n[\s\S]*?(?= {2}4:\n)/;
  const ids = ['osmanthus', 'bamboo', 'hot-springs', 'dandelion', 'figs'];
  writeFileSync(file, plan.replace(named, `  3:\n    layout: inside-free\n    slots: [${ids.join(', ')}]\n`));
  const { value, diagnostics } = await loadIssue(root, '12867', 'layouts', fonts.roles);
  expect(diagnostics).toEqual([]);
  const page = value!.issue.pages[2]!;
  expect([...page.slots].map(([slot, placed]) => [slot, 'article' in placed && placed.article])).toEqual(
    ids.map((id, index) => [`#${index + 1}`, id]),
  );
  const made = makeUpPage(page, new Map(), { ...value!, fonts });
  expect(made.template).toBe('inside-free');
  expect(made.leaves.flatMap(({ laidOut }) => (laidOut.fit === null ? [] : [laidOut.fit.id])).sort()).toEqual(
    [...ids].sort(),
  );
});
