/**
 * The font registry: roles of fonts.yaml as a `FontSet`. Fonts are opened when first asked for and stay open.
 * Nothing outside src/fonts reads font files; `face` is for those who embed what was set: src/pdf and src/preview.
 */
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { cacheFolder, keyOf } from '../cache/kept.js';
import { projectRoot } from '../cache/project.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { FaceId } from '../page/types.js';
import { type FontConfig, fontUnreadable, type LoadedFonts, type NamedFont, readFontConfig } from './config.js';
import { type FontFace, openFace, UnreadableFont } from './face.js';
import type { FontFile } from './files.js';
import { shapeText } from './shape.js';
import type { FontGlyph, Fonts, Role } from './types.js';

/** The fonts of fonts.yaml. */
export interface FontSet extends Fonts {
  /** Roles that may be asked for; styles are checked against it. */
  readonly roles: readonly Role[];
  /** What tells these roles and fonts from any others: equal identities, equal answers. */
  identity(): string;
  /** A font by its id, for embedding. */
  face(id: FaceId): FontFace;
  /** What is told where a fault is that one of them could not be read; null of any other fault. */
  unreadable(fault: unknown): Diagnostic | null;
  /** Keeps what was found out about the opened fonts for the next build. */
  keep(): void;
}

export type { FontFace } from './face.js';
export type { Cell } from './subset.js';

/** Reads fonts.yaml and checks that every file is there. No font is opened yet. */
export const loadFonts = async (
  fontsYaml: string,
  cache: string = cacheFolder('fonts'),
): Promise<LoadedFonts<FontSet>> => {
  const { value, ...rest } = await readFontConfig(fontsYaml, cache);
  return { value: value && fontSet(value, cache), ...rest };
};

const fontSet = (config: FontConfig, cache: string): FontSet => {
  const files = nameFaces([...config.values()].flat());
  const ids = new Map([...files].map(([id, file]) => [fileKey(file), id]));
  const faces = new Map<FaceId, FontFace>();
  const face = (id: FaceId): FontFace => {
    let opened = faces.get(id);
    if (!opened) {
      const file = files.get(id);
      if (!file) throw new Error(`No font has the id “${id}”.`);
      opened = openFace(id, file, cache);
      faces.set(id, opened);
    }
    return opened;
  };
  const facesByRole = new Map([...config].map(([role, list]) => [role, list.map((file) => ids.get(fileKey(file))!)]));
  const facesOf = (role: Role): readonly FaceId[] => {
    const list = facesByRole.get(role);
    if (!list) throw new Error(`fonts.yaml has no role “${role}”; it has ${[...config.keys()].join(', ')}.`);
    return list;
  };
  let identity: string | null = null;
  return {
    roles: [...config.keys()],
    identity: () => {
      identity ??= keyOf(
        JSON.stringify([...facesByRole]),
        ...[...files].flatMap(([id, file]) => [id, file.member ?? '', contentOf(file)]),
      );
      return identity;
    },
    face,
    glyph: cached((role, codePoint: number) => findGlyph(facesOf(role), face, codePoint)),
    shape: cached((role, text: string) => shapeText(facesOf(role).map(face), text)),
    verticalForm: (id, glyph) => face(id).verticalForm(glyph),
    inkBox: (id, glyph) => face(id).inkBox(glyph),
    unreadable: (fault) => {
      const file = fault instanceof UnreadableFont ? [...files.values()].find((own) => own === fault.file) : undefined;
      return file === undefined ? null : fontUnreadable(file);
    },
    keep: () => {
      for (const opened of faces.values()) opened.keep();
    },
  };
};

/** The first face of the list that has the character; later faces are opened only when needed. */
const findGlyph = (list: readonly FaceId[], face: (id: FaceId) => FontFace, codePoint: number): FontGlyph => {
  const text = String.fromCodePoint(codePoint);
  for (const [index, id] of list.entries()) {
    const glyph = face(id).glyphOf(codePoint);
    if (glyph !== 0)
      return { face: id, id: glyph, text, advance: face(id).advance(glyph), source: index === 0 ? 'own' : 'fallback' };
  }
  const first = list[0]!;
  return { face: first, id: 0, text, advance: face(first).advance(0), source: 'none' };
};

/** Answers by role and key, each worked out once. */
const cached = <K, V>(make: (role: Role, key: K) => V): ((role: Role, key: K) => V) => {
  const store = new Map<Role, Map<K, V>>();
  return (role, key) => {
    let ofRole = store.get(role);
    if (ofRole === undefined) {
      ofRole = new Map();
      store.set(role, ofRole);
    }
    let value = ofRole.get(key);
    if (value === undefined) {
      value = make(role, key);
      ofRole.set(key, value);
    }
    return value;
  };
};

/** What a file's directory says of all its tables; of other kinds of fonts, all their bytes. */
const contentOf = ({ path, identity }: NamedFont): Uint8Array => identity ?? readFileSync(path);

const fileKey = ({ path, member }: FontFile): string => `${path}#${member ?? ''}`;

/** Short ids for dumps and reports: the file's bare name (or the collection's member), with the whole name on a clash. */
const nameFaces = (files: readonly NamedFont[]): Map<FaceId, NamedFont> => {
  const distinct = [...new Map(files.map((file) => [fileKey(file), file])).values()];
  const bare = distinct.map(({ member, path }) => member ?? basename(path, extname(path)));
  const named = new Map<FaceId, NamedFont>();
  for (const [index, file] of distinct.entries()) {
    const name = bare[index]!;
    named.set(bare.indexOf(name) === bare.lastIndexOf(name) ? name : file.name, file);
  }
  return named;
};

/** The fonts.yaml that comes with the program. */
export const DEFAULT_FONTS = join(projectRoot, 'fonts', 'fonts.yaml');
