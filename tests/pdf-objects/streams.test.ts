import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inMemory } from '../../src/cache/pieces.js';
import { FileView } from '../../src/pdf-objects/file-view.js';
import { openPdf } from '../../src/pdf-objects/objects.js';

/** The first object's data in a file, as its pieces of so many bytes are read. */
const dataOf = async (length: string, data: string, ending: string, pieceBytes = 1 << 20): Promise<string> => {
  const file = Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Length ${length} >>\nstream\n${data}${ending}\nendobj\n2 0 obj\n${data.length}\nendobj\n3 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\ntrailer\n<< /Root 3 0 R >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
  const pieces = Array.from({ length: Math.ceil(file.length / pieceBytes) }, (_, index) =>
    file.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const objects = await openPdf(new FileView(pieces));
  const [first, , third] = objects.all.map(({ object }) => object);
  expect(Buffer.from(inMemory(objects.streams.data(third!))).toString('latin1')).toBe('abc');
  return Buffer.from(inMemory(objects.streams.data(first!))).toString('latin1');
};

describe('the data of a stream whose length stands elsewhere in the file', () => {
  it.each([
    ['a line’s end', 'glyphs\n'],
    ['a carriage return', 'glyphs\r'],
    ['both', 'glyphs\r\n'],
    ['other bytes', 'glyphs'],
    ['nothing at all', ''],
    ['the word that streams begin with', 'no stream\nis this\n'],
    ['the word that streams end with', 'endstream is a word\n'],
  ])('ends in %s', async (_, data) => {
    for (const ending of ['\nendstream', '\r\nendstream', '\rendstream', 'endstream']) {
      expect(await dataOf('2 0 R', data, ending)).toBe(data);
      expect(await dataOf('2 0 R', data, ending, 7)).toBe(data);
    }
  });

  it('is what stands there where the length is not so, or none', async () => {
    expect(await dataOf('3', 'glyphs', '\nendstream')).toBe('glyphs');
    expect(await dataOf('9 0 R', 'glyphs', '\r\nendstream')).toBe('glyphs');
    expect(await dataOf('2 0 R', 'glyphs', '\nendstream\n')).toBe('glyphs');
  });

  it('must end somewhere', async () => {
    const endless = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Length 2 0 R >>\nstream\nabc\nendobj\n');
    const fault = await openPdf(new FileView([endless])).catch((cause: Error) => cause.message);
    expect(fault).toMatch(/^what stands from byte \d+ on is no object of a PDF/);
  });
});

describe('data that cannot be unpacked', () => {
  const faultOf = async (data: Buffer): Promise<string | null> => {
    const head = `%PDF-1.4\n1 0 obj\n<< /Filter [/FlateDecode] /Length ${data.length} >>\nstream\n`;
    const end = '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';
    const { all, streams } = await openPdf(new FileView([Buffer.from(head), data, Buffer.from(end)]));
    return streams.faultOf(all[0]!.object);
  };

  it('is told as what it is', async () => {
    const whole = deflateSync(Buffer.from('q 1 0 0 1 20 20 cm Q'));
    expect(await faultOf(whole)).toBeNull();
    expect(await faultOf(whole.subarray(0, -6))).toBe('the data of 1 0 R breaks off: write the file anew');
    expect(await faultOf(Buffer.from('no zlib'))).toBe('the data of 1 0 R is damaged: write the file anew');
  });
});
