/** Text operators: where text stands and how large, near enough for the checks of ink (widths are taken as 1 em). */

import { Bytes, type Operand } from '../../../pdf-objects/tokens.js';
import type { Painted } from './drawn.js';
import { matrixIn, numberIn } from './operands.js';
import { boxOf, type GraphicsState, IDENTITY, type Matrix, moved, NOWHERE, scaleOf, times } from './state.js';

const INVISIBLE = 3;
const CLIP_ONLY = 7;

/** Follows the operators of text, and tells where they paint. */
export class TextWalk {
  private matrix: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;

  constructor(private readonly painted: Painted) {}

  /** Follows an operator; false where it is none of text. */
  operation(state: GraphicsState, operator: string, operands: readonly Operand[]): boolean {
    switch (operator) {
      case 'BT':
        this.matrix = this.line = IDENTITY;
        break;
      case 'ET':
        break;
      case 'Tf':
        state.fontSize = numberIn(operands, 1);
        break;
      case 'Tm':
        this.matrix = this.line = matrixIn(operands);
        break;
      case 'TJ':
        this.show(state, Array.isArray(operands[0]) ? operands[0] : []);
        break;
      case 'Tj':
        this.show(state, operands.slice(0, 1));
        break;
      case 'Td':
      case 'TD':
        if (operator === 'TD') state.leading = -numberIn(operands, 1);
        this.newLine(numberIn(operands, 0), numberIn(operands, 1));
        break;
      case 'T*':
        this.newLine(0, -state.leading);
        break;
      case 'TL':
        state.leading = numberIn(operands, 0);
        break;
      case 'Tc':
        state.charSpace = numberIn(operands, 0);
        break;
      case 'Tz':
        state.horizontal = numberIn(operands, 0) / 100;
        break;
      case 'Ts':
        state.rise = numberIn(operands, 0);
        break;
      case 'Tr':
        state.renderMode = numberIn(operands, 0);
        break;
      case "'":
      case '"':
        this.newLine(0, -state.leading);
        this.show(state, operands.slice(-1));
        break;
      default:
        return false;
    }
    return true;
  }

  private newLine(x: number, y: number): void {
    this.line = moved(this.line, x, y);
    this.matrix = this.line;
  }

  private show(state: GraphicsState, parts: readonly Operand[]): void {
    const { fontSize, charSpace, rise, renderMode } = state;
    let width = 0;
    let codes = 0;
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index];
      if (typeof part === 'number') width -= (part / 1000) * fontSize;
      else if (part instanceof Bytes) {
        const count = Math.ceil(part.length / 2);
        codes += count;
        width += count * (fontSize + charSpace);
      }
    }
    width *= state.horizontal;
    if (codes > 0 && renderMode !== INVISIBLE && renderMode !== CLIP_ONLY) {
      const placed = times(this.matrix, state.ctm);
      const box = boxOf(placed, 0, rise - 0.12 * fontSize, width, fontSize);
      const size = Math.abs(fontSize) * scaleOf(placed);
      const to = state.clip === NOWHERE ? this.painted.hidden : this.painted.drawn;
      const stroked = renderMode % 4 === 1 || renderMode % 4 === 2;
      const text = { kind: 'text', box, seen: box, artwork: state.artwork, size } as const;
      if (!stroked || renderMode % 4 === 2) to.push({ ...text, colour: state.fill, overprint: state.fillOverprint });
      if (stroked) to.push({ ...text, colour: state.stroke, overprint: state.strokeOverprint });
    }
    this.matrix = moved(this.matrix, width, 0);
  }
}
