/**
 * The plainest YAML, read without the `yaml` package, which takes longer to load than all of an issue's front matter
 * takes to read: maps and lists in blocks, values on one line. What goes beyond that is left to the package.
 */
import { firstLine, type ParsedYaml, placesOf } from './places.js';
import { Beyond, PlainValues, within } from './plain-values.js';

/** Tabs, carriage returns and control characters. */
const UNUSUAL = /[^\P{Cc}\n]|\ufeff/u;

/** Reads a text as `parseYaml` does; null where it holds more than the plainest YAML. */
export const readPlainYaml = (file: string, text: string, offset = 0): ParsedYaml | null => {
  if (UNUSUAL.test(text)) return null;
  const inLines = new PlainValues(file, text, offset);
  try {
    const value = new Blocks(text, linesOf(text), inLines).root();
    return { value, twice: [], ...placesOf(inLines.keys, inLines.values, inLines.span(0, firstLine(text))) };
  } catch (fault) {
    if (fault instanceof Beyond) return null;
    throw fault;
  }
};

/** A line that holds something: where its text begins and ends, and where the next line does. */
interface Line {
  readonly indent: number;
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const to = feed === -1 ? text.length : feed;
    let from = start;
    while (text[from] === ' ') from += 1;
    const next = feed === -1 ? to : to + 1;
    const indent = from - start;
    if (from < to && text[from] !== '#') lines.push({ indent, from, to, next });
    // It would belong to the value before it, and make it end later.
    else if (from < to && indent > (lines.at(-1)?.indent ?? indent)) throw new Beyond();
    start = next;
  }
  return lines;
};

/** Reads lists and maps whose parts stand in lines under each other, from the first line on. */
class Blocks {
  /** The line that is read next. */
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly inLines: PlainValues,
  ) {}

  /** The map that all lines are. */
  root(): Record<string, unknown> {
    const [first] = this.lines;
    if (first === undefined || this.isItem(first)) throw new Beyond();
    const value = this.map('', first.indent, first.from);
    if (this.at < this.lines.length) throw new Beyond();
    return value;
  }

  /** A map whose keys stand in a column; its first key may stand behind an item's dash. */
  private map(id: string, indent: number, start: number): Record<string, unknown> {
    // No prototype, so that a key such as `constructor` is a key like any other.
    const made: Record<string, unknown> = Object.create(null);
    let from = start;
    for (let line = this.lines[this.at]; line !== undefined; line = this.lines[this.at]) {
      const { name, behind } = this.inLines.key(made, id, from);
      made[name] = this.behindMark(within(id, name), behind, indent, line, true);
      const next = this.lines[this.at];
      if (next === undefined || next.indent < indent) break;
      if (next.indent > indent) throw new Beyond();
      from = next.from;
    }
    this.endAtLine(id, start);
    return made;
  }

  private list(id: string, indent: number): unknown[] {
    const { lines, inLines } = this;
    const start = lines[this.at]!.from;
    const items: unknown[] = [];
    const isNext = (line: Line | undefined): line is Line =>
      line !== undefined && line.indent === indent && this.isItem(line);
    for (let line = lines[this.at]; isNext(line); line = lines[this.at]) {
      const inside = within(id, String(items.length));
      const place = inLines.skipSpaces(line.from + 1);
      items.push(
        inLines.isKey(place)
          ? this.map(inside, indent + place - line.from, place)
          : this.behindMark(inside, place, indent, line, false),
      );
    }
    this.endAtLine(id, start);
    return items;
  }

  /** What stands behind a key or an item's dash: on the same line, or in deeper ones. */
  private behindMark(id: string, from: number, indent: number, line: Line, mayBeItems: boolean): unknown {
    this.at += 1;
    const place = this.inLines.skipSpaces(from);
    if (place < line.to && this.text[place] !== '#') return this.inLines.inLine(id, place, line.to);
    const below = this.lines[this.at];
    if (below === undefined) throw new Beyond();
    if (below.indent > indent) {
      return this.isItem(below) ? this.list(id, below.indent) : this.map(id, below.indent, below.from);
    }
    if (mayBeItems && below.indent === indent && this.isItem(below)) return this.list(id, indent);
    throw new Beyond();
  }

  private isItem({ from, to }: Line): boolean {
    return this.text[from] === '-' && this.text[from + 1] === ' ' && from + 1 < to;
  }

  /** Where a block's value stands: up to the end of the line that was read last. */
  private endAtLine(id: string, start: number): void {
    this.inLines.values.set(id, this.inLines.span(start, this.lines[this.at - 1]!.next));
  }
}
