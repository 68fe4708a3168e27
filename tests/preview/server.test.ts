import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import type { State } from '../../src/preview/messages.js';
import { type PreviewServer, serve } from '../../src/preview/server.js';
import { createSession } from '../../src/preview/session.js';
import { inkTiff } from '../pdf/pictures/ink-tiff.js';
import { smallDesk } from '../proof/desk.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-server-'));
const SECRET = 'nothing of the desk';
let server: PreviewServer;
const now = (): number => performance.timeOrigin + performance.now();

beforeAll(async () => {
  const desk = smallDesk(root);
  writeFileSync(join(root, 'secret.jpg'), SECRET);
  writeFileSync(join(root, 'secret.txt'), SECRET);
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c03020' } })
    .jpeg()
    .toBuffer();
  writeFileSync(join(root, 'outside.jpg'), picture);
  writeFileSync(join(root, 'issues/7/there.jpg'), picture);
  const paper = join(root, 'layouts/small');
  for (const name of ['nameplate.jpg', 'other.jpg']) writeFileSync(join(paper, name), picture);
  appendFileSync(join(paper, 'paper.yaml'), '\nnameplate: nameplate.jpg\n');
  symlinkSync(join(root, 'outside.jpg'), join(root, 'issues/7/link.jpg'));
  symlinkSync(root, join(root, 'issues/7/up'));
  const session = createSession(
    { issue: '7', issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile: DEFAULT_FONTS },
    now,
  );
  server = await serve(session, '127.0.0.1', 0);
  await session.start();
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Asks without tidying the path first, as a browser would. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

const firstState = (): Promise<State> =>
  new Promise((resolve, reject) => {
    const asked = get(`${server.url}events`, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => {
        text += part;
        const whole = /^event: state\ndata: (.*)\n\n/m.exec(text);
        if (whole === null) return;
        asked.destroy();
        resolve(JSON.parse(whole[1]!) as State);
      });
    });
    asked.on('error', reject);
  });

describe('the preview’s server', () => {
  it('gives the desk’s page and what it names', async () => {
    const page = await ask('/');
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    const named = [...page.body.toString().matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!);
    const scripts = ['main', 'words', 'page', 'plan', 'overlays', 'panel', 'state'].map((name) => `/${name}.js`);
    for (const path of [...named, ...scripts]) expect((await ask(path)).status, path).toBe(200);
    const imported = scripts.flatMap((path) =>
      [...readFileSync(`preview${path}`, 'utf8').matchAll(/from '\.(\/[\w-]+\.js)'/g)].map((match) => match[1]!),
    );
    expect(imported.filter((path) => !scripts.includes(path))).toEqual([]);
  });

  it('tells the state, gives pages and the fonts they name', async () => {
    const { numbers, pages, fonts, broken } = await firstState();
    expect({ numbers, shown: pages.map(({ view }) => view.number), broken }).toEqual({
      numbers: [1, 2],
      shown: [1, 2],
      broken: [],
    });
    const { pieces } = JSON.parse((await ask('/page/1')).body.toString()) as { pieces: { svg: string }[] };
    const named = new Set(
      pieces.flatMap(({ svg }) => [...svg.matchAll(/font-family="([^"]+)"/g)].map((one) => one[1]!)),
    );
    expect(named.size).toBeGreaterThan(1);
    expect([...named].filter((name) => !fonts.includes(name))).toEqual([]);
    for (const name of fonts) expect((await ask(`/font/${name}`)).type).toBe('font/sfnt');
  });

  it('carries headers that keep other sites out', async () => {
    const { headers } = await ask('/');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '//',
    '//[',
    '/%',
    '/style.css/../../package.json',
    '/main.js%00.txt',
    '/preview/main.js',
    '/tsconfig.json',
    '/page/../../secret.txt',
    '/page/1/2',
    '/page/99',
    '/page/constructor',
    '/font/../secret.txt',
    '/font/..%2f..%2fsecret.txt',
    '/font/__proto__',
    '/constructor',
    '/__proto__',
  ])('gives nothing for %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).toBe('there is nothing here');
  });

  it.each(['http://[', 'http://', '*'])('says that %s is no address', async (path) => {
    expect((await ask(path)).status).toBe(400);
  });

  it.each([
    '../../secret.jpg',
    '../../outside.jpg',
    '..%2f..%2foutside.jpg',
    `${encodeURIComponent('/etc/passwd')}`,
    'link.jpg',
    'up/outside.jpg',
    'there.jpg/../../../outside.jpg',
    '..\\..\\outside.jpg',
    'there.jpg%00.png',
    'missing.jpg',
    '../layouts/small/other.jpg',
    'issue.yaml',
    'articles/tea.md',
    'articles',
    '',
  ])('gives no picture for %s', async (file) => {
    expect(await ask(`/picture?file=${file}`)).toMatchObject({ status: 404 });
  });

  it('shows separated pictures of 16 bits that are transparent as the same inks on paper', async () => {
    const clear = Buffer.alloc(64 * 64 * 10, Uint8Array.from([102, 102, 51, 51, 26, 26, 0, 0, 128, 128]));
    writeFileSync(join(root, 'issues/7/clear.tif'), inkTiff(clear, 64, 64, { channels: 5, bits: 16 }));
    const same = Buffer.alloc(64 * 64 * 4, Uint8Array.from([51, 26, 13, 0]));
    writeFileSync(join(root, 'issues/7/same.tif'), inkTiff(same, 64, 64, { channels: 4, bits: 8 }));
    for (const looks of ['', '&plate=c']) {
      const shown = await Promise.all(['clear', 'same'].map((name) => ask(`/picture?file=${name}.tif&v=1${looks}`)));
      expect(shown[0]!.body.equals(shown[1]!.body), looks).toBe(true);
    }
  });

  it('gives a picture of the issue, and its plates', async () => {
    const whole = await ask('/picture?file=there.jpg&v=1');
    expect(whole.type).toBe('image/jpeg');
    expect(await sharp(whole.body).metadata()).toMatchObject({ width: 400, height: 300 });
    const ink = async (plate: string, looks = ''): Promise<number> => {
      const { data } = await sharp((await ask(`/picture?file=there.jpg${looks}&plate=${plate}`)).body)
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      return 255 - data[0]!;
    };
    // Red: much magenta and yellow, little cyan.
    const [c, m, y] = [await ink('c'), await ink('m'), await ink('y')];
    expect(m > 150 && y > 120 && c < 80, `${c} ${m} ${y}`).toBe(true);
    expect(await ask('/picture?file=there.jpg&plate=x')).toMatchObject({ status: 404 });
    // On a page in black it is grey, and on no other plate.
    const { dominant } = await sharp((await ask('/picture?file=there.jpg&v=1&black=greys')).body).stats();
    expect([dominant.g, dominant.b]).toEqual([dominant.r, dominant.r]);
    expect(await ink('m', '&black=greys')).toBe(0);
    expect(await ink('k', '&black=greys')).toBeGreaterThan(100);
  });

  it('gives the artwork of the paper’s nameplate', async () => {
    const { type, body } = await ask('/picture?file=../layouts/small/nameplate.jpg&v=1');
    expect(type).toBe('image/jpeg');
    expect(await sharp(body).metadata()).toMatchObject({ width: 400, height: 300 });
    // Letters are as black as type where there is no other ink.
    for (const looks of ['v=1&black=solid', 'black=solid&plate=k']) {
      const shown = await ask(`/picture?file=../layouts/small/nameplate.jpg&${looks}`);
      expect((await sharp(shown.body).stats()).channels[0]!.max, looks).toBeLessThan(3);
    }
  });

  it('answers no other site', async () => {
    const port = new URL(server.url).port;
    for (const headers of [
      { Host: `evil.example:${port}` },
      { Origin: 'http://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
    ] as Record<string, string>[]) {
      for (const path of ['/', '/events', '/page/1', '/picture?file=there.jpg']) {
        expect((await ask(path, headers)).status, `${path} ${JSON.stringify(headers)}`).toBe(403);
      }
    }
    expect((await ask('/', {}, 'POST')).status).toBe(403);
  });

  it('listens at loopback only', async () => {
    const { port } = new URL(server.url);
    const { networkInterfaces } = await import('node:os');
    const others = Object.values(networkInterfaces()).flatMap(
      (each) => each?.filter((one) => !one.internal && one.family === 'IPv4') ?? [],
    );
    for (const { address } of others) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(Number(port), address, () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      });
      expect(reached, address).toBe(false);
    }
  });
});
