/**
 * `npm run demo`: a fictional county to try the dashboard on. Its documents are written to a temporary folder, read by the
 * same line as real ones into a throw-away database, and served; everything is removed at the end.
 * `npm run demo -- --write FOLDER` only writes the documents and their manifest.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WRITTEN } from '../lib/checks/catalogue.ts';
import { demoCounty, type DemoCounty } from '../lib/demo/demo-county.ts';
import { readConfig, type Config } from '../lib/server/config.ts';
import { reader } from '../lib/server/ingest/handle.ts';
import { filesAt } from '../lib/server/ingest/files-at.ts';
import { serve } from '../lib/server/serve.ts';
import { today } from '../lib/server/today.ts';
import { readArguments, runCommand } from './command-line/arguments.ts';
import { loadCounty } from './demo/load-county.ts';
import { writeCounty, writeDocuments } from './demo/write-county.ts';

const USAGE = `用法 · Usage: npm run demo [-- --write FOLDER]
  --write FOLDER  只写出虚构文稿和清单，不启动 · only write the fictional documents and their manifest`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function demo(): Promise<number> {
  const { values } = readArguments(process.argv.slice(2), { write: { type: 'string' } }, 0);
  const county = demoCounty();
  if (values.write !== undefined) {
    const folder = resolve(values.write);
    await writeCounty(county, folder);
    say(`已写出${county.files.length}个文件和 manifest.json：${folder} · Written: ${county.files.length} files and manifest.json`);
    return 0;
  }

  // The throw-away database is embedded, whatever the environment says.
  const folder = await mkdtemp(join(tmpdir(), 'qinghe-demo-'));
  const config: Config = { ...readConfig(), databaseUrl: undefined, databaseOwnerUrl: undefined, dataDir: join(folder, 'data') };
  say('青禾县（虚构）：县名、机关、文稿、数据均为虚构，只供试用。 · The county of Qinghe, its bodies, documents and figures are fiction, made to try the dashboard.');
  const paths = await writeDocuments(county, join(folder, 'documents'));
  const running = await serve(config, join(import.meta.dirname, '..', 'app'), () => rm(folder, { recursive: true, force: true }));
  const stop = new AbortController();
  let loading: Promise<unknown> = Promise.resolve();
  running.beforeClose(async () => {
    stop.abort();
    await loading;
  });
  try {
    const options = { actor: config.actor, today: today(), read: reader(), signal: stop.signal, onDocument: progress(county) };
    loading = loadCounty(running.handle.db, county, options, filesAt(paths));
    await loading;
  } catch (error) {
    loading = Promise.resolve();
    await running.close();
    throw error;
  }
  if (!stop.signal.aborted) explain(county, config, running.port);
  return 0;
}

/** On a terminal one line that moves; in a log a line for every tenth. */
function progress({ documents }: DemoCounty): (document: { name: string }, result: unknown, done: number) => void {
  const started = performance.now();
  let told = 0;
  return ({ name }, _result, done) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    const line = `读入 · Reading ${done}/${documents.length}  ${seconds} s`;
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}  ${name}${done === documents.length ? '\r\u001b[K' : ''}`);
    else if (Math.floor((done * 10) / documents.length) > told) {
      told = Math.floor((done * 10) / documents.length);
      say(line);
    }
  };
}

function explain({ county, documents, bodies, manifest }: DemoCounty, { host }: Config, port: number): void {
  const address = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}/`;
  const reports = documents.filter(({ role }) => role === 'main').length;
  const { defects, oddities } = manifest;
  const written = new Set(WRITTEN.map(({ id }) => id));
  const found = defects.filter(({ expected }) => expected.some(({ check }) => written.has(check))).length;
  say(`
请在浏览器打开 · Open in a browser: ${address}c/${county.code}/
${county.name}：${bodies.length}个单位，2019–2025年度${reports}份年报。有意埋入${defects.length}处问题（含未报、迟报），现有审核规则能查出${found}处；另有${oddities.length}处看似有误、其实合规。
${bodies.length} bodies and ${reports} reports of 2019–2025, with ${defects.length} planted defects (the checks written so far find ${found}) and ${oddities.length} lawful oddities. Nothing of it is real.
换成本单位的文件 · Go on with files of your own:  npm start  ，另开一个终端 · and in another terminal  npm run ingest -- 文件夹
  （文件夹里可放 txt、html、docx、xlsx 和 zip；演示数据不会带过去 · txt, html, docx, xlsx and zip; nothing of the demo is carried over）
想看虚构文稿 · To see the fictional documents:  npm run demo -- --write FOLDER
按 Ctrl+C 结束，演示数据随即删除。 · Ctrl+C ends the demo and removes its data.`);
}

await runCommand(USAGE, demo);
