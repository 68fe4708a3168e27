import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/types.js';
import { createMemory } from '../../src/memory/memory.js';
import { keptLayouts } from '../../src/template/kept-layouts.js';
import { loadLayouts } from '../../src/template/load.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-layouts-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('layouts kept from the last build', () => {
  it('are those that reading gives, and read again where what was kept is damaged', async () => {
    // A memory reads for itself.
    const fresh = await loadLayouts('layouts', 'xianning-daily', undefined, createMemory());
    expect(fresh.value).not.toBeNull();
    let times = 0;
    const ask = () =>
      keptLayouts(
        'inputs',
        async () => {
          times += 1;
          return fresh;
        },
        folder,
      );
    await ask();
    expect((await ask()).value).toEqual(fresh.value);
    expect(times).toBe(1);
    const [name] = readdirSync(folder);
    const bytes = readFileSync(join(folder, name!));
    bytes[100]! ^= 1;
    writeFileSync(join(folder, name!), bytes);
    expect((await ask()).value).toEqual(fresh.value);
    expect(times).toBe(2);
  });

  it('are never those that had a complaint: the next build would not tell of it', async () => {
    const { value } = await loadLayouts('layouts', 'xianning-daily', undefined, createMemory());
    const told: Diagnostic = { code: 'picture-ink', severity: 'warning', message: 'much ink' };
    for (const outcome of [
      { value: null, diagnostics: [] },
      { value, diagnostics: [told] },
    ]) {
      const ask = () => keptLayouts('faulty', async () => outcome, folder);
      await ask();
      expect(await ask()).toBe(outcome);
    }
  });
});
