/** Rows of a spreadsheet → rows of the register, or every problem with its row and column. Pure. */
import type { BodyKind } from '../../checks/finding.ts';
import type { TableRow } from './table.ts';

export interface RegisterRow {
  /** Row of the spreadsheet, from 1. */
  row: number;
  /** Empty: the body is found by its name, or is new. */
  code: string;
  name: string;
  /** Day from which the name holds, where it is a rename. */
  renamedOn: string | null;
  /** Null leaves what is registered. */
  kind: BodyKind | null;
  aliases: string[];
  mustFile: boolean;
  countyDueOn: string | null;
  /** Null takes the date of the regulation. */
  statutoryDueOn: string | null;
  /** Null takes the rule: all but the county government. */
  inRollup: boolean | null;
  peerGroup: string | null;
  note: string | null;
  contacts: { name: string; post: string | null; phone: string | null }[];
}
export type ColumnKey = 'code' | 'name' | 'renamedOn' | 'kind' | 'aliases' | 'mustFile' | 'countyDueOn' | 'statutoryDueOn' | 'inRollup' | 'peerGroup' | 'note' | 'contact' | 'post' | 'phone';

/** Headings of the template, in its order; the first is written, all are read. */
export const HEADINGS: Record<ColumnKey, readonly [string, ...string[]]> = {
  code: ['代码', '单位代码', 'code'],
  name: ['单位名称', '名称', '单位', '单位全称', 'name', 'body'],
  renamedOn: ['更名日期', '更名时间', 'renamed on'],
  kind: ['类别', '单位类别', 'kind'],
  aliases: ['别名', '简称', '其他名称', 'aliases'],
  mustFile: ['应报', '是否应报', 'must file'],
  countyDueOn: ['县定时限', 'county deadline'],
  statutoryDueOn: ['法定时限', 'statutory deadline'],
  inRollup: ['计入合计', '计入各单位合计', '是否计入合计', 'in the sum'],
  peerGroup: ['同类单位', '同类单位组', 'peer group'],
  note: ['情况备注', '备注', 'note'],
  contact: ['联系人', '联络员', '姓名', 'contact'],
  post: ['职务', 'post'],
  phone: ['电话', '联系电话', '手机', 'phone'],
};
const COLUMNS = Object.keys(HEADINGS) as ColumnKey[];
export const HEADING_ROW: readonly string[] = COLUMNS.map((key) => HEADINGS[key][0]);

/** Kinds by the words of the register and their short forms; the first is written. */
export const KIND_NAMES: Record<BodyKind, readonly [string, ...string[]]> = {
  government: ['县政府', '县政府（本级汇总）', '县人民政府', '本级政府', 'government'],
  county_office: ['县政府办公室', '县政府本级', '政府办', '县政府办', 'county office'],
  department: ['县直部门', '部门', '县政府部门', 'department'],
  township: ['乡镇', '乡', '镇', 'township'],
  subdistrict: ['街道', '街道办事处', 'subdistrict'],
  zone: ['开发区', '开发区（功能区）管委会', '管委会', '功能区', 'zone'],
  vertical: ['垂直管理单位', '垂管', '垂管单位', '驻县单位', 'vertical'],
  authorised: ['法律法规授权组织', '授权组织', 'authorised'],
};

export type ProblemKind =
  | 'no_heading' | 'twice_heading' | 'no_rows' | 'no_name' | 'long' | 'code' | 'kind' | 'yes_no' | 'date' | 'government_in_sum' | 'twice_code' | 'twice_name'
  | 'contacts' | 'no_contact' | 'name_of_other' | 'ambiguous' | 'rename_before' | 'rename_same' | 'twice_body';
export interface Problem {
  row: number;
  /** Heading as it stands in the file; null where the whole row or file is meant. */
  column: string | null;
  problem: ProblemKind;
  /** What stands there, or whom it collides with. */
  value: string;
}
/** `columns` are those the file has: what it has no column for stays as it is registered. */
export type ParsedRegister = { rows: RegisterRow[]; columns: ReadonlySet<ColumnKey> } | { problems: Problem[] };

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();
const same = (one: string, other: string): boolean => plain(one) === plain(other);
const HEADING_WITHIN = 10;
/** Several people of one body, several aliases: one of these between them. */
const LIST = /[、,，;；\n|｜]/;

/** Reads the rows; all problems are told at once, so that the file is mended in one go. */
export function parseRegister(table: readonly TableRow[]): ParsedRegister {
  const head = table.slice(0, HEADING_WITHIN).find(({ cells }) => cells.some((cell) => HEADINGS.name.some((name) => same(cell, name))));
  if (!head) return { problems: [{ row: table[0]?.row ?? 1, column: null, problem: 'no_heading', value: HEADINGS.name[0] }] };
  const problems: Problem[] = [];
  const places = new Map<ColumnKey, number>();
  head.cells.forEach((cell, place) => {
    const key = COLUMNS.find((each) => HEADINGS[each].some((heading) => same(cell, heading)));
    if (key === undefined) return;
    if (places.has(key)) problems.push({ row: head.row, column: cell.trim(), problem: 'twice_heading', value: cell.trim() });
    else places.set(key, place);
  });
  const headingOf = (key: ColumnKey): string => head.cells[places.get(key) ?? -1]?.trim() ?? HEADINGS[key][0];
  const rows = table.filter(({ row }) => row > head.row).map((row) => parseRow(row, places, (column, problem, value) => problems.push({ row: row.row, column: headingOf(column), problem, value })));
  if (rows.length === 0) problems.push({ row: head.row, column: null, problem: 'no_rows', value: '' });
  for (const [key, problem] of [['code', 'twice_code'], ['name', 'twice_name']] as const) {
    const first = new Map<string, number>();
    for (const row of rows) {
      const text = plain(row[key]);
      const before = first.get(text);
      if (text !== '' && before !== undefined) problems.push({ row: row.row, column: headingOf(key), problem, value: String(before) });
      else first.set(text, row.row);
    }
  }
  return problems.length > 0 ? { problems: problems.sort((a, b) => a.row - b.row) } : { rows, columns: new Set(places.keys()) };
}

function parseRow({ row, cells }: TableRow, places: ReadonlyMap<ColumnKey, number>, wrong: (column: ColumnKey, problem: ProblemKind, value: string) => void): RegisterRow {
  const longest: Partial<Record<ColumnKey, number>> = { code: 20, name: 100, aliases: 400, peerGroup: 60, note: 500 };
  const text = (key: ColumnKey): string => {
    // eslint-disable-next-line no-control-regex
    const found = (cells[places.get(key) ?? -1] ?? '').replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '').trim();
    if (found.length > (longest[key] ?? 200)) wrong(key, 'long', String(longest[key] ?? 200));
    return found;
  };
  const read = <T>(key: ColumnKey, empty: T, parse: (from: string) => T | undefined, problem: ProblemKind): T => {
    const from = text(key);
    if (from === '') return empty;
    const value = parse(from);
    if (value === undefined) wrong(key, problem, from.slice(0, 40));
    return value ?? empty;
  };
  const name = text('name');
  if (name === '') wrong('name', 'no_name', '');
  const kind = read<BodyKind | null>('kind', null, parseKind, 'kind');
  const inRollup = read<boolean | null>('inRollup', null, parseYesNo, 'yes_no');
  if (kind === 'government' && inRollup === true) wrong('inRollup', 'government_in_sum', '');
  return {
    row, name, kind, inRollup,
    code: read('code', '', (code) => (/^[0-9A-Za-z-]{1,20}$/.test(code) ? code : undefined), 'code'),
    renamedOn: read('renamedOn', null, parseDate, 'date'),
    aliases: [...new Set(text('aliases').split(LIST).map((alias) => alias.trim()).filter((alias) => alias !== '' && alias !== name))],
    mustFile: read('mustFile', true, parseYesNo, 'yes_no'),
    countyDueOn: read('countyDueOn', null, parseDate, 'date'),
    statutoryDueOn: read('statutoryDueOn', null, parseDate, 'date'),
    peerGroup: text('peerGroup') || null,
    note: text('note') || null,
    contacts: parseContacts(text('contact'), text('post'), text('phone'), wrong),
  };
}

function parseContacts(contact: string, post: string, phone: string, wrong: (column: ColumnKey, problem: ProblemKind, value: string) => void): RegisterRow['contacts'] {
  const split = (text: string): string[] => (text === '' ? [] : text.split(LIST).map((part) => part.trim()));
  const [names, posts, phones] = [split(contact).filter((name) => name !== ''), split(post), split(phone)];
  if (names.length === 0 && posts.length + phones.length > 0) wrong('contact', 'no_contact', '');
  // One person: commas in a post or several numbers stay together.
  if (names.length === 1) return [{ name: names[0]!, post: post || null, phone: phone || null }];
  for (const [key, list] of [['post', posts], ['phone', phones]] as const)
    if (list.length > 0 && list.length !== names.length && names.length > 0) wrong(key, 'contacts', `${names.length}`);
  return names.map((name, index) => ({ name, post: posts[index] || null, phone: phones[index] || null }));
}

export function parseKind(text: string): BodyKind | undefined {
  return (Object.keys(KIND_NAMES) as BodyKind[]).find((kind) => kind === text || KIND_NAMES[kind].some((name) => same(name, text)));
}

/** 应报 is yes and 免报 no under its heading. */
export function parseYesNo(text: string): boolean | undefined {
  const word = plain(text);
  if (['是', '应报', '√', '✓', '计入', '1', 'y', 'yes', 'true'].includes(word)) return true;
  return ['否', '免报', '当年免报', '不报', '×', '✗', 'x', '不计入', '0', 'n', 'no', 'false'].includes(word) ? false : undefined;
}

/** 2026-01-20, 2026/1/20, 2026.1.20, 2026年1月20日, 20260120 → YYYY-MM-DD; undefined where there is no such day. */
export function parseDate(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:\s+0?0:00(?::00)?)?$/.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
