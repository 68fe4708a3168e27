/** A small paper and issue in a folder of their own, for tests that build, watch and serve one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PAPER = `name: 试印日报
sheet: { width: 260, height: 300 }
grid: { columns: 3, measure: 16, gap: 1, size: 五号, leading: 15, lines: 40 }
`;
const STYLES = `text:
  body: { font: song, size: 五号, indent: 2 }
  folio: { extends: body }
  folio-number: { extends: body, font: hei-bold }
headlines:
  big: { font: song-bold, sizes: 三号..小一 }
stories:
  news: { rank: 2, headline: big }
`;
const FRONT = `kind: front
tree:
  rows:
    - story: lead
      style: news
    - columns:
        - story: left
          style: news
        - story: right
          style: news
          width: 1..2
  gap: 1..3
`;
const INSIDE = `kind: inside
tree:
  rows:
    - folio:
      height: 2
    - story: only
      style: news
`;
const PLAN = `paper: small
number: 7
date: 2021-12-03
pages:
  1: { layout: front, slots: { lead: bridge, left: school, right: river } }
  2: { layout: inside, section: 综合, slots: { only: tea } }
`;

const SENTENCES = [
  '新桥横跨淦河，两岸居民步行过桥只要三分钟，自行车道和步道分开设置。',
  '施工队伍连续奋战了十个月，比原定工期提前了两个星期完成全部主体工程。',
  '桥上安装了一百二十盏节能路灯，天黑以后自动亮起，照亮回家的路。',
  '附近学校的学生说，以后上学再也不用绕行两公里，早上可以多睡一会儿。',
  '有关部门提醒市民，通车初期车流较大，请按照标志减速慢行，注意安全。',
];

/** About so many characters of plain copy, in paragraphs of some sixty to a hundred characters. */
const copy = (length: number, first: number): string => {
  const paragraphs: string[] = [];
  for (let at = first, said = 0; said < length; at++) {
    const text = SENTENCES[at % 5]! + SENTENCES[(at * 3 + 1) % 5]! + (at % 2 === 0 ? SENTENCES[(at + 3) % 5]! : '');
    paragraphs.push(text);
    said += text.length;
  }
  return paragraphs.join('\n\n');
};

const article = (headline: string, body: string): string => `---\nheadline: ${headline}\n---\n\n${body}\n`;

/** The desk's folders. */
export interface SmallDesk {
  readonly root: string;
  readonly issues: string;
  readonly layouts: string;
  /** Changes a file below the root. */
  edit(file: string, change: (text: string) => string): void;
}

/** Writes the desk below `root`. Issue 7 has two pages: bridge, school and river on page 1, tea on page 2. */
export function smallDesk(root: string): SmallDesk {
  const files: Readonly<Record<string, string>> = {
    'layouts/small/paper.yaml': PAPER,
    'layouts/small/styles.yaml': STYLES,
    'layouts/small/front.yaml': FRONT,
    'layouts/small/inside.yaml': INSIDE,
    'issues/7/issue.yaml': PLAN,
    'issues/7/articles/bridge.md': article('新桥通车两岸相连', copy(420, 0)),
    'issues/7/articles/school.md': article('学校开学', copy(240, 1)),
    'issues/7/articles/river.md': article('河上清晨雾气散去', copy(520, 2)),
    'issues/7/articles/tea.md': article('采茶时节', copy(1400, 3)),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return {
    root,
    issues: join(root, 'issues'),
    layouts: join(root, 'layouts'),
    edit: (file, change) => writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8'))),
  };
}
