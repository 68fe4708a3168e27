/** A key that is right, but stands in a wrong place: where it belongs. */
import { nearest, suggest } from '../diagnostics/nearest.js';
import type { ParsedYaml, Path } from './places.js';
import { colonIn } from './remedies.js';
import {
  branchesOf,
  itemOf,
  keysAt,
  knownKeys,
  namesFreely,
  type Schema,
  schemaAt,
  schemaOfKey,
  valueAt,
} from './schema-tree.js';

/** What to say of an unknown key, and the key that is not missing any more when it is followed. */
export interface Misplaced {
  readonly hint: string;
  /** The path of the key that it stands for, or that it is to stand under. */
  readonly meant: Path | null;
}

/** Words that desks use for keys. */
const SYNONYMS: Readonly<Record<string, string>> = {
  标题: 'headline',
  主题: 'headline',
  title: 'headline',
  引题: 'kicker',
  肩题: 'kicker',
  副题: 'deck',
  副标题: 'deck',
  subtitle: 'deck',
  作者: 'byline',
  记者: 'byline',
  author: 'byline',
  提要: 'standfirst',
  导语: 'standfirst',
  短题: 'short',
  姓名: 'names',
  图片: 'pictures',
  photos: 'pictures',
  说明: 'caption',
  摄影: 'credit',
  报纸: 'paper',
  期号: 'number',
  日期: 'date',
  版面: 'pages',
  模板: 'layout',
  template: 'layout',
  版位: 'slots',
  color: 'ink',
  colour: 'ink',
  颜色: 'ink',
  字体: 'font',
  字号: 'size',
  报名: 'name',
  url: 'site',
  website: 'site',
  网址: 'site',
  刊号: 'cn',
  邮发代号: 'postal',
  price: 'imprint',
  定价: 'imprint',
  address: 'imprint',
  地址: 'imprint',
  phone: 'imprint',
  电话: 'imprint',
};

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' or ');

/** The branches of a union that know a key, by the keys that they begin with. */
const besides = (key: string, branches: readonly Schema[]): string | null => {
  const owners = branches.map(knownKeys).filter((keys) => keys.includes(key));
  const kinds = owners.map(([kind]) => kind!);
  if (kinds.length === 0) return null;
  return kinds.includes(key)
    ? `\`${key}\` begins an item of its own: put \`- \` before it.`
    : `Only ${quoted(kinds)} has \`${key}\`.`;
};

/** Where a key belongs that a map further out has. */
export const furtherOut = (root: Schema, value: unknown, path: Path, key: string): Misplaced | null => {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const step = path[length]!;
    if (typeof step === 'number' || !keysAt(root, value, path.slice(0, length)).includes(key)) continue;
    return {
      hint: `\`${key}\` stands beside \`${String(step)}:\`, not under it.`,
      meant: [...path.slice(0, length), key],
    };
  }
  return null;
};

/** Where a key belongs that a map one step further in has. */
const furtherIn = (map: Schema | undefined, path: Path, key: string): Misplaced | null => {
  const under = knownKeys(map).find((outer) => {
    const inner = schemaOfKey(map, outer);
    return [inner, itemOf(inner), ...branchesOf(inner)].some((one) => knownKeys(one).includes(key));
  });
  return under === undefined
    ? null
    : { hint: `\`${key}\` stands under \`${under}:\`, not beside it.`, meant: [...path, under] };
};

/** What to do about a key that the map at a path does not know. `root` is the schema of the whole file. */
export const whereElse = (
  key: string,
  map: Schema | undefined,
  root: Schema,
  { value }: ParsedYaml,
  path: Path,
): Misplaced => {
  const known = knownKeys(map);
  const alone = (hint: string): Misplaced => ({ hint, meant: null });
  const colon = colonIn(key);
  if (colon !== undefined) return alone(colon);
  const meant = Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key]! : null;
  if (meant !== null && known.includes(meant)) return { hint: `Did you mean \`${meant}\`?`, meant: [...path, meant] };
  const [only] = known;
  // {inside} is a key without a value.
  if (only !== undefined && known.length === 1 && valueAt(value, [...path, key]) === null)
    return { hint: `Write \`{ ${only}: ${key} }\`.`, meant: [...path, only] };
  const branch = besides(key, branchesOf(schemaAt(root, value, path)));
  if (branch !== null) return alone(branch);
  const moved = furtherOut(root, value, path, key) ?? furtherIn(map, path, key);
  if (moved !== null) return moved;
  const like = nearest(key, known);
  if (like !== null) return { hint: suggest(key, known), meant: [...path, like] };
  const free = known.filter((one) => namesFreely(schemaOfKey(map, one), key));
  const all = suggest(key, known);
  return alone(free.length === 0 ? all : all.replace(/\.$/, `; names of your own stand under ${quoted(free)}.`));
};
