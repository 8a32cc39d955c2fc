/** npm run restore: brings a backup into the database that the configuration names, which must be empty. */
import { resolve } from 'node:path';
import { checkBackup } from '../lib/server/backup/read-backup.ts';
import { restoreBackup } from '../lib/server/backup/restore-backup.ts';
import { readConfig } from '../lib/server/config.ts';
import { readArguments, runCommand, UsageError } from './command-line/arguments.ts';
import { backupLines } from './command-line/backup-lines.ts';

const USAGE = `用法：npm run restore -- [--check] 文件
  把备份恢复到空的数据库：DATABASE_URL 指定的 PostgreSQL，或 DATA_DIR 里的内置数据库。请先停止服务。
  --check 只核对备份文件，不恢复。
Usage: npm run restore -- [--check] FILE`;

await runCommand(USAGE, async () => {
  const { values, paths } = readArguments(process.argv.slice(2), { check: { type: 'boolean' } });
  if (paths.length > 1) throw new UsageError('只能给一个文件 · Give one file');
  const file = resolve(paths[0] ?? '');
  const summary = values.check ? await checkBackup(file) : await restoreBackup(readConfig(), file);
  for (const line of backupLines(summary, values.check ? { zh: '备份完好', en: 'Sound' } : { zh: '已恢复', en: 'Restored' })) process.stdout.write(`${line}\n`);
  return 0;
});
