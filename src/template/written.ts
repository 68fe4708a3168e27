/** A template as its file writes it: for a desk that wants to keep a page that make-up cut by itself. */
import type { Range } from '../geometry/units.js';
import { slotsOf } from './nodes.js';
import type { LeafNode, StoryNode, Template, TemplateNode } from './types.js';
import { SLOT_NAME, showRange } from './values.js';

/**
 * YAML of a template, lines without the last line's end; what a file may leave out is left out. Slots that a file cannot
 * name so (those of a list in the plan have no name) are called by the article in them, or numbered.
 */
export function writtenTemplate(
  { kind, pages, tree }: Template,
  columns: number,
  lines: number,
  articles: ReadonlyMap<string, string> = new Map(),
): string {
  const names = namesFor(slotsOf(tree), articles);
  const nameOf = (node: LeafNode): string =>
    'slot' in node ? `${node.kind}: ${asText(names.get(node.slot)!)}` : `${node.kind}:`;

  const nodeLines = (node: TemplateNode): readonly string[] => {
    const extent = [...ranged('width', node.width, columns), ...ranged('height', node.height, lines)];
    if (node.kind === 'rows' || node.kind === 'columns') {
      const rest = [
        ...extent,
        ...(node.kind === 'rows' && showRange(node.gap) !== '1' ? [`gap: ${showRange(node.gap)}`] : []),
        ...(node.rule === 'none' ? ['rule: none'] : []),
      ];
      const children = node.children.flatMap((child) => asItem(nodeLines(child)));
      return [`${node.kind}:`, ...children.map((line) => `  ${line}`), ...rest];
    }
    return [nameOf(node), ...looksOf(node), ...extent];
  };

  const looksOf = (node: LeafNode): readonly string[] => {
    if (node.kind === 'story') return [`style: ${asText(node.style)}`, ...storyLooks(node)];
    if (node.kind === 'free' || !('slot' in node)) return [];
    if (node.kind === 'advertisement')
      return node.mm === undefined ? [] : [`mm: [${node.mm.width}, ${node.mm.height}]`];
    const box = node.box === 'none' ? [] : [`box: ${node.box}`];
    if (node.kind === 'teaser') return [`style: ${asText(node.style)}`, ...box];
    const caption = node.caption === 'under' ? [] : [`caption: ${node.caption}`];
    return [`style: ${asText(node.style)}`, ...caption, ...box, `keep: ${node.keep}`];
  };

  const storyLooks = ({ headline, cover, divide, box, dropCap, picture }: StoryNode): readonly string[] => [
    ...(headline === 'over' ? [] : [`headline: ${headline}`]),
    ...(headline === 'beside' || headline === 'middle' ? [`cover: ${cover}`] : []),
    ...(divide === null ? [] : [`divide: ${showRange(divide)}`]),
    ...(box === 'none' ? [] : [`box: ${box}`]),
    ...(dropCap === null ? [] : [`drop-cap: ${dropCap}`]),
    ...(picture === null
      ? []
      : [
          `picture: { at: ${picture.at}, columns: ${showRange(picture.columns)}, lines: ${showRange(picture.lines)}, keep: ${picture.keep}, caption: ${picture.caption} }`,
        ]),
  ];

  const head = [`kind: ${asText(kind)}`, ...(pages === 1 ? [] : [`pages: ${pages}`]), 'tree:'];
  return [...head, ...nodeLines(tree).map((line) => `  ${line}`)].join('\n');
}

/** A name for each slot, no two alike: its own where a file may have that. */
function namesFor(slots: readonly string[], articles: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = new Map(slots.filter((slot) => SLOT_NAME.test(slot)).map((slot) => [slot, slot]));
  const taken = new Set(names.values());
  const numbered = slots.map((_, index) => `s${index + 1}`);
  for (const slot of slots) {
    if (names.has(slot)) continue;
    const name = [articles.get(slot) ?? [], numbered].flat().find((one) => !taken.has(one))!;
    names.set(slot, name);
    taken.add(name);
  }
  return names;
}

/** A text as YAML reads it back: in quotes, unless it can be taken for nothing else. */
const asText = (text: string): string =>
  /^(?!(?:null|true|false)$)\p{L}[\p{L}\p{N}_-]*$/iu.test(text) ? text : JSON.stringify(text);

const asItem = ([first, ...others]: readonly string[]): readonly string[] => [
  `- ${first}`,
  ...others.map((line) => `  ${line}`),
];

/** A range, where it says more than that everything is possible. */
const ranged = (name: string, range: Range, most: number): readonly string[] =>
  range.min <= 1 && range.max >= most ? [] : [`${name}: ${showRange(range)}`];
