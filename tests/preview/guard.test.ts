import { describe, expect, it } from 'vitest';
import { hostNames, refusal } from '../../src/preview/guard.js';

const ask = (headers: Record<string, string>, hosts = hostNames('127.0.0.1', 8612), method = 'GET'): string | null =>
  refusal({ method, headers }, hosts);

describe('who may ask', () => {
  it.each([
    ['by address', { host: '127.0.0.1:8612' }],
    ['by name', { host: 'localhost:8612' }],
    ['from its own page', { host: 'LOCALHOST:8612', origin: 'http://localhost:8612', 'sec-fetch-site': 'same-origin' }],
    ['typed into the bar', { host: '[::1]:8612', 'sec-fetch-site': 'none' }],
    [
      'a link from elsewhere to the page',
      {
        host: 'localhost:8612',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    ],
  ])('%s: yes', (_name, headers) => {
    expect(ask(headers)).toBeNull();
  });

  it.each<[string, Record<string, string>]>([
    ['a rebound name', { host: 'evil.example:8612' }],
    ['a name that begins alike', { host: '127.0.0.1.evil.example:8612' }],
    ['another port', { host: 'localhost:8613' }],
    ['no host', {}],
    ['another origin', { host: 'localhost:8612', origin: 'https://evil.example' }],
    ['another port’s origin', { host: 'localhost:8612', origin: 'http://localhost:3000' }],
    ['no origin to speak of', { host: 'localhost:8612', origin: 'null' }],
    [
      'a picture on another site',
      { host: 'localhost:8612', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
    ['a page of another port', { host: 'localhost:8612', 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
    [
      'a frame',
      {
        host: 'localhost:8612',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
      },
    ],
  ])('%s: no', (_name, headers) => {
    expect(ask(headers)).not.toBeNull();
  });

  it.each([
    ['LOCALHOST', 'localhost:8612'],
    ['LocalHost', '127.0.0.1:8612'],
    ['Desk.Example', 'desk.example:8612'],
    ['Desk.Example', 'DESK.example:8612'],
    ['报社.example', 'xn--4ruy61c.example:8612'],
    ['0:0:0:0:0:0:0:1', 'localhost:8612'],
    ['FE80::0001', '[fe80::1]:8612'],
    ['127.1', '127.0.0.1:8612'],
    ['fe80::1%ETH0', '[fe80::1%eth0]:8612'],
  ])('knows the address %s as browsers ask for it', (address, host) => {
    expect(ask({ host, origin: `http://${host}` }, hostNames(address, 8612))).toBeNull();
  });

  it('takes any address where it was told so in another way', () => {
    for (const address of ['0', '::', '0:0::0']) {
      expect(ask({ host: '192.168.1.20:8612' }, hostNames(address, 8612))).toBeNull();
    }
  });

  it('only lets things be got', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(ask({ host: 'localhost:8612' }, undefined, method)).not.toBeNull();
    }
  });

  it('takes any address, and no name, where it was told to listen everywhere', () => {
    const hosts = hostNames('0.0.0.0', 8612);
    expect(ask({ host: '192.168.1.20:8612' }, hosts)).toBeNull();
    expect(ask({ host: '[fe80::1]:8612' }, hosts)).toBeNull();
    expect(ask({ host: 'desk.example:8612' }, hosts)).not.toBeNull();
    expect(ask({ host: '192.168.1.20:80' }, hosts)).not.toBeNull();
  });
});
