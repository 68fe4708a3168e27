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
  /** Everything but the place and what it says: ink, face, crop, extent. */
  readonly look: string;
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

/** Reads what `dumpPage` wrote. Lines it does not know are taken as text that changed or not. */
export function readDump(dump: string): DumpPage {
  const [first = '', ...lines] = dump.split('\n');
  const head = /^page (\d+) ([\d.]+)×([\d.]+)$/.exec(first);
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
    const match = /^( *)(-?[\d.]+),(-?[\d.]+) (.*)$/.exec(line);
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
        name: tag.story ?? tag.slot ?? piece?.slot ?? tag.part,
        slot: tag.slot ?? piece?.slot ?? null,
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
    /^(\S+)(?: (?!slot |page |link )(\S+))?(?: slot (\S+))?(?: page \d+)?(?: link (\S+))?$/.exec(text) ?? [];
  return { part, story, slot, link };
}

function itemOf(text: string, { x, y }: { x: number; y: number }, { part, link }: Level): DumpItem {
  const kind = (/^(text|image|rule|area|squares)\b/.exec(text)?.[1] ?? 'text') as DumpItem['kind'];
  if (kind === 'text') {
    const set = /^text ([\d.]+)pt (\S+) “(.*)”(?: (.*) …(-?[\d.]+)em)?$/s.exec(text);
    if (set !== null) {
      return {
        kind,
        x,
        y,
        part,
        size: Number(set[1]),
        text: set[3]!,
        look: `${set[2]} ${set[4] ?? ''} ${set[5] ?? ''}`,
      };
    }
  }
  if (kind === 'image') {
    const [, file = '', look = ''] = /^image (.*) ([\d.]+×[\d.]+ crop .*)$/.exec(text) ?? [];
    return { kind, x, y, part, size: 0, text: file, look };
  }
  return { kind, x, y, part, size: 0, text: kind === 'squares' ? (link ?? '') : '', look: text };
}
