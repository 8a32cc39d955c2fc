/** The line from bytes to findings, against what parse5 alone takes on the same bytes. */
import { parse } from 'parse5';
import { checkReport } from '../../src/lib/checks/check-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { measure, ms, spread, timingOf } from './measure.ts';

export interface Input {
  name: string;
  bytes: Uint8Array;
}

/** Bytes to findings; the number of findings, so that nothing is optimised away. */
async function line({ name, bytes }: Input): Promise<number> {
  const read = await readReports(bytes, name);
  if ('unreadable' in read) throw new Error(`${name} cannot be read: ${read.unreadable}`);
  let findings = 0;
  for (const { report, figures } of read.reports) {
    findings += checkReport({ ...report, figures }).findings.length;
  }
  return findings;
}

/** Prints one line per input and the median of the ratios. */
export async function benchLine(html: Input[], text: Input[]): Promise<void> {
  console.log('\nThe line: bytes → document → recognition → figures → findings, one thread');
  const ratios: number[] = [];
  for (const input of html) {
    const source = new TextDecoder().decode(input.bytes);
    const whole = await measure(() => line(input));
    const parser = await measure(() => parse(source));
    ratios.push(whole.median / parser.median);
    console.log(`  ${input.name} (${(input.bytes.length / 1024).toFixed(0)} kB html): ${spread(whole)} ÷ parse5 ${spread(parser)} = ${(whole.median / parser.median).toFixed(1)}`);
  }
  const over = timingOf(ratios, 0);
  console.log(`  html ÷ parse5: median ${over.median.toFixed(1)}, worst ${Math.max(...ratios).toFixed(1)} over ${ratios.length} documents (aim ≤ 8)`);
  const texts: number[] = [];
  for (const input of text) texts.push((await measure(() => line(input), 40, 10)).median);
  if (texts.length > 0) console.log(`  text: median ${ms(timingOf(texts, 0).median)}, worst ${ms(Math.max(...texts))} over ${texts.length} documents`);
}
