import { isChinese } from '../diagnostics/language.js';

/** Says a line that was made in English in the language of its reader. */
export type Say = (line: string) => string;

/** As `speaker`, of what `--explain` prints. */
export const explainer = async (): Promise<Say> =>
  isChinese(process.env) ? (await import('./chinese-explain.js')).explanationInChinese : (text) => text;

/** How commands speak to people: in the system's language. Chinese is loaded only where that is it. */
export const speaker = async (): Promise<Say> =>
  isChinese(process.env) ? (await import('./chinese.js')).lineInChinese : (line) => line;
