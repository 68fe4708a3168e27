import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import type { InputFolder } from '../../../src/issue/folder.js';
import { inspectPicture } from '../../../src/issue/pictures/pictures.js';
import { createMemory } from '../../../src/memory/memory.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';
import { chain, type Made, madePdf, stream } from '../../pdf/drawing/made.js';
import { asNobody } from '../../rights.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-pictures-')));
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true }));

const folder: InputFolder = { of: 'issue', path: root, real: root };
const span = { file: 'a.md', start: 40, end: 50 };

it('a picture that may not be read is told where it is named, until it may', async () => {
  const path = join(root, 'a.jpg');
  await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
    .jpeg()
    .toFile(path);
  const memory = createMemory();
  const inspect = () => inspectPicture(folder, 'a.jpg', span, memory);
  chmodSync(path, 0);
  const { value, diagnostics } = await asNobody(inspect);
  expect(value).toBe(null);
  expect(diagnostics).toMatchObject([{ code: 'file-unreadable', severity: 'error', span }]);
  expect(diagnostics[0]!.message).toBe('a.jpg cannot be read');
  chmodSync(path, 0o644);
  memory.turn();
  expect((await inspect()).value).toMatchObject({ width: 40, height: 30 });
});

it.each(['webp', 'tiff'] as const)('a file of several frames or pages is refused: %s', async (format) => {
  const frames = await Promise.all(
    ['red', 'blue'].map((background) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toFile(join(root, `two.${format}`));
  const { value, diagnostics } = await inspectPicture(folder, `two.${format}`, span);
  expect(value).toBe(null);
  expect(heldInChinese(diagnostics)).toMatchObject([{ code: 'picture-format', span }]);
  expect(diagnostics[0]!.message).toBe(`two.${format} holds 2 frames or pages; none is the one meant`);
});

it.each(['II', 'MM'])(
  'a TIFF in Lab, which the picture library takes for damaged, is named as what it is: %s',
  async (order) => {
    const little = order === 'II';
    const rgb = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#336699' } })
      .tiff({ compression: 'none' })
      .toBuffer();
    // The list of a TIFF in the other order of bytes, alone, is enough: the library does not come to read more.
    const view = new DataView(rgb.buffer, rgb.byteOffset, rgb.length);
    const at = view.getUint32(4, true);
    const entries = Array.from({ length: view.getUint16(at, true) }, (_, entry) => at + 2 + entry * 12);
    const colours = entries.find((entry) => view.getUint16(entry, true) === 262)!;
    view.setUint16(colours + 8, 8, true);
    const big = Buffer.from('4d4d002a00000008000101060003000000010008000000000000', 'hex');
    writeFileSync(join(root, 'lab.tif'), little ? rgb : big);
    const { value, diagnostics } = await inspectPicture(folder, 'lab.tif', span);
    expect(value).toBe(null);
    expect(heldInChinese(diagnostics)).toMatchObject([
      { code: 'picture-format', span, hint: 'Save it in RGB or CMYK.' },
    ]);
    expect(diagnostics[0]!.message).toBe('lab.tif is in Lab colours, which cannot be read here');
  },
);

it.each([
  ['HEIC', '\0\0\0\x18ftypheic'],
  ['AVIF', '\0\0\0\x18ftypavif'],
  ['PSD', '8BPS\0\x01'],
  ['BMP', 'BM'],
  ['EPS', '%!PS-Adobe-3.0 EPSF-3.0'],
  ['CDR', 'RIFF\x01\0\0\0CDRA'],
  ['JPEG 2000', '\0\0\0\x0cjP  \r\n'],
])('a picture of another kind is named as what it is, whatever it is called: %s', async (kind, start) => {
  writeFileSync(join(root, 'other.jpg'), Buffer.from(`${start}${'\0'.repeat(99)}`, 'latin1'));
  const { diagnostics } = await inspectPicture(folder, 'other.jpg', span);
  expect(heldInChinese(diagnostics).map(({ message }) => message)).toEqual([
    `other.jpg is ${kind}, which cannot be printed`,
  ]);
});

it('a folder is no picture', async () => {
  mkdirSync(join(root, 'b.jpg'));
  const { diagnostics } = await inspectPicture(folder, 'b.jpg', span);
  expect(diagnostics).toMatchObject([{ code: 'file-missing', span }]);
});

/** What is said of a PDF, or its measures. */
const inspectPdf = async (name: string, made: Made, change = (file: Buffer): Buffer => file): Promise<unknown> => {
  writeFileSync(join(root, name), change(madePdf(made)));
  const { value, diagnostics } = await inspectPicture(folder, name, span);
  expect(diagnostics.every((one) => one.span === span)).toBe(true);
  return value ?? heldInChinese(diagnostics).map(({ code, message }) => `${code}: ${message}`);
};
const CONTENT = '0 0 50 50 re f';

it('a PDF of one page is a picture, in 300 pixels an inch of what is cut out of it, whatever its name', async () => {
  const page = '/MediaBox [0 0 200 100] /TrimBox [20 20 92 56]';
  expect(await inspectPdf('ad.pdf', { content: CONTENT, page })).toMatchObject({
    width: 300,
    height: 150,
    drawing: true,
  });
  expect(await inspectPdf('ad.ai', { content: CONTENT, page })).toMatchObject({ width: 300, height: 150 });
  const turned = { content: CONTENT, page: `${page} /Rotate 90` };
  expect(await inspectPdf('turned.pdf', turned)).toMatchObject({ width: 150, height: 300 });
  const late = (file: Buffer): Buffer => Buffer.concat([Buffer.from('from the agency\n'), file]);
  expect(await inspectPdf('late.pdf', { content: CONTENT }, late)).toMatchObject({ drawing: true });
});

it('a PDF that is no picture is refused', async () => {
  expect(await inspectPdf('book.pdf', { content: CONTENT, pages: 3 })).toEqual([
    'picture-format: book.pdf holds 3 pages; none is the one meant',
  ]);
  expect(await inspectPdf('locked.pdf', { content: CONTENT, trailer: '/Encrypt << /Filter /Standard >>' })).toEqual([
    'picture-format: locked.pdf is locked by a password',
  ]);
  expect(await inspectPdf('chain.pdf', chain(4, 15))).toEqual([
    'picture-format: chain.pdf paints its own parts over and over (forms within forms), more than can be followed',
  ]);
  expect(await inspectPdf('dot.pdf', { content: CONTENT, page: '/MediaBox [0 0 2 2]' })).toEqual([
    'picture-size: dot.pdf has 8 × 8 pixels',
  ]);
});

it('a PDF of which not all can be read is refused', async () => {
  const damaged = (name: string): readonly string[] => [`picture-truncated: ${name} breaks off or is damaged`];
  const cut = (file: Buffer): Buffer => file.subarray(0, 200);
  expect(await inspectPdf('cut.pdf', { content: CONTENT }, cut)).toEqual(damaged('cut.pdf'));
  expect(await inspectPdf('none.pdf', { content: CONTENT, pages: 0 })).toEqual(damaged('none.pdf'));
  const bare = { content: CONTENT, page: '' };
  expect(await inspectPdf('bare.pdf', bare)).toEqual(damaged('bare.pdf'));
  // What a form within a form is drawn by.
  const form = (resources: string): string => stream('/F Do', `/Subtype /Form /BBox [0 0 1 1] /Resources ${resources}`);
  const within = {
    content: '/F Do',
    resources: '<< /XObject << /F 10 0 R >> >>',
    objects: [
      form('<< /XObject << /F 11 0 R >> >>'),
      stream('no zlib', '/Subtype /Form /BBox [0 0 1 1] /Filter /FlateDecode'),
    ],
  };
  expect(await inspectPdf('within.pdf', within)).toEqual(damaged('within.pdf'));
});

it('a PDF whose objects name each other in a circle is looked through once', async () => {
  const form = stream('0 0 1 1 re f', '/Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F 10 0 R >> >>');
  const circle = { content: CONTENT, resources: '<< /XObject << /F 10 0 R >> >>', objects: [form] };
  expect(await inspectPdf('circle.pdf', circle)).toMatchObject({ drawing: true });
});
