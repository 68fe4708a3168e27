/** Which of the words that may stand somewhere was meant by another word for the same thing. */
import { nearest } from '../diagnostics/nearest.js';

/**
 * Other words for those that layouts and plans choose from. The first that may stand there counts: `over` before
 * `middle`, for a headline that shall be centred stands over its text, and its style centres it.
 */
const OTHER_WORDS: Readonly<Record<string, RegExp>> = {
  none: /^(?:false|no|off|without|无|不要)$/,
  rule: /^(?:true|yes|on|frame[ds]?|border|boxe?d?|lines?|outlined?|框|加框|边框|线框)$/,
  double: /^(?:文武线|双线)$/,
  tint: /^(?:gr[ae]y|shaded?|filled|background|底|加底|灰底|底色)$/,
  hairline: /^(?:true|yes|on|thin|lines?|rule|solid|线|细线)$/,
  over: /^(?:above|top|across|full|wide|cent(?:er|re|red)|上|横|横题|通栏|居中)$/,
  'foot-left': /^(?:(?:bottom|lower)-?left|左下)$/,
  'foot-right': /^(?:(?:bottom|lower)-?right|右下)$/,
  left: /^(?:(?:top|upper)-?left|左|左上|左边)$/,
  right: /^(?:(?:top|upper)-?right|右|右上|右边)$/,
  middle: /^(?:cent(?:er|re)|中|居中|中间)$/,
  across: /^(?:top|full|wide|上|通栏)$/,
  under: /^(?:below|bottom|foot|下|图下|下面)$/,
  beside: /^(?:left|right|side|旁|图旁|左|右)$/,
  on: /^(?:inside|over|above|top|上|图上)$/,
  start: /^(?:left|左|左齐)$/,
  end: /^(?:right|右|右齐)$/,
  center: /^(?:centre|middle|居中)$/,
  justify: /^(?:both|两端|两端对齐)$/,
  x1a: /^pdf\/?x-?1a/,
  x4: /^pdf\/?x-?4/,
  black: /^(?:bw|k|mono|黑|黑白|单色)$/,
  all: /^(?:colou?r|cmyk|彩|彩色|四色)$/,
};

/** The choice that a wrong word was meant for; null where none is like it. */
export const choiceMeant = (word: string, choices: readonly string[]): string | null => {
  const said = word.toLowerCase();
  const named = Object.keys(OTHER_WORDS).find((choice) => choices.includes(choice) && OTHER_WORDS[choice]!.test(said));
  return named ?? nearest(word, choices);
};
