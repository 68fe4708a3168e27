/** The program as people call it. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/banxin.cjs', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, on a machine of this language. */
export const banxinIn = (LC_ALL: string, ...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL };
    execFile(process.execPath, [program, ...words], { maxBuffer: 2 ** 28, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr });
    });
  });

/** Runs a command to its end. */
export const banxin = (...words: readonly string[]): Promise<Ran> => banxinIn('C', ...words);

/** Runs a command whose reader goes away before it says anything, as `| head` may. */
export const banxinUnread = (...words: readonly string[]): Promise<Omit<Ran, 'stdout'>> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, LC_ALL: 'C' } });
    let stderr = '';
    child.stdout.destroy();
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('close', (code) => resolve({ code: code ?? -1, stderr }));
  });

/** Runs a command as a shell's script does: `"$@"` is the command. */
export const banxinInShell = (script: string, ...words: readonly string[]): Ran => {
  const command = ['-c', script, 'sh', process.execPath, program, ...words];
  const { status, stdout, stderr } = spawnSync('/bin/sh', command, {
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  return { code: status ?? -1, stdout, stderr };
};
