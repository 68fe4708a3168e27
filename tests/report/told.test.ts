/** What make-up says comes page by page, whatever was made up first. */
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/types.js';
import { byPages } from '../../src/report/told.js';
import { article, deskOf, plan } from '../makeup/desk.js';

it('what make-up says is told in the order of the pages', () => {
  const at = (file: string, start: number): { file: string; start: number; end: number } => ({
    file,
    start,
    end: start,
  });
  const pages = [1, 2, 7].map((number) => {
    const made = plan([number], ['one'], { only: `story-${number}` });
    const span = at('issue.yaml', number * 10);
    const slots = new Map(
      [...made.slots].map(([slot, placed]) => [slot, { ...placed, span: at('issue.yaml', number * 10 + 5) }]),
    );
    return { ...made, span, slots };
  });
  const articles = [1, 2, 7].map((number) => article(`story-${number}`, { span: at(`story-${number}.md`, 4) }));
  const { issue } = deskOf([], articles, pages);
  const about = (message: string, file: string, start: number): Diagnostic => ({
    code: 'white',
    severity: 'warning',
    message,
    span: at(file, start),
  });
  const said = [
    about('a picture of page 7', 'story-7.md', 60),
    about('the story of page 1', 'issue.yaml', 15),
    about('page 7', 'issue.yaml', 70),
    about('somewhere', 'elsewhere.md', 0),
    about('the story of page 2', 'issue.yaml', 25),
    about('a picture of page 1', 'story-1.md', 30),
  ];
  expect(byPages(said, issue).map(({ message }) => message)).toEqual([
    'the story of page 1',
    'a picture of page 1',
    'the story of page 2',
    'a picture of page 7',
    'page 7',
    'somewhere',
  ]);
});
