/** Pages as jump lines, teasers and page heads call them. */
import { pageName } from '../issue/page-name.js';
import type { Desk } from './types.js';

/** A page's name in print: 第四版, A04版. */
export const nameOfPage = (page: number, { issue, layouts }: Desk): string =>
  pageName(page, { parts: issue.parts, pattern: layouts.paper.pageName });
