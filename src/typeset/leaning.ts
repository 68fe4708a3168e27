/**
 * Which words of a headline lean on those beside them, so that lines are broken elsewhere (rule 22). `Intl.Segmenter` knows
 * common words alone and leaves the rest in single characters: 运动 | 会, 党 | 代 | 会, 热 | 议, 的 | 烦 | 心事.
 */

/** What it costs to begin a line with a word that leans on the one before; less where it may as well begin the next. */
const BOUND = 2;
const EITHER = 0.7;
/** Between two single characters: most are one word. */
const IN_WORD = 1.5;
/** After a single character that is no word's end: it goes with what follows. */
const AFTER_SINGLE = 0.8;
/** After a word that leans on the next. */
const AFTER_LEANING = 0.6;

/** Particles, which lean on whatever is before them. */
const PARTICLES = new Set([...'的了着过们地得等吗呢吧之者']);
/** Words that lean on the one after. */
const LEANS_ON = new Set([...'和与及或在为把将向对从由以让使被把给跟同比于再更最很不未没']);
/** Characters that, left alone after a word, are nearly always its end: places and bodies, people, things, where and when. */
const ENDINGS = new Set([
  ...'省市州县区镇乡村院校馆站所局厅部处科室组队团社会厂场园店楼城路街桥港河江湖岛山屋',
  ...'员师户族界业人性化率量度额值费价款金券票证卡书报记歌剧奖赛节案令权型式类级层线网带群链库塔车',
  ...'观论梦饭味点年届次名家号里中内外间前后时',
]);

const HAN = /^\p{Script=Han}+$/u;
const isSingle = (word: string): boolean => word.length === 1 && HAN.test(word);

/** Single characters that are no particle and lean on nothing: parts of words. */
const isPart = (word: string): boolean => isSingle(word) && !PARTICLES.has(word) && !LEANS_ON.has(word);
/** What a character alone may be the end of. */
const WORD = /^.*[\p{Script=Han}\d].*[\p{Script=Han}\d]$/u;

/** For each offset at which a word of a text begins what it costs that a line begins there, by what leans on what. */
export function leaningCosts(text: string, starts: ReadonlySet<number>): ReadonlyMap<number, number> {
  const offsets = [...starts].sort((a, b) => a - b);
  const words = offsets.map((from, index) => text.slice(from, offsets[index + 1]));
  const costs = new Map<number, number>();
  /** How many parts of one word stand right before, its end not yet among them; and whether a whole one does. */
  let parts = 0;
  let isWhole = false;
  for (const [index, word] of words.entries()) {
    const [before, after] = [words[index - 1] ?? '', words[index + 1] ?? ''];
    const isEnd: boolean = isPart(word) && ENDINGS.has(word) && (isWhole || parts > 0);
    const leansOn = LEANS_ON.has(before) ? AFTER_LEANING : 0;
    const own = (): number => {
      if (PARTICLES.has(word)) return BOUND;
      if (parts > 0 && isPart(word)) return IN_WORD;
      if (isEnd) return isPart(after) && !ENDINGS.has(after) ? EITHER : BOUND;
      return parts === 1 ? AFTER_SINGLE : 0;
    };
    costs.set(offsets[index]!, own() + leansOn);
    parts = isPart(word) && !isEnd ? parts + 1 : 0;
    isWhole = isEnd || WORD.test(word);
  }
  return costs;
}
