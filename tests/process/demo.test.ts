/** The demo as a visitor starts it: it reads the fictional county, says where, serves it, and leaves nothing behind. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cleanEnvironment } from '../support/built-server.ts';

it('reads a county, serves it and removes it', { timeout: 300_000 }, async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'demo-test-'));
  const child = spawn(process.execPath, ['build/cli/demo.js'], { env: cleanEnvironment({ TMPDIR: temporary }), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    let said = '';
    const address = await new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        said += chunk.toString('utf8');
        const found = /Open in a browser: (http:\S+)/.exec(said);
        if (found?.[1]) resolve(found[1]);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      void ended.then((status) => reject(new Error(`The demo ended with ${status}: ${said}`)));
    });
    expect(said).toMatch(/均为虚构.*fiction/);
    expect(said).toMatch(/Reading 418\/418/);
    expect(said).toContain('npm run ingest');
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('青禾县（虚构）');
    const report = await fetch(new URL('/c/990101/reports/002/2024/own', address));
    expect(report.status).toBe(200);
    expect(await report.text()).toContain('青禾县人民政府办公室');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(temporary, { recursive: true });
  }
});
