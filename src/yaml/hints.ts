/** Hints that both a text that is no YAML and a value that does not fit may call for. */

/** For a key whose colon is full-width, or has no space after it. */
export const colonHint = (key: string): string => `Write a half-width \`:\` and a space after it: \`${key}: …\`.`;
/** For brackets or braces of the wrong width. */
export const BRACKET_HINT = 'Write half-width brackets: { } and [ ].';
/** For a text that was taken for a map, or lost its end as a comment. */
export const QUOTES_HINT =
  'Text that holds `: ` or ` #` must stand in quotes: headline: "A: B"; a Chinese colon is full-width.';
