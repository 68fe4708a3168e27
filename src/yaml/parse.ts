/**
 * YAML to plain values, remembering where each key and value stands. Only this file knows the `yaml` package.
 */
import { Composer, type CST, type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, Parser } from 'yaml';
import { Collector } from '../diagnostics/collector.js';
import type { Outcome, Span } from '../diagnostics/types.js';
import { conflictIn } from './conflict.js';
import { firstLine, pathId as id, type ParsedYaml, type Path, placesOf } from './places.js';
import { faultsOf } from './slips.js';

/** How many lists and maps may stand within each other: whatever takes them apart does so one within the other. */
const MOST_NESTED = 100;

/**
 * Parses a YAML text. `offset` is where it begins in the file, for front matter. An empty text is an empty map. There is
 * a value, too, where no more is wrong than keys that stand twice.
 */
export const parseYaml = (file: string, text: string, offset = 0): Outcome<ParsedYaml> => {
  const conflict = conflictIn(file, text, offset);
  if (conflict !== null) return { value: null, diagnostics: [conflict] };
  const report = new Collector();
  const span: SpanOf = (start, end) => ({ file, start: start + offset, end: end + offset });
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== null) {
    const hint = 'Is a bracket not closed, or a line indented too far?';
    report.error('yaml-feature', `more than ${MOST_NESTED} lists and maps stand within each other here`, {
      span: span(deep, deep + 1),
      hint,
    });
    return { value: null, diagnostics: report.diagnostics };
  }
  const [root, second] = new Composer({ uniqueKeys: true, logLevel: 'silent' }).compose(tokens);
  if (root !== undefined) reportFaults(root, text, span, report);
  if (second !== undefined) {
    const at = second.range?.[0] ?? 0;
    report.error('yaml-feature', 'a second YAML document begins here', {
      span: span(at, at + 3),
      hint: 'Remove the `---`.',
    });
  }
  const reader = new NodeReader(text, span, report);
  const whole = span(0, firstLine(text));
  const value = reader.read(root?.contents, [], whole) ?? Object.create(null);
  const places = placesOf(reader.keys, reader.values, whole);
  const { diagnostics } = report;
  const isRead = diagnostics.length === reader.twice.length;
  return { value: isRead ? { value, twice: reader.twice, ...places } : null, diagnostics };
};

/** A place of the text as one of its file. */
type SpanOf = (start: number, end: number) => Span;

/** Where more of them do; null where none do. Found level by level, for a program can run out of room within them. */
const tooDeep = (tokens: readonly CST.Token[]): number | null => {
  let level = tokens;
  for (let depth = 0; depth <= MOST_NESTED; depth += 1) level = level.flatMap(inside);
  return level.find((token) => 'items' in token)?.offset ?? null;
};

const inside = (token: CST.Token): CST.Token[] => {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  return 'items' in token ? token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat()) : [];
};

/** Tells what is no YAML. */
const reportFaults = ({ errors }: Document.Parsed, text: string, span: SpanOf, report: Collector): void => {
  const faults = faultsOf(
    errors.filter(({ code }) => code !== 'DUPLICATE_KEY'),
    text,
  );
  for (const { why, start, end, hint } of faults) {
    report.error('yaml-syntax', `this is not YAML: ${why}`, { span: span(start, end), hint });
  }
};

/** Turns the package's nodes into plain values, and remembers where each key and value stands. */
class NodeReader {
  /** Spans by the ids of paths. */
  readonly keys = new Map<string, Span>();
  readonly values = new Map<string, Span>();
  /** Paths of keys that stood before in the same map. */
  readonly twice: Path[] = [];

  constructor(
    private readonly text: string,
    private readonly span: SpanOf,
    private readonly report: Collector,
  ) {}

  /** What a node holds; `fallback` is where it would stand if it is not there. */
  read(node: unknown, path: Path, fallback: Span): unknown {
    if (!isNode(node)) {
      this.values.set(id(path), fallback);
      return null;
    }
    const [start, end] = node.range ?? [0, 0];
    const own = this.span(start, end);
    this.values.set(id(path), own);
    if (isAlias(node)) return this.refuse('an alias (*)', own, 'Text that begins with `*` must stand in quotes.');
    if (node.anchor !== undefined)
      return this.refuse('an anchor (&)', own, 'Text that begins with `&` must stand in quotes.');
    if (node.tag !== undefined && this.isTagWritten(node.tag, start))
      return this.refuse('a tag (!)', own, 'Text that begins with `!` must stand in quotes.');
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index], own));
    if (!isMap(node)) return null;
    // No prototype, so that a key such as `constructor` is a key like any other.
    const map: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key) || pair.key.range == null) continue;
      const key = pair.key.source ?? String(pair.key.value);
      const at = this.span(pair.key.range[0], pair.key.range[1]);
      const own = [...path, key];
      if (key in map) {
        this.report.error('yaml-duplicate-key', `\`${key}\` stands twice here`, {
          span: at,
          hint: 'Keep one of them.',
        });
        this.twice.push(own);
      }
      this.keys.set(id(own), at);
      map[key] = this.read(pair.value, own, at);
    }
    return map;
  }

  /** The package gives tags to values that have none written. */
  private isTagWritten(tag: string, start: number): boolean {
    return /^[^!]*\s*!/.test(this.text.slice(Math.max(0, start - tag.length - 2), start));
  }

  private refuse(what: string, span: Span, hint: string): null {
    this.report.error('yaml-feature', `${what} cannot be used here`, { span, hint });
    return null;
  }
}
