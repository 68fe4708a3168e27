/**
 * What was made once from some inputs, for as long as the same inputs come again. Inputs are compared by identity, so
 * they must be values that never change. The live preview hands one in, so that an edit costs what it touches.
 */
export interface Memory {
  /** What `make` gave when it was last asked for the same thing of the same inputs; else what it gives now. */
  recall<T>(what: string, inputs: readonly unknown[], make: () => T): T;
}

/** Remembers nothing: everything is made when it is asked for. */
export const NO_MEMORY: Memory = { recall: (_what, _inputs, make) => make() };

/** A memory that lasts. */
export interface KeptMemory extends Memory {
  /** Forgets what was not asked for since the last call. */
  turn(): void;
}

interface Branch {
  readonly next: Map<unknown, Branch>;
  made: { readonly value: unknown } | null;
  /** The turn in which it was last asked for. */
  asked: number;
}

const branch = (): Branch => ({ next: new Map(), made: null, asked: 0 });

/** A new, empty memory. */
export function createMemory(): KeptMemory {
  const root = branch();
  let turn = 0;
  return {
    recall: <T>(what: string, inputs: readonly unknown[], make: () => T): T => {
      let at = root;
      for (const input of [what, ...inputs]) {
        let next = at.next.get(input);
        if (next === undefined) {
          next = branch();
          at.next.set(input, next);
        }
        next.asked = turn;
        at = next;
      }
      at.made ??= { value: make() };
      return at.made.value as T;
    },
    turn: () => {
      forget(root, turn);
      turn++;
    },
  };
}

/** Leaves only branches asked for in this turn. */
function forget({ next }: Branch, turn: number): void {
  for (const [input, below] of next) {
    if (below.asked < turn) next.delete(input);
    else forget(below, turn);
  }
}
