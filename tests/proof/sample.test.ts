import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import { INK_LIMIT } from '../../src/pdf/pictures/compress.js';
import { preflight } from '../../src/proof/preflight/preflight.js';
import { independentCheck } from '../beside.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-press-'));
afterAll(() => rmSync(root, { recursive: true }));

describe.each(['x1a', 'x4'] as const)('pages of the sample issue in %s', (edition) => {
  const folder = join(root, edition);
  const file = (page: number): string => join(folder, `12867/12867-0${page}.pdf`);
  // The photographs with the darkest edges stand on page 4, the most of them on page 5.
  const pages = [4, 5];

  it('pass the project’s own preflight; photographs keep within their limit of ink', async () => {
    const request = { issue: '12867', issuesDir: 'issues', layoutsDir: 'layouts', fontsFile: DEFAULT_FONTS };
    await build({ ...request, outDir: folder, pages, edition, now: () => 0 });
    for (const page of pages) {
      const profile = { standard: edition, trim: { width: 390, height: 550 } };
      const { findings, facts } = await preflight([readFileSync(file(page))], profile);
      expect([page, findings]).toEqual([page, []]);
      expect(facts.images).toBeGreaterThan(0);
      expect(facts.maxInk).toBeLessThanOrEqual(INK_LIMIT);
    }
  });

  it.skipIf(independentCheck === null)(
    'pass the independent check (skipped where it or its tools are not at hand)',
    async () => {
      for (const page of pages) {
        const { stdout } = await promisify(execFile)('bash', [independentCheck!, file(page), edition], {
          env: { ...process.env, TRIM: '390x550' },
        });
        expect([page, stdout.trim().split('\n').at(-1)]).toEqual([page, 'RESULT PASS']);
      }
    },
  );
});
