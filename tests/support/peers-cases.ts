/** Cases of a body among the others of its year. */
import type { YearBody } from '../../src/lib/checks/finding.ts';
import { apart, fail, pass, unknown, type CheckCase, type Expected } from './case-makers.ts';

type Values = YearBody['values'];
const body = (code: string, values: Values = {}, change: Partial<YearBody> = {}): YearBody =>
  ({ code, name: `青禾县${code}局`, group: 'department', edition: '2021', powers: [], values, ...change });
/** The body 甲 among 乙…, whose values are given. */
const among = (check: string, name: string, own: Values, others: readonly Values[], expected: Expected, change: Partial<YearBody> = {}, othersChange: Partial<YearBody> = {}): CheckCase =>
  ({ check, name, subject: { year: { year: 2024, bodies: [body('甲', own, change), ...others.map((values, index) => body('乙丙丁戊己庚辛'.charAt(index), values, othersChange))] }, body: '甲' }, ...expected });

const received = (value: number | null): Values => ({ 't3.received.total': value });
const five = (value: number | null): Values[] => Array.from({ length: 5 }, () => received(value));
const licences = (value: number | null): Values => ({ 't2.licensing.decisions': value });
const cases = (review: number | null, processed: number | null = 0): Values => ({ 't4.review.total': review, 't4.direct_litigation.total': 0, 't4.litigation_after_review.total': 0, 't3.processed.total': processed });
const fee = (value: number | null): Values => ({ 't2.fees.amount': value });

export const PEERS_CASES: readonly CheckCase[] = [
  among('CELL-OUTLIER', 'as the others', received(40), five(40), pass),
  among('CELL-OUTLIER', 'a hundred times the others', received(4000), five(40), fail(['note'], '填4000，明显高于同类单位（同类单位多在40以内）')),
  among('CELL-OUTLIER', 'ten times the others', received(400), five(40), fail(['note'], '填400')),
  among('CELL-OUTLIER', 'less than ten times', received(399), five(40), pass),
  among('CELL-OUTLIER', 'a hundred where the others have none', received(100), five(0), fail(['note'], '多在0以内')),
  among('CELL-OUTLIER', 'less than a hundred', received(99), five(0), pass),
  among('CELL-OUTLIER', 'one of six others is as high', received(400), [...five(0), received(40)], fail(['note'], '填400')),
  among('CELL-OUTLIER', 'one of six others is nearly as high', received(400), [...five(0), received(41)], pass),
  among('CELL-OUTLIER', 'two figures', { ...received(400), 't3.processed.total': 400 }, five(0).map((values) => ({ ...values, 't3.processed.total': 0 })), fail(['note', 'note'], '填400')),
  among('CELL-OUTLIER', 'four others', received(400), five(0).slice(1), unknown('too few bodies')),
  among('CELL-OUTLIER', 'five others, one without a number', received(400), [...five(0).slice(1), received(null)], unknown('too few bodies')),
  among('CELL-OUTLIER', 'others of another group', received(400), five(0), unknown('too few bodies'), {}, { group: 'township' }),
  among('CELL-OUTLIER', 'nothing to look at', { 't3.received.total': null }, five(0), apart),

  among('T2-SHARED-COUNT', 'different', licences(50), [licences(51)], pass),
  among('T2-SHARED-COUNT', 'the same', licences(50), [licences(50), licences(50)], fail(['note'], '填50，与青禾县乙局、青禾县丙局相同')),
  among('T2-SHARED-COUNT', 'the same and few', licences(49), [licences(49)], pass),
  among('T2-SHARED-COUNT', 'no number', licences(null), [licences(null)], apart),

  among('T4-ORGAN', 'most of the county’s, more than it processed', cases(6, 5), [cases(4), cases(0), cases(0), cases(0)], fail(['query'], '共6件，占全县10件的大部分，又多于自身办理的5件')),
  among('T4-ORGAN', 'less than 60 %', cases(5, 1), [cases(4), cases(0), cases(0), cases(0)], pass),
  among('T4-ORGAN', 'as many as it processed', cases(6, 6), [cases(0), cases(0), cases(0), cases(0)], pass),
  among('T4-ORGAN', 'two cases', cases(2, 0), [cases(0), cases(0), cases(0), cases(0)], pass),
  among('T4-ORGAN', 'three cases', cases(3, 0), [cases(0), cases(0), cases(0), cases(0)], fail(['query'], '自身办理的0件')),
  among('T4-ORGAN', 'four bodies', cases(3, 0), [cases(0), cases(0), cases(0)], unknown('too few bodies')),
  among('T4-ORGAN', 'processed unknown', cases(3, null), [cases(0), cases(0), cases(0), cases(0)], unknown('figures missing')),
  among('T4-ORGAN', 'nothing to look at', {}, [cases(0)], apart),
  among('T4-ORGAN', 'one group without a number', { 't4.review.total': null, 't4.direct_litigation.total': 3, 't3.processed.total': 0 }, [cases(0), cases(0), cases(0), cases(0)], fail(['query'], '共3件')),

  among('T2-FEE-NO-BASIS', 'in the list', fee(1), [fee(0)], pass, { powers: ['licensing', 'fees'] }),
  among('T2-FEE-NO-BASIS', 'not in the list', fee(1.5), [fee(2)], fail(['query'], '收费金额填1.5万元，名录中该单位没有收费职权'), { powers: ['licensing'] }, { powers: ['fees'] }),
  among('T2-FEE-NO-BASIS', 'no fee', fee(0), [fee(2)], pass, {}, { powers: ['fees'] }),
  among('T2-FEE-NO-BASIS', 'no list', fee(1), [fee(2)], unknown('no fee list'), {}, { powers: ['licensing'] }),
  among('T2-FEE-NO-BASIS', 'no number', fee(null), [fee(2)], apart, {}, { powers: ['fees'] }),
  among('T2-FEE-NO-BASIS', 'of 2020', fee(1), [fee(2)], apart, { edition: '2019' }, { powers: ['fees'] }),
];
