/**
 * YAML to plain values, remembering where each key and value stands. Only this file knows the `yaml` package.
 */
import { Composer, type CST, isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, Parser } from 'yaml';
import { Collector } from '../diagnostics/collector.js';
import type { Outcome, Span } from '../diagnostics/types.js';
import { conflictIn } from './conflict.js';
import { firstLine, pathId as id, type ParsedYaml, type Path, placesOf } from './places.js';
import { faultsOf } from './slips.js';

/** How many lists and maps may stand within each other: whatever takes them apart does so one within the other. */
const MOST_NESTED = 100;

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

/**
 * Parses a YAML text. `offset` is where it begins in the file, for front matter. An empty text is an empty map.
 */
export const parseYaml = (file: string, text: string, offset = 0): Outcome<ParsedYaml> => {
  const conflict = conflictIn(file, text, offset);
  if (conflict !== null) return { value: null, diagnostics: [conflict] };
  const report = new Collector();
  const span = (start: number, end: number): Span => ({ file, start: start + offset, end: end + offset });
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
  const documents = [...new Composer({ uniqueKeys: true, logLevel: 'silent' }).compose(tokens)];
  const [root] = documents;
  const problems = root?.errors ?? [];
  for (const { code, pos } of problems) {
    if (code !== 'DUPLICATE_KEY') continue;
    const key = /^[^\s:]+/.exec(text.slice(pos[0]))?.[0] ?? '';
    const at = span(pos[0], pos[0] + key.length);
    report.error('yaml-duplicate-key', `\`${key}\` stands twice here`, { span: at, hint: 'Keep one of them.' });
  }
  const faults = faultsOf(
    problems.filter(({ code }) => code !== 'DUPLICATE_KEY'),
    text,
  );
  for (const { why, start, end, hint } of faults) {
    report.error('yaml-syntax', `this is not YAML: ${why}`, { span: span(start, end), hint });
  }
  if (root !== undefined && documents.length > 1) {
    const at = documents[1]!.range?.[0] ?? 0;
    report.error('yaml-feature', 'a second YAML document begins here', {
      span: span(at, at + 3),
      hint: 'Remove the `---`.',
    });
  }
  const keys = new Map<string, Span>();
  const values = new Map<string, Span>();

  const refuse = (what: string, node: Node, hint: string): null => {
    const [start, end] = node.range ?? [0, 0];
    report.error('yaml-feature', `${what} cannot be used here`, { span: span(start, end), hint });
    return null;
  };

  const read = (node: unknown, path: Path, fallback: Span): unknown => {
    if (!isNode(node)) {
      values.set(id(path), fallback);
      return null;
    }
    const [start, end] = node.range ?? [0, 0];
    values.set(id(path), span(start, end));
    if (isAlias(node)) return refuse('an alias (*)', node, 'Text that begins with `*` must stand in quotes.');
    if (node.anchor !== undefined)
      return refuse('an anchor (&)', node, 'Text that begins with `&` must stand in quotes.');
    if (node.tag !== undefined && /^[^!]*\s*!/.test(text.slice(Math.max(0, start - node.tag.length - 2), start)))
      return refuse('a tag (!)', node, 'Text that begins with `!` must stand in quotes.');
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, index) => read(item, [...path, index], span(start, end)));
    if (!isMap(node)) return null;
    // No prototype, so that a key such as `constructor` is a key like any other.
    const map: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key) || pair.key.range == null) continue;
      const key = pair.key.source ?? String(pair.key.value);
      const at = span(pair.key.range[0], pair.key.range[1]);
      keys.set(id([...path, key]), at);
      map[key] = read(pair.value, [...path, key], at);
    }
    return map;
  };

  const whole = span(0, firstLine(text));
  const value = read(root?.contents, [], whole) ?? Object.create(null);
  const places = placesOf(keys, values, whole);
  return { value: report.failed ? null : { value, ...places }, diagnostics: report.diagnostics };
};
