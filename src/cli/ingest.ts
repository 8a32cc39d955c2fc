/** npm run ingest: brings files, folders and zip archives in. */
import { relative, resolve } from 'node:path';
import type { IngestedFile, IngestOptions, IngestSummary } from '../lib/server/ingest/ingest-paths.ts';
import { COUNTY_OPTION, readArguments, runCommand, UsageError } from './command-line/arguments.ts';
import { isUnreadable, linesOf, summaryLines } from './command-line/ingest-lines.ts';
import { withDatabase } from './command-line/with-database.ts';

const USAGE = `用法：npm run ingest -- [--county 代码] [--year 年度] [--archive] [--create-bodies] [--json] 路径…
  路径可以是文件、文件夹或 zip，一次送入为一批。--year 本批的报告年度，其他年度的先不入库；--archive 往年存档，不列为待办。
  --create-bodies 为名录里没有的单位建档。--json 每份文件一行 JSON。
  全部读出时退出码为 0，有读不出的文件为 1。
Usage: npm run ingest -- [--county CODE] [--year YEAR] [--archive] [--create-bodies] [--json] PATH…`;

await runCommand(USAGE, async () => {
  const { values, paths } = readArguments(process.argv.slice(2), { ...COUNTY_OPTION, year: { type: 'string' }, archive: { type: 'boolean' }, 'create-bodies': { type: 'boolean' }, json: { type: 'boolean' } });
  if (values.year !== undefined && !/^20(?:19|[2-9]\d)$/.test(values.year)) throw new UsageError('--year 应为年度，如 2024 · --year must be a year such as 2024');
  const options = (actor: string): IngestOptions => ({
    ...(values.year !== undefined && { year: Number(values.year) }), archive: values.archive ?? false, county: values.county, createBodies: values['create-bodies'] ?? false, paths: paths.map((path) => resolve(path)), actor,
  });
  const files: IngestedFile[] = [];
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const summary = await withDatabase('ingest', (config) => options(config.actor), (piece) => {
    const file = asTyped(piece as IngestedFile);
    files.push(file);
    for (const line of values.json ? [JSON.stringify(file)] : linesOf(file)) print(line);
  });
  if (!values.json) for (const line of summaryLines(files, summary as IngestSummary)) print(line);
  return files.some(isUnreadable) ? 1 : 0;
});

/** Paths as people typed them: below the folder they stand in. */
function asTyped(file: IngestedFile): IngestedFile {
  const short = relative(process.cwd(), file.file);
  return short.length < file.file.length ? { ...file, file: short } : file;
}
