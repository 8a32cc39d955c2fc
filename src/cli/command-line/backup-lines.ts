/** What backup and restore tell a person. */
import type { BackupSummary } from '../../lib/server/backup/backup-format.ts';

/** `done` says what was done, in both languages. */
export function backupLines({ file, bytes, made_at, totals }: BackupSummary, done: { zh: string; en: string }): string[] {
  const rows = (table: string): number => totals.find((total) => total.table === table)?.rows ?? 0;
  const all = totals.reduce((sum, total) => sum + total.rows, 0).toLocaleString('en');
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(made_at));
  return [
    `${done.zh}：${rows('bodies')}个单位、${rows('reports')}份年报（含各版本）、${rows('documents')}份文件；${totals.length}张表共${all}行，数目与校验值均相符。`,
    `${done.en}: ${rows('bodies')} bodies, ${rows('reports')} reports (all versions), ${rows('documents')} documents; ${all} rows in ${totals.length} tables, counts and hashes agree.`,
    `${file}（${size}，${made}）`,
  ];
}
