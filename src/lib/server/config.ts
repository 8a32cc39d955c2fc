/**
 * The only place that reads the environment. Everything is optional: without configuration the programme keeps an
 * embedded database in ./data and listens on the loopback interface alone.
 */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';

export interface Config {
  /** PostgreSQL address of the application; undefined means the embedded database in `dataDir`. */
  databaseUrl?: string;
  /** Address used for migrations where the application's role may not change the schema. */
  databaseOwnerUrl?: string;
  /** Absolute. */
  dataDir: string;
  port: number;
  host: string;
  /** Whether HOST was given: without it nobody but this computer is served. */
  hostGiven: boolean;
  /** Public address, e.g. https://nianbao.example.gov.cn, where a proxy stands in front. */
  origin?: string;
  /** Largest request body in bytes. */
  bodySizeLimit: number;
  /** Code and name of the county that the first ingest into an empty database creates. */
  countyCode: string;
  countyName: string;
  /** Who is written down for what is done here; the user name of the operating system unless given. */
  actor: string;
}

/** A value of the environment that cannot be used; the message says which and what is expected, in both languages. */
export class ConfigError extends Error {}

const COUNTY_CODE = /^[0-9A-Za-z-]{1,20}$/;

/**
 * Reads the configuration. Empty values count as not given.
 * @throws {ConfigError} on a value that cannot be used
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const postgres = (name: string): string | undefined => {
    const url = given(name);
    if (url && !/^postgres(ql)?:\/\//.test(url)) throw new ConfigError(`${name} 应以 postgres:// 开头 · ${name} must start with postgres://`);
    return url;
  };

  const port = Number(given('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ConfigError('PORT 应为 0–65535 的整数 · PORT must be an integer from 0 to 65535');

  const megabytes = Number(given('UPLOAD_LIMIT_MB') ?? 64);
  if (!Number.isFinite(megabytes) || megabytes <= 0) throw new ConfigError('UPLOAD_LIMIT_MB 应为正数 · UPLOAD_LIMIT_MB must be a positive number');

  const origin = given('ORIGIN');
  if (origin && !isOrigin(origin)) throw new ConfigError('ORIGIN 应形如 https://名称[:端口] · ORIGIN must look like https://name[:port]');

  const countyCode = given('COUNTY_CODE') ?? '000000';
  if (!COUNTY_CODE.test(countyCode)) throw new ConfigError('COUNTY_CODE 应为行政区划代码，如 410726 · COUNTY_CODE must be an area code such as 410726');

  return {
    databaseUrl: postgres('DATABASE_URL'),
    databaseOwnerUrl: postgres('DATABASE_OWNER_URL'),
    dataDir: resolve(given('DATA_DIR') ?? './data'),
    port,
    host: given('HOST') ?? '127.0.0.1',
    hostGiven: given('HOST') !== undefined,
    origin: origin && new URL(origin).origin,
    bodySizeLimit: Math.round(megabytes * 1024 * 1024),
    countyCode,
    countyName: given('COUNTY_NAME') ?? '本县',
    actor: given('ACTOR') ?? userName(),
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && (url.pathname === '/' || url.pathname === '') && !url.search && !url.hash;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
