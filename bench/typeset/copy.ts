/** Copy made up by a fixed recipe: Han by no meaning, marks, figures and Latin at the rate of a local daily. */

/** A small generator of numbers, the same every time (mulberry32). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经';
const FIGURES = ['2021年', '11月26日', '25.1亿元', '12.5%', '3.6万人', '第4版', '8家', '1/3', '25℃'];
const LATIN = ['GDP', 'Wi-Fi', '5G', 'App', 'AI', 'e-mail'];

export const generatedCopy = (paragraphs: number): readonly string[] => {
  const next = numbers(12867);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(next() * list.length)]!;
  const clause = (): string => {
    let text = '';
    const length = 4 + Math.floor(next() * 12);
    for (let i = 0; i < length; i++) {
      const chance = next();
      if (chance < 0.02) text += pick(FIGURES);
      else if (chance < 0.026) text += pick(LATIN);
      else text += pick(HAN);
    }
    const chance = next();
    if (chance < 0.06) return `“${text}”`;
    if (chance < 0.09) return `《${text}》`;
    if (chance < 0.11) return `${text}（${pick(HAN)}${pick(HAN)}）`;
    if (chance < 0.12) return `${text}——${pick(HAN)}${pick(HAN)}`;
    return text;
  };
  return Array.from({ length: paragraphs }, () => {
    let text = '';
    const clauses = 3 + Math.floor(next() * 14);
    for (let i = 1; i < clauses; i++) text += clause() + pick('，，，，，，、、。。；：');
    return `${text}${clause()}${pick('。。。。！？')}`;
  });
};
