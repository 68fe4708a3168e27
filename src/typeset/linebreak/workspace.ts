/** Arrays that a search for breaks works in. What is left in them from one search is of no meaning to the next. */
export interface Workspace {
  /** By place and slot, a slot for each line count kept: demerits of the best way there, and where it comes from. */
  demerits: Float64Array;
  cameFrom: Int32Array;
  /** By place: the line counts kept; `fewest` is above `most` where none is. */
  fewest: Int32Array;
  most: Int32Array;
  /** The best candidates for the place at hand, by line count; Infinity in all but those in use. */
  bestDemerits: Float64Array;
  bestFrom: Int32Array;
  /** Places where a line may begin, in order. */
  places: Int32Array;
}

/** An empty workspace; it grows to the longest paragraph that it is handed with. */
export const newWorkspace = (): Workspace => ({
  demerits: new Float64Array(0),
  cameFrom: new Int32Array(0),
  fewest: new Int32Array(0),
  most: new Int32Array(0),
  bestDemerits: new Float64Array(0),
  bestFrom: new Int32Array(0),
  places: new Int32Array(0),
});

/** Makes a workspace large enough for so many items, with so many slots for each place. */
export const makeRoom = (workspace: Workspace, items: number, slots: number): void => {
  if (workspace.demerits.length < (items + 1) * slots) {
    workspace.demerits = new Float64Array((items + 1) * slots);
    workspace.cameFrom = new Int32Array((items + 1) * slots);
  }
  if (workspace.places.length > items) return;
  workspace.fewest = new Int32Array(items + 1);
  workspace.most = new Int32Array(items + 1);
  workspace.bestDemerits = new Float64Array(items + 2).fill(Number.POSITIVE_INFINITY);
  workspace.bestFrom = new Int32Array(items + 2);
  workspace.places = new Int32Array(items + 1);
};
