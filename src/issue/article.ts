/** `articles/NAME.md` → an article: front matter, body, pictures. */
import { join } from 'node:path';
import { Collector } from '../diagnostics/collector.js';
import type { Outcome, Span } from '../diagnostics/types.js';
import { type Checked, readYaml } from '../yaml/check.js';
import { readText } from '../yaml/text-file.js';
import { readBody } from './body.js';
import { type IssueFolder, resolveInside } from './folder.js';
import { inspectPicture } from './pictures.js';
import { articleSchema, type RawArticle } from './schema.js';
import { type Cleaning, cleanField } from './text.js';
import type { Article, Picture } from './types.js';

/** An article's outcome with its text, which is there even where the article is not. */
export interface ReadArticle extends Outcome<Article> {
  readonly file: string;
  readonly text: string | null;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/gm;

/** Where front matter and body begin and end in a manuscript; null where it has no front matter. */
const partsOf = (text: string): { front: string; frontAt: number; body: string; bodyAt: number } | null => {
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const frontAt = opening[0].length;
  CLOSING.lastIndex = frontAt;
  const closing = CLOSING.exec(text);
  if (closing === null) return null;
  const bodyAt = closing.index + closing[0].length;
  return { front: text.slice(frontAt, closing.index), frontAt, body: text.slice(bodyAt), bodyAt };
};

const readPictures = async (
  folder: IssueFolder,
  { data, at }: Checked<RawArticle>,
  clean: (value: string | null | undefined, span: Span) => string | null,
  report: Collector,
): Promise<readonly Picture[]> => {
  const raws = data.pictures ?? [];
  const files = await Promise.all(
    raws.map((raw, index) => inspectPicture(folder, raw.file, at(['pictures', index, 'file']))),
  );
  return raws.flatMap((raw, index): Picture[] => {
    const file = files[index]!;
    report.add(...file.diagnostics);
    const text = (key: 'title' | 'caption' | 'credit' | 'alt'): string | null =>
      clean(raw[key], at(['pictures', index, key]));
    const [title, caption, credit, alt] = [text('title'), text('caption'), text('credit'), text('alt')];
    if (file.value === null) return [];
    const [x, y] = (raw.focus ?? [0.5, 0.5]) as [number, number];
    const { key, width, height } = file.value;
    const span = at(['pictures', index, 'file']);
    return [
      { file: key, title, caption, credit, alt: alt ?? caption ?? title ?? '', focus: { x, y }, width, height, span },
    ];
  });
};

/** Reads an article of an issue. */
export const readArticle = async (folder: IssueFolder, id: string, fullWidth: boolean): Promise<ReadArticle> => {
  const relative = `articles/${id}.md`;
  const file = join(folder.path, relative);
  const report = new Collector();
  const whole: Span = { file, start: 0, end: 0 };
  if ((await resolveInside(folder, relative)).kind === 'outside') {
    const hint = 'Put the file itself into articles/, not a link to it.';
    report.error('path-outside', `${relative} leads out of the issue’s folder`, { span: whole, hint });
    return { value: null, diagnostics: report.diagnostics, file, text: null };
  }
  const read = await readText(file);
  if (read.value === null) return { value: null, diagnostics: read.diagnostics, file, text: null };
  const text = read.value;
  const fail = (): ReadArticle => ({ value: null, diagnostics: report.diagnostics, file, text });
  const parts = partsOf(text);
  if (parts === null) {
    const span = { file, start: 0, end: text.search(/[\r\n]|$/) };
    const hint = 'Begin with a line ---, then headline: …, then another line ---, then the body.';
    report.error('front-matter', 'front matter between two lines of --- must come first', { span, hint });
    return fail();
  }
  const checked = readYaml(articleSchema, file, parts.front, parts.frontAt);
  report.add(...checked.diagnostics);
  const cleaning: Cleaning = { report, fullWidth };
  const body = readBody(file, parts.body, parts.bodyAt, cleaning);
  if (checked.value === null) return fail();
  const { data, at } = checked.value;
  const clean = (value: string | null | undefined, span: Span): string | null =>
    cleanField(value, span, text, cleaning);
  const field = (key: 'kicker' | 'headline' | 'deck' | 'byline' | 'standfirst' | 'short'): string | null =>
    clean(data[key], at([key]));
  const headline = field('headline');
  if (headline === null) {
    const hint = 'A story cannot be printed without one.';
    report.error('headline-empty', 'the headline is empty', { span: checked.value.keyAt(['headline']), hint });
  }
  const article: Article = {
    id,
    kicker: field('kicker'),
    headline: headline ?? '',
    deck: field('deck'),
    byline: field('byline'),
    standfirst: field('standfirst'),
    short: field('short'),
    names: data.names ?? [],
    pictures: await readPictures(folder, checked.value, clean, report),
    body,
    span: at(['headline']),
  };
  return { value: report.failed ? null : article, diagnostics: report.diagnostics, file, text };
};
