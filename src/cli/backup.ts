/** npm run backup: all that the database holds, in one file. */
import { resolve } from 'node:path';
import type { BackupSummary } from '../lib/server/backup/backup-format.ts';
import type { BackupOptions } from '../lib/server/backup/write-backup.ts';
import { readArguments, runCommand, UsageError } from './command-line/arguments.ts';
import { backupLines } from './command-line/backup-lines.ts';
import { withDatabase } from './command-line/with-database.ts';

const USAGE = `用法：npm run backup -- [--force] 文件
  把数据库里的全部内容（含收到的文件）存成一个文件，写完即核对。服务运行时也可以做。--force 替换已有的文件。
Usage: npm run backup -- [--force] FILE`;

await runCommand(USAGE, async () => {
  const { values, paths } = readArguments(process.argv.slice(2), { force: { type: 'boolean' } });
  if (paths.length > 1) throw new UsageError('只能给一个文件 · Give one file');
  const options: BackupOptions = { file: resolve(paths[0] ?? ''), force: values.force ?? false };
  const summary = await withDatabase('backup', () => options, () => undefined);
  for (const line of backupLines(summary as BackupSummary, { zh: '已备份', en: 'Backed up' })) process.stdout.write(`${line}\n`);
  return 0;
});
