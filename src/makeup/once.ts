/** A function that works out each answer once; two questions with one key have one answer. */
export function once<Asked extends readonly unknown[], Answer>(
  keyOf: (...asked: Asked) => unknown,
  answer: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const known = new Map<unknown, Answer>();
  return (...asked) => {
    const key = keyOf(...asked);
    let found = known.get(key);
    if (found === undefined) {
      found = answer(...asked);
      known.set(key, found);
    }
    return found;
  };
}
