/** Text operators: where text stands and how large, near enough for the checks of ink (widths are taken as 1 em). */
import type { Drawn } from './drawn.js';
import { boxOf, type GraphicsState, IDENTITY, type Matrix, scaleOf, times } from './state.js';
import type { Operand } from './tokens.js';

const INVISIBLE = 3;
const CLIP_ONLY = 7;

export class TextWalk {
  private matrix: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;

  constructor(private readonly draw: (drawn: Drawn) => void) {}

  operation(state: GraphicsState, operator: string, operands: readonly Operand[]): void {
    const n = (index: number): number => (typeof operands[index] === 'number' ? (operands[index] as number) : 0);
    switch (operator) {
      case 'BT':
        this.matrix = this.line = IDENTITY;
        break;
      case 'Tf':
        state.font = String(operands[0] ?? '');
        state.fontSize = n(1);
        break;
      case 'Tm':
        this.matrix = this.line = [n(0), n(1), n(2), n(3), n(4), n(5)];
        break;
      case 'Td':
      case 'TD':
        if (operator === 'TD') state.leading = -n(1);
        this.newLine(n(0), n(1));
        break;
      case 'T*':
        this.newLine(0, -state.leading);
        break;
      case 'TL':
        state.leading = n(0);
        break;
      case 'Tc':
        state.charSpace = n(0);
        break;
      case 'Tz':
        state.horizontal = n(0) / 100;
        break;
      case 'Ts':
        state.rise = n(0);
        break;
      case 'Tr':
        state.renderMode = n(0);
        break;
      case 'Tj':
        this.show(state, [operands[0] ?? '']);
        break;
      case 'TJ':
        this.show(state, Array.isArray(operands[0]) ? operands[0] : []);
        break;
      case "'":
      case '"':
        this.newLine(0, -state.leading);
        this.show(state, [operands.at(-1) ?? '']);
        break;
    }
  }

  private newLine(x: number, y: number): void {
    this.line = times([1, 0, 0, 1, x, y], this.line);
    this.matrix = this.line;
  }

  private show(state: GraphicsState, parts: readonly Operand[]): void {
    let width = 0;
    let codes = 0;
    for (const part of parts) {
      if (typeof part === 'number') width -= (part / 1000) * state.fontSize;
      else if (part instanceof Uint8Array) {
        const count = Math.ceil(part.length / 2);
        codes += count;
        width += count * (state.fontSize + state.charSpace);
      }
    }
    width *= state.horizontal;
    const placed = times(this.matrix, state.ctm);
    const { fontSize, rise, renderMode } = state;
    if (codes > 0 && renderMode !== INVISIBLE && renderMode !== CLIP_ONLY) {
      const box = boxOf(placed, 0, rise - 0.12 * fontSize, width, fontSize);
      const size = Math.abs(fontSize) * scaleOf(placed);
      const stroked = renderMode % 4 === 1 || renderMode % 4 === 2;
      if (!stroked || renderMode % 4 === 2) {
        this.draw({ kind: 'text', box, size, colour: state.fill, overprint: state.fillOverprint });
      }
      if (stroked) this.draw({ kind: 'text', box, size, colour: state.stroke, overprint: state.strokeOverprint });
    }
    this.matrix = times([1, 0, 0, 1, width, 0], this.matrix);
  }
}
