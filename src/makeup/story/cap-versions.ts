/** The versions of a story that begins with a drop cap: with it, and without it where it finds no room. */
import type { Em } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import { once } from '../once.js';
import { isText } from './copy/blocks.js';
import type { Copy } from './copy/copy.js';
import type { DropCap } from './copy/drop-cap.js';
import type { StoryVersion } from './types.js';

/** In a column with less room beside a cap there is none. */
const BESIDE: Em = 5;

const capIn = ({ blocks: [first] }: Copy): DropCap | null => (first !== undefined && isText(first) ? first.cap : null);

/**
 * For a version of a story and the measure of its columns, the versions to try: as it is where it has no cap, without
 * the cap where that is too wide for them, and else both, for no column may be as tall. `copyOf` makes a version's copy
 * without its cap.
 */
export function capVersions(
  copyOf: (version: StoryVersion) => Copy,
): (version: StoryVersion, measure: Em) => readonly StoryVersion[] {
  const without = once(
    (version: StoryVersion) => version,
    (version): StoryVersion => ({ ...version, dropCap: null, copy: copyOf(version) }),
  );
  const atPrice = once(
    (version: StoryVersion) => version,
    (version): StoryVersion => ({ ...without(version), capPrice: COSTS.capLeftOut }),
  );
  return (version, measure) => {
    const cap = capIn(version.copy);
    if (cap === null) return [version];
    return measure - cap.width < BESIDE ? [without(version)] : [version, atPrice(version)];
  };
}
