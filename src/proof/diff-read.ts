/** A page's dump read back: its items with absolute places, so that two pages can be compared from text alone. */

/** A box in pt, from the sheet's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One item of a dump: a line of type, a picture, a rule, an area, a QR code. */
export interface DumpItem {
  readonly kind: 'text' | 'image' | 'rule' | 'area' | 'squares';
  readonly x: number;
  readonly y: number;
  /** The innermost part it belongs to: `headline`, `paragraph`, `caption` … */
  readonly part: string;
  /** What it says; of a picture its file, of a QR code its link. */
  readonly text: string;
  /** Size of type in pt; 0 where it is none. */
  readonly size: number;
  /** Its inks as the dump says them, with that of a block under it; '' of a picture. */
  readonly ink: string;
  /** Faces of type; '' where it is none. */
  readonly face: string;
  /** What else it looks like: of type where its last glyph stands, of a picture size and crop. */
  readonly extent: string;
  /** Of a rule and an area: how thick their line is, in pt; 0 where there is none. */
  readonly thick: number;
}

/** What stands in one slot, or one of the page's own parts (masthead, folio line), or the loose rules. */
export interface Piece {
  /** Story id, else slot, else part: what people call it. */
  readonly name: string;
  readonly slot: string | null;
  readonly box: Box;
  readonly items: readonly DumpItem[];
}

/** A page read back from its dump. */
export interface DumpPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

interface Tag {
  readonly part: string;
  readonly story: string | null;
  readonly slot: string | null;
  readonly link: string | null;
}

interface OpenPiece {
  readonly name: string;
  readonly slot: string | null;
  readonly box: Box;
  readonly items: DumpItem[];
  /** Whether a part inside may still give it its name. */
  readonly anonymous: boolean;
}

interface Level {
  readonly x: number;
  readonly y: number;
  readonly part: string;
  readonly link: string | null;
  readonly piece: OpenPiece | null;
}

/** The first line of a dump, and any other. */
const HEAD = /^page (\d+) ([\d.]+)×([\d.]+)$/;
const LINE = /^((?: {2})+)(-?[\d.]+),(-?[\d.]+) (.*)$/s;

/** Whether a text is a dump, whole and without a line of another's, as merges leave them. */
export function isDump(text: string): boolean {
  const [first = '', ...lines] = text.split('\n');
  return HEAD.test(first) && lines.pop() === '' && lines.every((line) => LINE.test(line));
}

/** Reads what `dumpPage` wrote. Items it does not know are taken as text that changed or not. */
export function readDump(dump: string): DumpPage {
  const [first = '', ...lines] = dump.split('\n');
  const head = HEAD.exec(first);
  if (head === null) throw new Error(`not a page dump: “${first.slice(0, 40)}”`);
  const [page, width, height] = head.slice(1).map(Number) as [number, number, number];
  const loose: OpenPiece = {
    name: 'rules',
    slot: null,
    box: { x: 0, y: 0, width, height },
    items: [],
    anonymous: true,
  };
  const pieces: OpenPiece[] = [];
  const levels: Level[] = [{ x: 0, y: 0, part: 'page', link: null, piece: null }];
  for (const line of lines) {
    const match = LINE.exec(line);
    if (match === null) continue;
    const depth = match[1]!.length / 2;
    levels.length = Math.max(1, Math.min(depth, levels.length));
    const parent = levels.at(-1)!;
    const at = { x: parent.x + Number(match[2]), y: parent.y + Number(match[3]) };
    const group = /^\[(.*)\] ([\d.]+)×([\d.]+)$/.exec(match[4]!);
    if (group === null) {
      (parent.piece ?? loose).items.push(itemOf(match[4]!, at, parent));
      continue;
    }
    const tag = tagOf(group[1]!);
    let { piece } = parent;
    if (piece === null || (piece.anonymous && tag.part !== 'ornament' && piece.items.length === 0)) {
      const opened: OpenPiece = {
        name: tag.story ?? tag.slot ?? tag.part,
        slot: tag.slot,
        box: { ...at, width: Number(group[2]), height: Number(group[3]) },
        items: [],
        anonymous: tag.story === null && tag.slot === null && tag.part === 'ornament',
      };
      if (piece !== null) pieces.splice(pieces.indexOf(piece), 1);
      pieces.push(opened);
      piece = opened;
    }
    levels.push({ ...at, part: tag.part, link: tag.link, piece });
  }
  return { page, width, height, pieces: loose.items.length > 0 ? [...pieces, loose] : pieces };
}

function tagOf(text: string): Tag {
  const [, part = text, story = null, slot = null, link = null] =
    /^(\S+)(?: (\S+))?(?: slot (\S+))?(?: page \d+)?(?: link (\S+))?$/.exec(text) ?? [];
  return { part, story, slot, link };
}

const NOTHING = { text: '', size: 0, ink: '', face: '', extent: '', thick: 0 };

function itemOf(text: string, { x, y }: { x: number; y: number }, { part, link }: Level): DumpItem {
  const base = { ...NOTHING, x, y, part };
  // An ink may have any name, and words any marks: the ink ends at the first quotation mark, the words at the last.
  const set = /^text ([\d.]+)pt ([^“]+) “(.*)”(?: (.*) …(-?[\d.]+)em)?$/s.exec(text);
  if (set !== null) {
    const [, size, ink = '', said = '', face = '', extent = ''] = set;
    return { ...base, kind: 'text', size: Number(size), ink, text: said, face, extent };
  }
  const image = /^image (.*) ([\d.]+×[\d.]+ crop .*)$/.exec(text);
  if (image !== null) return { ...base, kind: 'image', text: image[1]!, extent: image[2]! };
  const rule = /^rule to (\S+) ([\d.]+)pt (.*)$/.exec(text);
  if (rule !== null) return { ...base, kind: 'rule', extent: rule[1]!, thick: Number(rule[2]), ink: rule[3]! };
  const area = /^area (\S+)(.*)$/.exec(text);
  if (area !== null) {
    const thick = Number(/ stroke ([\d.]+)pt /.exec(area[2]!)?.[1] ?? 0);
    return {
      ...base,
      kind: 'area',
      extent: area[1]!,
      thick,
      ink: area[2]!.replace(/ stroke [\d.]+pt /, ' stroke ').trim(),
    };
  }
  const squares = /^squares (.*pt) (\S+)$/.exec(text);
  if (squares !== null) {
    return { ...base, kind: 'squares', text: link ?? '', extent: squares[1]!, ink: squares[2]! };
  }
  return { ...base, kind: 'text', extent: text };
}
