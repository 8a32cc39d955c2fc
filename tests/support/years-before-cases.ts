/** Cases of figures beside those of several years before, and of what is said of last year. */
import type { CheckedReport, Neighbours } from '../../src/lib/checks/finding.ts';
import { apart, blank, fail, pass, unknown, whole, withCells, withSections, without, written, type CheckCase, type Expected } from './case-makers.ts';
import { wholeFigures, wholeReport, type Cell } from './whole-report.ts';

type Cells = Record<string, Cell>;
/** Reports of last year, the year before, and the year before that; null where there is none. */
const beside = (check: string, name: string, report: CheckedReport, years: readonly (Cells | null)[], expected: Expected, neighbours: Partial<Neighbours> = {}): CheckCase => {
  const [last, ...earlier] = years.map((cells) => (cells === null ? null : wholeFigures('2021', cells)));
  return {
    check, name, ...expected,
    subject: {
      report,
      neighbours: {
        lastYear: last ? [{ body: '青禾县民政局', figures: last }] : [], missing: [], functionsMoved: false,
        before: earlier.flatMap((figures, index) => (figures ? [{ year: (report.year ?? 0) - 2 - index, figures }] : [])), ...neighbours,
      },
    },
  };
};

const powers = (licences: Cell, penalties: Cell = 1, compulsion: Cell = 1): Cells => ({ 't2.licensing.decisions': licences, 't2.penalties.decisions': penalties, 't2.compulsion.decisions': compulsion });
const three = (cells: Cells): Cells[] => [cells, cells, cells];

const POWER_CASES: CheckCase[] = [
  beside('T2-POWER-EXPECT', 'in all years', withCells(powers(4)), three(powers(4)), pass),
  beside('T2-POWER-EXPECT', 'not this year', withCells(powers(0)), three(powers(4)), fail(['note'], '表二“行政许可”前三年都有，今年填0')),
  beside('T2-POWER-EXPECT', 'two powers are one finding', withCells(powers(0, 0)), three(powers(4)), fail(['note'], '“行政许可”、“行政处罚”')),
  beside('T2-POWER-EXPECT', 'not every year before', withCells(powers(0)), [powers(4), powers(4), powers(0)], pass),
  beside('T2-POWER-EXPECT', 'one year is missing', withCells(powers(0)), [powers(4), null, powers(4)], unknown('no reports of the years before')),
  beside('T2-POWER-EXPECT', 'last year is missing', withCells(powers(0)), [null, powers(4), powers(4)], unknown('no reports of the years before')),
  beside('T2-POWER-EXPECT', 'a predecessor is missing', withCells(powers(0)), three(powers(4)), unknown('no reports of the years before'), { missing: ['乙局'] }),
  beside('T2-POWER-EXPECT', 'blank', withCells(powers(blank)), three(powers(4)), unknown('figures missing')),
  beside('T2-POWER-EXPECT', 'functions moved', withCells(powers(0)), three(powers(4)), unknown('functions moved'), { functionsMoved: true }),
  beside('T2-POWER-EXPECT', 'year unknown', { ...withCells(powers(0)), year: null }, three(powers(4)), unknown('year unknown')),
  beside('T2-POWER-EXPECT', 'no table 二', without('二'), [], apart),

  beside('T2-POWER-UNEXPECTED', 'in all years', withCells(powers(4)), three(powers(4)), pass),
  beside('T2-POWER-UNEXPECTED', 'first now', withCells(powers(7)), three(powers(0)), fail(['note'], '前三年都为0，今年大于0（“本年处理决定数量”7）')),
  beside('T2-POWER-UNEXPECTED', 'never', withCells(powers(0)), three(powers(0)), pass),
  beside('T2-POWER-UNEXPECTED', 'once before', withCells(powers(7)), [powers(0), powers(0), powers(1)], pass),
  beside('T2-POWER-UNEXPECTED', 'no reports before', withCells(powers(7)), [powers(0)], unknown('no reports of the years before')),
  beside('T2-POWER-UNEXPECTED', 'no table 二', without('二'), [], apart),
];

const cases = (review: Cell): Cells => ({ 't4.review.total': review, 't4.direct_litigation.total': 0, 't4.litigation_after_review.total': 0 });
const load = (received: Cell, processed: Cell = received): Cells => ({ 't3.received.total': received, 't3.carried_in.total': 0, 't3.processed.total': processed });
const two = (cells: Cells): Cells[] => [cells, cells];
const SOURCE_CASES: CheckCase[] = [
  beside('T4-NO-SOURCE', 'applications this year', withCells({ ...cases(1), ...load(1) }), [], pass),
  beside('T4-NO-SOURCE', 'applications two years ago', withCells({ ...cases(1), ...load(0) }), [load(0), load(1)], pass),
  beside('T4-NO-SOURCE', 'carried in', withCells({ ...cases(1), ...load(0), 't3.carried_in.total': 1 }), two(load(0)), pass),
  beside('T4-NO-SOURCE', 'none in three years', withCells({ ...cases(1), ...load(0) }), two(load(0)), fail(['query'], '共1件，而2022年度以来没有收到过申请')),
  beside('T4-NO-SOURCE', 'no cases', withCells({ ...cases(0), ...load(0) }), two(load(0)), pass),
  beside('T4-NO-SOURCE', 'a year is missing', withCells({ ...cases(1), ...load(0) }), [load(0)], unknown('no reports of the years before')),
  beside('T4-NO-SOURCE', 'cases blank', withCells({ ...cases(blank), ...load(0) }), two(load(0)), unknown('figures missing')),
  beside('T4-NO-SOURCE', 'applications blank', withCells({ ...cases(1), ...load(blank) }), two(load(0)), unknown('figures missing')),
  beside('T4-NO-SOURCE', 'functions moved', withCells({ ...cases(1), ...load(0) }), two(load(0)), unknown('functions moved'), { functionsMoved: true }),
  beside('T4-NO-SOURCE', 'year unknown', { ...withCells({ ...cases(1), ...load(0) }), year: null }, two(load(0)), unknown('year unknown')),
  beside('T4-NO-SOURCE', 'the county', { ...withCells({ ...cases(1), ...load(0) }), scope: 'rollup' }, two(load(0)), apart),
  beside('T4-NO-SOURCE', 'no table 四', without('四'), [], apart),

  beside('T4-SCALE', 'as many as were processed', withCells({ ...cases(3), ...load(1) }), two(load(1)), pass),
  beside('T4-SCALE', 'more than were processed', withCells({ ...cases(4), ...load(1) }), two(load(1)), fail(['query'], '共4件，多于2022年度以来办理的申请共3件')),
  beside('T4-SCALE', 'two cases', withCells({ ...cases(2), ...load(1) }), two(load(0)), pass),
  beside('T4-SCALE', 'three cases', withCells({ ...cases(3), ...load(2) }), two(load(0)), fail(['query'], '共3件')),
  beside('T4-SCALE', 'enough without the years before', withCells({ ...cases(3), ...load(3) }), [], pass),
  beside('T4-SCALE', 'a year is missing', withCells({ ...cases(4), ...load(1) }), [null, load(1)], unknown('no reports of the years before')),
  beside('T4-SCALE', 'no table 四', without('四'), [], apart),
];

const PEOPLE = ['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'] as const;
const row = (key: string, numbers: readonly Cell[]): Cells => Object.fromEntries(PEOPLE.map((applicant, index) => [`t3.${key}.${applicant}`, numbers[index] ?? 0]));
/** A table 三 of zeros, with some rows. */
const table = (rows: Cells): Cells => ({ ...Object.fromEntries(Object.keys(whole.figures).filter((id) => id.startsWith('t3.')).map((id) => [id, 0])), ...rows });
const one = [1, 0, 0, 0, 0, 0, 1];
const twoOf = [2, 0, 0, 0, 0, 1, 3];
const copied = table(row('received', twoOf));
const COPIED_CASES: CheckCase[] = [
  beside('T3-ROW-COPIED', 'a consistent report', whole, [{}], pass),
  beside('T3-ROW-COPIED', 'received is last year’s, all else 0', withCells(copied), [table({ ...row('received', twoOf), ...row('granted', twoOf), ...row('processed', twoOf) })], fail(['error'], '表三“一、本年新收”行与2023年度完全相同')),
  beside('T3-ROW-COPIED', 'not last year’s', withCells(copied), [table({ ...row('received', one), ...row('granted', one), ...row('processed', one) })], pass),
  beside('T3-ROW-COPIED', 'the rest does not follow either way', withCells(table({ ...row('received', twoOf), ...row('granted', one), 't3.refused.third_party.other': 4 })), [table(row('received', twoOf))], pass),
  beside('T3-ROW-COPIED', 'one kind of applicant, all else 0', withCells(table(row('received', one))), [table(row('received', one))], fail(['error'], '完全相同')),
  beside('T3-ROW-COPIED', 'one kind of applicant, another number would follow', withCells(table({ ...row('received', one), ...row('granted', [2, 0, 0, 0, 0, 0, 2]), ...row('processed', [2, 0, 0, 0, 0, 0, 2]) })), [table(row('received', one))], pass),
  beside('T3-ROW-COPIED', 'two kinds of applicants, other numbers would follow', withCells(table({ ...row('received', twoOf), ...row('granted', [4, 0, 0, 0, 0, 0, 4]), ...row('processed', [4, 0, 0, 0, 0, 0, 4]) })), [table(row('received', twoOf))],
    fail(['error'], '“总计”改为4')),
  beside('T3-ROW-COPIED', 'a result row is not said to be copied', withCells(table({ ...row('received', one), ...row('processed', one), ...row('granted', twoOf) })), [table(row('granted', twoOf))], pass),
  beside('T3-ROW-COPIED', 'no report of last year', withCells(copied), [], unknown('no report of last year')),
  beside('T3-ROW-COPIED', 'a predecessor is missing', withCells(copied), [copied], unknown('no report of last year'), { missing: ['乙局'] }),
  beside('T3-ROW-COPIED', 'after a merger', withCells(copied), [], unknown('no report of last year'), { lastYear: [{ body: '甲局', figures: wholeFigures('2021') }, { body: '乙局', figures: wholeFigures('2021') }] }),
  beside('T3-ROW-COPIED', 'year unknown', { ...withCells(copied), year: null }, [copied], unknown('year unknown')),
  beside('T3-ROW-COPIED', 'no table 三', without('三'), [{}], apart),
];

const says = (text: string): CheckedReport => withSections((sections) => sections.map(written(1, text)));
const last = (received: Cell, carriedIn: Cell = 0): Cells => ({ 't3.received.total': received, 't3.carried_in.total': carriedIn });
const RESTATED_CASES: CheckCase[] = [
  beside('XY-RESTATED', 'nothing said', whole, [last(3)], pass),
  beside('XY-RESTATED', 'as stored', says('上年收到政府信息公开申请3件。'), [last(3)], pass),
  beside('XY-RESTATED', 'another number', says('上年收到政府信息公开申请5件。'), [last(3)], fail(['note'], '即2023年度为5件，该年度年报新收为3件')),
  beside('XY-RESTATED', 'by the year', says('2023年共受理政府信息公开申请5件，今年2件。'), [last(3)], fail(['note'], '即2023年度为5件')),
  beside('XY-RESTATED', 'with those carried in', says('2023年共受理政府信息公开申请5件。'), [last(3, 2)], pass),
  beside('XY-RESTATED', 'by an increase', says('今年收到政府信息公开申请7件，比上年增加2件。'), [last(3)], fail(['note'], '即2023年度为5件')),
  beside('XY-RESTATED', 'by an increase that is right', says('今年收到政府信息公开申请5件，比上年增加2件。'), [last(3)], pass),
  beside('XY-RESTATED', 'by a decrease', says('今年收到政府信息公开申请3件，同比减少2件。'), [last(3)], fail(['note'], '即2023年度为5件')),
  beside('XY-RESTATED', 'reviews', says('上年收到政府信息公开申请引起的行政复议5件。'), [last(3)], pass),
  beside('XY-RESTATED', 'another year', says('2022年共受理政府信息公开申请5件。'), [last(3)], pass),
  beside('XY-RESTATED', 'no report of last year', says('上年收到政府信息公开申请5件。'), [], unknown('no report of last year')),
  beside('XY-RESTATED', 'blank last year', says('上年收到政府信息公开申请5件。'), [last(blank)], unknown('no report of last year')),
  beside('XY-RESTATED', 'year unknown', { ...whole, year: null }, [last(3)], unknown('year unknown')),
  beside('XY-RESTATED', 'no sections', wholeReport('2021', {}, { sections: [] }), [last(3)], apart),
];

export const BEFORE_CASES: readonly CheckCase[] = [...POWER_CASES, ...SOURCE_CASES, ...COPIED_CASES, ...RESTATED_CASES];
