import { afterEach, describe, expect, it, vi } from 'vitest';
import { COUNTY_OPTION, readArguments, runCommand, UsageError } from './arguments.ts';

describe('readArguments', () => {
  it('reads options and paths in any order, and paths that look like options after --', () => {
    const { values, paths } = readArguments(['a', '--county', '410726', '--', '--b'], COUNTY_OPTION);
    expect(values.county).toBe('410726');
    expect(paths).toEqual(['a', '--b']);
  });

  it.each([[['--no-such', 'a']], [['--county']], [[]], [['--county', '1']]])('refuses %j', (argv) => expect(() => readArguments(argv, COUNTY_OPTION)).toThrow(UsageError));
});

describe('runCommand', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  it.each([
    ['its number is the exit status', async () => 1, 1, ''],
    ['a wrong call shows the usage', async () => Promise.reject(new UsageError('缺少路径')), 2, '缺少路径\nUSAGE\n'],
    ['any other trouble shows its sentence', async () => Promise.reject(new Error('数据库不可用')), 1, '数据库不可用\n'],
  ])('%s', async (_name, work, status, said) => {
    const written: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => (written.push(String(text)), true));
    await runCommand('USAGE', work);
    const shown = process.exitCode;
    process.exitCode = undefined;
    expect([shown, written.join('')]).toEqual([status, said]);
  });
});
