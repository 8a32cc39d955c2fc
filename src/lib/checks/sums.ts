/** Checks of the sum of bodies and of the county report. */
import { planned, type Check } from './entry.ts';

export const SUMS: readonly Check[] = [
  planned('ROLL-COVERAGE', ['note'], 'rollup', '', ['合计不完整', '有单位未报，合计标为不完整'], ['Incomplete sum', 'a body is missing: the sum is labelled incomplete']),
  planned('ROLL-DUP-UNIT', ['error'], 'rollup', '', ['一个单位两份', '合计中同一单位同一年度有两份年报'], ['Counted twice', 'two reports of one body-year in the sum']),
  planned('ROLL-SCOPE', ['error'], 'rollup', '', ['汇总报告被计入', '本级政府汇总被加进合计'], ['Roll-up inside the sum', 'a roll-up document inside the sum']),
  planned('ROLL-OFFICE', ['query'], 'rollup', '', ['县政府办应计一次', '县政府办缺失或重复计入'], ['County office', 'the county office missing or counted twice']),
  planned('ROLL-DIFF', ['query'], 'rollup', '', ['合计与县年报不符', '县年报数不等于合计加调整数，且无原因'], ['Differs from the county report', 'county report ≠ sum + adjustments without a reason']),
  planned('ROLL-IDENT', ['error'], 'rollup', '', ['合计勾稽不成立', '各单位成立而合计不成立的勾稽关系'], ['Sum breaks an identity', 'the sum breaks an identity that its parts keep']),
  planned('ROLL-CARRY', ['query'], 'rollup', '', ['合计结转不衔接', '上年公布数、上年合计、本年合计三方结转核对'], ['Carry-over of the sum', 'three-way carry-over: published last year, sum last year, sum this year']),
  planned('ROLL-VERTICAL', ['note'], 'rollup', '', ['计入垂直管理单位', '合计包含垂直管理单位'], ['Vertical bodies included', 'vertical bodies included']),
];
