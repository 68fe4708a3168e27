/** What is said where something in a file cannot be read: never the words of a package that stumbled over it. */
import { ChangedFile } from '../cache/pieces.js';

/** A fault of the file, in words for whoever made it. */
export class Unreadable extends Error {}

/** What a failure says of the file: its own words, `otherwise` where it has none. Throws it again where it is the machine's. */
export const faultIn = (cause: unknown, otherwise: string): string => {
  // Of the machine, or of a kept picture that is gone: it says nothing of the file, and must not be remembered.
  if (cause instanceof ChangedFile || (cause as NodeJS.ErrnoException).syscall !== undefined) throw cause;
  return cause instanceof Unreadable ? cause.message : otherwise;
};
