/** A QR code as a block of the copy. */
import type { Fonts } from '../../../fonts/types.js';
import type { Em } from '../../../geometry/units.js';
import { saidIn } from '../../../issue/body/said.js';
import type { Article, QrCode } from '../../../issue/types.js';
import type { StoryStyle } from '../../../template/types.js';
import { countCharacters } from '../../../typeset/index.js';
import { type Choice, type QrBlock, UNBROKEN } from './blocks.js';
import { qrCopy } from './qr.js';

/** A QR code of an article. */
export const qrBlock = (code: QrCode, index: number, article: Article, style: StoryStyle, fonts: Fonts): QrBlock => ({
  kind: 'qr',
  part: 'qr',
  leads: false,
  parting: 0,
  kept: 0,
  place: { block: index, offset: 0 },
  qr: qrCopy(code, article, style, fonts),
  characters: countCharacters(saidIn(code)),
});

/** The one way to set a QR code at a measure. */
export const qrChoice = ({ qr }: QrBlock, measure: Em): Choice => ({
  lines: qr.at(measure).lines,
  breaking: UNBROKEN,
  demerits: 0,
  head: 0,
  price: 0,
});
