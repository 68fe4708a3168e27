import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/build.js';
import { render } from '../../src/diagnostics/render.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { extractText } from '../extract-text.js';
import { smallDesk } from '../proof/desk.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-glyphs-'));
afterAll(() => rmSync(root, { recursive: true }));

let built: BuildResult;
/** What is told of a file, as the desk sees it, without its folder. */
const told = (file: string): string[] =>
  heldInChinese(built.diagnostics)
    .filter(({ code, span }) => code.startsWith('glyph-') && span?.file.endsWith(file))
    .map((one) => render(one, built.sources).replace(/^.*\/(?=.*?:\d)/, ''));

beforeAll(async () => {
  const desk = smallDesk(root);
  // The story at the left is set in Kai, which has many rare characters that Song lacks.
  desk.edit('layouts/small/styles.yaml', (text) =>
    text
      .replace('headlines:', '  kai-body: { extends: body, font: kai }\nheadlines:')
      .replace(/$/, '  kai: { extends: news, body: kai-body }\n'),
  );
  desk.edit('layouts/small/front.yaml', (text) =>
    text.replace('left\n          style: news', 'left\n          style: kai'),
  );
  desk.edit('issues/7/articles/bridge.md', (text) =>
    text.replace('相连', '相连𰻝').replace('新桥横跨', '新𠮷桥𠮷😀跨'),
  );
  desk.edit('issues/7/articles/school.md', (text) => text.replace('新桥横跨', '新𠮷桥กก跨'));
  desk.edit('layouts/small/paper.yaml', (text) => text.replace('试印日报', '试印日ก报'));
  desk.edit('issues/7/issue.yaml', (text) => text.replace('section: 综合', 'section: 综合𓀀'));
  const fontsFile = 'fonts/fonts.yaml';
  const request = {
    issue: '7',
    issuesDir: desk.issues,
    layoutsDir: desk.layouts,
    fontsFile,
    outDir: join(root, 'out'),
  };
  built = await build({ ...request, pages: [1], now: () => 0 });
});

describe('characters that a font lacks', () => {
  it('are named with code point, role and place, wherever they are set', () => {
    expect(told('bridge.md')).toMatchInlineSnapshot(`
      [
        "bridge.md:2:19: warning: the first font of the role “song-bold” lacks “𰻝” (U+30EDD); a fallback's glyph is printed [glyph-fallback]
        2 | headline: 新桥通车两岸相连𰻝
          |                           ^^
        hint: look at it on the proof",
        "bridge.md:5:2: warning: the first font of the role “song” lacks “𠮷” (U+20BB7); a fallback's glyph is printed [glyph-fallback]
        5 | 新𠮷桥𠮷😀跨淦河，两岸居民步行过桥只要三分钟，自行车道和步道分开设置。施工队伍连续奋战了十个月，比原定工期提前了两个星期完成全部主体工程。附近学校的学生说，以后上学再也不用绕行两公里，早上可以多睡一会…
          |   ^^
        hint: look at it on the proof",
        "bridge.md:5:5: error: no font of the role “song” has “😀” (U+1F600) [glyph-missing]
        5 | 新𠮷桥𠮷😀跨淦河，两岸居民步行过桥只要三分钟，自行车道和步道分开设置。施工队伍连续奋战了十个月，比原定工期提前了两个星期完成全部主体工程。附近学校的学生说，以后上学再也不用绕行两公里，早上可以多睡一会…
          |         ^^
        hint: add a font that has it to the role in fonts.yaml, or write another character",
      ]
    `);
  });

  it('are looked for in the role that the slot’s own style sets them in', () => {
    expect(told('school.md')).toMatchInlineSnapshot(`
      [
        "school.md:7:66: error: no font of the role “kai” has “ก” (U+0E01) [glyph-missing]
        7 | 桥上安装了一百二十盏节能路灯，天黑以后自动亮起，照亮回家的路。桥上安装了一百二十盏节能路灯，天黑以后自动亮起，照亮回家的路。新𠮷桥กก跨淦河，两岸居民步行过桥只要三分钟，自行车道和步道分开设置。
          |                                                                                                                                   ^
        hint: add a font that has it to the role in fonts.yaml, or write another character",
      ]
    `);
  });

  it('are named in what pages print beside their slots: the paper’s own texts, and the plan’s section', () => {
    expect([...told('issue.yaml'), ...told('paper.yaml')]).toMatchInlineSnapshot(`
      [
        "issue.yaml:6:35: error: no font of the role “hei-bold” has “𓀀” (U+13000) [glyph-missing]
        6 |   2: { layout: inside, section: 综合𓀀, slots: { only: tea } }
          |                                     ^
        hint: add a font that has it to the role in fonts.yaml, or write another character",
        "paper.yaml:1:10: error: no font of the role “song” has “ก” (U+0E01) [glyph-missing]
        1 | name: 试印日ก报
          |             ^
        hint: add a font that has it to the role in fonts.yaml, or write another character",
      ]
    `);
  });

  it('print from a fallback font where one has them, and keep their text', async () => {
    const [text] = await extractText(readFileSync(join(root, 'out/7/7-01.pdf')));
    expect(text!.replace(/\s/g, '')).toContain('新桥通车两岸相连𰻝');
    expect(text!.replace(/\s/g, '')).toContain('新𠮷桥𠮷😀跨');
  });
});
