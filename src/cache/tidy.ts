/** What is kept is there for the next builds and not for ever: an issue a day would fill the disk. */
import { cacheFolder, forgetOldest } from './kept.js';

/**
 * Folders that grow with every issue, and how much stays in each: separated pictures of some months, say. Renders are
 * large, and can be drawn again from the revision that brought them.
 */
const MOST = { pictures: 4000, preflight: 4000, layouts: 200, renders: 400 };

/** Forgets what was kept longest ago. For the end of a build, which uses none of it any more. */
export const tidyCaches = (): void => {
  for (const [name, most] of Object.entries(MOST)) forgetOldest(cacheFolder(name), most);
};
