/** Where two texts differ: the fewest characters taken out and put in (Myers 1986), near ones as one stretch. */

/** `before[from, to)` became `after[start, end)`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Most characters out and in that are looked for; texts that differ more are one stretch. */
const MOST = 160;
/** Changes with fewer equal characters between them are told as one. */
const NEAR = 6;

/** The stretches that differ, in order; none where the texts are equal. */
export function textChanges(before: readonly string[], after: readonly string[]): readonly TextChange[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  const steps = a.length === 0 || b.length === 0 ? null : shortestWay(a, b);
  const changes = steps ?? [{ from: 0, to: a.length, start: 0, end: b.length }];
  return together(changes).map(({ from, to, start, end }) => ({
    from: from + head,
    to: to + head,
    start: start + head,
    end: end + head,
  }));
}

/** Single characters taken out or put in, in order; null where there are more than `MOST`. */
function shortestWay(a: readonly string[], b: readonly string[]): TextChange[] | null {
  // How far along `a` each diagonal is reached with so many steps.
  let reached = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(MOST, a.length + b.length); steps++) {
    trace.push(reached);
    const next = new Map(reached);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = entry(reached, diagonal, steps);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a.length, b.length);
    }
    reached = next;
  }
  return null;
}

const comesDown = (reached: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean =>
  diagonal === -steps || (diagonal !== steps && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));

const entry = (reached: ReadonlyMap<number, number>, diagonal: number, steps: number): number =>
  comesDown(reached, diagonal, steps) ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1;

function walkBack(trace: readonly ReadonlyMap<number, number>[], length: number, height: number): TextChange[] {
  const changes: TextChange[] = [];
  let [x, y] = [length, height];
  for (let steps = trace.length - 1; steps > 0; steps--) {
    const reached = trace[steps]!;
    const diagonal = x - y;
    const down = comesDown(reached, diagonal, steps);
    const from = reached.get(down ? diagonal + 1 : diagonal - 1) ?? 0;
    const start = from - (down ? diagonal + 1 : diagonal - 1);
    changes.unshift(down ? { from, to: from, start, end: start + 1 } : { from, to: from + 1, start, end: start });
    [x, y] = [from, start];
  }
  return changes;
}

function together(changes: readonly TextChange[]): readonly TextChange[] {
  const joined: TextChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last !== undefined && change.from - last.to < NEAR)
      joined[joined.length - 1] = { ...last, to: change.to, end: change.end };
    else joined.push(change);
  }
  return joined;
}
