/** What of a manuscript prints otherwise than whoever wrote it meant, or not at all. */
import type { Collector } from '../diagnostics/collector.js';
import type { Span } from '../diagnostics/types.js';
import type { Block } from './types.js';

/** A value of front matter, not in quotes, and after it a text that YAML takes for a comment: 头条 #副刊. */
const SWALLOWED = /^(\s*(?:- +)?[\w-]+:[ \t]+[^\s"'|>[{#].*?[ \t])(#[^\s#].*?)[ \t]*$/;

/** Text of front matter that prints nowhere, for a # begins a comment. A comment proper has a space after its #. */
export const warnOfComments = (file: string, front: string, offset: number, report: Collector): void => {
  if (!front.includes('#')) return;
  let at = offset;
  for (const line of front.split('\n')) {
    const found = SWALLOWED.exec(line.replace(/\r$/, ''));
    if (found !== null) {
      const start = at + found[1]!.length;
      report.warning('comment-swallowed', `\`${found[2]!}\` prints nowhere: after a space # begins a comment`, {
        span: { file, start, end: start + found[2]!.length },
        hint: 'Put the whole text in quotes; a comment proper has a space after its #.',
      });
    }
    at += line.length + 1;
  }
};

/** Marks that mean something in a body alone, and what to do. Two tildes that close none may be meant: 真香～～ */
const BODY_MARKS = [
  [/\*\*|<\/?[a-z]+ *\/?>/i, 'Take it away; a space in a headline is where it may part.'],
  [/(?:~~|～～)(?=.+(?:~~|～～))/s, 'Take it away; only in a story’s text are there passages that may be left out.'],
] as const;

/** Markdown's marks and HTML's tags in front matter, where they are text like any other. */
export const warnOfMarks = (value: string | null | undefined, span: Span, report: Collector): void => {
  for (const [pattern, hint] of BODY_MARKS) {
    const mark = pattern.exec(value ?? '');
    if (mark === null) continue;
    report.warning('markdown-stars', `\`${mark[0]}\` prints as it stands here`, { span, hint });
  }
};

/** Crossheads with nothing under them. */
export const warnOfCrossheads = (body: readonly Block[], report: Collector): void => {
  for (const [index, { kind, span }] of body.entries()) {
    const next = body[index + 1];
    if (kind !== 'crosshead' || (next !== undefined && next.kind !== 'crosshead')) continue;
    const hint = 'Write text under it, or take it away.';
    report.warning('crosshead-alone', 'no text stands under this crosshead', { span, hint });
  }
};
