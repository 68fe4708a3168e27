/**
 * The text of a real front page as an issue: each of its stories under the sample's plan, word for word.
 * It is test input; nothing of it is kept.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How each story begins in the source, in its order, and the sample's article that stands in its place. */
const STORIES: readonly (readonly [start: string, article: string])[] = [
  ['2021年“读懂中国”', 'understanding-china'],
  ['一厂一责', 'micro-factory'],
  ['杨军在市', 'project-king'],
  ['本报讯 记者吴文谨报道:12月2日,在集中', 'gas-safety'],
  ['市政协五届', 'cppcc-committee'],
  ['我市正式融入', 'medical-insurance'],
  ['自助车管所', 'teaser'],
  ['咸宁之美', 'xianning-beauty'],
  ['开放发展', 'open-development'],
];

/** Opens a story's body. */
const OPENING = /^(?:本报讯|新华社)/;

/** The pages of the sample's plan that the front page's stories stand on. */
const PLAN = /^ {2}(\d+(?:-\d+)?):\n(?: {4}.*\n)+/gm;

/** Writes issue 12867 into `issues` with the source's words on its front page. Needs `issues/12867`. */
export function verbatimIssue(source: string, issues: string): void {
  const folder = join(issues, '12867');
  cpSync('issues/12867', folder, { recursive: true });
  const plan = readFileSync(join(folder, 'issue.yaml'), 'utf8')
    .replace(/^page-count: .*\n/m, '')
    .replace(PLAN, (page, number: string) => (number === '1' || number === '4' ? page : ''));
  writeFileSync(join(folder, 'issue.yaml'), plan);

  const blocks = readFileSync(source, 'utf8')
    .split(/\n\n+/)
    .map((block) => block.trim());
  const starts = STORIES.map(([start]) => blocks.findIndex((block) => block.startsWith(start)));
  for (const [index, [start, article]] of STORIES.entries()) {
    if (starts[index]! < 0) throw new Error(`the source has no story that begins ${start}`);
    if (article === 'teaser') continue;
    const own = blocks.slice(starts[index], starts[index + 1]).filter((block) => block !== '');
    writeFileSync(join(folder, 'articles', `${article}.md`), manuscript(article, own));
  }
}

function manuscript(article: string, blocks: readonly string[]): string {
  const opening = Math.max(
    0,
    blocks.findIndex((block) => OPENING.test(block)),
  );
  const front: Record<string, unknown> = {};
  let body = blocks.slice(opening);
  const head = blocks.slice(0, opening);
  if (article === 'gas-safety') front.headline = '城镇燃气安全排查整治';
  else if (article === 'xianning-beauty') {
    front.kicker = blocks[0];
    front.headline = blocks[1];
    front.pictures = [{ file: 'photos/forest-stream.jpg', caption: '示意图', credit: blocks.at(-1) }];
    body = blocks.slice(2, -1);
  } else if (article === 'open-development') {
    front.headline = blocks[0];
    front.byline = blocks[1];
    body = blocks.slice(2);
  } else if (head.length > 1) {
    front.kicker = head[0];
    front.headline = head[1];
  } else front.headline = head[0];
  const yaml = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${yaml.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}
