/**
 * Cost curves: what it costs a piece of a page to be exactly h lines tall; index = lines.
 * `Infinity` is "impossible". Curves combine exactly, bottom-up (Stockmeyer 1983 sizes slicing floorplans so).
 */
export type Curve = readonly number[];

/** A curve that allows the heights `min…max` at no cost. */
export function flat(min: number, max: number, limit: number): Curve {
  return Array.from({ length: limit + 1 }, (_, h) => (h >= min && h <= max ? 0 : Infinity));
}

/** A curve from a cost function over 0…limit. */
export function curveOf(limit: number, cost: (lines: number) => number): Curve {
  return Array.from({ length: limit + 1 }, (_, h) => cost(h));
}

/** Both stand in one height: costs add. */
export function both(a: Curve, b: Curve): Curve {
  return a.map((cost, h) => cost + (b[h] ?? Infinity));
}

/** Only the heights in a range stay possible. */
export function within(curve: Curve, min: number, max: number): Curve {
  return curve.map((cost, h) => (h >= min && h <= max ? cost : Infinity));
}

const isPossible = (cost: number): boolean => cost < Infinity;

/** One over the other: heights add. `split[h]` is the first one's share of h in the cheapest way. */
export function stack(a: Curve, b: Curve): { readonly curve: Curve; readonly split: readonly number[] } {
  const limit = Math.max(a.length, b.length) - 1;
  const curve = new Array<number>(limit + 1).fill(Infinity);
  const split = new Array<number>(limit + 1).fill(-1);
  const least = b.findIndex(isPossible);
  const most = b.findLastIndex(isPossible);
  if (least < 0) return { curve, split };
  for (let i = 0; i < a.length; i++) {
    const first = a[i]!;
    if (first === Infinity) continue;
    for (let j = least; j <= most && i + j <= limit; j++) {
      const cost = first + b[j]!;
      if (cost < curve[i + j]!) {
        curve[i + j] = cost;
        split[i + j] = i;
      }
    }
  }
  return { curve, split };
}
