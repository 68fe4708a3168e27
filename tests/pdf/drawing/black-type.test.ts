import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Overprint, TYPE_STATES, withBlackType } from '../../../src/pdf/drawing/black-type.js';
import { readOperations } from '../../../src/pdf-objects/tokens.js';

const NOTHING: Overprint = { fills: undefined, mode: undefined };
const STATES: Readonly<Record<string, Overprint>> = {
  On: { fills: true, mode: 1 },
  On0: { fills: true, mode: 0 },
  Off: { fills: false, mode: 0 },
  Wide: NOTHING,
  Mode: { fills: undefined, mode: 1 },
};

const changed = (content: string): string | null => {
  const bytes = withBlackType(Buffer.from(content), (name) => STATES[name] ?? NOTHING);
  return bytes === null ? null : Buffer.from(bytes).toString().split(/\s+/).join(' ').trim();
};

describe('black type of a drawing', () => {
  it('overprints, and what comes after it does not', () => {
    expect(changed('0 0 0 1 k BT (a) Tj ET 0 0 9 9 re f')).toBe(
      '0 0 0 1 k BT /BanxinType gs (a) Tj ET /BanxinKnock0 gs 0 0 9 9 re f',
    );
  });

  it('is not known where no colour is chosen', () => {
    expect(changed('BT (a) Tj ET')).toBeNull();
  });

  it('is of the black ink, for greys do not overprint', () => {
    expect(changed('BT 0 g (a) Tj 0.5 g (b) Tj ET')).toBe(
      'BT 0 0 0 1 k /BanxinType gs (a) Tj 0.5 g /BanxinKnock0 gs (b) Tj ET',
    );
    expect(changed('BT 0 0 0 1 k (a) Tj /Spot cs (b) Tj 0 0 0 1 k (c) Tj 0.5 scn (d) Tj ET')).toBe(
      'BT 0 0 0 1 k /BanxinType gs (a) Tj /Spot cs /BanxinKnock0 gs (b) Tj 0 0 0 1 k /BanxinType gs (c) Tj 0.5 scn /BanxinKnock0 gs (d) Tj ET',
    );
  });

  it.each(['0.75 0.68 0.67 0.9 k', '0.6 0.4 0.4 1 k', '0.3 0 0 0.85 k', '0.5 0.5 0.5 0.7 k'])(
    'in a black of several inks is of one, and only type is: %s',
    (rich) => {
      const area = '0 0 9 9 re f';
      expect(changed(`${rich} ${area} BT (a) Tj ET ${area}`)).toBe(
        `${rich} ${area} BT 0 0 0 1 k /BanxinType gs (a) Tj ET ${rich} /BanxinKnock0 gs ${area}`,
      );
      expect(changed(`BT 1 0 0 0 k (a) Tj ${rich} (b) Tj 0 1 0 0 k (c) Tj ET`)).toBe(
        'BT 1 0 0 0 k (a) Tj 0 0 0 1 k /BanxinType gs (b) Tj 0 1 0 0 k /BanxinKnock0 gs (c) Tj ET',
      );
      expect(changed(`/On gs q ${rich} BT (a) Tj ET Q ${area}`)).toBe(
        `/On gs q ${rich} BT 0 0 0 1 k (a) Tj ET ${rich} Q ${area}`,
      );
      expect(changed(`${rich} ${area}`)).toBeNull();
    },
  );

  it('in other colours stays as it is', () => {
    for (const dark of ['0.3 0 0 0.84 k', '0.5 0.5 0.49 0.8 k', '0.5 0.5 0.5 0.69 k', '0 0 0 0.99 k', '1 1 1 0 k'])
      expect(changed(`${dark} BT (a) Tj ET`)).toBeNull();
    for (const colour of ['1 0 0 0 k', '0 0 0 .9 k', '0 0 0 1 1 k', '.2 g', '1 0 0 rg', '/Spot cs 1 scn']) {
      expect(changed(`${colour} BT (a) Tj ET`)).toBeNull();
    }
  });

  it('that overprints already stays as it is', () => {
    expect(changed('/On gs 0 0 0 1 k BT (a) Tj ET')).toBeNull();
    expect(changed('q /On gs Q 0 0 0 1 k BT (a) Tj ET')).toBe(
      'q /On gs Q 0 0 0 1 k BT /BanxinType gs (a) Tj ET /BanxinKnock0 gs',
    );
  });

  it('leaves behind what was before, whatever is said in between', () => {
    expect(changed('/On0 gs 0 0 0 1 k BT (a) Tj ET')).toBe(
      '/On0 gs 0 0 0 1 k BT /BanxinType gs (a) Tj ET /BanxinPrint0 gs',
    );
    expect(changed('/Mode gs 0 0 0 1 k BT (a) Tj ET')).toBe(
      '/Mode gs 0 0 0 1 k BT /BanxinType gs (a) Tj ET /BanxinKnock1 gs',
    );
    expect(changed('0 0 0 1 k BT (a) Tj /Mode gs (b) Tj ET')).toBe(
      '0 0 0 1 k BT /BanxinType gs (a) Tj /BanxinKnock0 gs /Mode gs /BanxinType gs (b) Tj ET /BanxinKnock1 gs',
    );
  });

  it('of any contents: all other operators stay, and what is painted otherwise overprints as before', () => {
    const words = fc.constantFrom(
      ...['q', 'Q', 'BT', 'ET', '(a) Tj', '0 0 1 1 re f', '0 0 0 1 k', '0 1 0 0 k', '0 g', '.5 g', '1 0 0 rg'],
      ...['/On gs', '/On0 gs', '/Off gs', '/Wide gs', '/Mode gs', '0 0 0 .2 k', '.6 .6 .6 .9 k'],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        // As contents must be: no q, Q within text, none without the other, text within itself.
        const content = wellFormed(list);
        const before = painted(content);
        const after = painted(changed(content) ?? content);
        expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
        for (const [index, { what, black, fills, mode }] of after.entries()) {
          const { inks } = before[index]!;
          expect(after[index]!.inks).toBe(what === 'Tj' && inks === RICH ? '0,0,0,1' : inks);
          if (what === 'Tj' && black) expect([fills, mode]).toEqual([true, 1]);
          else expect([fills, mode]).toEqual([before[index]!.fills, before[index]!.mode]);
        }
      }),
    );
  });
});

const wellFormed = (list: readonly string[]): string => {
  let [depth, inText] = [0, false];
  const kept = list.filter((word) => {
    if (word === 'BT' || word === 'ET') {
      if ((word === 'BT') === inText) return false;
      inText = !inText;
      return true;
    }
    if (word === '(a) Tj') return inText;
    if (inText) return word !== 'q' && word !== 'Q' && !word.endsWith(' f');
    if (word === 'Q' && depth === 0) return false;
    depth += word === 'q' ? 1 : word === 'Q' ? -1 : 0;
    return true;
  });
  return [...kept, ...(inText ? ['ET'] : [])].join('\n');
};

const RICH = '0.6,0.6,0.6,0.9';

/** What is painted, in which inks (of greys those of black), and how fills overprint then; followed by rules of its own. */
const painted = (content: string): { what: string; inks: string; black: boolean; fills: boolean; mode: number }[] => {
  const list: ReturnType<typeof painted> = [];
  let state = { inks: '', black: false, fills: false, mode: 0 };
  const saved: (typeof state)[] = [];
  readOperations(
    Buffer.from(content),
    (operator, operands) => {
      const black = operands.join() === '0,0,0,1';
      if (operator === 'q') saved.push({ ...state });
      if (operator === 'Q') state = saved.pop()!;
      if (operator === 'k') state = { ...state, black };
      if (operator === 'g') state = { ...state, black: operands[0] === 0 };
      if (operator === 'rg') state = { ...state, black: false };
      if (operator === 'g' && operands[0] === 0) state = { ...state, inks: '0,0,0,1' };
      else if (['k', 'g', 'rg'].includes(operator)) state = { ...state, inks: operands.join() };
      if (operator === 'gs') {
        const name = String(operands[0]).slice(1);
        const own = TYPE_STATES[name];
        const said =
          own === undefined
            ? STATES[name]!
            : { fills: own.includes('/op true'), mode: Number(/OPM (\d)/.exec(own)![1]) };
        state = { ...state, fills: said.fills ?? state.fills, mode: said.mode ?? state.mode };
      }
      if (operator === 'Tj' || operator === 'f') list.push({ what: operator, ...state });
    },
    () => undefined,
  );
  return list;
};
