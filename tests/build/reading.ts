/**
 * A page's extracted text read off against what should stand on it: every character must be taken once, in order.
 * A spread is two pages read together, for its headlines and captions run across the fold line by line.
 */
import { fold } from './manuscript.js';

/** Lines still to be read of each page. */
type Queues = readonly string[][];

/** How many characters two texts have alike from their beginning. */
function alike(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

const goesOn = (line: string, text: string): boolean => line.startsWith(text) || text.startsWith(line);

export class Reading {
  private readonly queues: Queues;

  /** `texts`: the text of one page, or of the two of a spread. */
  constructor(texts: readonly string[]) {
    this.queues = texts.map((text) =>
      text
        .split(/[\r\n]+/)
        .map(fold)
        .filter((line) => line !== ''),
    );
  }

  /** Takes what comes next if it is `piece`, whole; tells whether it was. */
  takes(piece: string): boolean {
    return this.begins(piece) && this.take(piece) === piece.length;
  }

  /** Whether what comes next is `piece`, whole. Nothing is taken. */
  begins(piece: string): boolean {
    const before = this.queues.map((queue) => [...queue]);
    const isNext = this.take(piece) === piece.length;
    for (const [index, queue] of this.queues.entries()) queue.splice(0, queue.length, ...before[index]!);
    return isNext;
  }

  /** Takes as much of `piece` as comes next, in whole lines or to the piece's end; gives how many characters. */
  take(piece: string): number {
    let at = 0;
    while (at < piece.length) {
      const rest = piece.slice(at);
      const queue = this.queues.find(([line]) => line !== undefined && rest.startsWith(line));
      if (queue !== undefined) {
        at += queue.shift()!.length;
        continue;
      }
      // The piece ends within a line, or leaves the page there: what follows it in the line is another piece.
      const shared = this.queues.find((own) => this.endsIn(own, rest));
      if (shared === undefined) return at;
      const taken = alike(shared[0]!, rest);
      shared[0] = shared[0]!.slice(taken);
      at += taken;
    }
    return at;
  }

  /** Whether the next line of a page begins with all of `rest`, or with as much as another page goes on after. */
  private endsIn(own: string[], rest: string): boolean {
    const taken = alike(own[0] ?? '', rest);
    const after = rest.slice(taken);
    return taken > 0 && (after === '' || this.queues.some(([line]) => line !== undefined && goesOn(line, after)));
  }

  /** What was not read. */
  get rest(): string {
    return this.queues.map((queue) => queue.join('\n')).join('\n');
  }

  /** What comes next, for messages. */
  get next(): string {
    return this.queues.map((queue) => queue.slice(0, 3).join('/')).join(' | ');
  }
}
