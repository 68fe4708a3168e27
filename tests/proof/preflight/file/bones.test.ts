import { describe, expect, it } from 'vitest';
import { FileView } from '../../../../src/pdf-objects/file-view.js';
import { boneFaults } from '../../../../src/proof/preflight/file/bones.js';

const tail = (at: number): string => `startxref\n${at}\n%%EOF\n`;
const body = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n';
const table = (first: number, offset: number): string =>
  `xref\n${first} 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 2 >>\n`;
const whole = `${body}${table(1, 9)}`;
const faultsOf = (file: string): string[] => boneFaults(new FileView([Buffer.from(file, 'latin1')]));

describe('a file’s bones', () => {
  it('are sound where everything is where it is said to be', () => {
    expect(faultsOf(`${whole}${tail(body.length)}`)).toEqual([]);
    expect(faultsOf(`${body.replace('1 0 obj', '1  0\tobj')}${table(1, 9)}${tail(body.length + 1)}`)).toEqual([]);
  });

  it('lack a header, an end, a table', () => {
    expect(faultsOf('')).toEqual(['no PDF header at the first byte']);
    expect(faultsOf(`\n${whole}`)).toEqual(['no PDF header at the first byte']);
    expect(faultsOf(whole)).toEqual(['no %%EOF at the end: the file is cut short']);
    expect(faultsOf(`${whole}${tail(3)}`)).toEqual(['no cross-reference table at byte 3']);
    expect(faultsOf(`${whole}${tail(99999)}`)).toEqual(['no cross-reference table at byte 99999']);
    expect(faultsOf(`${body}xref\n0 1\n${tail(body.length)}`)).toEqual([
      `no cross-reference table at byte ${body.length}`,
    ]);
  });

  it('end where they end, however much stands behind', () => {
    for (const more of [1, 2000, 50_000]) {
      expect(faultsOf(`${whole}${tail(body.length)}${'x'.repeat(more)}`)).toEqual([
        'other bytes stand behind the %%EOF: the file was added to on its way',
      ]);
    }
  });

  it('say where an object is not, in tables before the last one too', () => {
    const first = `${body}${table(1, 12)}${tail(body.length)}`;
    const later = `${first}2 0 obj\n<<>>\nendobj\n`;
    const file = `${later}${table(2, first.length).replace('>>', `/Prev ${body.length} >>`)}${tail(later.length)}`;
    expect(faultsOf(file)).toEqual(['object 1 is not where the table says']);
  });

  it('tell of a table that names more objects than it lists', () => {
    for (const count of ['2', '99999999999', '1'.repeat(400)]) {
      const file = `${body}${table(1, 9).replace('1 1', `1 ${count}`)}${tail(body.length)}`;
      expect(faultsOf(file)).toEqual(['the cross-reference table breaks off']);
    }
  });

  it('are a chain of tables that ends', () => {
    const section = (at: number, before: number): string =>
      `${table(1, 9).replace('>>', `/Prev ${before} >>`)}${tail(at)}`;
    const fault = [`the cross-reference table at byte ${body.length} comes before itself (Prev)`];
    expect(faultsOf(`${body}${section(body.length, body.length)}`)).toEqual(fault);
    const second = body.length + section(body.length, 100).length;
    expect(faultsOf(`${body}${section(body.length, second)}${section(body.length, body.length)}`)).toEqual(fault);
  });

  it('are objects where the table is in a stream', () => {
    expect(faultsOf(`${body}${tail(9)}`)).toEqual([]);
  });
});
