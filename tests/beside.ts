/**
 * What some machines have beside the checkout and the repository does not hold: an independent check of print files, and
 * the text of a real front page. Tests that need it are left out where it is not.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = (path: string): string | null => {
  const file = fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));
  return existsSync(file) ? file : null;
};

const has = (tool: string): boolean => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The front page's text, a story after the other. */
export const frontPage = beside('source/front-page-12867.txt');

/** The check: a script that takes a PDF and its standard. Null also where tools are missing that it needs. */
export const independentCheck = ['qpdf', 'pdffonts', 'gs', 'mutool', 'python3'].every(has)
  ? beside('tools/preflight.sh')
  : null;
