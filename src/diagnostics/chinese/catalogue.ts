/** All that is said in Chinese, by code. The compiler asks for every code of the catalogue. */
import type { Code } from '../catalogue.js';
import { FAULTS } from './faults.js';
import { FILES } from './files.js';
import { FONTS } from './fonts.js';
import { ISSUE } from './issue.js';
import { LAYOUTS } from './layouts.js';
import { MAKE_UP } from './make-up.js';
import { MANUSCRIPTS } from './manuscripts.js';
import { OUTPUT } from './output.js';
import { PRESS } from './press.js';
import type { Said } from './types.js';

/** What is said under each code. */
export const SAID: Readonly<Record<Code, Said>> = {
  ...FILES,
  ...LAYOUTS,
  ...FONTS,
  ...ISSUE,
  ...MANUSCRIPTS,
  ...MAKE_UP,
  ...FAULTS,
  ...PRESS,
  ...OUTPUT,
};
