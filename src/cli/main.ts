/** The program's commands; each is imported only when it is called. */
import type { Command } from 'commander';
import { Refusal } from './refusal.js';

const commands: Record<string, () => Promise<Command>> = {
  'build-issue': async () => (await import('./build-issue.js')).buildIssueCommand(),
  preview: async () => (await import('./preview.js')).previewCommand(),
  schemas: async () => (await import('./schemas.js')).schemasCommand(),
  'render-issue': async () => (await import('./render-issue.js')).renderIssueCommand(),
  'diff-issue': async () => (await import('./diff-issue.js')).diffIssueCommand(),
  preflight: async () => (await import('./preflight.js')).preflightCommand(),
  typeset: async () => (await import('./typeset.js')).typesetCommand(),
};

/** Runs the command that `argv` names, as in `process.argv`. */
export async function main(argv: readonly string[]): Promise<void> {
  const name = argv[2] ?? '';
  const make = commands[name];
  if (make === undefined) {
    process.stderr.write(`banxin: unknown command “${name}”; there are ${Object.keys(commands).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    if (name === 'build-issue') {
      const { buildIssuePlainly } = await import('./build-issue.js');
      if (await buildIssuePlainly(argv.slice(3))) return;
    }
    const { Command } = await import('commander');
    const program = new Command('banxin');
    program.addCommand(await make());
    await program.parseAsync([...argv]);
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      error instanceof Refusal ? `banxin: ${error.message}\n` : `banxin: a fault of the program: ${told}\n`,
    );
    process.exitCode = 2;
  }
}
