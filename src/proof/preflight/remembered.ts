/** Verdicts kept by the bytes they are about: a file that was checked once is not walked again, nor is a page of it. */
import { keep, keyOf, recall } from '../../cache/kept.js';
import { pictureLibrary } from '../../cache/library.js';
import type { Piece } from '../../cache/pieces.js';
import { programCode } from '../../cache/program.js';
import { digestOfPieces } from '../../pdf/digest.js';
import type { From, Remember } from './remember.js';
import type { PreflightProfile, PreflightReport } from './types.js';

/** As `preflight`; verdicts are kept in `folder` under the file, the profile and the program's own code. */
export const preflightRemembered = async (
  pieces: readonly Piece[],
  profile: PreflightProfile,
  folder: string,
): Promise<PreflightReport> => {
  const remember = rememberIn(folder);
  return remember.value(fileOf(pieces, profile), async () => {
    // Loaded only where a file has to be walked: most rebuilds change few files.
    const { preflight } = await import('./preflight.js');
    return preflight(pieces, profile, remember);
  });
};

const fileOf = (pieces: readonly Piece[], profile: PreflightProfile): From => [
  'file',
  JSON.stringify(profile),
  digestOfPieces(pieces),
];

/** Keeps what was found in files where both threads and the next build find it; a verdict of other checks is none. */
const rememberIn = (folder: string): Remember => {
  const bytes: Remember['bytes'] = async (from, make) => {
    const key = keyFor(from);
    const before = recall(folder, key);
    if (before !== null) return before;
    const made = await make();
    keep(folder, key, made);
    return made;
  };
  return {
    bytes,
    value: async (from, make) => {
      const key = keyFor(from);
      const before = known<Awaited<ReturnType<typeof make>>>(folder, key);
      if (before !== null) return before;
      const made = await make();
      keep(folder, key, Buffer.from(JSON.stringify(made)));
      return made;
    },
  };
};

/** Named by the kind of thing, then by all that it follows from: pictures are seen through the picture library. */
const keyFor = (from: From): string => `${from[0]}-${keyOf('preflight', programCode(), pictureLibrary(), ...from)}`;

const known = <T>(folder: string, key: string): T | null => {
  const kept = recall(folder, key);
  return kept && (JSON.parse(kept.toString('utf8')) as T);
};
