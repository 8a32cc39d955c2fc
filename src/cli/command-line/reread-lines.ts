/** What `npm run reread` prints: for every report that is now read otherwise its figures and findings, and at the end the sums. */
import { figureLabel } from '../../lib/checks/figure-label.ts';
import { editionOf } from '../../lib/form/edition.ts';
import { m } from '../../lib/paraglide/messages.js';
import type { ReadValue, RereadFigure } from '../../lib/server/ingest/compare-reading.ts';
import type { RereadFinding, RereadPiece, RereadSummary } from '../../lib/server/ingest/reread.ts';
import { reasonOf } from './ingest-lines.ts';

type Change = Exclude<RereadPiece, { kind: 'progress' }>;
type OfReport = Extract<Change, { version: number }>;

const zh = { locale: 'zh' } as const;
const REASONS: Record<NonNullable<ReadValue['missing']>, () => string> = {
  blank: () => m.missing_blank({}, zh), dash: () => m.missing_dash({}, zh), none: () => m.missing_none({}, zh), text: () => m.missing_text({}, zh),
  not_a_count: () => m.missing_not_a_count({}, zh), unreadable: () => m.missing_unreadable({}, zh), absent: () => m.missing_absent({}, zh),
};
const LEVELS = { error: () => m.level_error({}, zh), query: () => m.level_query({}, zh), note: () => m.level_note({}, zh) };
const KINDS = { reading_corrected: () => m.correction_reading({}, zh), changed_by_body: () => m.correction_body({}, zh), zero_for_body: () => m.correction_zero({}, zh) };
const STATES = { current: '现用', proposed: '待采用' };

const heading = ({ body, year, scope, version, file }: OfReport, state = ''): string => `${body}  ${year}年${scope === 'rollup' ? '（汇总）' : ''}  第${version}稿${state}  ← ${file}`;

function valueOf({ value, missing, inferred }: ReadValue): string {
  if (value !== null) return inferred ? `${value}（推定）` : String(value);
  return `缺（${REASONS[missing ?? 'absent']()}）`;
}

function figureLine(year: number, { figure, before, after, corrected }: RereadFigure): string {
  const line = `  ${figureLabel(figure, 'zh', editionOf(year))}：${valueOf(before)} → ${valueOf(after)}`;
  if (!corrected) return line;
  const correction = `${KINDS[corrected.kind]()}为${corrected.value ?? '无数字'}`;
  return `${line}；已${correction}，${corrected.agrees ? '现在读出的数与更正相同' : '更正仍然适用'}`;
}

const findingLines = (appeared: readonly RereadFinding[], gone: readonly RereadFinding[]): string[] => [
  ...appeared.map(({ level, message }) => `  ＋${LEVELS[level]()}：${message}`), ...gone.map(({ level, message }) => `  －${LEVELS[level]()}：${message}`),
];

/** The lines of one change. */
export function rereadLines(change: Change): string[] {
  switch (change.kind) {
    case 'report': {
      const { figures, appeared, gone, kept } = change;
      const only = figures.length === 0 ? ['  数字不变；原文位置、文字或格式记录有变'] : [];
      return [heading(change, `（${STATES[change.state]}）`), ...only, ...figures.map((figure) => figureLine(change.year, figure)), ...findingLines(appeared, gone), ...(kept === null ? [] : [`  已存为第${kept}稿`])];
    }
    case 'neighbour':
      return [heading(change), '  本身不变；上年年报的数变了，与上年的比对随之变化', ...findingLines(change.appeared, change.gone)];
    case 'lost': {
      const why = change.readAs ? `现在读作${change.readAs.body ?? '未读出单位'} ${change.readAs.year ?? '未读出年度'}` : `现在读不出${change.why ? `（${reasonOf(change.why)}）` : ''}`;
      return [heading(change), `  ${why}；保留原来的识读，请人工核对`];
    }
    case 'attachment':
      return [heading(change), `  附件与这一稿的数字不再相同（${change.figures.length}格），请人工核对`];
    case 'found':
      return change.parts.map(({ body, year }) => `${body ?? '未读出单位'}  ${year ?? '未读出年度'}年  ← ${change.file}\n  原来读不出或待认领，现在读出；${change.kept ? '已按新收件处理' : '保存时按新收件处理'}`);
  }
}

/** Progress for the terminal: a line that rewrites itself, or a line for every tenth where it is no terminal; null between. */
export function progressLine({ done, of }: { done: number; of: number }, terminal: boolean): string | null {
  if (terminal) return `\r已重读 ${done} / ${of}${done === of ? '\n' : ''}`;
  return Math.floor((10 * done) / of) > Math.floor((10 * (done - 1)) / of) ? `已重读 ${done} / ${of}\n` : null;
}

/** The end: how many of what, and whether it was kept. */
export function rereadSummaryLines(changes: readonly Change[], { county, readerVersion, documents, reports, kept }: RereadSummary): string[] {
  const changed = changes.filter((change) => change.kind === 'report');
  const withFigures = changed.filter(({ figures }) => figures.length > 0);
  const cells = withFigures.reduce((sum, { figures }) => sum + figures.length, 0);
  const judged = changes.filter((change) => change.kind === 'report' || change.kind === 'neighbour');
  const [appeared, gone] = [judged.reduce((sum, change) => sum + change.appeared.length, 0), judged.reduce((sum, change) => sum + change.gone.length, 0)];
  const count = (kind: Change['kind'], words: string): string => {
    const n = changes.filter((change) => change.kind === kind).length;
    return n > 0 ? `；${words}${n}份` : '';
  };
  const agrees = withFigures.flatMap(({ figures }) => figures).filter(({ corrected }) => corrected?.agrees).length;
  const skipped = kept ? changed.filter((change) => change.kept === null).length : 0;
  return [
    ...(changes.length > 0 ? [''] : []),
    `${county.name}（${county.code}）：用第${readerVersion}版识读程序重读文件${documents}份，比对年报${reports}份；数字有变${withFigures.length}份（${cells}格），只有位置或文字有变${changed.length - withFigures.length}份；问题增加${appeared}条，消失${gone}条`
    + `${agrees > 0 ? `；与更正相同${agrees}格` : ''}${count('lost', '现在读不出或读作他份')}${count('attachment', '附件不再相同')}${count('found', '新读出')}。`,
    kept
      ? `已保存${changed.length - skipped}份为新的一稿，人工更正照旧适用。${skipped > 0 ? `另有${skipped}份在重读期间被改动，没有保存，请再运行一次。` : ''}`
      : changed.length + changes.filter(({ kind }) => kind === 'found').length > 0 ? '以上只是预览，没有保存。要保存，请运行 npm run reread -- --keep' : '没有需要保存的变化。',
  ];
}
