/** Checks of table 二, 主动公开政府信息情况. */
import { rulePower } from './body-level.ts';
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding, Level } from './finding.ts';
import { figureOf, found, hasTable, isPrinted, judged, notApplicable, notEvaluated, passed, together } from './outcome.ts';

/**
 * What a body without the power must report as 0. Of the edition of 2019 only 本年新制作数量: what a body discloses may
 * be rules that others made, so 对外公开总数量 proves nothing.
 */
const RULES = { '2021': ['t2.rules.issued', 't2.rules.repealed', 't2.rules.in_force'], '2019': ['t2.rules.made'] } as const;

/**
 * T2-RULE-POWER: below the government of a city with districts 规章 is 0 (立法法 第九十三条). Right: a county bureau,
 * 0 0 0; the office of a provincial government, any number (not applicable). Wrong: a township with 6 in force. Where
 * the level of the body cannot be told it is not evaluated.
 */
export function rulePowerCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  const power = rulePower(report.body, report.bodyKind);
  if (power === 'may') return notApplicable;
  if (power === 'unknown') return notEvaluated('no kind of body');
  const required = RULES[report.edition];
  const looked = [...new Set<string>([...required, ...[...RULES['2021'], ...RULES['2019']].filter((id) => isPrinted(report, id))])];
  const wrong = looked.filter((id) => (figureOf(report, id).value ?? 0) > 0);
  if (wrong.length > 0)
    return judged([
      found({
        check: 'T2-RULE-POWER', level: 'error', figures: wrong, at: figureOf(report, wrong[0] ?? '').at ?? undefined,
        parameters: { filled: wrong.map((id) => `${id}=${figureOf(report, id).value}`) },
      }),
    ]);
  return required.every((id) => figureOf(report, id).value !== null) ? passed : notEvaluated('figures missing');
}

/** Stocks of documents that table 二 counts. */
const STOCKS = ['t2.rules', 't2.normative_documents'] as const;

interface StockRow {
  id: string;
  issued: number;
  repealed: number;
  inForce: number;
}
/** One row's issued, repealed and in force, or why it cannot be judged. */
function stockOutcome(report: CheckedReport, look: (row: StockRow) => Finding | null): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  return together(STOCKS.map((row) => {
    const value = (column: string): number | null => figureOf(report, `${row}.${column}`).value;
    const [issued, repealed, inForce] = [value('issued'), value('repealed'), value('in_force')];
    if (issued === null || repealed === null || inForce === null) return notEvaluated('figures missing');
    const finding = look({ id: `${row}.in_force`, issued, repealed, inForce });
    return judged(finding ? [finding] : []);
  }));
}
const stockFinding = (report: CheckedReport, check: string, level: Level, { id, ...numbers }: StockRow): Finding =>
  found({ check, level, figures: [id], at: figureOf(report, id).at ?? undefined, parameters: { row: id, ...numbers } });
const isBelowFloor = ({ issued, repealed, inForce }: StockRow): boolean => inForce < issued - repealed;
const isEmptyStock = ({ issued, inForce }: StockRow): boolean => issued > 0 && inForce === 0;

/** T2-STOCK-FLOOR: in force at least issued − repealed; only what expired in its first year is less. Right: 3, 1, 2. Wrong: 3, 1, 1. */
export function stockFloorCheck(report: CheckedReport): Outcome {
  return stockOutcome(report, (row) => (isBelowFloor(row) ? stockFinding(report, 'T2-STOCK-FLOOR', 'note', row) : null));
}

/** T2-STOCK-ZERO: issued this year and none in force; it folds T2-STOCK-FLOOR. Right: 1 issued, 5 in force. Wrong: 1 issued, 0 in force. */
export function stockZeroCheck(report: CheckedReport): Outcome {
  const outcome = stockOutcome(report, (row) => (isEmptyStock(row) ? stockFinding(report, 'T2-STOCK-ZERO', 'query', row) : null));
  const floor = stockFloorCheck(report).findings;
  return { ...outcome, folds: outcome.findings.map((root) => ({ root: root.key, keys: floor.filter(({ figures }) => figures[0] === root.figures[0]).map(({ key }) => key) })) };
}

export const TABLE_TWO_CHECKS: readonly Check[] = [
  {
    id: 'T2-RULE-POWER', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: '立法法93', run: rulePowerCheck,
    title: { zh: '规章应为0', en: 'No power to make rules' },
    what: { zh: '设区的市政府以下没有规章制定权，规章行应为0', en: 'below the government of a city with districts no body can make rules: 规章 is 0' },
    mend: { zh: '改为0；若把规范性文件填到了规章行，移到下一行。', en: 'Write 0; move normative documents to their own row.' },
    sentences: {
      default: {
        zh: '表二“规章”行填了{filled:assigned}。县级政府及其部门、乡镇（街道）没有规章制定权，应为0。请核对是否把规范性文件填到了规章行。',
        en: 'Table 2, rules (规章): {filled:assigned}. County governments, their departments and townships cannot make rules: it must be 0. Check whether normative documents were entered in this row.',
      },
    },
  },
  {
    id: 'T2-STOCK-ZERO', version: 1, levels: ['query'], family: 'report', editions: ONLY_2021, basis: '', run: stockZeroCheck,
    title: { zh: '有制发无有效', en: 'Issued but none in force' },
    what: { zh: '本年有制发的，现行有效不应为0', en: 'issued > 0 and in force = 0' },
    mend: { zh: '填写年末现行有效的全部件数（含往年制发的）。', en: 'Give all documents in force at the end of the year, earlier ones included.' },
    sentences: { default: { zh: '表二“{row:row}”本年制发{issued}件，现行有效填0。请填年末现行有效的全部件数，或说明。', en: 'Table 2, {row:row}: {issued} issued this year, 0 in force. Give all that are in force at the end of the year, or explain.' } },
  },
  {
    id: 'T2-STOCK-FLOOR', version: 1, levels: ['note'], family: 'report', editions: ONLY_2021, basis: '', run: stockFloorCheck,
    title: { zh: '现行有效偏少', en: 'Few in force' },
    what: { zh: '现行有效不少于本年制发减本年废止', en: 'in force < issued − repealed' },
    mend: { zh: '核对三列；当年制发当年失效的，说明。', en: 'Check the three columns; explain what expired in the year it was issued.' },
    sentences: { default: { zh: '表二“{row:row}”现行有效{inForce}件，少于本年制发{issued}件减本年废止{repealed}件。请核对三列。', en: 'Table 2, {row:row}: {inForce} in force, fewer than {issued} issued less {repealed} repealed. Check the three columns.' } },
  },
];
