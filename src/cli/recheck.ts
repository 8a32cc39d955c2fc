/** npm run recheck: runs the present checks over all stored reports, and shows what newly fails and passes. */
import type { RecheckedReport, RecheckOptions, RecheckPiece, RecheckSummary } from '../lib/server/ingest/recheck.ts';
import { COUNTY_OPTION, readArguments, runCommand } from './command-line/arguments.ts';
import { recheckLine, recheckSummaryLines } from './command-line/recheck-lines.ts';
import { withDatabase } from './command-line/with-database.ts';

const USAGE = `用法：npm run recheck -- [--county 代码] [--what-if] [--json]
  用现在的审核规则重审全部已存年报，按规则列出新出现和不再出现的问题。--what-if 只看不存。
  人工认定（属实、不属实、说明、特准）挂在问题上，重审后不变。
Usage: npm run recheck -- [--county CODE] [--what-if] [--json]`;

await runCommand(USAGE, async () => {
  const { values } = readArguments(process.argv.slice(2), { ...COUNTY_OPTION, 'what-if': { type: 'boolean' }, json: { type: 'boolean' } }, 0);
  const reports: RecheckedReport[] = [];
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const summary = await withDatabase('recheck', (): RecheckOptions => ({ county: values.county, whatIf: values['what-if'] ?? false }), (sent) => {
    const piece = sent as RecheckPiece;
    if (piece.kind === 'progress') return;
    reports.push(piece);
    print(values.json ? JSON.stringify(piece) : recheckLine(piece));
  });
  if (!values.json) for (const line of recheckSummaryLines(reports, summary as RecheckSummary)) print(line);
  return 0;
});
