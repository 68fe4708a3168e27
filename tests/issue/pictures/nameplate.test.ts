/** A nameplate that is artwork: found in the paper's folder, and looked through as pictures are. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { renderAll } from '../../../src/diagnostics/render.js';
import { loadIssue } from '../../../src/issue/load.js';
import { pictureAt } from '../../../src/issue/pictures/nameplate.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';
import { madePdf } from '../../pdf/drawing/made.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-nameplate-'));
const paper = join(root, 'daily');
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  rmSync(paper, { recursive: true, force: true });
  cpSync('tests/issue/layouts', root, { recursive: true });
});

const load = async (nameplate: string) => {
  const file = join(paper, 'paper.yaml');
  const before = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    before.replace(/^name: .*$/m, (name) => `${name}\nnameplate: ${nameplate}`),
  );
  const { value, diagnostics, sources } = await loadIssue('tests/issue/good', '100', root, ['song', 'song-bold']);
  return { value, told: renderAll(heldInChinese(diagnostics), sources) };
};
const write = (name: string, data: string | Buffer): void => writeFileSync(join(paper, name), data);

describe('a nameplate in the paper’s folder', () => {
  it('is measured, is all to be seen, and says the paper’s name', async () => {
    write('nameplate.pdf', madePdf({ content: '0 1 1 0 k 0 0 100 60 re f' }));
    const { value, told } = await load('./nameplate.pdf');
    expect(told).toBe('');
    const { nameplate } = value!.issue;
    expect(nameplate).toMatchObject({
      file: '../layouts/daily/nameplate.pdf',
      whole: true,
      alt: value!.layouts.paper.name,
    });
    expect(nameplate!.width / nameplate!.height).toBeCloseTo(100 / 60, 2);
    expect(pictureAt(nameplate!.file, 'issues/100', value!.layouts.paper)).toBe(join(paper, 'nameplate.pdf'));
    expect(pictureAt('photos/a.jpg', 'issues/100', value!.layouts.paper)).toBe(join('issues/100', 'photos/a.jpg'));
  });

  it.each([
    ['nameplat.pdf', 'there is no picture nameplat.pdf', 'Did you mean `nameplate.pdf`?'],
    [
      '../other.pdf',
      '../other.pdf leads out of the paper’s folder',
      'Put the file into the paper’s folder, beside paper.yaml.',
    ],
    ['paper.yaml', 'paper.yaml is no picture that can be read', 'Save it as JPEG, PNG, TIFF, WebP or PDF.'],
    ['broken.pdf', 'broken.pdf breaks off or is damaged', 'Copy the file again from where it came.'],
  ])('is told of in paper.yaml where it is none: %s', async (named, message, hint) => {
    write('nameplate.pdf', madePdf({ content: '' }));
    write('broken.pdf', '%PDF-1.4\n');
    const { value, told } = await load(named);
    expect(value).toBe(null);
    expect(told).toContain(message);
    expect(told).toContain(hint);
    expect(told).toContain(`nameplate: ${named}`);
  });

  it('is to be put there, where nothing like it is', async () => {
    expect((await load('nameplate.pdf')).told).toContain('Put the file into the paper’s folder, beside paper.yaml.');
  });
});
