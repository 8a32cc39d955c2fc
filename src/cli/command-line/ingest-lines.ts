/** What `npm run ingest` prints: a line for every report, and at the end the sums and what could not be read, with the reason. */
import { LEVELS } from '../../lib/checks/finding.ts';
import { m } from '../../lib/paraglide/messages.js';
import type { DocumentOutcome, OutcomeDetail, PartOutcome } from '../../lib/server/database/schema.ts';
import type { RefusedFile } from '../../lib/server/ingest/files-at.ts';
import type { IngestedFile, IngestedReport, IngestSummary } from '../../lib/server/ingest/ingest-paths.ts';

const zh = { locale: 'zh' } as const;

const OUTCOMES: Record<Exclude<DocumentOutcome, 'received'> | PartOutcome | 'known', () => string> = {
  new: () => m.outcome_new({}, zh), same_figures: () => m.outcome_same_figures({}, zh), proposed: () => m.outcome_proposed({}, zh),
  body_unknown: () => m.outcome_body_unknown({}, zh), year_unknown: () => m.outcome_year_unknown({}, zh), before_form: () => m.outcome_before_form({}, zh),
  left_aside: () => m.outcome_left_aside({}, zh), held: () => m.outcome_held({}, zh), left_out: () => m.outcome_left_out({}, zh),
  read: () => m.outcome_new({}, zh), unreadable: () => m.outcome_unreadable({}, zh), not_a_report: () => m.outcome_not_a_report({}, zh), known: () => m.outcome_known({}, zh),
};
const TODO: Partial<Record<DocumentOutcome | PartOutcome | 'known', () => string>> = {
  unreadable: () => m.todo_unreadable({}, zh), not_a_report: () => m.todo_not_a_report({}, zh), year_unknown: () => m.todo_year_unknown({}, zh),
  held: () => '请在网页“收件”里打开这一批，选择“收入”或“不收”。', proposed: () => m.todo_proposed({}, zh), before_form: () => m.todo_before_form({}, zh),
  body_unknown: () => '请加 --create-bodies，或在网页“建立单位名录”里建立。',
};
const UNREADABLE: Record<string, (format: string) => string> = {
  format: (format) => m.unreadable_format({ format }, zh), empty: () => m.unreadable_empty({}, zh), encoding: () => m.unreadable_encoding({}, zh),
  too_large: () => m.unreadable_too_large({}, zh), damaged: (format) => m.unreadable_damaged({ format }, zh),
  locked: () => m.unreadable_locked({}, zh), scan: () => m.unreadable_scan({}, zh), given_up: () => m.unreadable_given_up({}, zh),
};
const UNREADABLE_TODO: Record<string, () => string> = { locked: () => m.todo_locked({}, zh), scan: () => m.todo_scan({}, zh), given_up: () => m.todo_given_up({}, zh) };
/** Why a file was not even opened, in words. */
export const REFUSED: Record<RefusedFile['refused'], string> = {
  'not found': '没有这个文件', 'not permitted': '没有权限读取', 'no file': '不是文件', 'cannot be read': '读取失败', 'too large': '文件过大',
  'too many entries': '压缩包内文件过多', 'not a zip': '压缩包已损坏', damaged: '压缩包已损坏，或其中的文件已损坏', encrypted: '压缩包有密码', method: '压缩方式不支持',
};
const RESAVE: Record<string, () => string> = { rar: () => m.resave_unpack({}, zh), '7z': () => m.resave_unpack({}, zh), mail: () => m.resave_mail({}, zh), ofd: () => m.resave_ofd({}, zh) };
const FORMAT_WORDS: Record<string, string> = { mail: m.format_mail({}, zh), ofd: 'OFD', rtf: 'RTF', image: m.format_image({}, zh), unknown: m.format_unknown({}, zh), text: m.format_text({}, zh) };
const LEVEL_WORDS = { error: m.level_error({}, zh), query: m.level_query({}, zh), note: m.level_note({}, zh) };

/** Files that are named under one thing to do; the lines above name all. */
const SPELLED = 10;

/** A file that nobody could read: the exit status says so too. */
export function isUnreadable(file: IngestedFile): boolean {
  return 'refused' in file || file.outcome === 'unreadable' || (file.outcome === 'known' && file.detail.unreadable !== undefined);
}

/** Why a document is no report that we read, and what to do, in words; '' where there is no reason. */
export function reasonOf({ unreadable, format }: OutcomeDetail): string {
  return UNREADABLE[unreadable ?? '']?.(FORMAT_WORDS[format ?? ''] ?? format ?? '') ?? '';
}

/** Why a file cannot be read and what to do, where nothing is kept. */
export function unreadableLine(detail: OutcomeDetail): string {
  const resave = detail.unreadable === 'format' ? RESAVE[detail.format ?? ''] : undefined;
  return `${reasonOf(detail)}。${resave?.() ?? m.todo_resave({}, zh)}`;
}

/** One line for each report of the file; one line where there is none. */
export function linesOf(file: IngestedFile): string[] {
  if ('refused' in file) return [`${OUTCOMES.unreadable()}  ${REFUSED[file.refused]}  ← ${file.file}`];
  if (file.reports.length === 0) {
    const why = [OUTCOMES[file.outcome](), reasonOf(file.detail)].filter((part) => part !== '');
    return [`${why.join('  ')}  ← ${file.file}`];
  }
  return file.reports.map((report) => `${file.outcome === 'known' ? `${OUTCOMES.known()}：` : ''}${reportLine(report)}  ← ${file.file}${file.reports.length > 1 ? `（第${report.part}份）` : ''}`);
}

function reportLine(report: IngestedReport): string {
  const year = report.year ?? report.detail.year;
  const parts = [OUTCOMES[report.outcome](), report.body ?? m.body_not_read({}, zh), year ? `${year}年${report.scope === 'rollup' ? '（汇总）' : ''}` : m.year_not_read({}, zh)];
  if (report.read) {
    const findings = LEVELS.map((level) => `${LEVEL_WORDS[level]}${report.read?.findings[level] ?? 0}`).join(' ');
    parts.push(`读出${report.read.values} 缺${report.read.missing}`, findings);
  }
  return parts.join('  ');
}

/** What a person has to do about it; empty where there is nothing to do. */
function needsOf(file: IngestedFile): string[] {
  if ('refused' in file) return [`${REFUSED[file.refused]}。`];
  if (file.outcome === 'unreadable') return [`${reasonOf(file.detail)}。${(UNREADABLE_TODO[file.detail.unreadable ?? ''] ?? TODO.unreadable)?.()}`];
  if (file.outcome === 'known') return file.detail.unreadable ? [`${OUTCOMES.known()}：${reasonOf(file.detail)}。`] : [];
  if (file.outcome === 'not_a_report') return [`${OUTCOMES.not_a_report()}。${TODO.not_a_report?.()}`];
  return file.reports.flatMap((report) => {
    if (report.outcome === 'body_unknown' && report.body === null) return [`${m.body_not_read({}, zh)}。请在标题或文件名里写明单位，再送入一次。`];
    const todo = TODO[report.outcome]?.();
    return todo ? [`${OUTCOMES[report.outcome]()}。${todo}`] : [];
  });
}

/** One sentence for all files it concerns: fifty files that wait for the same thing are one thing to do. */
function neededLines([need, names]: [string, string[]]): string[] {
  if (names.length === 1) return [`  ${names[0]}：${need}`];
  const rest = names.length - SPELLED;
  return [`  ${names.length}份：${need}`, ...names.slice(0, SPELLED).map((name) => `    ${name}`), ...(rest > 0 ? [`    另有${rest}份`] : [])];
}

/** The end: how many of what, bodies that were created, and every file that needs a person, with what to do. */
export function summaryLines(files: readonly IngestedFile[], { county, bodiesCreated }: IngestSummary): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const outcomes = 'refused' in file ? (['unreadable'] as const) : file.outcome !== 'read' || file.reports.length === 0 ? [file.outcome] : file.reports.map((report) => report.outcome);
    for (const outcome of outcomes) counts.set(OUTCOMES[outcome](), (counts.get(OUTCOMES[outcome]()) ?? 0) + 1);
  }
  const needed = new Map<string, string[]>();
  for (const file of files) for (const need of new Set(needsOf(file))) needed.set(need, [...(needed.get(need) ?? []), file.file]);
  return [
    '',
    ...(needed.size > 0 ? ['需要处理：', ...[...needed].flatMap(neededLines), ''] : []),
    ...(bodiesCreated.length > 0 ? [`新建单位${bodiesCreated.length}个：${bodiesCreated.join('、')}`] : []),
    `${county.name}（${county.code}）：文件${files.length}份${[...counts].map(([outcome, n]) => `；${outcome}${n}`).join('')}。`,
  ];
}
