import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../demo/gb18030.ts';
import type { Body, RegisterYear } from '../queries/bodies.ts';
import { HEADING_ROW, parseDate, parseRegister, type RegisterRow } from './parse-register.ts';
import { newYear, planCopy, planLoad, sameDayIn } from './plan.ts';
import { endedOn, registerTable, type Register } from './register.ts';
import { parseCsv, readTable, TABLE_LIMITS, writeCsv } from './table.ts';
import { writeTableXlsx } from './write-table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const body = (code: string, name: string, kind: Body['kind'] = 'department', more: Partial<Body> = {}): Body => ({
  code, kind, name, validFrom: null, validTo: null, names: [{ name, role: 'name', validFrom: null, validTo: null }], ...more,
});
function register(year: number, bodies: Body[], years: RegisterYear[] = bodies.map(({ code, kind }) => newYear(code, kind, year))): Register {
  return { year, bodies, years: new Map(years.map((each) => [each.body, each])), contacts: new Map() };
}
function load(text: string, into: Register, removeAbsent = false): ReturnType<typeof planLoad> {
  const table = parseCsv(text);
  if (!('rows' in table)) throw new Error(table.refused);
  const parsed = parseRegister(table.rows);
  if (!('rows' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  return planLoad(parsed.rows, parsed.columns, into, removeAbsent);
}
function problems(text: string): string[] {
  const table = parseCsv(text);
  const parsed = 'rows' in table ? parseRegister(table.rows) : { problems: [] };
  return 'problems' in parsed ? parsed.problems.map(({ row, column, problem, value }) => [row, column, problem, value].join(' ')) : [];
}

describe('a table', () => {
  const text = '单位名称,类别\r\n"民政局",县直部门\r\n"司""法\n局",\r\n\r\n财政局,部门\r\n';
  const rows = [{ row: 1, cells: ['单位名称', '类别'] }, { row: 2, cells: ['民政局', '县直部门'] }, { row: 3, cells: ['司"法\n局', ''] }, { row: 5, cells: ['财政局', '部门'] }];
  const utf16 = Uint8Array.of(0xff, 0xfe, ...[...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]));
  it.each([['UTF-8', bytes(text)], ['UTF-8 with a mark', bytes(`\ufeff${text}`)], ['GBK', encodeGb18030(text)], ['UTF-16', utf16]])('is read from %s', (_, file) => {
    expect(readTable(file)).toEqual({ rows });
  });
  it('is read with tabs and semicolons', () => {
    expect(parseCsv('名称\t类别\n民政局\t部门')).toEqual({ rows: [{ row: 1, cells: ['名称', '类别'] }, { row: 2, cells: ['民政局', '部门'] }] });
    expect(parseCsv('名称;类别\n民政局;部门')).toEqual(parseCsv('名称,类别\n民政局,部门'));
  });
  it('is read from a workbook with the numbers of its rows, and comes back as it was written', () => {
    const written = [['单位名称', '代码'], ['民政局', '001'], ['', ''], ['=1+1', '']];
    expect(readTable(writeTableXlsx('名录', written, [10, 10]))).toEqual({ rows: [{ row: 1, cells: written[0] }, { row: 2, cells: written[1] }, { row: 4, cells: ['=1+1'] }] });
    expect(readTable(bytes(writeCsv(written)))).toEqual({ rows: [{ row: 1, cells: written[0] }, { row: 2, cells: written[1] }, { row: 4, cells: ['=1+1', ''] }] });
  });
  it('never becomes a formula', () => {
    expect(writeCsv([['=HYPERLINK("x")', '+86', '-1', '@a', '民政局']])).toBe('\ufeff"\'=HYPERLINK(""x"")",\'+86,\'-1,\'@a,民政局\r\n');
  });
  it.each([
    ['nothing', new Uint8Array(0), 'empty'], ['blanks', bytes(' , \n,'), 'empty'], ['an open quote', bytes('名称\n"民政局\n财政局'), 'open_quote'],
    ['a web page', bytes('<!DOCTYPE html><table><tr><td>单位名称'), 'format'], ['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'format'], ['a broken zip', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9), 'damaged'],
    ['pictures', Uint8Array.of(0x89, 0x50, 0, 0, 0, 0, 1, 2), 'format'], ['too many rows', bytes('名称\n'.repeat(TABLE_LIMITS.rows + 1)), 'too_large'],
    ['too many columns', bytes(`名称${','.repeat(100)}x`), 'too_large'], ['a long cell', bytes(`名称\n${'长'.repeat(1001)}`), 'too_large'],
  ])('is refused for what it is: %s', (_, file, refused) => {
    expect(readTable(file)).toMatchObject({ refused });
  });
});

describe('rows of the register', () => {
  it('are read whatever the order and wording of the headings, below a title', () => {
    const table = parseCsv('青禾县报送单位名录,,\n电话,单位全称,是否应报,县定时限,联络员,单位类别,别名\n13800000000,民政局,免报,2026/1/20,李某,部门,"民政,救助局"');
    const parsed = parseRegister('rows' in table ? table.rows : []);
    expect('rows' in parsed && parsed.rows).toEqual<RegisterRow[]>([{
      row: 3, code: '', name: '民政局', renamedOn: null, kind: 'department', aliases: ['民政', '救助局'], mustFile: false, countyDueOn: '2026-01-20', statutoryDueOn: null, inRollup: null,
      peerGroup: null, note: null, contacts: [{ name: '李某', post: null, phone: '13800000000' }],
    }]);
  });
  it('with faults are all told with row and column', () => {
    expect(problems('单位名称,类别,应报,县定时限,代码,联系人,电话\n,部门,是,,,,\n民政局,局,也许,2026-02-30,0 1,,123\n财政局,,,,7,甲；乙,1\n民政局,,,,7,,')).toEqual([
      '2 单位名称 no_name ', '3 类别 kind 局', '3 代码 code 0 1', '3 应报 yes_no 也许', '3 县定时限 date 2026-02-30', '3 联系人 no_contact ', '4 电话 contacts 2', '5 代码 twice_code 4', '5 单位名称 twice_name 3',
    ].sort((a, b) => Number(a[0]) - Number(b[0])));
    expect(problems('甲,乙\n1,2')).toEqual(['1  no_heading 单位名称']);
    expect(problems('单位名称,单位名称\n民政局,')).toEqual(['1 单位名称 twice_heading 单位名称']);
    expect(problems('单位名称')).toEqual(['1  no_rows ']);
    expect(problems('单位名称,类别,计入合计\n青禾县人民政府,县政府,是')).toEqual(['2 计入合计 government_in_sum ']);
    expect(problems('单位名称,联系人,电话\n财政局,甲；乙,1；2；3')).toEqual(['2 电话 contacts 2']);
  });
  it.each([['2026-01-20', '2026-01-20'], ['2026/1/5', '2026-01-05'], ['2026年1月20日', '2026-01-20'], ['20260120', '2026-01-20'], ['２０２６－１－２０', '2026-01-20'], ['2026-13-01', undefined], ['2025-02-29', undefined], ['1月20日', undefined], ['46042', undefined]])(
    'take %s for the day %s', (text, day) => expect(parseDate(text)).toBe(day));
});

describe('loading', () => {
  const office = body('001', '青禾县人民政府办公室', 'county_office', { names: [{ name: '青禾县人民政府办公室', role: 'name', validFrom: null, validTo: null }, { name: '政府办', role: 'alias', validFrom: null, validTo: null }] });
  const kept = register(2025, [office, body('002', '青禾县民政局'), body('007', '青禾县财政局')]);

  it('of what was handed out changes nothing', () => {
    const planned = load(writeCsv(registerTable(kept)), kept);
    expect('plan' in planned && planned.plan.changes.map(({ code, state, differences }) => [code, state, differences])).toEqual([['001', 'same', []], ['002', 'same', []], ['007', 'same', []]]);
    expect('plan' in planned && planned.plan.reordered).toBe(false);
  });
  it('finds bodies by code (also without its zeros) or by any name, adds new ones, and follows the order of the file', () => {
    const planned = load('代码,单位名称\n7,青禾县财政局\n,政府办\n,青禾县水利局\n12,柳泉镇人民政府', kept);
    expect('plan' in planned && planned.plan.changes.map(({ code, name, state, kind }) => [code, name, state, kind])).toEqual([
      ['007', '青禾县财政局', 'same', 'department'], ['001', '青禾县人民政府办公室', 'same', 'county_office'], ['013', '青禾县水利局', 'added', 'department'], ['012', '柳泉镇人民政府', 'added', 'township'],
    ]);
    expect('plan' in planned && [planned.plan.order, planned.plan.reordered]).toEqual([['007', '001', '013', '012', '002'], true]);
  });
  it('shows what differs, leaves alone what the file has no column for, and renames only with a date', () => {
    const old = { ...newYear('002', 'department', 2025), note: '机构改革', countyDueOn: '2026-01-20' };
    const of = register(2025, kept.bodies, [old]);
    const planned = load('代码,单位名称,更名日期,应报\n002,青禾县民政和退役军人局,2025-06-01,否\n007,青禾县财政金融局,,', of);
    if (!('plan' in planned)) throw new Error();
    const [civil, finance] = planned.plan.changes;
    expect(civil).toMatchObject({ state: 'changed', differences: [{ field: 'name', from: '青禾县民政局', to: '青禾县民政和退役军人局 2025-06-01' }, { field: 'mustFile', from: 'true', to: 'false' }], year: { note: '机构改革', countyDueOn: '2026-01-20', mustFile: false } });
    expect(civil!.names).toEqual([{ name: '青禾县民政局', role: 'name', validFrom: null, validTo: '2025-05-31' }, { name: '青禾县民政和退役军人局', role: 'name', validFrom: '2025-06-01', validTo: null }]);
    expect(finance).toMatchObject({ state: 'listed', differences: [{ field: 'spelling' }] });
    expect(finance!.names.map(({ name, role }) => `${name} ${role}`)).toEqual(['青禾县财政金融局 name', '青禾县财政局 alias']);
  });
  it('takes absent bodies out only when asked', () => {
    const states = (remove: boolean): unknown => {
      const planned = load('代码,单位名称\n001,政府办', kept, remove);
      return 'plan' in planned && planned.plan.changes.map(({ code, state }) => `${code} ${state}`);
    };
    expect(states(false)).toEqual(['001 same']);
    expect(states(true)).toEqual(['001 same', '002 removed', '007 removed']);
  });
  it('refuses what collides with the register', () => {
    const planned = load('代码,单位名称,更名日期\n002,青禾县人民政府办公室,\n001,政府办公室,\n,政府办,\n7,青禾县财政局,2025-01-01', kept);
    expect('problems' in planned && planned.problems.map(({ row, problem, value }) => `${row} ${problem} ${value}`)).toEqual(['2 name_of_other 001 青禾县人民政府办公室', '4 twice_body 3', '5 rename_same 青禾县财政局']);
  });
});

describe('copying a year', () => {
  it('moves dates, leaves ended bodies out, takes new ones in, and keeps what is there', () => {
    const bodies = [body('001', '甲'), body('002', '乙'), body('003', '丙', 'department', { validTo: '2024-06-30' }), body('004', '丁', 'department', { validFrom: '2025-03-01' }), body('005', '戊'), body('006', '己')];
    const from = register(2024, bodies, ['001', '002', '003', '005'].map((code) => ({ ...newYear(code, 'department', 2024), countyDueOn: '2025-01-20', note: '去年', peerGroup: '一组' })));
    from.contacts.set('001', [{ name: '李某', post: null, phone: null }]);
    const to = register(2025, bodies, [{ ...newYear('005', 'department', 2025), mustFile: false }]);
    const plan = planCopy(from, to, [{ predecessor: '002', successor: '006', kind: 'merged', happenedOn: '2025-05-01' }]);
    expect(plan.changes.map(({ code, state, year }) => [code, state, year?.countyDueOn])).toEqual([
      ['001', 'changed', '2026-01-20'], ['002', 'changed', '2026-01-20'], ['003', 'left_out', undefined], ['004', 'listed', null], ['005', 'same', null], ['006', 'listed', null],
    ]);
    expect(plan.changes[0]).toMatchObject({ contacts: [{ name: '李某' }], year: { note: null, peerGroup: '一组', statutoryDueOn: '2026-01-31' } });
  });
  it('knows the end of a body and leap days', () => {
    expect(endedOn(body('001', '甲'), [{ predecessor: '001', successor: '002', kind: 'split', happenedOn: '2020-01-01' }])).toBeNull();
    expect(endedOn(body('001', '甲'), [{ predecessor: '001', successor: null, kind: 'abolished', happenedOn: '2020-01-01' }])).toBe('2020-01-01');
    expect([sameDayIn('2024-02-29', 1), sameDayIn('2025-02-28', 3), sameDayIn('2025-01-20', 1)]).toEqual(['2025-02-28', '2028-02-28', '2026-01-20']);
  });
  it('writes the headings it reads', () => {
    expect(HEADING_ROW).toHaveLength(14);
    expect(registerTable(register(2025, []))).toEqual([[...HEADING_ROW]]);
  });
});
