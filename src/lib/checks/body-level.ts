/**
 * Whether a body may make 规章 (立法法 第九十一条, 第九十三条): only the governments of provinces, autonomous regions,
 * municipalities, cities with districts and autonomous prefectures, and departments of the State Council.
 */
import type { BodyKind } from './finding.ts';

export type RulePower = 'may' | 'may not' | 'unknown';

const PROVINCE = /^(?:..省|黑龙江省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|(?:北京|天津|上海|重庆)市)/u;
const PREFECTURE = /^[^县区旗镇乡]{1,10}?(?:自治州|州市|市|盟|地区)/u;
const GOVERNMENT = /^(?:人民政府)?(?:办公[厅室])?$/u;
/** A county, district, banner or zone: the place's name ends with it, and something stands before it. */
const COUNTY = /^[^局委办厅]{1,12}?[县区旗]/u;
const TOWNSHIP = /(?:[镇乡](?:人民政府|政府)|街道(?:办事处)?|苏木(?:人民政府)?)(?:办公室|党政办公室)?$|^[^局委办厅]{1,8}[镇乡]$/u;
const STATE = /^(?:国务院|中华人民共和国|国家)/u;

/**
 * The power to make rules by the body's name and, where the register knows it, its kind. The register is one county's,
 * but a name above the county prevails over it (a city's report may have been filed by mistake). A “…市人民政府” without
 * more can be a county-level city: unknown. A bureau of a city has no such power itself, but its level cannot be told
 * from its name: unknown unless the register lists it.
 */
export function rulePower(name: string | null, kind: BodyKind | undefined): RulePower {
  const rest = name === null ? '' : name.replace(/\s/gu, '');
  const known = kind !== undefined && kind !== 'government' && kind !== 'county_office';
  if (rest === '') return known ? 'may not' : 'unknown';
  const province = PROVINCE.exec(rest)?.[0] ?? '';
  const below = rest.slice(province.length);
  const prefecture = PREFECTURE.exec(below)?.[0] ?? '';
  const local = below.slice(prefecture.length);
  if (COUNTY.test(local) || TOWNSHIP.test(local)) return 'may not';
  if (province !== '' && prefecture === '' && GOVERNMENT.test(local)) return 'may';
  if (prefecture.endsWith('自治州') && GOVERNMENT.test(local)) return 'may';
  // 办公厅 is the name of the office of a province or of a city of the upper ranks, never of a county's (办公室).
  if (prefecture !== '' && local.endsWith('办公厅')) return 'may';
  if (prefecture !== '' && GOVERNMENT.test(local)) return 'unknown';
  if (STATE.test(rest)) return known ? 'may not' : 'unknown';
  return known ? 'may not' : 'unknown';
}
