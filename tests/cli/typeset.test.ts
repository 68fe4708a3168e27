import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { banxin, banxinIn } from './run.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-typeset-'));
afterAll(() => rmSync(root, { recursive: true }));

const CHINESE = 'zh_CN.UTF-8';

it('typeset refuses a role that there is not', async () => {
  const { code, stdout, stderr } = await banxin('typeset', '--font', 'nope');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^banxin: \S*fonts\.yaml has no role “nope”; it has song, [^\n]*\n$/);
  const chinese = await banxinIn(CHINESE, 'typeset', '--font', 'nope');
  expect(chinese.stderr).toMatch(/^banxin: “\S*fonts\.yaml”里没有字体“nope”；有song、[^\n]*\n$/);
});

it('typeset refuses fonts that cannot be used, and says where', async () => {
  const none = join(root, 'none.yaml');
  expect(await banxin('typeset', '--fonts', none)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /cannot be read \[fonts-unreadable\][\s\S]*\n\nbanxin: the fonts of \S+ cannot be used\n$/,
    ),
  });
  const list = join(root, 'fonts.yaml');
  writeFileSync(list, 'song: absent.ttf\n');
  expect((await banxin('typeset', '--fonts', list)).stderr).toContain(`${list}:1:7: error: `);
  const { stderr } = await banxinIn(CHINESE, 'typeset', '--fonts', list);
  expect(stderr).toMatch(/错误：[\s\S]*\n\nbanxin: “\S+”里的字体不能用\n$/);
});
