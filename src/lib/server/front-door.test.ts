import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { frontDoor, kitEnvironment } from './front-door.ts';

async function ask(environment: Record<string, string>, headers: Record<string, string>, body = ''): Promise<{ status: number; text: string; response: IncomingMessage }> {
  const config = readConfig(environment);
  const server = createServer(frontDoor((asked, response, next) => {
    if (asked.url === '/none') return next();
    response.end(`served over ${asked.headers[kitEnvironment(config).PROTOCOL_HEADER ?? '']}`);
  }, config, 'office-pc'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, path: headers.path ?? '/' }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk)).on('end', () => server.close()).on('end', () => resolve({ status: response.statusCode ?? 0, text, response }));
    });
    sent.on('error', reject).end(body);
  });
}

describe('frontDoor', () => {
  it('serves this computer, and writes the protocol down itself', async () => {
    const { status, text, response } = await ask({}, { 'x-served-over': 'https' });
    expect([status, text]).toEqual([200, 'served over http']);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it('refuses a name that is not ours, in a sentence', async () => {
    const { status, text } = await ask({}, { host: 'evil.example' });
    expect(status).toBe(421);
    expect(text).toContain('ORIGIN');
  });

  it('refuses a body that is too large, in a sentence that names the limit', async () => {
    const { status, text } = await ask({ UPLOAD_LIMIT_MB: '1' }, {}, 'x'.repeat(1024 * 1024 + 1));
    expect(status).toBe(413);
    expect(text).toContain('1 MB');
    expect((await ask({ UPLOAD_LIMIT_MB: '1' }, {}, 'x'.repeat(1024 * 1024))).status).toBe(200);
  });

  it('answers what nobody serves', async () => expect((await ask({}, { path: '/none' })).status).toBe(404));
});
