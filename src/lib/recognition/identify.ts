/**
 * Whose report, of which year, for whom: read from the title, the period, the signature, the publisher's lines, the
 * file's name and how the text speaks of itself. All readings are kept as evidence; the title decides.
 */
import type { Document } from '../documents/document.ts';
import { isMetadataLine } from '../documents/read-text.ts';
import type { FlatText } from './flat-text.ts';
import type { Evidence, Scope } from './report.ts';

const HAN_DIGITS = '〇一二三四五六七八九';
const YEAR = '(?:20\\d\\d|二[〇○OoＯ零0]\\s?[〇○OoＯ零0一二三四五六七八九]\\s?[〇○OoＯ零0一二三四五六七八九])';

/** `2024`, `二〇二四`, `二○二四` as a number. */
function readYear(text: string): number {
  return Number([...text.replace(/\s/g, '')].map((letter) => (/\d/.test(letter) ? letter : /[〇○OoＯ零]/.test(letter) ? '0' : String(HAN_DIGITS.indexOf(letter)))).join(''));
}

interface Title {
  title: string;
  body: string | null;
  year: number | null;
}

const TITLE = new RegExp(`^(?:(.{2,40}?)(${YEAR})年度?|(${YEAR})年度?(.{2,40}?)|(.{2,40}?))(?:政府|政务)信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?报告(?![的格》])`);
const HEAD = /(?:政府|政务)信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?报告/g;
/** Words that begin a sentence or the title of a notice about reports. */
const SENTENCE = /^(?:现将|现就|根据|按照|关于|编制|为|本|由|《|依据|各|请|转发|印发|附件)|[，。；：！？《》]/;
const NOTICE = /(?:的|》)?(?:通知|通报|公告|函|方案|说明|解读|格式|要求)[）)]?$/;
export const LONGEST_TITLE = 90;

/** Body, year of a title; null where the text is none. `text` may go on behind the title. */
export function readTitle(text: string): Title | null {
  const plain = text.replace(/[\s\u00a0]+/g, '').replace(/^[#*]+|[*]{1,9}$/g, '').replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
  if (SENTENCE.test(plain.slice(0, 12)) || NOTICE.test(plain.slice(0, LONGEST_TITLE))) return null;
  const found = TITLE.exec(plain);
  if (!found) return null;
  const body = found[1] ?? found[4] ?? found[5] ?? null;
  if (body !== null && (/[，。；：、《》]/.test(body) || !/[\u4e00-\u9fff]{2}/.test(body))) return null;
  const year = found[2] ?? found[3];
  return { title: found[0], body: body?.replace(/[（(]?关于$/, '') ?? null, year: year ? readYear(year) : null };
}

/** A title in the middle of flattened text: from a space on, at most two words (“延津县某局 2024年…报告”). */
function titleInText(text: string): Title | null {
  HEAD.lastIndex = 0;
  for (let found = HEAD.exec(text); found; found = HEAD.exec(text)) {
    const before = text.slice(Math.max(0, found.index - 60), found.index + found[0].length);
    const words = before.split(/[\s\u00a0]+/);
    if (/^[的格》]/.test(text.slice(found.index + found[0].length))) continue;
    for (const count of [1, 2, 3, 4]) {
      const title = readTitle(words.slice(-count).join(' '));
      if (title?.body && title.year !== null) return title;
    }
  }
  return null;
}

/** Blocks and characters that may hold the title. */
const TITLE_BLOCKS = 60;
const TITLE_REACH = 3000;

/** The title printed in the document, apart from what the publisher's lines and the page's head say. */
function printedTitle(document: Document): Title | null {
  // Of several reports in one file only the blocks of this one are not empty.
  const first = Math.max(0, document.blocks.findIndex((block) => block.kind === 'table' || block.text !== ''));
  const paragraphs = document.blocks.slice(first, first + TITLE_BLOCKS).flatMap((block): { text: string; heading?: number }[] => {
    if (block.kind === 'paragraph') return isMetadataLine(block.text) ? [] : [block];
    return block.rows.flat().filter((cell) => !block.grid || cell.text.includes('报告')).map((cell) => ({ text: cell.text }));
  });
  const lines: { title: Title; weight: number }[] = [];
  paragraphs.forEach((paragraph, index) => {
    const text = paragraph.text.trim();
    // A title may be broken over two lines.
    for (const candidate of [text, `${text}${paragraphs[index + 1]?.text.trim() ?? ''}`]) {
      if (candidate.length > LONGEST_TITLE) continue;
      const title = readTitle(candidate);
      if (title && candidate.replace(/[\s\u00a0#*]+/g, '').length <= title.title.length + 4)
        lines.push({ title, weight: (paragraph.heading === 1 ? 2 : 0) + (title.year === null ? 0 : 4) + (title.body === null ? 0 : 4) + (candidate === text ? 1 : 0) });
    }
  });
  let best: { title: Title; weight: number } | null = null;
  for (const line of lines) if (!best || line.weight > best.weight) best = line;
  if (best && best.title.year !== null && best.title.body !== null) return best.title;
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n').slice(0, TITLE_REACH);
  return titleInText(text) ?? best?.title ?? null;
}

const DATE = `(${YEAR})\\s?年\\s{0,2}(\\d{1,2})\\s{0,2}月\\s{0,2}(\\d{1,2})\\s{0,2}日`;
const iso = (year: number, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The stated period (统计期限), ISO dates; null where no two full dates stand there. */
export function readPeriod(text: string): { from: string; to: string } | null {
  const found = new RegExp(`(?:期限|时间|期间|周期|数据|统计)[^。；]{0,30}?${DATE}\\s?(?:起)?\\s?(?:至|到|-|—|－|–|～|~)\\s?(?:(${YEAR})\\s?年\\s{0,2})?(\\d{1,2})\\s{0,2}月\\s{0,2}(\\d{1,2})\\s{0,2}日`).exec(text);
  if (!found) return null;
  const first = readYear(found[1]!);
  return { from: iso(first, found[2]!, found[3]!), to: iso(found[4] ? readYear(found[4]) : first, found[5]!, found[6]!) };
}

/** Endings of the names of bodies. */
const BODY_END = '(?:人民政府|政府|委员会|管委会|办公室|办公厅|办事处|街道办|局|委|办|厅|院|乡|镇|街道|中心|站|所|队|社|联合会|公司|银行|实验区|开发区|管理区|支队|大队)';
const SIGNATURE = new RegExp(`([\\u4e00-\\u9fff]{2,30}${BODY_END})\\s{0,8}${DATE}(?!\\s?印发)`, 'g');
const SIGNATURE_REACH = 600;

/** Name and date under the report; where several stand there the last that is no printing note (`…印发`). */
function readSignature(text: string): { body: string; dated: string } | null {
  const tail = text.slice(-SIGNATURE_REACH);
  let last: { body: string; dated: string } | null = null;
  for (const found of tail.matchAll(SIGNATURE)) last = { body: found[1]!, dated: iso(readYear(found[2]!), found[3]!, found[4]!) };
  return last;
}

function isoDate(text: string | undefined): string | null {
  const found = text ? /(20\d\d)\s?[-年./]\s?(\d{1,2})\s?[-月./]\s?(\d{1,2})/.exec(text) : null;
  return found ? iso(Number(found[1]), found[2]!, found[3]!) : null;
}

/** Body and year as a file's name states them; names in Latin letters name no body. */
function readFileName(name: string): { body: string | null; year: number | null } {
  const stem = name.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const year = /(?:^|\D)(20[12]\d)(?!\d)/.exec(stem)?.[1];
  const body = /[\u4e00-\u9fff]{3,30}/.exec(stem.replace(/20\d\d|年度?|(?:政府|政务)?信息公开.*$/g, ' '))?.[0];
  return { body: body ?? null, year: year ? Number(year) : null };
}

const TOWN = /(?:乡|镇|街道|街道办|办事处)(?:人民)?(?:政府)?$/;
/** Zones within a county file for themselves; a zone that is the county is named 实验区, 新区, 特区. */
const ZONE = /(?:开发区|园区|高新区|工业区|度假区|保税区|风景区|风景名胜区)$/;
const AREA = /(?:省|市|县|区|旗|州|盟|林区|特区)(?:人民)?(?:政府)?$/;
const WHOLE_AREA = /(?:全[县区市旗]|本级|各级)(?:各级)?(?:行政机关|各单位|政府部门|各部门|单位)|我[县区市旗](?:各|政府信息公开单位)|[县区市旗]政府各部门/;

/**
 * Whom the report speaks for. The report of a county, district or city speaks for all its bodies; that of an office,
 * of any department, of a township for itself. Without a known body the text decides, or nothing does.
 */
function scopeOf(body: string | null, text: string): { scope: Scope | null; evidence: Evidence[] } {
  const whole = WHOLE_AREA.exec(text)?.[0] ?? /全[县区市旗](?:共|全年|累计)[^。]{0,20}申请/.exec(text)?.[0];
  const evidence: Evidence[] = whole ? [{ from: 'first person', value: whole }] : [];
  const own = /我(?:局|委|办|镇|乡|街道|院|中心|厅|单位)/.exec(text)?.[0];
  if (own) evidence.push({ from: 'first person', value: own });
  if (body === null) return { scope: whole ? 'rollup' : own ? 'own' : null, evidence };
  return { scope: !TOWN.test(body) && !ZONE.test(body) && AREA.test(body) ? 'rollup' : 'own', evidence: [{ from: 'title', value: body }, ...evidence] };
}

export interface Identity {
  title: string | null;
  body: string | null;
  year: number | null;
  scope: Scope | null;
  period: { from: string; to: string } | null;
  dated: string | null;
  evidence: { body: Evidence[]; year: Evidence[]; scope: Evidence[] };
}

/** Of a document that is no annual report. */
export const NOBODY: Identity = { title: null, body: null, year: null, scope: null, period: null, dated: null, evidence: { body: [], year: [], scope: [] } };

/** What the document says of itself, if it is an annual report. `name` is the file's name. */
export function identify(document: Document, flat: FlatText, name: string): Identity {
  const printed = printedTitle(document);
  const page = document.metadata.title ? readTitle(document.metadata.title) : null;
  const period = readPeriod(flat.text);
  const signature = readSignature(flat.text);
  const file = readFileName(name);
  const published = isoDate(document.metadata.publishedOn);
  const evidence: Identity['evidence'] = { body: [], year: [], scope: [] };
  const add = (from: Evidence['from'], body: string | null | undefined, year: number | null | undefined): void => {
    if (body) evidence.body.push({ from, value: body });
    if (year) evidence.year.push({ from, value: String(year) });
  };
  add('title', printed?.body, printed?.year);
  add('metadata', page?.body, page?.year);
  add('period', null, period && period.from.slice(0, 4) === period.to.slice(0, 4) ? Number(period.from.slice(0, 4)) : null);
  // A report is signed in the year that follows.
  add('signature', signature?.body, signature ? Number(signature.dated.slice(0, 4)) - 1 : null);
  add('metadata', document.metadata.publisher, published ? Number(published.slice(0, 4)) - 1 : null);
  add('file name', file.body, file.year);
  // Publishers name departments of theirs (“区行政审批局”, or a news feed): only the title, then the signature name the body.
  const body = printed?.body ?? page?.body ?? signature?.body ?? document.metadata.publisher ?? file.body;
  const year = evidence.year[0] ? Number(evidence.year[0].value) : null;
  const { scope, evidence: scopes } = scopeOf(body, flat.text.slice(0, 60_000));
  evidence.scope = scopes;
  return { title: printed?.title ?? page?.title ?? null, body, year, scope, period, dated: signature?.dated ?? published, evidence };
}
