/** What `npm run recheck` prints: a line a report, and at the end the sums of each check. */
import { wordCheck } from '../../lib/checks/wording.ts';
import type { RecheckedReport, RecheckSummary } from '../../lib/server/ingest/recheck.ts';

const titles = (checks: readonly string[]): string => checks.map((check) => `${wordCheck(check, 'zh').title}（${check}）`).join('、');

/** 青禾县民政局  2024年  第1稿  ＋表头文字有误（…）  －… */
export function recheckLine({ body, year, scope, version, failing, passing }: RecheckedReport): string {
  const changes = [...(failing.length > 0 ? [`＋${titles(failing)}`] : []), ...(passing.length > 0 ? [`－${titles(passing)}`] : [])];
  return [body, `${year}年${scope === 'rollup' ? '（汇总）' : ''}`, `第${version}稿`, ...changes].join('  ');
}

export function recheckSummaryLines(reports: readonly RecheckedReport[], { county, catalogueVersion, reports: all, stored }: RecheckSummary): string[] {
  const sums = new Map<string, { failing: number; passing: number }>();
  for (const report of reports)
    for (const way of ['failing', 'passing'] as const)
      for (const check of report[way]) {
        const sum = sums.get(check) ?? { failing: 0, passing: 0 };
        sum[way] += 1;
        sums.set(check, sum);
      }
  const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([check, { failing, passing }]) => `  ${titles([check])}：新出现${failing}份，不再出现${passing}份`);
  const end = stored ? '已存为新的审核结果，人工认定不变' : '只看未存（去掉 --what-if 即存）';
  return [`${county.name} ${county.code}  规则目录第${catalogueVersion}版  重审${all}份，有变${reports.length}份`, ...lines, end];
}
