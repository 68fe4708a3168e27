/**
 * Which words of a headline lean on those beside them, so that lines are broken elsewhere (rule 22). `Intl.Segmenter` knows
 * common words alone and leaves the rest in single characters: 运动 | 会, 党 | 代 | 会, 热 | 议, 的 | 烦 | 心事.
 */

/** What it costs to begin a line with a word that leans on the one before; less where it may as well begin the next. */
const BOUND = 2;
const EITHER = 0.7;
/** Between two single characters, of which most are one word, and between a body's name and what it is: 职业技术 | 学院. */
const IN_WORD = 1.5;
/** After a single character that is no word's end: it goes with what follows. */
const AFTER_SINGLE = 0.8;
/** After a word that leans on the next. */
const AFTER_LEANING = 0.6;

/** Particles, which lean on whatever is before them. */
const PARTICLES = new Set([...'的了着过们地得等吗呢吧之者']);
/** Words that lean on the one after. */
const LEANS_ON = new Set([...'和与及或在为把将向对从由以让使被把给跟同比于再更最很不未没进']);
/** Characters that, left alone after a word, are nearly always its end: places and bodies, people, things, where and when. */
const ENDINGS = new Set([
  ...'省市州县区镇乡村院校馆站所局厅部处科室组队团社会厂场园店楼城路街桥港河江湖岛山屋',
  ...'员师户族界业人性化率量度额值费价款金券票证卡书报记歌剧奖赛节案令权型式类级层线网带群链库塔车',
  ...'观论梦饭味点年届次名家号里中内外间前后时',
  ...'机器仪桩池田墙屏箱柜口圈感制气难餐宝杯症期潮版款',
]);

/** Those of them that hardly ever begin a word: what is called so stands before. */
const PLACES = new Set([...'省市州县镇乡村']);
/** What a person is called behind the name; the first are called so nowhere else. */
const HONORIFICS = new Set(['同志', '先生', '女士', '小姐', '烈士']);
const TITLES = new Set([
  ...['院士', '教授', '老师', '医生', '校长', '书记', '总书记', '主席', '总理', '部长', '局长', '主任'],
  ...['省长', '市长', '县长', '镇长', '大使', '将军'],
]);
/** What bodies are called by, of which the name stands before. */
const BODIES = new Set([
  ...['大学', '学院', '中学', '小学', '医院', '公司', '集团', '银行', '中心', '协会', '委员会', '法院', '检察院'],
]);
/** Behind what stands in it: 在大会 | 上. */
const POSTPOSITIONS = new Set([...'上下']);
const PREPOSITIONS = new Set([...'在从于']);
/** Behind one character that says of what: 校 | 门口, 家 | 门口. */
const BEHIND = new Set(['门口', '身边']);
/** Words between the two at most. */
const LONGEST_PLACE = 4;

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
    const isEnd: boolean = isPart(word) && ENDINGS.has(word) && !BEHIND.has(after) && (isWhole || parts > 0);
    const leansOn = LEANS_ON.has(before) ? AFTER_LEANING : 0;
    const own = (): number => {
      if (PARTICLES.has(word)) return BOUND;
      if (parts > 0 && isPart(word)) return IN_WORD;
      if (BEHIND.has(word) && parts > 0) return BOUND;
      const isNamed = parts > 0 || isPart(words[index - 2] ?? '');
      if (HONORIFICS.has(word) || (TITLES.has(word) && isNamed)) return BOUND;
      if (BODIES.has(word) && isWhole) return IN_WORD;
      const enclosed = words.slice(Math.max(index - LONGEST_PLACE - 1, 0), index);
      if (POSTPOSITIONS.has(word) && enclosed.some((each) => PREPOSITIONS.has(each))) return BOUND;
      if (isEnd) return !PLACES.has(word) && isPart(after) && !ENDINGS.has(after) ? EITHER : BOUND;
      return parts === 1 ? AFTER_SINGLE : 0;
    };
    costs.set(offsets[index]!, own() + leansOn);
    parts = isPart(word) && !isEnd ? parts + 1 : 0;
    isWhole = isEnd || WORD.test(word);
  }
  return costs;
}
