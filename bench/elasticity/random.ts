/** A small generator of random numbers with a seed (mulberry32): the same seed, the same days, on any machine. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed for each thing drawn, so that one story's length does not hang on how many were drawn before it. */
export function seedOf(seed: number, ...parts: readonly (string | number)[]): number {
  let hash = 2166136261 ^ seed;
  for (const char of parts.join('\n')) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  return Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
}
