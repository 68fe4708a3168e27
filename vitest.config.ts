import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/own-cache.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What the program says to people is held in English, whatever the machine's language is.
    env: { LC_ALL: 'C' },
  },
});
