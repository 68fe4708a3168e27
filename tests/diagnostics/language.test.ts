import { describe, expect, it } from 'vitest';
import { error, warning } from '../../src/diagnostics/collector.js';
import { ENGLISH, isChinese, languageOf } from '../../src/diagnostics/language.js';
import { render, renderAll } from '../../src/diagnostics/render.js';

describe('the system’s language', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, true],
    [{ LANG: 'zh' }, true],
    [{ LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'en_GB.UTF-8' }, true],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }, true],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, false],
    [{ LC_MESSAGES: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, false],
    [{ LANG: 'en_ZH.UTF-8' }, false],
    [{ LANGUAGE: 'zh_CN', LC_CTYPE: 'zh_CN.UTF-8' }, false],
    [{ LANG: '' }, false],
    [{}, false],
  ])('%j', async (environment, expected) => {
    expect(isChinese(environment)).toBe(expected);
    expect((await languageOf(environment)) === ENGLISH).toBe(!expected);
  });
});

describe('what is rendered for a Chinese desk', async () => {
  const chinese = await languageOf({ LANG: 'zh_CN.UTF-8' });
  const span = { file: 'a.md', start: 0, end: 7 };
  const unknown = error('key-unknown', '`headlin` is not known here', { span, hint: 'Did you mean `headline`?' });

  it('is Chinese but for place, code and the line itself', () => {
    expect(render(unknown, new Map([['a.md', 'headlin: 新桥通车']]), chinese)).toBe(
      'a.md:1:1: 错误：这里没有`headlin`这一项 [key-unknown]\n  1 | headlin: 新桥通车\n    | ^^^^^^^\n  建议：是不是`headline`？',
    );
  });

  it('names the page before what a piece of it tells of', () => {
    const head = 'the head in slot “#1” takes 4 lines more than it needs';
    const passage = 'a passage of story “a” (9 characters) is left out, so that slot “#1” comes out';
    const said = [
      warning('white', `page 6–7: ${head}`),
      warning('passage-left-out', `page 2: ${passage}`),
      warning('white', 'page 2: something new'),
    ].map((told) => chinese.tell(told).message);
    expect(said).toEqual([
      '第6–7版版位“#1”的标题多占4行，是稿子太短撑开的',
      '第2版：为排好版位“#1”，稿件“a”删去了一处可删的文字（9字）',
      'page 2: something new',
    ]);
  });

  it('stays English where nobody has said it in Chinese', () => {
    const told = [warning('white', 'something new'), unknown];
    expect(renderAll(told, new Map(), chinese)).toMatch(/^警告：something new \[white\]\n\na\.md: 错误：/);
  });
});
