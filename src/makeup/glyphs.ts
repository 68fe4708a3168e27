/** Characters that no font of a role has: named with their code points, before anybody sees a box on the page. */
import type { Diagnostic } from '../diagnostics/types.js';
import type { Role } from '../fonts/types.js';
import type { Article } from '../issue/types.js';
import type { Desk } from './types.js';

/** Warnings for characters set from a fallback font, errors for those that no font has. */
export function checkGlyphs({ issue, layouts, fonts }: Desk): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const body = [...layouts.styles.stories.values()][0]?.body;
  if (body === undefined) return diagnostics;
  for (const article of issue.articles.values()) {
    const told = new Set<string>();
    for (const { text, role, start } of textsOf(article, body)) {
      let offset = 0;
      for (const character of text) {
        const at = start + offset;
        offset += character.length;
        if (/[\s\p{Cf}\p{Mn}\p{Extended_Pictographic}]/u.test(character) || told.has(character)) continue;
        const { source } = fonts.glyph(role, character.codePointAt(0)!);
        if (source === 'own') continue;
        told.add(character);
        const name = `“${character}” (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`;
        const span = { file: article.span.file, start: at, end: at + character.length };
        diagnostics.push(
          source === 'none'
            ? {
                code: 'glyph-missing',
                severity: 'error',
                message: `no font of the role “${role}” has ${name}`,
                hint: 'add a font that has it to the role in fonts.yaml, or write another character',
                span,
              }
            : {
                code: 'glyph-fallback',
                severity: 'warning',
                message: `the first font of the role “${role}” lacks ${name}; a fallback's glyph is printed`,
                hint: 'look at it on the proof',
                span,
              },
        );
      }
    }
  }
  return diagnostics;
}

function textsOf(
  article: Article,
  style: { readonly font: Role; readonly strong: Role; readonly emphasis: Role },
): readonly { text: string; role: Role; start: number }[] {
  return article.body.flatMap((block) =>
    block.kind === 'crosshead'
      ? [{ text: block.text, role: style.strong, start: block.span.start }]
      : block.runs.map((run) => ({
          text: run.text,
          role: run.strong ? style.strong : run.emphasis ? style.emphasis : style.font,
          start: run.span.start,
        })),
  );
}
