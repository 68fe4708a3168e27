import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { inspectPicture } from '../../src/issue/pictures.js';
import { createMemory } from '../../src/memory/memory.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { asNobody } from '../rights.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-pictures-')));
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true }));

const folder = { path: root, real: root };
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

it('a folder is no picture', async () => {
  mkdirSync(join(root, 'b.jpg'));
  const { diagnostics } = await inspectPicture(folder, 'b.jpg', span);
  expect(diagnostics).toMatchObject([{ code: 'file-missing', span }]);
});
