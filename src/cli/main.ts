/** The program's commands; each is imported only when it is called. */
import type { Command } from 'commander';
import { isChinese } from '../diagnostics/language.js';
import type { Host } from './build-issue.js';
import { speaker } from './say.js';
import { whyEnded } from './why-ended.js';

const commands: Record<string, (host: Host) => Promise<Command>> = {
  'build-issue': async (host) => (await import('./build-issue.js')).buildIssueCommand(host),
  preview: async () => (await import('./preview.js')).previewCommand(),
  schemas: async () => (await import('./schemas.js')).schemasCommand(),
  'render-issue': async () => (await import('./render-issue.js')).renderIssueCommand(),
  'diff-issue': async () => (await import('./diff-issue.js')).diffIssueCommand(),
  preflight: async () => (await import('./preflight.js')).preflightCommand(),
  typeset: async () => (await import('./typeset.js')).typesetCommand(),
};

const HELP = [
  'Usage: banxin COMMAND [options]',
  '',
  `Commands: ${Object.keys(commands).join(', ')}`,
  'banxin COMMAND --help tells of each.',
];

/**
 * A reader that has seen enough (`| head`) closes the pipe: no fault of ours, and nothing more can be said to it. What
 * cannot be written otherwise (a report on a full disk) must not pass for whole.
 */
function leaveWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EPIPE') process.exit();
      void refuse(`what it has to tell cannot be written (${fault.code})`).finally(() => process.exit(2));
    });
  }
}

/** Runs the command that `argv` names, as in `process.argv`. */
export async function main(argv: readonly string[], host: Host): Promise<void> {
  leaveWithReader();
  if (!isSomewhere()) {
    await refuse('the folder that it is run in is gone: change into another one');
    return;
  }
  const name = argv[2] ?? '';
  if (name === '--help' || name === '-h' || name === 'help') {
    const say = await speaker();
    for (const line of HELP) process.stdout.write(`${say(line)}\n`);
    return;
  }
  const make = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (make === undefined) {
    await refuse(`unknown command “${name}”; there are ${Object.keys(commands).join(', ')}`);
    return;
  }
  try {
    if (name === 'build-issue') {
      const { buildIssuePlainly } = await import('./build-issue.js');
      if (await buildIssuePlainly(argv.slice(3), host)) return;
    }
    const { Command, CommanderError } = await import('commander');
    const program = new Command('banxin');
    const command = await make(host);
    const say = await speaker();
    command.exitOverride();
    command.configureOutput({ outputError: (text, write) => write(`${say(text.trimEnd())}\n`) });
    if (isChinese(process.env)) command.configureHelp((await import('./chinese-help.js')).CHINESE_HELP);
    program.addCommand(command);
    await program.parseAsync([...argv]).catch((ended: unknown) => {
      if (!(ended instanceof CommanderError)) throw ended;
      // What is typed wrong is refused as everything else is: 1 means something of its own in every command.
      process.exitCode = ended.exitCode === 0 ? 0 : 2;
    });
  } catch (error) {
    await refuse(whyEnded(error));
  }
}

/** Whether there is a folder that the command is run in. */
function isSomewhere(): boolean {
  try {
    return process.cwd() !== '';
  } catch {
    return false;
  }
}

/** Says why a command ends here. */
async function refuse(why: string): Promise<void> {
  const say = await speaker();
  process.stderr.write(`banxin: ${say(why)}\n`);
  process.exitCode = 2;
}
