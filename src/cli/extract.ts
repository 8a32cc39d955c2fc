/** npm run --silent extract: reads files and prints one JSON line a report; nothing is stored. */
import { extractLines } from '../lib/server/ingest/extract-lines.ts';
import { filesAt } from '../lib/server/ingest/files-at.ts';
import { readArguments, runCommand } from './command-line/arguments.ts';
import { findingLines } from './command-line/finding-lines.ts';
import { REFUSED, unreadableLine } from './command-line/ingest-lines.ts';

const USAGE = `用法：npm run --silent extract -- [--text] 文件…
  每份年报一行 JSON；--text 只列问题，写成文字，供报送前自查。读不出的文件输出 {"file","error"}，全部处理完后退出码为 1。
Usage: npm run --silent extract -- [--text] FILE…`;

await runCommand(USAGE, async () => {
  const { values, paths } = readArguments(process.argv.slice(2), { text: { type: 'boolean' } });
  let failed = false;
  const print = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
  for await (const found of filesAt(paths)) {
    const result = 'refused' in found ? found : await extractLines(found.bytes, found.name, found.file);
    if (Array.isArray(result)) result.forEach((report) => (values.text ? process.stdout.write(`${findingLines(report).join('\n')}\n`) : print(report)));
    else {
      failed = true;
      print({ file: found.file, error: 'refused' in result ? REFUSED[result.refused] : unreadableLine(result) });
    }
  }
  return failed ? 1 : 0;
});
