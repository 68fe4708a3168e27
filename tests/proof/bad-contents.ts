/** Files whose page contents cannot be followed, or name what is not there. */
import type { BadFile } from './editable.js';

export const BAD_CONTENTS: readonly BadFile[] = [
  {
    name: 'contents whose data breaks off',
    check: 'structure',
    edit: (f) => f.cutContents(),
  },
];
