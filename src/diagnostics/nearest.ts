/** How many letters must be changed, added, dropped or swapped to come from one word to the other. */
export const editDistance = (a: string, b: string): number => {
  const from = [...a];
  const to = [...b];
  let before: number[] = [];
  let above = to.map((_, j) => j + 1);
  above.unshift(0);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(row[j - 1]! + 1, above[j]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[to.length]!;
};

/** Fewer letters are found in many names by chance; of Han two are a word. */
const LEAST_SHARED = 4;
const isWord = (text: string): boolean => text.length >= LEAST_SHARED || /^\p{Script=Han}{2,}$/u.test(text);

/** The one name that is longer than a wrong one and holds it, or shorter and held by it; null where none or several are. */
const longerOrShorter = (name: string, known: readonly string[]): string | null => {
  const like = known.filter((one) => {
    const [a, b] = [one.toLowerCase(), name];
    return (isWord(b) && a.includes(b)) || (isWord(a) && b.includes(a));
  });
  return like.length === 1 ? like[0]! : null;
};

/** The known name most like a wrong one; null where none is like it. */
export const nearest = (name: string, known: Iterable<string>): string | null => {
  const names = [...known];
  // Letters and digits typed full-width are the same letters.
  const typed = name.normalize('NFKC').toLowerCase();
  const limit = Math.max(1, Math.floor([...typed].length / 2));
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of names) {
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best ?? longerOrShorter(typed, names);
};

const MOST_NAMED = 12;

/** A hint for an unknown name: the nearest known one, else those that stand on no page yet (`idle`), else all there are. */
export const suggest = (name: string, known: Iterable<string>, idle: readonly string[] = []): string => {
  const names = [...known];
  const like = nearest(name, names);
  if (like !== null) return `Did you mean \`${like}\`?`;
  if (names.length === 0) return 'There is none yet.';
  if (idle.length > 0) return `On no page yet: ${idle.map((one) => `\`${one}\``).join(', ')}.`;
  const shown = names.slice(0, MOST_NAMED).map((one) => `\`${one}\``);
  return `Known: ${shown.join(', ')}${names.length > MOST_NAMED ? ' …' : ''}.`;
};
