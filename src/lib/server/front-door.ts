/**
 * What every request passes before SvelteKit sees it: only hosts that are ours, only bodies of a size we take, and the
 * protocol written down by us, so that the origin of forms over plain http on a LAN is right (adapter-node assumes https
 * and answers such forms with 403) and nobody outside can choose it.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isAllowedHost, type KnownHosts } from './allowed-host.ts';
import type { Config } from './config.ts';

/** Header that carries the protocol to adapter-node (its PROTOCOL_HEADER). */
const PROTOCOL_HEADER = 'x-served-over';

export type KitHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Settings of adapter-node, which it reads from the environment while it is being loaded. */
export function kitEnvironment(config: Config): Record<string, string | undefined> {
  return {
    ORIGIN: config.origin,
    PROTOCOL_HEADER,
    HOST_HEADER: undefined,
    PORT_HEADER: undefined,
    // One more than the front door lets through, so that the refusal with a sentence comes first.
    BODY_SIZE_LIMIT: String(config.bodySizeLimit + 1),
  };
}

/** The listener of the http server around Kit's handler. `computer` is the name of this computer. */
export function frontDoor(kit: KitHandler, config: Config, computer: string): RequestListener {
  const known: KnownHosts = { hostGiven: config.hostGiven, host: config.host, origin: config.origin, computer };
  return (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    if (!isAllowedHost(request.headers.host, known))
      return refuse(response, 421, '此地址未登记。请用 IP 地址访问，或由管理员设置 ORIGIN。', 'This host name is not known here. Use the IP address, or set ORIGIN.');
    if (Number(request.headers['content-length'] ?? 0) > config.bodySizeLimit) {
      const megabytes = Math.floor(config.bodySizeLimit / 1024 / 1024);
      // A browser shows the answer only when it could send everything: the body is read and thrown away.
      return void request.resume().on('end', () => refuse(response, 413, `一次上传不能超过 ${megabytes} MB。请分几次上传，或用 npm run ingest 导入。`, `One upload takes at most ${megabytes} MB. Upload in parts, or use npm run ingest.`));
    }
    request.headers[PROTOCOL_HEADER] = 'http';
    kit(request, response, () => refuse(response, 404, '没有此页。', 'There is no such page.'));
  };
}

function refuse(response: ServerResponse, status: number, zh: string, en: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', connection: 'close', 'content-security-policy': "default-src 'none'" });
  response.end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${status}</title><p>${zh}</p><p lang="en">${en}</p></html>`);
}
