/** The threads of the built programme that read documents. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoCounty } from '../../src/lib/demo/demo-county.ts';
import { openReaderPool, READER_LIMITS } from '../../src/lib/server/ingest/reader-pool.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'readers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const DOCUMENTS = demoCounty().documents.filter(({ name, role }) => role === 'main' && /\.(html|docx)$/.test(name)).slice(0, 6);

/** A thread that does what a name asks for, in the protocol of the real one. */
const odd = (): string => {
  const file = join(folder, 'odd.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ name }) => {
  if (name === 'loop') for (;;);
  if (name === 'memory') { const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length)); }
  if (name === 'exit') process.exit(3);
  parentPort.postMessage({ read: { unreadable: 'empty', format: 'text' } });
});
parentPort.postMessage({ ready: true });`);
  return file;
};

describe('the readers', () => {
  it('give what reading in this thread gives', async () => {
    const pool = await openReaderPool(2);
    try {
      const read = await Promise.all(DOCUMENTS.map(({ name, bytes }) => pool.read(bytes, name)));
      for (const [index, { name, bytes }] of DOCUMENTS.entries()) {
        const here = await readReports(bytes, name);
        const there = read[index];
        if (!there || 'unreadable' in here || 'unreadable' in there) throw new Error(name);
        expect(there.reports).toEqual(here.reports);
        expect(there.document.format).toBe(here.document.format);
      }
    } finally {
      await pool.close();
    }
  });

  it.each(['loop', 'memory', 'exit'])('lose the document that ends its reader by %s, and no other', async (name) => {
    const pool = await openReaderPool(2, { megabytes: 32, milliseconds: name === 'loop' ? 1_000 : READER_LIMITS.milliseconds }, odd());
    try {
      const outcomes = await Promise.all(['good', name, 'good', 'good', name, 'good'].map((wish) => pool.read(new Uint8Array(8), wish)));
      expect(outcomes.map((outcome) => 'unreadable' in outcome && outcome.unreadable)).toEqual(['empty', 'given_up', 'empty', 'empty', 'given_up', 'empty']);
    } finally {
      await pool.close();
    }
  });

  it('are refused with a sentence where they cannot start', async () => {
    const file = join(folder, 'broken.mjs');
    writeFileSync(file, 'throw new Error("no such library");');
    await expect(openReaderPool(2, READER_LIMITS, file)).rejects.toThrow(/读取文件的线程无法启动.*no such library/);
    await expect(openReaderPool(2, READER_LIMITS, join(folder, 'none.mjs'))).rejects.toThrow('读取文件的线程无法启动');
  });
});
