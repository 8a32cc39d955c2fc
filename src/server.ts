/** The entry: the database that the configuration names, served until a signal. */
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig, type Config } from './lib/server/config.ts';
import { serve, type Running } from './lib/server/serve.ts';

async function main(): Promise<void> {
  const config = readConfig();
  say(config, await serve(config, join(import.meta.dirname, 'app')));
}

function say(config: Config, { handle, port }: Running): void {
  const loopback = /^(127\.|::1$|localhost$)/.test(config.host);
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const address = (host: string): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  const lines = [`请在浏览器打开 · Open in a browser: ${config.origin ?? address(everywhere ? 'localhost' : config.host)}`];
  if (everywhere) {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4');
    if (others.length > 0) lines.push(`局域网地址 · On the network: ${others.map((other) => address(other.address)).join(' ')}`);
  }
  lines.push(
    loopback
      ? '仅本机可以访问。要让其他电脑访问，请设置 HOST=0.0.0.0。 · Only this computer is served; set HOST=0.0.0.0 to serve others.'
      : '注意：尚无账户，凡能连到此地址的人都可以查看和上传。 · Note: there are no accounts yet; whoever reaches this address can read and upload.',
    handle.engine === 'embedded'
      ? `数据在 ${config.dataDir}（内置数据库，断电可能丢失最近的数据；正式使用请用 PostgreSQL）。 · Embedded database, no power-loss safety; use PostgreSQL in production.`
      : '数据在 PostgreSQL。 · Data in PostgreSQL.',
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  // What the operator can mend is said in a sentence; a fault of the programme comes with its place.
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
