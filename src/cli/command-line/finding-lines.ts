/** What `npm run extract -- --text` prints of a report: its findings in words, errors first; what is folded is part of another. */
import { wordLevel } from '../../lib/checks/wording.ts';
import type { ExtractedReport } from '../../lib/server/ingest/extract-lines.ts';

export function findingLines({ file, part, body, year, findings }: ExtractedReport): string[] {
  const open = findings.filter(({ foldedUnder }) => foldedUnder === undefined);
  const heading = `${body ?? '（未识别单位）'}  ${year === null ? '（未识别年度）' : `${year}年`}  ← ${file}${part === undefined ? '' : `（第${part}份）`}`;
  if (open.length === 0) return [heading, '  没有发现问题'];
  return [heading, ...open.flatMap(({ level, message, quote }) => [`  ${wordLevel(level, 'zh')}：${message}`, ...(quote === undefined ? [] : [`    原句：${quote}`])])];
}
