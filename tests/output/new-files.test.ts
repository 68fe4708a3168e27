import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/types.js';
import { whereRoom } from '../../src/output/fresh-files.js';
import { newFiles, replaceFiles } from '../../src/output/new-files.js';
import { heldInChinese } from '../diagnostics/chinese/held.js';
import { asNobody } from '../rights.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-output-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  rmSync(root, { recursive: true });
  mkdirSync(root);
  writeFileSync(join(root, 'file'), 'a file');
});

const none = (): boolean => false;
const bytes = [Buffer.from('版心')];

describe('a folder that cannot be written', () => {
  it.each([
    ['below a file', 'file/out/1'],
    ['in a file’s place', 'file'],
  ])('%s is told as soon as it is opened, and nothing is left', (_, place) => {
    const output = newFiles(join(root, place));
    const [told] = heldInChinese(output.written().diagnostics);
    expect(told).toMatchObject({ code: 'output-unwritable', severity: 'error' });
    expect(told!.message).toContain('a file stands where a folder must be');
    output.put('a.pdf', bytes);
    expect(output.putInPlace({ isOurs: () => true })).toEqual([told]);
    output.close();
    expect(readdirSync(root)).toEqual(['file']);
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('a file');
  });
});

describe('a folder that comes to be so while it is written', () => {
  it('is told, and closed without a fault of ours', () => {
    const above = join(root, 'above');
    const output = newFiles(join(above, 'issue'));
    rmSync(above, { recursive: true });
    writeFileSync(above, 'a file');
    output.put('a.pdf', bytes);
    const told = output.putInPlace({ isOurs: none });
    expect(told).toMatchObject([
      { code: 'output-unwritable', message: expect.stringContaining('a file stands where') },
    ]);
    output.close();
    rmSync(above);
  });

  it.each([
    ['EFBIG', 'no file may be so large there'],
    ['EMFILE', 'too many files are open'],
    ['ENFILE', 'too many files are open'],
  ])('%s is no fault of ours', (code, reason) => {
    const output = newFiles(join(root, 'issue'));
    output.attempt(() => {
      throw Object.assign(new Error(code), { code });
    });
    output.close();
    const [told] = heldInChinese(output.written().diagnostics);
    expect(told!.message).toBe(`${join(root, 'issue')} cannot be written: ${reason}`);
  });
});

describe('a folder where the system has none made', () => {
  it.runIf(existsSync('/proc/self'))('is told, too', () => {
    const output = newFiles('/proc/banxin/out/1');
    expect(output.written().diagnostics).toMatchObject([{ code: 'output-unwritable' }]);
    output.close();
  });
});

describe('what stands in the folder and is not the program’s', () => {
  it('stays, with folders and what is in them', () => {
    const folder = join(root, 'mixed');
    mkdirSync(join(folder, 'notes/old'), { recursive: true });
    for (const name of ['a.pdf', 'b.pdf', 'plan.yaml', 'notes/old/c.pdf']) writeFileSync(join(folder, name), name);
    const output = newFiles(folder);
    output.put('a.pdf', bytes);
    expect(output.putInPlace({ isOurs: (name) => name.endsWith('.pdf') })).toEqual([]);
    output.close();
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'a.pdf',
      'notes',
      'notes/old',
      'notes/old/c.pdf',
      'plan.yaml',
    ]);
    expect(readFileSync(join(folder, 'notes/old/c.pdf'), 'utf8')).toBe('notes/old/c.pdf');
    rmSync(folder, { recursive: true });
  });
});

describe('the rights of the folder', () => {
  const rightsOf = (path: string): readonly [mode: string, group: number] => {
    const { mode, gid } = statSync(path);
    return [(mode & 0o7777).toString(8), gid];
  };
  /** Another group that one may give: the superuser any, others one of their own. */
  const group = process.getuid?.() === 0 ? 1000 : (process.getgroups?.() ?? []).at(-1)!;

  it.each(['2775', '700'])('stay, with those of folders in it: %s', (mode) => {
    const folder = join(root, 'shared');
    mkdirSync(join(folder, 'private'), { recursive: true });
    writeFileSync(join(folder, 'private/letter'), 'a letter');
    chmodSync(join(folder, 'private'), 0o700);
    chownSync(folder, -1, group);
    chmodSync(folder, Number.parseInt(mode, 8));
    const output = newFiles(folder);
    // Also while it is being written.
    expect(rightsOf(output.fresh)).toEqual([mode, group]);
    output.put('a.pdf', bytes);
    expect(output.putInPlace({ isOurs: none })).toEqual([]);
    output.close();
    expect(rightsOf(folder)).toEqual([mode, group]);
    expect(rightsOf(join(folder, 'private'))[0]).toBe('700');
    expect(readFileSync(join(folder, 'private/letter'), 'utf8')).toBe('a letter');
    rmSync(folder, { recursive: true });
  });
});

describe('a folder of somebody else’s, in one that we may write', () => {
  it('gives its place to the new one; that what was in it cannot be taken away is told, now and later', async () => {
    const shared = join(root, 'shared');
    const folder = join(shared, 'issue');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.pdf'), 'old');
    chmodSync(root, 0o755);
    chmodSync(folder, 0o555);
    chmodSync(shared, 0o777);
    const replaced = async (): Promise<string> => {
      const told = await asNobody(() => replaceFiles(folder, [{ name: 'a.pdf', data: bytes[0]! }], { isOurs: none }));
      expect(told.map(({ code, severity }) => [code, severity])).toEqual([['output-left', 'warning']]);
      expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('版心');
      const [left, ...others] = readdirSync(shared).filter((name) => name !== 'issue');
      expect(others).toEqual([]);
      const [{ message }] = heldInChinese(told) as [Diagnostic];
      expect(message).toBe(`${join(shared, left!)} of an earlier build cannot be taken away: you may not write there`);
      return join(shared, left!);
    };
    // As a build leaves it that is no more.
    const last = await replaced();
    const left = last.replace(`-${process.pid}-`, `-${2 ** 22 + 1}-`);
    renameSync(last, left);
    expect(await replaced()).toBe(left);
    chmodSync(left, 0o755);
    rmSync(shared, { recursive: true });
  });
});

describe('new files that are not put in place', () => {
  const folder = join(root, 'issue');
  beforeEach(() => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.pdf'), 'old');
  });
  /** The last good files are as they were, and nothing stands beside them. */
  const holdUntouched = (): void => {
    expect(readdirSync(root).sort()).toEqual(['file', 'issue']);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('old');
  };

  it('are thrown away', () => {
    const output = newFiles(folder);
    output.put('a.pdf', bytes);
    expect(readFileSync(join(output.fresh, 'a.pdf'), 'utf8')).toBe('版心');
    output.close();
    holdUntouched();
  });

  it('are thrown away where one of them cannot be written', async () => {
    const files = ['b.pdf', 'no/c.pdf'].map((name) => ({ name, data: bytes[0]! }));
    const told = await replaceFiles(folder, files, { isOurs: () => true });
    expect(told).toMatchObject([{ code: 'output-unwritable', severity: 'error' }]);
    holdUntouched();
  });

  it('leave the last ones in their place where they cannot take it', () => {
    const output = newFiles(folder);
    output.put('a.pdf', bytes);
    rmSync(output.fresh, { recursive: true });
    const told = output.putInPlace({ isOurs: () => true });
    expect(told).toMatchObject([{ code: 'output-unwritable', message: expect.stringContaining('was taken away') }]);
    output.close();
    holdUntouched();
  });

  it('are followed by no more work', async () => {
    const output = newFiles(folder);
    output.put('no/a.pdf', bytes);
    expect(await whereRoom(output, () => Promise.reject(new Error('done all the same')))).toBeUndefined();
    output.close();
    holdUntouched();
  });
});

describe('a file that is kept', () => {
  it('is taken as it is; not if it is gone, which is told to nobody', () => {
    const kept = join(root, 'kept.pdf');
    writeFileSync(kept, 'kept');
    const output = newFiles(join(root, 'issue'));
    expect(output.take('a.pdf', kept)).toBe(true);
    expect(output.take('b.pdf', join(root, 'gone.pdf'))).toBe(false);
    expect(output.putInPlace({ isOurs: none })).toEqual([]);
    output.close();
    expect(readdirSync(join(root, 'issue'))).toEqual(['a.pdf']);
    expect(statSync(join(root, 'issue/a.pdf')).ino).toBe(statSync(kept).ino);
  });
});

describe('files that another hand has written', () => {
  it('take the place of the last ones; its failure leaves the folder as it was', () => {
    const folder = join(root, 'issue');
    mkdirSync(folder);
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) writeFileSync(join(folder, name), 'old');
    const read = (): Record<string, string> =>
      Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

    const failed = newFiles(folder);
    failed.put('a.pdf', bytes);
    const fault = { code: 'output-unwritable', severity: 'error', message: 'the disk is full' } as const;
    expect(failed.putInPlace({ isOurs: none }, { names: ['b.pdf'], diagnostics: [fault] })).toEqual([fault]);
    failed.close();
    expect(read()).toEqual({ 'a.pdf': 'old', 'b.pdf': 'old', 'c.pdf': 'old' });

    const output = newFiles(folder);
    output.put('a.pdf', bytes);
    writeFileSync(join(output.fresh, 'b.pdf'), 'new');
    expect(output.putInPlace({ isOurs: none }, { names: ['b.pdf'], diagnostics: [] })).toEqual([]);
    output.close();
    expect(read()).toEqual({ 'a.pdf': '版心', 'b.pdf': 'new', 'c.pdf': 'old' });
    expect(readdirSync(root).sort()).toEqual(['file', 'issue']);
  });
});

describe('a folder that is a link', () => {
  /** Writes a file into the folder, as a build does. */
  const put = (folder: string): readonly unknown[] => {
    const output = newFiles(folder);
    output.put('a.pdf', bytes);
    try {
      return output.putInPlace({ isOurs: none });
    } finally {
      output.close();
    }
  };
  const linked = join(root, 'linked');
  const isLink = (): boolean => lstatSync(linked).isSymbolicLink();

  it.each([
    ['to a folder', 'disk/there', true],
    ['to one that is not there yet', 'disk/later', false],
  ])('%s stays one, and what it leads to is written', (_, to, isThere) => {
    const disk = join(root, 'disk');
    mkdirSync(disk);
    if (isThere) {
      mkdirSync(join(root, to));
      writeFileSync(join(root, to, 'note.txt'), 'a note');
    }
    symlinkSync(to, linked);
    expect(put(linked)).toEqual([]);
    expect(isLink()).toBe(true);
    expect(readdirSync(join(root, to))).toEqual(isThere ? ['a.pdf', 'note.txt'] : ['a.pdf']);
    expect(readdirSync(disk)).toHaveLength(1);
    rmSync(linked);
    rmSync(disk, { recursive: true });
  });

  it.each([
    ['to a disk that is not there', 'no/disk', 'a folder on the way to it'],
    ['to itself', 'linked', 'its links lead in a circle'],
    ['to a file', 'file', 'a file stands where a folder must be'],
  ])('%s is told, and stays', (_, to, reason) => {
    symlinkSync(to, linked);
    expect(put(linked)).toMatchObject([{ code: 'output-unwritable', message: expect.stringContaining(reason) }]);
    expect(isLink()).toBe(true);
    expect(existsSync(join(root, 'no'))).toBe(false);
    rmSync(linked);
  });
});

describe('another build that swaps the same folder at the same moment', () => {
  const folder = join(root, 'busy');
  const write = (files: Readonly<Record<string, string>>): void => {
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  };
  /** What comes of a build that writes a.pdf, where something happens each time that it is asked what else stays. */
  const built = (happens: (name: string, times: number) => void): Readonly<Record<string, string>> => {
    write({ 'a.pdf': 'old', 'b.pdf': 'old', 'c.pdf': 'old' });
    let times = 0;
    const isOurs = (name: string): boolean => {
      times += 1;
      happens(name, times);
      return false;
    };
    const output = newFiles(folder);
    output.put('a.pdf', bytes);
    expect(output.putInPlace({ isOurs })).toEqual([]);
    output.close();
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    rmSync(folder, { recursive: true });
    expect(readdirSync(root).filter((name) => name.includes('busy'))).toEqual([]);
    return Object.fromEntries(files);
  };
  /** The first time. */
  const once =
    (happens: () => void) =>
    (_: string, times: number): void => {
      if (times === 1) happens();
    };

  it('keeps the pages that it has written', () => {
    const theirs = { 'a.pdf': 'theirs', 'b.pdf': 'theirs', 'd.pdf': 'theirs' };
    const found = built(
      once(() => {
        // As it is seen from here: its state is another when it is moved away.
        for (const name of ['a.pdf', 'b.pdf']) rmSync(join(folder, name));
        for (const [name, text] of Object.entries(theirs)) writeFileSync(join(folder, name), text);
      }),
    );
    expect(found).toEqual({ ...theirs, 'a.pdf': '版心', 'c.pdf': 'old' });
  });

  it('may have moved it away: that is no fault', () => {
    expect(built(once(() => rmSync(folder, { recursive: true })))).toEqual({ 'a.pdf': '版心' });
    const theirs = { 'a.pdf': 'theirs', 'd.pdf': 'theirs' };
    const found = built(
      once(() => {
        rmSync(folder, { recursive: true });
        write(theirs);
      }),
    );
    expect(found).toEqual({ ...theirs, 'a.pdf': '版心' });
  });

  it('may put its own there just when the last is moved away: what stays is of both', () => {
    const theirs = { 'a.pdf': 'theirs', 'b.pdf': 'theirs', 'd.pdf': 'theirs' };
    let isThere = false;
    const found = built((_, times) => {
      if (times === 1) writeFileSync(join(folder, 'e.pdf'), 'late');
      if (existsSync(folder) || isThere) return;
      isThere = true;
      write(theirs);
    });
    expect(found).toEqual({ ...theirs, 'a.pdf': '版心', 'c.pdf': 'old', 'e.pdf': 'late' });
  });
});
