/** npm run reread: reads all stored documents with the present reader, and shows what changes before it is kept. */
import type { RereadOptions, RereadPiece, RereadSummary } from '../lib/server/ingest/reread.ts';
import { COUNTY_OPTION, readArguments, runCommand } from './command-line/arguments.ts';
import { progressLine, rereadLines, rereadSummaryLines } from './command-line/reread-lines.ts';
import { withDatabase } from './command-line/with-database.ts';

const USAGE = `用法：npm run reread -- [--county 代码] [--keep] [--json]
  用现在的识读程序重读全部文件，列出每份年报有变的数、出现和消失的问题。不加 --keep 只看不存；
  加 --keep 存为新的一稿，人工更正照旧适用。--json 每处变化一行 JSON。
  有原来读得出、现在读不出的文件时退出码为 1。
Usage: npm run reread -- [--county CODE] [--keep] [--json]`;

await runCommand(USAGE, async () => {
  const { values } = readArguments(process.argv.slice(2), { ...COUNTY_OPTION, keep: { type: 'boolean' }, json: { type: 'boolean' } }, 0);
  const changes: Exclude<RereadPiece, { kind: 'progress' }>[] = [];
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const summary = await withDatabase('reread', ({ actor }): RereadOptions => ({ county: values.county, keep: values.keep ?? false, actor }), (sent) => {
    const piece = sent as RereadPiece;
    if (piece.kind === 'progress') {
      const line = progressLine(piece, process.stderr.isTTY);
      if (line !== null) process.stderr.write(line);
      return;
    }
    changes.push(piece);
    for (const line of values.json ? [JSON.stringify(piece)] : rereadLines(piece)) print(line);
  });
  if (!values.json) for (const line of rereadSummaryLines(changes, summary as RereadSummary)) print(line);
  return changes.some(({ kind }) => kind === 'lost') ? 1 : 0;
});
