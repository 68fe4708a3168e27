/** Pages as jump lines, teasers and page heads call them. */
import { pageNames } from '../issue/plan/page-name.js';
import type { Desk } from './types.js';

/** A page's name in print: 第四版, A04版; of a spread's pages, where either may be meant, 第六、七版. */
export const nameOfPages = (pages: readonly number[], { issue, layouts }: Desk): string =>
  pageNames(pages, { parts: issue.parts, pattern: layouts.paper.pageName });
