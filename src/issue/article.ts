/** `articles/NAME.md` → an article: front matter, body, pictures. */
import { join } from 'node:path';
import { Collector, error } from '../diagnostics/collector.js';
import type { Diagnostic, Outcome, Span } from '../diagnostics/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import type { Checked } from '../yaml/check.js';
import { conflictIn } from '../yaml/conflict.js';
import { type Form, readForm } from '../yaml/read.js';
import { readText } from '../yaml/text-file.js';
import { readBody } from './body/body.js';
import { type InputFolder, resolveInside } from './folder.js';
import { warnOfComments, warnOfCrossheads, warnOfMarks } from './meant-otherwise.js';
import { inspectPicture, type PictureFile } from './pictures/pictures.js';
import type { RawArticle } from './schema.js';
import { type Cleaning, cleanField } from './text/text.js';
import type { Article, Field, Picture } from './types.js';

/** An article's outcome with its text, which is there even where the article is not. */
export interface ReadArticle extends Outcome<Article> {
  readonly file: string;
  readonly text: string | null;
}

/** Front matter. */
const FORM: Form<RawArticle> = { name: 'article', schema: async () => (await import('./schema.js')).articleSchema };

/** What stands for a headline that is missing: of its own nothing is said. */
const INSTEAD = { headline: '题' };

const FIELDS: readonly Field[] = ['kicker', 'headline', 'deck', 'byline', 'standfirst', 'short'];

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

/** A picture as the manuscript names it, before its file is looked at. */
type NamedPicture = Omit<Picture, 'width' | 'height' | 'content' | 'whole'> & { readonly whole: boolean | undefined };

/** A manuscript read, all but the files of its pictures. */
interface Manuscript {
  /** Null where the text alone makes no article. */
  readonly article: Omit<Article, 'pictures'> | null;
  readonly pictures: readonly NamedPicture[];
  readonly diagnostics: readonly Diagnostic[];
}

type Clean = (value: string | null | undefined, span: Span) => string | null;

const namedPictures = ({ data, at }: Checked<RawArticle>, clean: Clean): readonly NamedPicture[] =>
  (data.pictures ?? []).map((raw, index) => {
    const text = (key: 'title' | 'caption' | 'credit' | 'alt'): string | null =>
      clean(raw[key], at(['pictures', index, key]));
    const [title, caption, credit, alt] = [text('title'), text('caption'), text('credit'), text('alt')];
    const [x, y] = (raw.focus ?? [0.5, 0.5]) as [number, number];
    const span = at(['pictures', index, 'file']);
    const { file, whole } = raw;
    return { file, title, caption, credit, alt: alt ?? caption ?? title ?? '', focus: { x, y }, whole, span };
  });

const readManuscript = async (file: string, id: string, text: string, fullWidth: boolean): Promise<Manuscript> => {
  const conflict = conflictIn(file, text);
  if (conflict !== null) return noArticle([conflict]);
  const parts = partsOf(text);
  if (parts === null) return noArticle([noFrontMatter(file, text)]);
  const report = new Collector();
  const checked = await readForm(FORM, file, parts.front, parts.frontAt, INSTEAD);
  report.add(...checked.diagnostics);
  warnOfComments(file, parts.front, parts.frontAt, report);
  const cleaning: Cleaning = { report, fullWidth };
  const body = await readBody(file, parts.body, parts.bodyAt, cleaning);
  warnOfCrossheads(body, report);
  if (checked.value === null) return noArticle(report.diagnostics);
  const clean: Clean = (value, span) => {
    warnOfMarks(value, span, report);
    return cleanField(value, span, text, cleaning);
  };
  const article = { id, ...fieldsOf(checked.value, clean, report), body };
  const pictures = namedPictures(checked.value, clean);
  return { article: report.failed ? null : article, pictures, diagnostics: report.diagnostics };
};

const noArticle = (diagnostics: readonly Diagnostic[]): Manuscript => ({ article: null, pictures: [], diagnostics });

const noFrontMatter = (file: string, text: string): Diagnostic => {
  const span = { file, start: 0, end: text.search(/[\r\n]|$/) };
  if (OPENING.test(text)) {
    const hint = 'Write a line --- after it; the body stands below that.';
    return error('front-matter', 'the front matter that begins here does not end', { span, hint });
  }
  const hint = 'Begin with a line ---, then headline: …, then another line ---, then the body.';
  return error('front-matter', 'front matter between two lines of --- must come first', { span, hint });
};

/** What front matter says of an article but its pictures. */
const fieldsOf = (
  { data, at, keyAt }: Checked<RawArticle>,
  clean: Clean,
  report: Collector,
): Omit<Article, 'id' | 'body' | 'pictures'> => {
  const field = (key: Field): string | null => clean(data[key], at([key]));
  const headline = field('headline');
  if (headline === null) {
    const hint = 'A story cannot be printed without one.';
    report.error('headline-empty', 'the headline is empty', { span: keyAt(['headline']), hint });
  } else if (/[，、；。]$/.test(headline)) {
    report.warning('mark-mistyped', 'a stop ends the headline', { span: at(['headline']), hint: 'Delete it.' });
  }
  return {
    kicker: field('kicker'),
    headline: headline ?? '',
    deck: field('deck'),
    byline: field('byline'),
    standfirst: field('standfirst'),
    short: field('short'),
    names: data.names ?? [],
    fields: Object.fromEntries(FIELDS.map((key) => [key, at([key])])) as Record<Field, Span>,
    span: at(['headline']),
  };
};

/** An article from its manuscript and what its pictures' files say. */
const complete = (
  { article, pictures, diagnostics }: Manuscript,
  files: readonly Outcome<PictureFile>[],
): Outcome<Article> => {
  const found = files.map(({ value }) => value).filter((value) => value !== null);
  const whole = article !== null && found.length === files.length;
  const measured = found.map(({ key, drawing = false, ...facts }, index): Picture => {
    const { whole = drawing, ...named } = pictures[index]!;
    return { ...named, file: key, whole, ...facts };
  });
  return {
    value: whole ? { ...article, pictures: measured } : null,
    diagnostics: [...diagnostics, ...files.flatMap((file) => file.diagnostics)],
  };
};

/** Reads an article of an issue. With a memory, the same text and pictures give the very same article. */
export const readArticle = async (
  folder: InputFolder,
  id: string,
  fullWidth: boolean,
  memory: Memory = NO_MEMORY,
): Promise<ReadArticle> => {
  const relative = `articles/${id}.md`;
  const resolved = resolveInside(folder, relative);
  const file = resolved.kind === 'file' ? resolved.path : join(folder.path, relative);
  if (resolved.kind === 'outside') {
    const hint = 'Put the file itself into articles/, not a link to it.';
    const span = { file, start: 0, end: 0 };
    const outside = error('path-outside', `${relative} leads out of the issue’s folder`, { span, hint });
    return { value: null, diagnostics: [outside], file, text: null };
  }
  const { value: text, diagnostics } = readText(file);
  if (text === null) return { value: null, diagnostics, file, text };
  const inputs = [file, text, fullWidth];
  const manuscript = await memory.recall('manuscript', inputs, () => readManuscript(file, id, text, fullWidth));
  const files = await Promise.all(
    manuscript.pictures.map((picture) => inspectPicture(folder, picture.file, picture.span, memory)),
  );
  return { ...memory.recall('article', [manuscript, ...files], () => complete(manuscript, files)), file, text };
};
