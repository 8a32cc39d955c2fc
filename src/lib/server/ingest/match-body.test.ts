import { describe, expect, it } from 'vitest';
import type { Body, BodyName } from '../queries/bodies.ts';
import { guessKind, matchBody, nearBodies, sameName } from './match-body.ts';

const named = (code: string, ...names: (string | Partial<BodyName>)[]): Body => ({
  code, kind: 'department', validFrom: null, validTo: null, name: '',
  names: names.map((name) => ({ name: '', role: 'name', validFrom: null, validTo: null, ...(typeof name === 'string' ? { name } : name) })),
});
const REGISTER = [
  named('001', '青禾县人民政府'), named('002', '青禾县人民政府办公室', { name: '县政府办', role: 'alias' }), named('003', '青禾县民政局'),
  named('004', { name: '青禾县卫生局', validTo: '2020-06-30' }, { name: '青禾县卫生健康委员会', validFrom: '2020-07-01' }), named('005', { name: '青禾县卫生局', validFrom: '2022-01-01' }),
  named('006', '青禾县教育局'), named('007', '青禾县体育教育局'), named('008', '白杨镇人民政府'), named('009', '红柳镇人民政府'),
];
const match = (name: string | null, year: number | null = 2024): string | string[] => {
  const found = matchBody(REGISTER, name, year, '青禾县');
  return 'body' in found ? found.body.code : found.candidates;
};

describe('matchBody', () => {
  it.each([
    ['青禾县民政局', '003'], ['青禾县 民政局', '003'], ['民政局', '003'], ['青禾民政局', '003'], ['某省某市青禾县民政局', '003'], ['县政府办', '002'],
    ['青禾县教育局', '006'], ['教育局', '006'], ['体育教育局', '007'], ['青禾县白杨镇人民政府', '008'],
  ])('knows %s', (name, code) => expect(match(name)).toBe(code));

  it.each([['青禾县水利局'], ['政府'], [''], [null], ['青禾县']])('does not know %s', (name) => expect(match(name)).toEqual([]));

  it('prefers the name in use at the end of the year, else any it ever had', () => {
    expect(match('青禾县卫生局', 2019)).toBe('004');
    expect(match('青禾县卫生局', 2023)).toBe('005');
    expect(match('青禾县卫生健康委员会', 2019)).toBe('004');
    expect(match('青禾县卫生局', 2021)).toEqual(['004', '005']);
  });

  it('chooses nobody where several fit', () => {
    expect(match('镇人民政府')).toEqual([]);
    expect(match('青禾县卫生局', null)).toEqual(['004', '005']);
  });
});

describe('sameName', () => {
  it('takes a place before the name, and nothing else', () => {
    expect(sameName('延津县民政局', '民政局')).toBe(true);
    expect(sameName('体育教育局', '教育局')).toBe(false);
    expect(sameName('青禾县人民政府办公室', '青禾县人民政府')).toBe(false);
    expect(sameName('延津民政局', '民政局', '延津县')).toBe(true);
    expect(sameName('延津民政局', '民政局')).toBe(false);
  });
});

describe('nearBodies', () => {
  const COUNTY = [...['民政局', '教育局', '水利局', '财政局', '卫生健康委员会', '发展和改革委员会', '自然资源局'].map((name, index) => named(`1${index}`, `青禾县${name}`)),
    ...['白杨', '红柳', '清溪', '沙河'].map((name, index) => named(`2${index}`, `${name}镇人民政府`))];
  const near = (...readings: string[]): string[] => nearBodies(COUNTY, readings, '青禾县').map(({ name, names }) => name || names[0]!.name.replace('青禾县', ''));

  it.each([
    ['青禾县水务局', ['水利局']], ['县卫健委', ['卫生健康委员会']], ['青禾县发改委', ['发展和改革委员会']], ['白扬镇人民政府', ['白杨镇人民政府']], ['资源局', ['自然资源局']],
    ['青禾县统计局', []], ['大桥镇人民政府', []], ['', []], ['局', []],
  ])('of %s are %j', (reading, bodies) => expect(near(reading).slice(0, 1)).toEqual(bodies));

  it('takes every reading, and bears names that nobody has', () => {
    expect(near('部门', '水务局')).toEqual(['水利局']);
    expect(near('县'.repeat(5000))).toEqual([]);
    expect(nearBodies([], ['民政局'])).toEqual([]);
  });
});

describe('guessKind', () => {
  it.each([
    ['青禾县人民政府', 'government'], ['青禾县政府', 'government'], ['青禾县人民政府办公室', 'county_office'], ['县政府办', 'county_office'], ['上海市人民政府办公厅', 'county_office'],
    ['白杨镇人民政府', 'township'], ['青禾县白杨乡政府', 'township'], ['城关街道办事处', 'subdistrict'], ['城关街道', 'subdistrict'], ['青禾经济开发区管理委员会', 'zone'],
    ['国家税务总局青禾县税务局', 'vertical'], ['青禾县气象局', 'vertical'], ['青禾县烟草专卖局', 'vertical'], ['青禾县民政局', 'department'], ['青禾县发展和改革委员会', 'department'],
    ['青禾县人民医院', 'authorised'], ['青禾县自来水公司', 'authorised'],
  ])('%s: %s', (name, kind) => expect(guessKind(name)).toBe(kind));
});
