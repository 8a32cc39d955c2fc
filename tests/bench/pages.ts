/** The built server on a new data directory: how pages answer, what memory it takes, what script a browser loads. */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { chromium } from 'playwright-core';
import type { RunningServer } from '../support/built-server.ts';
import { chromiumPath } from '../support/chromium.js';
import { ms, spread, timingOf, type Timing } from './measure.ts';

const READERS = 20;

/** Milliseconds until the answer was read to its end. */
export function fetchOnce(url: string, agent?: Agent, status = 200): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== status) return reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on('end', () => resolve(performance.now() - began));
    }).on('error', reject);
  });
}

/** 20 readers at once, each asking again as soon as it is answered. */
async function load(url: string, requests: number, warmUp: number, status = 200): Promise<Timing & { perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const samples: number[] = [];
  let left = warmUp;
  const reader = async (into: number[]): Promise<void> => {
    while (left-- > 0) into.push(await fetchOnce(url, agent, status));
  };
  await Promise.all(Array.from({ length: READERS }, () => reader([])));
  left = requests;
  const began = performance.now();
  await Promise.all(Array.from({ length: READERS }, () => reader(samples)));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { ...timingOf(samples, warmUp), perSecond: samples.length / seconds };
}

/** `bare` is an address that does not exist: the page's frame with nothing in it. */
export async function benchPages(server: RunningServer, overview: string, bare: string): Promise<void> {
  console.log(`\nPages: ${READERS} readers at once over keep-alive, answers read to the end`);
  const agent = new Agent({ keepAlive: true });
  await fetchOnce(server.address + bare, agent, 404);
  const first = await fetchOnce(server.address + overview, agent);
  const again = await fetchOnce(server.address + overview, agent);
  agent.destroy();
  const page = await load(server.address + overview, 600, 200);
  const nothing = await load(server.address + bare, 600, 200, 404);
  console.log(`  overview ${overview}: ${page.perSecond.toFixed(0)} per second, answered in ${spread(page)}`);
  console.log(`  bare page (the shell around “no such page”) ${bare}: ${nothing.perSecond.toFixed(0)} per second, answered in ${spread(nothing)}`);
  console.log(`  overview ÷ bare page, warm: ${(nothing.perSecond / page.perSecond).toFixed(1)} (aim ≤ 5)`);
  console.log(`  overview, first time in a new process and uncached, one reader, bare page asked before: ${ms(first)}; second time ${ms(again)}`);
}

/** Highest resident memory of the process so far in MB; NaN where the system does not tell (it does on Linux). */
export function peakMegabytes(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
export function peakMemory(pid: number): string {
  const megabytes = peakMegabytes(pid);
  return Number.isNaN(megabytes) ? 'not known on this system' : `${megabytes.toFixed(0)} MB`;
}

/** All script that a browser loads with the first page, as sent over the wire. */
export async function benchScript(server: RunningServer, paths: string[]): Promise<void> {
  console.log('\nScript on first load, as sent (compressed), until the network is quiet');
  const executablePath = chromiumPath();
  if (!executablePath) return console.log('  not measured: no Chromium here');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const path of paths) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const response = await page.goto(server.address + path, { waitUntil: 'networkidle' });
      if (!response?.ok()) throw new Error(`${path} answered ${response?.status()}`);
      const scripts = await page.evaluate(() =>
        performance.getEntriesByType('resource').map((entry) => entry as PerformanceResourceTiming).filter((entry) => /\.js($|\?)/.test(entry.name)).map((entry) => entry.encodedBodySize));
      console.log(`  ${path}: ${(scripts.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0)} kB in ${scripts.length} files (aim ≤ 300 kB)`);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}
