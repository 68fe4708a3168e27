import { describe, expect, it } from 'vitest';
import { FileBytes } from '../../src/pdf/file-bytes.js';
import { together } from '../cache/together.js';

const head = Buffer.from('%PDF-1.4\n');
const written = (...data: (string | Uint8Array)[]): FileBytes => {
  const bytes = new FileBytes(head);
  for (const each of data) bytes.write(each);
  return bytes;
};

describe('the bytes of a file', () => {
  it('are its lines and its data in order, each character a byte', () => {
    const bytes = written('a\xff', Buffer.from([1, 2]), '\nb', 'c');
    expect(Buffer.from(together(bytes.all())).toString('latin1')).toBe('%PDF-1.4\na\xff\n\x01\x02\nb\nc\n');
    expect(bytes.length).toBe(together(bytes.all()).length);
  });

  it('give an identity that differs with them, wherever it is asked for', () => {
    const long = Buffer.alloc(5000, 1);
    const other = Buffer.from(long);
    other[4999] = 2;
    const identities = [written('a'), written('b'), written(long), written(other)].map((bytes) => bytes.identity());
    expect(new Set(identities.map((identity) => identity.toString('hex'))).size).toBe(4);
    const asked = written('a');
    expect(asked.identity('one')).not.toEqual(asked.identity('two'));
    asked.write('b');
    expect(asked.identity()).toEqual(written('a', 'b').identity());
  });
});
