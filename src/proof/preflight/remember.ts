/** What was found before, for files that hold the same: an issue holds the pages of its page files, all the profile. */

/**
 * What `make` gives, or gave before for the same `from`: everything that it follows from beside the program's own code.
 * Values are such as JSON can hold.
 */
export type Remember = <T>(from: readonly (string | Uint8Array)[], make: () => Promise<T>) => Promise<T>;

/** Remembers nothing. */
export const afresh: Remember = (_, make) => make();
