/** The preview over HTTP: the desk's page, what it asks for, and news by server-sent events. It reads no path it is given. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../cache/project.js';
import { HEADERS, hostNames, refusal } from './guard.js';
import { PLATES, type Plate } from './inks.js';
import type { Message } from './messages.js';
import type { Session } from './session.js';

/** A server that listens. */
export interface PreviewServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The browser's own files, by address. Nothing else is read from that folder. */
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/style.css': ['style.css', 'text/css; charset=utf-8'],
  ...Object.fromEntries(
    ['main', 'words', 'page', 'plan', 'overlays', 'panel', 'state'].map((name) => [
      `/${name}.js`,
      [`${name}.js`, 'text/javascript; charset=utf-8'] as const,
    ]),
  ),
};
const folder = join(projectRoot, 'preview');

/** Milliseconds between signs of life, so that a dead connection is noticed. */
const HEARTBEAT = 15_000;

/** Serves a session at an address of this machine; `port` 0 takes a free one. Rejects where the port is taken. */
export async function serve(session: Session, address: string, port: number): Promise<PreviewServer> {
  let hosts: ReadonlySet<string> = new Set();
  const server = createServer((request, response) => {
    // What went wrong is for the desk's own terminal.
    answer(request, response, session, hosts).catch((fault: unknown) => {
      process.stderr.write(`banxin: ${request.url}: ${fault instanceof Error ? fault.message : String(fault)}\n`);
      send(response, 500, 'text/plain; charset=utf-8', 'a fault of the program');
    });
  });
  await listen(server, address, port);
  const { port: taken } = server.address() as AddressInfo;
  hosts = hostNames(address, taken);
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, address: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve();
    });
  });

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
  hosts: ReadonlySet<string>,
): Promise<void> {
  const refused = refusal(request, hosts);
  if (refused !== null) return send(response, 403, 'text/plain; charset=utf-8', refused);
  const url = addressIn(request.url ?? '');
  if (url === null) return send(response, 400, 'text/plain; charset=utf-8', 'that is no address');
  const own = FILES[url.pathname];
  if (own !== undefined) return send(response, 200, own[1], await readFile(join(folder, own[0])));
  if (url.pathname === '/events') return events(response, session);
  if (url.pathname === '/picture') return picture(url.searchParams, response, session);
  const [, kind, name = '', ...more] = url.pathname.split('/');
  if (kind === 'page' && more.length === 0) {
    const page = /^\d{1,4}$/.test(name) ? session.page(Number(name)) : null;
    if (page !== null) return send(response, 200, 'application/json', JSON.stringify(page));
  }
  if (kind === 'font' && more.length === 0) {
    const font = session.font(name);
    if (font !== null) return send(response, 200, 'font/sfnt', font);
  }
  return send(response, 404, 'text/plain; charset=utf-8', 'there is nothing here');
}

/** The address asked for; null where it is none. One that begins with two strokes names no other host. */
function addressIn(asked: string): URL | null {
  const whole = asked.startsWith('/') ? `http://localhost${asked}` : asked;
  return URL.canParse(whole) ? new URL(whole) : null;
}

async function picture(query: URLSearchParams, response: ServerResponse, session: Session): Promise<void> {
  const plate = query.get('plate');
  const known = plate === null || (PLATES as readonly string[]).includes(plate);
  const file = query.get('file');
  const black = query.get('black');
  const looks = { black: black === 'solid' || black === 'greys' ? black : null, small: query.has('small') } as const;
  const request = { file: file ?? '', plate: plate as Plate | null, ...looks };
  const shown = known && file !== null ? await session.picture(request) : null;
  if (shown === null) return send(response, 404, 'text/plain; charset=utf-8', 'there is no such picture');
  // The address says which version of the file it is.
  response.setHeader('Cache-Control', 'private, max-age=86400');
  return send(response, 200, shown.type, shown.data);
}

/** The state now, then every message as it comes. */
async function events(response: ServerResponse, session: Session): Promise<void> {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
  const tell = ({ event, data }: Message): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
  // News may come while the state is put together; it goes out after.
  let early: Message[] | null = [];
  const stop = session.listen((message) => (early === null ? tell(message) : early.push(message)));
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
  tell({ event: 'state', data: await session.state() });
  for (const message of early) tell(message);
  early = null;
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const cache = response.getHeader('Cache-Control');
  response.writeHead(status, {
    ...HEADERS,
    ...(cache === undefined ? {} : { 'Cache-Control': cache }),
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
