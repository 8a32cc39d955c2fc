import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs nothing, and then serves this computer alone from an embedded database', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ databaseUrl: undefined, dataDir: resolve('data'), port: 3000, host: '127.0.0.1', hostGiven: false, countyCode: '000000', countyName: '本县', bodySizeLimit: 67108864 });
    expect(config.actor).not.toBe('');
  });

  it('takes empty values as not given', () => {
    expect(readConfig({ HOST: '', PORT: ' ', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('takes what is given', () => {
    const config = readConfig({ HOST: '0.0.0.0', PORT: '8080', DATABASE_URL: 'postgres://a@b/c', ACTOR: '张三', ORIGIN: 'https://nianbao.example/', DATA_DIR: '/srv/data' });
    expect(config).toMatchObject({ host: '0.0.0.0', hostGiven: true, port: 8080, databaseUrl: 'postgres://a@b/c', actor: '张三', origin: 'https://nianbao.example', dataDir: '/srv/data' });
  });

  it.each([
    ['PORT', 'abc'], ['PORT', '70000'], ['PORT', '1.5'], ['DATABASE_URL', 'mysql://x'], ['ORIGIN', 'example.org'], ['ORIGIN', 'https://a/b'],
    ['ORIGIN', 'ftp://a'], ['COUNTY_CODE', 'a/b'], ['UPLOAD_LIMIT_MB', '0'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});
