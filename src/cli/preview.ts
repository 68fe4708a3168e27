/** `preview NUMBER`: the issue in the browser, as it changes. Runs until it is stopped; exit 2 where it cannot start. */
import { Command, InvalidArgumentError } from 'commander';
import { isChinese, type Language, languageOf } from '../diagnostics/language.js';
import type { Message } from '../preview/messages.js';
import { serve } from '../preview/server.js';
import { createSession } from '../preview/session.js';
import { watchFiles } from '../preview/watch.js';
import { ISSUE_OPTIONS, type IssueOptions } from './proofing.js';
import { Refusal } from './refusal.js';
import { type Say, speaker } from './say.js';

interface Options extends IssueOptions {
  readonly host: string;
  readonly port: number;
}

const DEFAULT_PORT = 8612;

/** The command. */
export function previewCommand(): Command {
  const command = new Command('preview')
    .description('show an issue in the browser and follow every save')
    .argument('<number>', 'issue number')
    .option('--host <address>', 'address to listen at; others than loopback let others in', '127.0.0.1')
    .option('--port <number>', 'port to listen at; 0 takes a free one', portNumber, DEFAULT_PORT);
  for (const option of ISSUE_OPTIONS.filter(([flags]) => !flags.startsWith('--out'))) command.option(...option);
  return command.action(run);
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) throw new InvalidArgumentError('give a port, 0 to 65535');
  return port;
}

/** Says in the terminal, too, what is broken, once while it stays so. */
function tellBroken({ severities, colon }: Language, say: Say): (message: Message) => void {
  let told = '';
  return ({ event, data }) => {
    if (event === 'progress') return;
    const lines = data.broken.map(({ file, line, column, code, ...told }) => {
      const place = file === null ? '' : line === null ? `${file}: ` : `${file}:${line}:${column}: `;
      const { message } = isChinese(process.env) ? told.chinese : told;
      return `${place}${severities.error}${colon}${message} [${code}]\n`;
    });
    const text = lines.join('');
    if (text !== told) process.stderr.write(text === '' ? `${say('mended')}\n` : text);
    told = text;
  };
}

async function run(number: string, options: Options): Promise<void> {
  const { issues, layouts, fonts, host, port } = options;
  const folders = { issue: number, issuesDir: issues, layoutsDir: layouts, fontsFile: fonts };
  const now = (): number => performance.timeOrigin + performance.now();
  const session = createSession(folders, now);
  const server = await serve(session, host, port).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EADDRINUSE') throw new Refusal(`port ${port} is taken; give another with --port, or 0 for any`);
    if (fault.code === 'EADDRNOTAVAIL' || fault.code === 'EACCES' || fault.code === 'ENOTFOUND') {
      throw new Refusal(`cannot listen at ${host}:${port} (${fault.code})`);
    }
    throw fault;
  });
  const say = await speaker();
  process.stdout.write(`${say(`issue ${number}: ${server.url}  (stop with Ctrl-C)`)}\n`);
  session.listen(tellBroken(await languageOf(process.env), say));
  const follow = (): void => watcher.follow(session.files());
  const watcher = await watchFiles(folders, now, (change) => void session.changed(change).then(follow));
  const stop = async (): Promise<void> => {
    await Promise.all([watcher.close(), server.close()]);
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await session.start();
  follow();
}
