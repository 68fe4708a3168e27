/** A made-up page explained: the tree as it was cut, with each node's columns, lines and cost, and what the cost went on. */
import type { LeafNode, TemplateNode } from '../template/types.js';
import { writtenTemplate } from '../template/written.js';
import { COSTS } from './costs.js';
import type { MadePage } from './page.js';
import type { PlacedNode } from './solve/solve.js';

/** Costs below this are not worth a word. */
const SMALL = 0.05;

/** The page's tree as indented text; empty for a page that could not be made up. */
export function explainPage({ pages, template, cost, tree, cut, tried, leaves, faults }: MadePage): string {
  if (tree === null || template === null) return '';
  const parts = new Map(leaves.map(({ placed, laidOut }) => [placed.node, laidOut.cost]));
  const articles = new Map(
    leaves.flatMap(({ laidOut: { fit } }) => (fit === null ? [] : [[fit.slot, fit.id] as const])),
  );
  const head = `page ${pages.map(({ number }) => number).join('–')}: ${template}, cost ${money(cost)}`;
  const others = tried.filter((one) => one.template !== template);
  return [
    head,
    ...nodeLines(tree, 1, parts),
    ...faults.map(({ rule, slots, message }) => `  ${money(COSTS.fault)}  ${rule} ${slots.join(', ')}: ${message}`),
    ...ofCuts(cost - tree.cost - faults.length * COSTS.fault),
    ...others.map((one) => `  not ${one.template}: ${one.cost === Infinity ? 'impossible' : money(one.cost)}`),
    ...(cut === null
      ? []
      : ['  as a template of its own:', ...indented(writtenTemplate(cut, tree.strip.width, tree.height, articles))]),
  ].join('\n');
}

const indented = (text: string): readonly string[] => text.split('\n').map((line) => `    ${line}`);

function nodeLines(
  { node, strip, top, height, cost, children }: PlacedNode,
  depth: number,
  parts: ReadonlyMap<LeafNode, ReadonlyMap<string, number>>,
): readonly string[] {
  const indent = '  '.repeat(depth);
  const columns =
    strip.width === 1 ? `column ${strip.from + 1}` : `columns ${strip.from + 1}–${strip.from + strip.width}`;
  const place = `${columns}, lines ${top + 1}–${top + height} (${height})`;
  const own = isLeaf(node) ? spent(parts.get(node) ?? new Map()) : gapsOf(cost, children);
  return [
    `${indent}${nameOf(node)}  ${place}  cost ${money(cost)}${own === '' ? '' : `: ${own}`}`,
    ...children.flatMap((child) => nodeLines(child, depth + 1, parts)),
  ];
}

/** What a page costs beside its pieces and its faults: gutters of a free region that meet (free/). */
const ofCuts = (cost: number): readonly string[] =>
  cost < SMALL ? [] : [`  ${money(cost)}  gutters, and stories above weightier ones`];

const isLeaf = (node: TemplateNode): node is LeafNode => node.kind !== 'rows' && node.kind !== 'columns';
const nameOf = (node: TemplateNode): string => ('slot' in node ? `${node.kind} ${node.slot}` : node.kind);
const money = (cost: number): string => (cost === Infinity ? '∞' : cost.toFixed(1));

/** What a leaf spent its cost on, dearest first. */
const spent = (costs: ReadonlyMap<string, number>): string =>
  [...costs]
    .filter(([, cost]) => Math.abs(cost) >= SMALL)
    .sort(([, a], [, b]) => b - a)
    .map(([name, cost]) => `${name} ${money(cost)}`)
    .join(', ');

/** What of a node's cost is not its children's: lines of gap over the least. */
function gapsOf(cost: number, children: readonly PlacedNode[]): string {
  const gaps = cost - children.reduce((sum, child) => sum + child.cost, 0);
  return gaps >= SMALL ? `wider gaps ${money(gaps)}` : '';
}
