/** Who may ask the preview: browsers on pages of its own. It answers for files of the desk, so no other site may. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Why a request is refused; null where it may be answered. */
export function refusal(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  hosts: ReadonlySet<string>,
): string | null {
  const { host, origin } = request.headers;
  if (request.method !== 'GET' && request.method !== 'HEAD') return 'only GET';
  // A name of another site that was made to lead here (DNS rebinding) still stands in Host.
  if (host === undefined || !isOwn(host, hosts)) return 'not asked for by a name of this server';
  if (origin !== undefined && !isOwn(origin.replace(/^http:\/\//i, ''), hosts)) return 'another origin';
  const site = request.headers['sec-fetch-site'];
  const isPage = request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isPage) return 'another site';
  return null;
}

/** Names of a server that listens at every address: with `*` any address will do, for an address is no rebound name. */
function isOwn(host: string, hosts: ReadonlySet<string>): boolean {
  const [, name = '', port = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  if (hosts.has(host.toLowerCase())) return true;
  return hosts.has(`*:${port}`) && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** The names that a server is asked for by: its address, and `localhost` where that leads to it. */
export function hostNames(address: string, port: number): ReadonlySet<string> {
  const host = asAsked(address);
  const loopback = host === '[::1]' || host.startsWith('127.') || host === 'localhost';
  const every = host === '0.0.0.0' || host === '[::]';
  const local = ['localhost', '127.0.0.1', '[::1]'];
  const names = every ? ['*', ...local] : loopback ? [host, ...local] : [host];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/** An address as browsers ask for it, however it was typed: in small letters, numbers in their shortest form. */
function asAsked(address: string): string {
  const bracketed = address.includes(':') ? `[${address}]` : address;
  const url = `http://${bracketed}/`;
  return URL.canParse(url) ? new URL(url).hostname : bracketed.toLowerCase();
}

/** What every answer carries: nothing from elsewhere runs in the page, and the page stands in no other. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};
