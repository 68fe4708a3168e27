/** What was found before, for files that hold the same: an issue holds the pages of its page files, all the profile. */

/** Everything that something follows from beside the program's own code, its kind first. */
export type From = readonly (string | Uint8Array)[];

/** What `make` gives, or gave before for the same `from`. */
export interface Remember {
  /** Values are such as JSON can hold. */
  value<T>(from: From, make: () => Promise<T>): Promise<T>;
  /** They begin where numbers may. */
  bytes(from: From, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** Remembers nothing. */
export const afresh: Remember = { value: (_, make) => make(), bytes: (_, make) => make() };
