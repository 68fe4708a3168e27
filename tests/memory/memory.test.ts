import { describe, expect, it } from 'vitest';
import { createMemory, NO_MEMORY } from '../../src/memory/memory.js';

describe('a memory', () => {
  it('gives what was made from the same inputs, and makes it anew from others', () => {
    const memory = createMemory();
    const story = { id: 'a' };
    let made = 0;
    const make = (): object => ({ made: ++made });
    const first = memory.recall('leaf', [story, 1], make);
    expect(memory.recall('leaf', [story, 1], make)).toBe(first);
    expect(memory.recall('leaf', [story, 2], make)).not.toBe(first);
    expect(memory.recall('leaf', [{ id: 'a' }, 1], make)).not.toBe(first);
    expect(memory.recall('page', [story, 1], make)).not.toBe(first);
    expect(memory.recall('leaf', [story], make)).not.toBe(first);
    expect(made).toBe(5);
  });

  it('keeps nothing and undefined as values', () => {
    const memory = createMemory();
    let made = 0;
    const make = (): undefined => {
      made++;
      return undefined;
    };
    memory.recall('x', [], make);
    memory.recall('x', [], make);
    expect(made).toBe(1);
  });

  it('forgets what a whole turn did not ask for', () => {
    const memory = createMemory();
    const old = memory.recall('x', [1], () => ({}));
    const used = memory.recall('x', [2], () => ({}));
    memory.turn();
    expect(memory.recall('x', [2], () => ({}))).toBe(used);
    memory.turn();
    expect(memory.recall('x', [2], () => ({}))).toBe(used);
    expect(memory.recall('x', [1], () => ({}))).not.toBe(old);
  });

  it('may be none', () => {
    expect(NO_MEMORY.recall('x', [], () => ({}))).not.toBe(NO_MEMORY.recall('x', [], () => ({})));
  });
});
