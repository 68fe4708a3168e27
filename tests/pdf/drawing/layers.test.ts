import { describe, expect, it } from 'vitest';
import { withoutLayers } from '../../../src/pdf/drawing/layers.js';
import { drawn } from './drawn.js';
import { type Made, madePdf, stream } from './made.js';

const printed = (content: string): string | null => {
  const bytes = withoutLayers(Buffer.from(content), (name) => name !== 'Off');
  return bytes === null ? null : Buffer.from(bytes).toString().split(/\s+/).join(' ').trim();
};

describe('contents of a layer that does not print', () => {
  it.each([
    ['an area', '0 1 0 0 k 0 0 9 9 re f 1 0 0 0 k', '0 1 0 0 k 0 0 9 9 re n 1 0 0 0 k'],
    ['a clipping path', '0 0 9 9 re W f', '0 0 9 9 re W n'],
    ['a rule', '0 0 m 9 9 l S', '0 0 m 9 9 l n'],
    ['a picture', 'q 9 0 0 9 0 0 cm /I Do Q', 'q 9 0 0 9 0 0 cm Q'],
    ['a picture in the contents', 'q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q', 'q Q'],
    ['a shading', '/S sh', ''],
    ['text', 'BT 1 Tr (a) Tj ET', 'BT 1 Tr 3 Tr (a) Tj 1 Tr ET'],
    ['text after another mode', 'q 2 Tr Q BT [(a) 9] TJ ET', 'q 2 Tr Q BT 3 Tr [(a) 9] TJ 0 Tr ET'],
    ['contents marked within', '/P BMC 0 0 m 9 9 l S EMC f', '/P BMC 0 0 m 9 9 l n EMC n'],
  ])('paint nothing, and leave all else as it was: %s', (_, inside, left) => {
    const after = '0 0 1 1 re f';
    const [all, rest] = [inside, left].map((words) => `/OC /Off BDC ${words} EMC ${after}`.replaceAll('  ', ' '));
    expect(printed(all!)).toBe(rest!.replace('/OC /Off BDC', '/OC BMC'));
    expect(printed(`/OC /On BDC ${inside} EMC ${after}`)).toBe(`/OC BMC ${inside} EMC ${after}`);
    expect(printed(`/Span /Off BDC ${inside} EMC ${after}`)).toBeNull();
  });
});

const LAYER = '<< /Type /OCG /Name (a) >>';
const NEVER = '<< /Type /OCG /Name (a) /Usage << /Print << /PrintState /OFF >> >> >>';
const ALWAYS = NEVER.replace('/OFF', '/ON');
/** A page on the first (10) of two layers, or a condition of both, and what the file says of them. */
const file = (settings: string, membership = '10 0 R', layer = LAYER): Made => ({
  content: '/OC /M BDC 0 0 0 1 k 0 0 100 60 re f EMC',
  resources: `<< /Properties << /M ${membership} >> >>`,
  objects: [layer, LAYER],
  catalogue: `/OCProperties << /OCGs [10 0 R 11 0 R] /D << ${settings} >> >>`,
});
const isBlank = async (made: Made): Promise<boolean> => {
  const { pixels } = await drawn(madePdf(made));
  return pixels[0]! > 200;
};
const PRINT = '/AS [<< /Event /Print /Category [/Print] /OCGs [10 0 R] >>]';
const OFF = '/OFF [10 0 R]';

describe('a layer of a drawing prints', () => {
  it.each([
    ['unless it is switched off', '', LAYER, false],
    ['not where it is switched off', OFF, LAYER, true],
    ['not where all are off', '/BaseState /OFF', LAYER, true],
    ['where it alone is on', '/BaseState /OFF /ON [10 0 R]', LAYER, false],
    ['not where it never prints', PRINT, NEVER, true],
    ['where it always does', `${OFF} ${PRINT}`, ALWAYS, false],
    ['whatever it says of printing where nothing follows that', '', NEVER, false],
  ])('%s', async (_, settings, layer, blank) => {
    expect(await isBlank(file(settings, '10 0 R', layer))).toBe(blank);
  });

  it.each([
    ['/OCGs [10 0 R 11 0 R]', false],
    ['/OCGs [10 0 R 11 0 R] /P /AllOn', true],
    ['/OCGs [10 0 R 11 0 R] /P /AnyOff', false],
    ['/OCGs [10 0 R 11 0 R] /P /AllOff', true],
    ['/OCGs 10 0 R', true],
    ['/OCGs []', false],
    ['/VE [/Not 10 0 R]', false],
    ['/VE [/And 11 0 R [/Not [/Not 10 0 R]]]', true],
    ['/VE [/Or 10 0 R 11 0 R]', false],
  ])('as a condition of several says, the first switched off: %s', async (condition, blank) => {
    expect(await isBlank(file(OFF, `<< /Type /OCMD ${condition} >>`))).toBe(blank);
  });

  it.each([OFF, ''])('as a form that belongs to it: %s', async (settings) => {
    const form = stream('0 0 0 1 k 0 0 100 60 re f', '/Type /XObject /Subtype /Form /BBox [0 0 100 60] /OC 10 0 R');
    const made = { ...file(settings), content: '/X Do', resources: '<< /XObject << /X 12 0 R >> >>' };
    expect(await isBlank({ ...made, objects: [LAYER, LAYER, form] })).toBe(settings === OFF);
  });
});
