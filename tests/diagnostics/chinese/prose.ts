/** What the program says in English, read from its source: texts of several words, and what stands between holes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** A whole text, or a piece of one between the holes of a template. */
export interface Prose {
  readonly file: string;
  readonly text: string;
}

/** A node of the syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));

/** The name of what is called or declared; nothing where it has none. */
const nameOf = ({ callee, id }: Node): string => {
  const named = isNode(callee) ? (callee.type === 'MemberExpression' ? callee.property : callee) : id;
  return isNode(named) ? String(named.name) : '';
};

/** Texts that nobody at the desk is told: schemas' descriptions for editors, faults of the program, types. */
const isAside = (node: Node): boolean =>
  (node.type === 'CallExpression' && ['describe', 'meta'].includes(nameOf(node))) ||
  (node.type === 'NewExpression' && nameOf(node) === 'Error') ||
  node.type.startsWith('TS');

const textsIn = (node: Node): readonly string[] => {
  // What is described says something, too.
  if (isAside(node)) return isNode(node.callee) && node.callee.type === 'MemberExpression' ? textsIn(node.callee) : [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return [(node.value as { cooked: string }).cooked];
  return childrenOf(node).flatMap(textsIn);
};

const named = (node: Node, names: readonly string[]): readonly Node[] =>
  names.includes(nameOf(node)) ? [node] : childrenOf(node).flatMap((child) => named(child, names));

/** All prose in the files of a folder; with `names`, only what stands in calls or functions of these. */
export const proseIn = (folder: string, names?: readonly string[]): readonly Prose[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const tree = parseAst(readFileSync(join(folder, file), 'utf8'), { lang: 'ts' }) as unknown as Node;
      const nodes = names === undefined ? [tree] : named(tree, names);
      return nodes
        .flatMap(textsIn)
        .filter((text) => /[a-z]{2,} [a-z]/.test(text))
        .map((text) => ({ file, text }));
    });
