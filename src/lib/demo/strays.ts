/** What also lies in the intake of a real office: papers that are no report of this county, or cannot be read. */
import { FICTION } from './county.ts';

export interface Stray {
  name: string;
  bytes: Uint8Array;
  /** How the intake must treat it. */
  outcome: 'not_a_report' | 'unreadable' | 'before_form';
  receivedOn: string;
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
/** A compound file of the old binary Word format, with the name of its stream and nothing in it. */
const OLD_WORD = Uint8Array.from([
  0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0), ...[...'WordDocument'].flatMap((letter) => [letter.charCodeAt(0), 0]), ...new Array<number>(488).fill(0),
]);
/** A picture of one grey point. */
const PICTURE = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55,
  0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
]);

export const STRAYS: readonly Stray[] = [
  {
    name: '关于做好2024年度年报编制工作的通知.txt', outcome: 'not_a_report', receivedOn: '2025-01-06',
    bytes: text(`关于做好政府信息公开工作年度报告编制工作的通知\n\n${FICTION}\n\n各乡镇、街道，县直各单位：\n\n请于1月20日前将本单位年报电子版和盖章件报县政府办公室。逾期未报的，将在全县范围内提醒。\n\n青禾县人民政府办公室\n2025年1月3日\n`),
  },
  {
    name: '春节值班安排.txt', outcome: 'not_a_report', receivedOn: '2024-01-22',
    bytes: text(`2024年春节值班安排\n\n${FICTION}\n\n日期\t带班领导\t值班人员\n2月9日\t甲\t乙、丙\n2月10日\t丁\t戊、己\n`),
  },
  { name: '县统计局年报封面（照片）.png', outcome: 'unreadable', receivedOn: '2025-02-11', bytes: PICTURE },
  { name: '县民宗局2021年报（旧版Word）.doc', outcome: 'unreadable', receivedOn: '2022-01-24', bytes: OLD_WORD },
  {
    name: '青禾县财政局2018年政府信息公开工作年度报告.txt', outcome: 'before_form', receivedOn: '2019-03-20',
    bytes: text(`青禾县财政局2018年政府信息公开工作年度报告\n\n${FICTION}\n\n一、概述\n\n2018年，我局主动公开政府信息112条。\n\n二、主动公开政府信息情况\n\n公开预决算、惠民补贴等信息。\n\n三、依申请公开政府信息情况\n\n全年收到申请2件，均已答复。\n\n四、行政复议、行政诉讼情况\n\n无。\n\n五、存在问题及改进措施\n\n公开形式单一，下一步增加图解。\n`),
  },
];
