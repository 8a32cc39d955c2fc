/** Prose of a report, in the wording of its body and year; every count it states comes from the draft's own figures. */
import type { Draft, ReportText } from './draft.ts';
import { ORDINALS } from './draft.ts';
import { FICTION } from './county.ts';
import { drawTable } from './draw-table.ts';
import { seeded, type Seeded } from './seeded.ts';
import {
  ACCOUNT, ACTIVE, FOLLOW_UP, MANAGEMENT, OF_THE_YEAR, OPENINGS, OTHER_MATTERS, OVERSIGHT, PLATFORM, PROBLEMS, REMEDIES,
} from './wordings.ts';

/** How a body speaks of itself. */
export function selfOf({ body, name }: Pick<Draft, 'body' | 'name'>): string {
  if (body.kind === 'government') return '全县';
  if (body.kind === 'zone') return '管委会';
  if (body.kind === 'subdistrict') return '我街道';
  const endings: [string, string][] = [
    ['镇人民政府', '我镇'], ['乡人民政府', '我乡'], ['办公室', '我办'], ['委员会', '我委'], ['分局', '我分局'], ['局', '我局'], ['中心', '我中心'], ['会', '我会'], ['社', '我社'],
  ];
  return endings.find(([ending]) => name.endsWith(ending))?.[1] ?? '本机关';
}

const total = (draft: Draft, row: string): number => draft.values[`t3.${row}.total`] ?? 0;

/** The sentence on applications; `received` may be spoken of together with what was carried in (受理). */
export function applicationsSentence(draft: Draft, draw: Seeded, self: string): string {
  const [received, carriedIn, done, open] = [total(draft, 'received'), total(draft, 'carried_in'), total(draft, 'processed'), total(draft, 'carried_forward')];
  if (received === 0 && carriedIn === 0)
    return draw.pick([
      `${draft.year}年，${self}未收到政府信息公开申请。`, `本年度${self}没有收到依申请公开事项。`, `全年未收到公民、法人或者其他组织提出的政府信息公开申请。`,
    ]);
  if (received === 0) return `全年未收到新的政府信息公开申请，上年结转的${carriedIn}件已办结。`;
  const before = carriedIn > 0 ? draw.pick([`，上年结转${carriedIn}件`, `，另有上年结转${carriedIn}件`]) : '';
  const after = open > 0 ? `，结转下年度继续办理${open}件` : draw.pick(['，均在法定期限内答复', '，全部按期办结', '']);
  return draw.pick([
    `全年共收到政府信息公开申请${received}件${before}，办结${done}件${after}。`,
    `${draft.year}年，${self}新收政府信息公开申请${received}件${before}，办结${done}件${after}。`,
    `本年度收到申请${received}件${before}，已办结${done}件${after}。`,
    `${self}共收到书面和网上申请${received}件${before}；办结${done}件${after}。`,
  ]);
}

const OUTCOME_WORDS: [string, RegExp][] = [
  ['予以公开', /^t3\.granted\.total$/], ['部分公开', /^t3\.granted_in_part\.total$/], ['不予公开', /^t3\.refused\..*\.total$/],
  ['无法提供', /^t3\.unavailable\..*\.total$/], ['不予处理', /^t3\.not_processed\..*\.total$/], ['其他处理', /^t3\.other_handling.*\.total$/],
];
function outcomesSentence(draft: Draft): string {
  const parts = OUTCOME_WORDS.flatMap(([word, pattern]) => {
    const count = Object.entries(draft.values).reduce((sum, [id, value]) => (pattern.test(id) ? sum + value : sum), 0);
    return count > 0 ? [`${word}${count}件`] : [];
  });
  return parts.length > 0 ? `办结的申请中，${parts.join('，')}。` : '';
}

function casesSentence(draft: Draft, draw: Seeded, self: string): string {
  const [review, direct, after] = ['review', 'direct_litigation', 'litigation_after_review'].map((group) => draft.values[`t4.${group}.total`] ?? 0);
  const litigation = (direct ?? 0) + (after ?? 0);
  if (!review && litigation === 0)
    return draw.pick([`${self}未发生因政府信息公开引起的行政复议、行政诉讼。`, '本年度没有因政府信息公开被申请行政复议或者被提起行政诉讼。', '']);
  const parts = [review ? `因政府信息公开被申请行政复议${review}件` : '', litigation ? `被提起行政诉讼${litigation}件` : ''].filter((part) => part !== '');
  return `本年度${parts.join('，')}。`;
}

export function textOf(draft: Draft): ReportText {
  const { body, year, form } = draft;
  const draw = seeded(`${body.code}/${year}/prose`);
  // A body keeps its manner through the years: long, usual or thin.
  const manner = seeded(`${body.code}/manner`).weighted({ long: 3, usual: 5, thin: 2 });
  const self = selfOf(draft);
  const fill = (template: string): string => {
    const [topic, other] = draw.some(body.profile.topics, 2);
    return template.replaceAll('{我}', self).replaceAll('{年}', String(year)).replaceAll('{题}', topic ?? '').replaceAll('{题二}', other ?? '')
      .replaceAll('{数}', () => String(draw.whole(26, 480))).replaceAll('{少}', () => String(draw.whole(2, 9)));
  };
  const sentences = (pool: readonly string[], count: number): string => draw.some(pool, count).map(fill).join('');
  const many = manner === 'long' ? 3 : manner === 'usual' ? 2 : 1;

  const citation = year >= 2021 ? '国办公开办函〔2021〕30号' : '国办公开办函〔2019〕60号';
  const period = `${year}年1月1日至${year}年12月31日`;
  const lead = [FICTION, draw.pick([
    `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和${citation}文件要求，编制本报告。所列数据的统计期限为${period}。`,
    `按照《中华人民共和国政府信息公开条例》第五十条规定，现公布${draft.name}${year}年度报告，数据统计期限自${period}止。`,
    `本报告依照《条例》和《中华人民共和国政府信息公开工作年度报告格式》（${citation}）编制，数据截至${year}年12月31日。`,
    `本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。统计期限为${period}。`,
  ])];

  const outcomes = manner === 'thin' || body.kind === 'government' ? '' : outcomesSentence(draft);
  const government = body.kind === 'government' || body.kind === 'township';
  const aspects: [string, string][] = [
    ['主动公开', sentences(ACTIVE, many) + (manner === 'long' ? sentences(OF_THE_YEAR[year] ?? [], 1) : '')],
    ['依申请公开', applicationsSentence(draft, draw, self) + outcomes],
    ['政府信息管理', sentences(MANAGEMENT, many)],
    ['政府信息公开平台建设', sentences(PLATFORM, many)],
    ['监督保障', sentences(OVERSIGHT, many) + (government ? sentences(ACCOUNT, 1) : '')],
  ];
  const layout = draw.weighted({ numbered: 5, colon: 3, flowing: 2 });
  const overview = layout === 'flowing'
    ? [sentences(OPENINGS, 1), aspects.map(([aspect, words], index) => `${['一', '二', '三', '四', '五'][index]}是${aspect}方面。${words}`).join('')]
    : [sentences(OPENINGS, 1), ...aspects.map(([aspect, words], index) => `（${ORDINALS[index]}）${aspect}${layout === 'colon' ? '：' : '。'}${words}`)];

  const chosen = draw.some(PROBLEMS.map((_, index) => index), manner === 'thin' ? 1 : 2);
  const problems = chosen.map((index) => fill(PROBLEMS[index] ?? ''));
  const remedies = chosen.map((index) => fill(REMEDIES[index] ?? ''));
  const follow = manner === 'thin' ? '' : sentences(FOLLOW_UP, 1);
  const improvement = draw.chance(0.5)
    ? [`（一）存在的主要问题：${problems.join('；')}。`, `（二）改进情况：${follow}${remedies.join('；')}。`]
    : [`${year}年，${self}的公开工作还有不足：${problems.map((problem, index) => `${['一', '二'][index]}是${problem}`).join('；')}。${follow}${remedies.join('；')}。`];

  const normative = year >= 2021 ? draft.values['t2.normative_documents.issued'] ?? 0 : 0;
  const before: string[][] = [
    overview,
    normative > 0 && draw.chance(0.4) ? [`${year}年，${self}制发行政规范性文件${normative}件。`] : [],
    [], draw.chance(0.4) ? [casesSentence(draft, draw, self)] : [],
    improvement,
    [sentences(OTHER_MATTERS, 1)],
  ];
  const signed = draw.chance(0.6) ? [draft.name, `${year + 1}年1月${draw.whole(6, 27)}日`] : [];
  const tables = { 2: '二', 3: '三', 4: '四' } as const;
  return {
    title: `${draft.name}${year}${draw.chance(0.4) ? '年度' : '年'}政府信息公开工作年度报告`,
    lead,
    sections: ORDINALS.flatMap((ordinal, index) => {
      const number = index + 1;
      if (form.sectionsOmitted.includes(number)) return [];
      const table = number === 2 || number === 3 || number === 4 ? tables[number] : null;
      return [{
        number, heading: `${ordinal}、${form.headings[index]}`, before: (before[index] ?? []).filter((paragraph) => paragraph !== ''),
        table: table === null || form.omitted.includes(table) ? null : drawTable(table, draft),
      }];
    }),
    signature: signed,
  };
}
