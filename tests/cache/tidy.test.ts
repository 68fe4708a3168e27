import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../src/cache/kept.js';
import { tidyCaches } from '../../src/cache/tidy.js';

const cache = mkdtempSync(join(tmpdir(), 'banxin-tidy-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

it('of what every issue adds to, what was kept last stays; what all issues share is left', () => {
  vi.stubEnv('BANXIN_CACHE', cache);
  const most = { pictures: 4000, preflight: 4000, layouts: 200, renders: 400, fonts: 410 };
  for (const [name, count] of Object.entries(most)) {
    mkdirSync(cacheFolder(name));
    for (let at = 0; at < count + 2; at++) {
      const file = join(cacheFolder(name), `k${at}`);
      writeFileSync(file, '');
      utimesSync(file, 0, 1000 + at);
    }
  }
  tidyCaches();
  for (const [name, count] of Object.entries(most)) {
    const left = readdirSync(cacheFolder(name));
    expect([name, left.length]).toEqual([name, name === 'fonts' ? count + 2 : count]);
    expect([left.includes('k0'), left.includes('k1')]).toEqual([name === 'fonts', name === 'fonts']);
  }
});
