/** Commands on a machine whose language is Chinese: what people read is Chinese, what programs read is as ever. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { explanationInChinese } from '../../src/cli/chinese-explain.js';
import { type SmallDesk, smallDesk } from '../proof/desk.js';
import { banxin, banxinIn, type Ran } from './run.js';

const CHINESE = 'zh_CN.UTF-8';
const root = mkdtempSync(join(tmpdir(), 'banxin-language-'));
afterAll(() => rmSync(root, { recursive: true }));

let desk: SmallDesk;
let out: string;
beforeEach(() => {
  desk = smallDesk(mkdtempSync(join(root, 'desk-')));
  out = join(desk.root, 'out');
});

const places = (): string[] => ['--issues', desk.issues, '--layouts', desk.layouts, '--out', out];
const build = (language: string, ...more: string[]): Promise<Ran> =>
  banxinIn(language, 'build-issue', '7', ...places(), ...more);

it('build-issue tells of pages and times', async () => {
  const { code, stdout, stderr } = await build(CHINESE);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^第1版 {2}front {2}3篇 {2}没有溢出 {2}空\d+行 {2}印前检查合格 {2}7-01\.pdf\n第2版 .*\n第7期：\d+毫秒（读入\d+，拼版\d+，写出\d+，检查\d+）\n$/,
  );
  expect(stderr).toMatch(/^警告：没有指定印刷机的特性文件：.* \[press-profile-stand-in\]\n {2}建议：/m);
});

it('build-issue tells what is wrong, and exits as ever', async () => {
  desk.edit('issues/7/issue.yaml', (text) => text.replace('left: school', 'left: scool'));
  const { code, stdout, stderr } = await build(CHINESE);
  expect([code, stdout]).toEqual([1, '没有写出文件\n']);
  expect(stderr).toMatch(/issue\.yaml:\d+:\d+: 错误：没有稿件“scool” \[article-unknown\]\n/);
  expect(stderr).toContain('\n  建议：是不是`school`？\n');
});

it('JSON is the same, byte by byte', async () => {
  desk.edit('issues/7/issue.yaml', (text) => text.replace('left: school', 'left: scool'));
  const [chinese, english] = [await build(CHINESE, '--json'), await build('C', '--json')];
  expect(chinese).toEqual(english);
  expect(chinese.stdout).toContain('there is no article `scool`');
});

it('the JSON report of a build is, too, but for its times', async () => {
  const untimed = ({ stdout }: Ran): string => stdout.replace(/"timings": \{[^}]*\}/, '');
  await build('C');
  expect(untimed(await build(CHINESE, '--json'))).toBe(untimed(await build('C', '--json')));
});

it('refusals are Chinese', async () => {
  expect(await banxinIn(CHINESE, 'bild')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^banxin: 没有命令“bild”；有build-issue、/),
  });
  expect((await build(CHINESE, '--pages', 'one')).stderr).toMatch(
    /^错误：选项--pages <list>的值“one”不对：写版号，如1,4-5\n/,
  );
  expect((await build(CHINESE, '--page', '1')).stderr).toMatch(/^错误：没有选项--page\n（是不是--pages？）\n/);
  expect((await banxinIn(CHINESE, 'preflight', 'none.pdf')).stderr).toBe('banxin: 找不到文件“none.pdf”\n');
  expect((await banxinIn(CHINESE, 'preflight', root)).stderr).toMatch(/^banxin: “.*”是文件夹：写里面的PDF文件名\n$/);
  expect((await banxinIn(CHINESE, 'preflight', 'none.pdf', '--trim', 'x')).stderr).toMatch(/^banxin: --trim要写毫米/);
});

it('what is typed wrong ends with 2 in every command', async () => {
  for (const words of [
    ['build-issue', '7', '--nope'],
    ['build-issue'],
    ['build-issue', '7', '--edition', 'none'],
    ['render-issue', '7', '--dpi', 'x'],
    ['diff-issue', '7', '8'],
    ['preflight', '--nope'],
    ['preview', '7', '--port', 'x'],
    ['schemas', '--nope'],
    ['typeset', '--lines', '0'],
  ]) {
    expect(await banxin(...words), words.join(' ')).toMatchObject({ code: 2, stdout: '' });
  }
});

it('help is Chinese, with commands, options and what is otherwise as they are typed', async () => {
  const typed = (text: string): readonly string[] => text.match(/--?[a-z][a-z-]*(?: <\w+>)?|\d+x?\d*/g) ?? [];
  for (const command of [
    [],
    ...['build-issue', 'render-issue', 'diff-issue', 'preflight', 'preview', 'schemas', 'typeset'].map((one) => [one]),
  ]) {
    const [chinese, english] = [
      await banxinIn(CHINESE, ...command, '--help'),
      await banxinIn('C', ...command, '--help'),
    ];
    expect([chinese.code, chinese.stderr]).toEqual([0, '']);
    expect(chinese.stdout).toMatch(/^用法：banxin /);
    expect(typed(chinese.stdout)).toEqual(typed(english.stdout));
    // What is left in English is typed, or a name.
    expect(chinese.stdout.replaceAll(/\[options\]|JSON Schema|banxin \S+/g, '')).not.toMatch(/[a-z]{2,} [a-z]/i);
    const lines = chinese.stdout.split('\n').filter((line) => line.startsWith('  ') && !line.includes('/'));
    for (const line of lines) expect(line.replace(/[^\0-\x7f]/g, '  ').length, line).toBeLessThan(81);
    expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
  }
});

it('what --explain prints is, but for the template’s own words', async () => {
  const { stdout } = await build(CHINESE, '--explain');
  expect(stdout).toMatch(/^第1版：front，代价\d+\.\d\n {2}rows {2}第1–\d栏，第1–\d+行（\d+行） {2}代价\d+\.\d/);
  expect(stdout.split('\n\n').slice(0, -1).join('\n')).not.toMatch(/columns? \d|lines|cost/);
  expect(
    explanationInChinese(
      [
        '    story top  column 1, lines 1–4 (4)  cost 9.5: column ends and crossheads 5.0, wider gaps 4.5',
        '  60.0  碰题 left, right: two headlines of one face and size stand side by side: “一” and “二”',
        '  6.0  gutters, and stories above weightier ones',
        '  as a template of its own:',
        '    kind: inside',
        '  not front-b: impossible',
        '  not front-c: 70.2',
      ].join('\n'),
    ),
  ).toBe(
    [
      '    story top  第1栏，第1–4行（4行）  代价9.5：栏头栏尾和小标题5.0，间隔加宽4.5',
      '  60.0  碰题 left, right：两条标题并排，字体字号相同：“一”和“二”',
      '  6.0  栏缝太长、上下贯通，轻稿在重稿之上',
      '  写成一个模板：',
      '    kind: inside',
      '  没有用front-b：排不下',
      '  没有用front-c：代价70.2',
    ].join('\n'),
  );
});

it('preflight and diff-issue tell in Chinese; nothing of it is in their JSON', async () => {
  await build('C');
  const files = [join(out, '7/7-01.pdf')];
  const { stdout } = await banxinIn(CHINESE, 'preflight', ...files, '--profile', 'x4');
  expect(stdout).toMatch(
    /^不合格（1处） {2}.*7-01\.pdf {2}x4：1页，字体\d+种，.*\n {2}文件：没有XMP元数据 \[identification\]\n$/,
  );
  const json = ['preflight', ...files, '--profile', 'x4', '--json'];
  expect(await banxinIn(CHINESE, ...json)).toEqual(await banxin(...json));

  const diff = ['diff-issue', '7', ...places(), '--proofs', join(desk.root, 'proofs')];
  expect((await banxinIn(CHINESE, ...diff)).stderr).toContain('banxin: 第7期还没有认可过的版面；');
  expect((await banxinIn(CHINESE, ...diff, '--update')).stdout).toMatch(/^第7期：2版已认可，存在“.*”\n$/);
  desk.edit('issues/7/articles/tea.md', (text) => text.replace('采茶时节', '采茶'));
  const changed = await banxinIn(CHINESE, ...diff);
  expect(changed.code).toBe(1);
  expect(changed.stdout).toMatch(/^第2版\n {2}tea：.*标题文字改动：“.*” → “.*”/);
  expect(changed.stdout).toMatch(/\n {2}\d+个像素不同，相差最多\d+（满值255），在.*tea\n/);
  expect((await banxinIn(CHINESE, ...diff, '--json')).stdout).toBe((await banxin(...diff, '--json')).stdout);
});
