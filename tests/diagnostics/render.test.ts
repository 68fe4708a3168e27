import { describe, expect, it } from 'vitest';
import { error, warning } from '../../src/diagnostics/collector.js';
import { editDistance, nearest, suggest } from '../../src/diagnostics/nearest.js';
import { inOrder } from '../../src/diagnostics/order.js';
import { render } from '../../src/diagnostics/render.js';
import { positionAt } from '../../src/diagnostics/sources.js';

const show = (text: string, start: number, end: number): string =>
  render(
    error('key-unknown', 'wrong', { span: { file: 'a.md', start, end }, hint: 'Mend it.' }),
    new Map([['a.md', text]]),
  );

describe('render', () => {
  it('shows file, line, column, the line and carets', () => {
    expect(show('one\ntwo three\nfour', 8, 13)).toBe(
      'a.md:2:5: error: wrong [key-unknown]\n  2 | two three\n    |     ^^^^^\n  hint: Mend it.',
    );
  });

  it('counts columns in characters, carets in terminal cells', () => {
    expect(show('标题：𠮷新闻x', 5, 7)).toBe(
      'a.md:1:5: error: wrong [key-unknown]\n  1 | 标题：𠮷新闻x\n    |         ^^^^\n  hint: Mend it.',
    );
  });

  it('cuts long lines round the place', () => {
    const lines = show(`${'前'.repeat(200)}错${'后'.repeat(200)}`, 200, 201).split('\n');
    expect(lines[0]).toContain('a.md:1:201');
    expect([...lines[1]!].length).toBeLessThan(115);
    expect(lines[1]!.slice(6)).toMatch(/^…前+错后+…$/);
    expect(lines[2]).toBe(`    | ${' '.repeat(61)}^^`);
  });

  it('lets no manuscript steer the terminal', () => {
    const shown = show('a\u001b[31mb\u202ec', 0, 1);
    expect([shown.includes('\u001b'), shown.includes('\u202e')]).toEqual([false, false]);
  });

  it('copes with ends, CRLF, files it does not have and no place at all', () => {
    expect(show('甲\r\n乙', 3, 4)).toContain('2:1: error: wrong [key-unknown]\n  2 | 乙\n    | ^^');
    expect(show('', 0, 0)).toContain('a.md:1:1: error');
    expect(show('甲\n', 2, 2)).toContain('a.md:2:1');
    expect(render(warning('key-unknown', 'w', { span: { file: 'b', start: 3, end: 4 } }), new Map())).toBe(
      'b: warning: w [key-unknown]',
    );
    expect(render(error('key-unknown', 'w'), new Map())).toBe('error: w [key-unknown]');
  });

  it('knows positions', () => {
    expect(positionAt('a\nbc\r\nd', 3)).toMatchObject({ line: 2, column: 2, text: 'bc' });
    expect(positionAt('a\nbc', 99)).toMatchObject({ line: 2, column: 3 });
  });
});

describe('nearest', () => {
  it('finds the name that was meant', () => {
    expect(editDistance('lead', 'laed')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(nearest('laed', ['second', 'lead'])).toBe('lead');
    expect(nearest('Lead', ['lead'])).toBe('lead');
    expect(nearest('ｌｅａｄ', ['lead'])).toBe('lead');
    expect(nearest('zzzz', ['lead'])).toBeNull();
    // Shorter or longer by more letters than are changed.
    expect(nearest('self-service', ['solar-terms', 'self-service-office'])).toBe('self-service-office');
    expect(nearest('淦河大桥今天通车', ['茶路', '淦河大桥'])).toBe('淦河大桥');
    expect(nearest('tea-', ['tea-of-the-road', 'tea-of-the-river'])).toBeNull();
    expect(nearest('头调', ['头条', '报眼'])).toBe('头条');
  });

  it('names what there is where nothing is near', () => {
    expect(suggest('zzzz', ['lead', 'ear'])).toBe('Known: `lead`, `ear`.');
    expect(suggest('zzzz', [])).toBe('There is none yet.');
    expect(suggest('zzzz', ['lead', 'ear', '桂花'], ['桂花'])).toBe('On no page yet: `桂花`.');
  });
});

describe('inOrder', () => {
  it('sorts by file and place', () => {
    const at = (file: string, start: number) =>
      error('key-unknown', `${file}${start}`, { span: { file, start, end: start } });
    const all = [at('b', 9), at('z', 1), at('b', 2), error('key-unknown', 'none'), at('a', 5)];
    expect(inOrder(all, ['z']).map((one) => one.message)).toEqual(['none', 'z1', 'a5', 'b2', 'b9']);
  });
});
