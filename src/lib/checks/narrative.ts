/** Checks of the prose against the tables: at most queries, until a person confirms what was read out of a sentence. */
import { planned, type Check } from './entry.ts';

const QUOTED = 'quoted sentence';

export const NARRATIVE: readonly Check[] = [
  planned('NARR-NONE', ['query'], 'report', QUOTED, ['说未收到申请', '正文说未收到申请，新收应为0'], ['None received', '未收到 … ⇒ 新收 0']),
  planned('NARR-R1', ['query', 'note'], 'report', QUOTED, ['新收与正文不符', '收到、受理N件：等于新收为通过，等于新收加上年结转为提示，否则为疑点'],
    ['Received', '收到/受理 N件: N = 新收 passes; N = 新收 + 上年结转 passes with a note; else query']),
  planned('NARR-R2', ['query'], 'report', QUOTED, ['上年结转与正文不符', '正文的上年结转件数与表三不同'], ['Carried in', '上年结转 N件 against table 三']),
  planned('NARR-R37', ['query'], 'report', QUOTED, ['办结与正文不符', '正文的办结、答复件数与表三不同'], ['Processed', '办结/答复 N件 against table 三']),
  planned('NARR-R4', ['query'], 'report', QUOTED, ['结转下年与正文不符', '正文的结转下年件数与表三不同'], ['Carried forward', '结转下年 N件 against table 三']),
  planned('NARR-OUTCOME', ['query'], 'report', QUOTED, ['分项与正文不符', '正文按结果或申请人写的件数与表三不同'], ['Outcomes', 'counts per outcome or applicant in the prose']),
  planned('NARR-RATE', ['query'], 'report', QUOTED, ['办结率与表不符', '“全部办结”或比例与表三矛盾'], ['Rates', '全部办结 or a percentage that the tables contradict']),
  planned('NARR-ROUTE-SUM', ['query'], 'report', QUOTED, ['渠道分项不合计', '各渠道件数相加不等于所写总数'], ['Routes', 'parts by route do not add up to their stated total']),
  planned('NARR-REVIEW', ['query'], 'report', QUOTED, ['复议与正文不符', '正文的行政复议件数与表四不同（常误写全部行政案件）'], ['Reviews', '行政复议 N件 (often all administrative cases)']),
  planned('NARR-LIT', ['query'], 'report', QUOTED, ['诉讼与正文不符', '正文的行政诉讼件数与表四不同'], ['Litigation', '行政诉讼 N件 against table 四']),
  planned('NARR-GF', ['query'], 'report', QUOTED, ['规范性文件与正文不符', '正文的制发、废止、现行有效件数与表二不同'],
    ['Normative documents', '制发/废止/现行有效规范性文件 N件; diagnose a difference equal to 制发']),
  planned('NARR-RULE-CLAIM', ['query'], 'report', QUOTED, ['正文称有规章', '县级单位正文称制发了规章'], ['Claims rules', 'a county body claims 规章']),
  planned('NARR-LIC', ['query'], 'report', QUOTED, ['许可与正文不符', '正文作出行政许可件数与表二不同'], ['Licences', '作出行政许可 N件 against table 二']),
  planned('NARR-PEN', ['query'], 'report', QUOTED, ['处罚与正文不符', '正文作出行政处罚件数与表二不同'], ['Penalties', '作出行政处罚 N件 against table 二']),
  planned('NARR-FEE', ['query'], 'report', QUOTED, ['未收费说法不符', '“未收取”与表二、第六部分矛盾'], ['Fees', '未收取 against table 二 and section 六']),
  planned('NARR-SELF-CONTRADICT', ['query'], 'report', QUOTED, ['前后两个总数', '同一事项出现两个总数'], ['Two totals', 'two totals for the same thing']),
  planned('NARR-SUBTOTAL', ['note'], 'report', QUOTED, ['列举不合计', '明显穷尽的列举相加不等于总数'], ['List does not add up', 'a clearly exhaustive list does not add up']),
];
