/** What becomes of a command whose files cannot be written. */
import { languageOf } from '../diagnostics/language.js';
import { renderAll } from '../diagnostics/render.js';
import { type Diagnostic, hasErrors } from '../diagnostics/types.js';
import { Refusal } from './refusal.js';

/** Ends the command where files could not be written; says what else there is to say of it. */
export async function mustWrite(diagnostics: readonly Diagnostic[]): Promise<void> {
  if (diagnostics.length === 0) return;
  const language = await languageOf(process.env);
  if (hasErrors(diagnostics)) throw new Refusal(diagnostics.map((one) => language.tell(one).message).join('\n'));
  process.stderr.write(`${renderAll(diagnostics, new Map(), language)}\n\n`);
}
