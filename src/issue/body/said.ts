import type { Block, InlineRun } from '../types.js';

/** Everything that a block of a body says, in order: of a table's row its cells, with nothing between. */
export const saidIn = (block: Block): string => {
  switch (block.kind) {
    case 'crosshead':
      return block.text;
    case 'row':
      return block.cells.map(({ runs }) => textOf(runs)).join('');
    case 'qr':
      return textOf(block.words);
    case 'paragraph':
      return textOf(block.runs);
  }
};

const textOf = (runs: readonly InlineRun[]): string => runs.map(({ text }) => text).join('');
