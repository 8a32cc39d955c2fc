/**
 * The register of the fictional county: 63 bodies in seven years, 60 at a time. Sizes follow what a real county shows:
 * one office with a third of all applications, three bureaus with most of the rest, and many bodies with none.
 */
import { COUNTY, FIRST, type BodyName, type DemoBody, type DemoSuccession, type Kind, type Profile } from './county.ts';
import { DEPARTMENTS } from './departments.ts';

const quiet: Profile = { demand: 0, licences: 0, penalties: 0, compulsion: 0, fees: 0, stock: 0, issued: 0, topics: [] };

const official = (name: string, from: string | null = null, to: string | null = null): BodyName => ({ name, role: 'name', from, to });
const alias = (name: string): BodyName => ({ name, role: 'alias', from: null, to: null });

function body(code: string, kind: Kind, names: BodyName[], peerGroup: string, profile: Partial<Profile>, population: number | null = null): DemoBody {
  return { code, kind, names, from: FIRST, to: null, validFrom: null, validTo: null, peerGroup, population, profile: { ...quiet, ...profile } };
}

function township(code: string, kind: 'township' | 'subdistrict', short: string, population: number, demand: number, penalties: number, topics: string[]): DemoBody {
  const suffix = kind === 'township' ? '人民政府' : '办事处';
  const profile = { demand, penalties, compulsion: penalties > 0 ? 1 : 0, licences: penalties > 0 ? 18 : 0, stock: kind === 'township' ? 3 : 1, issued: 0.4, topics };
  return body(code, kind, [official(`${COUNTY.place}${short}${suffix}`), alias(short)], '乡镇（街道）', profile, population);
}

const CENTRE: DemoBody[] = [
  body('001', 'government', [official(`${COUNTY.place}人民政府`), alias('县政府')], '县政府', { topics: ['重点领域信息公开', '营商环境', '基层政务公开标准化', '民生实事'] }, 486_200),
  body('002', 'county_office', [official(`${COUNTY.place}人民政府办公室`), alias('县政府办公室'), alias('县政府办')], '县政府本级', {
    demand: 44, stock: 86, issued: 9, topics: ['县政府文件发布', '政策解读', '政府常务会议公开', '人大建议和政协提案办理'],
  }),
];

const TOWNSHIPS: DemoBody[] = [
  township('201', 'subdistrict', '城关街道', 71_300, 2.2, 6, ['老旧小区改造', '社区养老', '沿街店铺管理', '征收补偿']),
  township('202', 'subdistrict', '河东街道', 52_800, 1.2, 0, ['网格化服务', '物业矛盾调解', '就业帮扶', '文明创建']),
  township('203', 'subdistrict', '云峰街道', 38_400, 0.3, 0, ['社区矫正', '拥军优抚', '适龄儿童入学', '防汛值守']),
  township('204', 'township', '柳泉镇', 41_600, 2.6, 9, ['集体土地确权', '农村公路养护', '高标准农田', '宅基地审批']),
  township('205', 'township', '石桥镇', 36_900, 1.1, 4, ['石材企业整治', '饮水安全', '村级财务公开', '秸秆禁烧']),
  township('206', 'township', '枫林镇', 29_700, 0.9, 3, ['古树名木保护', '乡村旅游', '农村厕所改造', '低保复核']),
  township('207', 'township', '白鹭镇', 33_100, 0.4, 0, ['湿地保护', '渔业转产', '防返贫监测', '残疾人补贴']),
  township('208', 'township', '沙湾镇', 27_500, 0.2, 0, ['砂石运输整治', '河道清淤', '库区移民', '农机补贴']),
  township('209', 'township', '龙溪镇', 31_800, 1.4, 5, ['茶叶产业', '易地搬迁后续扶持', '山塘加固', '危房改造']),
  township('210', 'township', '桐木乡', 18_200, 0, 0, ['油茶抚育', '护林防火', '村卫生室', '通组道路']),
  township('211', 'township', '竹园乡', 16_900, 0.2, 0, ['竹产品加工', '农村电商', '医保征缴', '人居环境']),
  township('212', 'township', '松岭乡', 14_300, 0, 0, ['生态护林', '高山蔬菜', '教学点撤并', '地质灾害避险']),
  township('213', 'township', '月塘乡', 15_700, 0.1, 0, ['莲藕种植', '水面承包', '殡葬改革', '农村保洁']),
];

const OTHERS: DemoBody[] = [
  body('301', 'zone', [official(`${COUNTY.place}经济开发区管理委员会`), alias('开发区管委会'), alias('经开区管委会')], '开发区', {
    demand: 1.1, licences: 64, stock: 7, issued: 0.8, topics: ['企业入园', '标准厂房分配', '园区用工', '惠企资金兑付'],
  }),
  body('401', 'vertical', [official(`国家税务总局${COUNTY.place}税务局`), alias(`${COUNTY.place}税务局`), alias('县税务局')], '垂直管理单位', {
    demand: 1.2, licences: 1350, penalties: 420, stock: 4, issued: 0.3, topics: ['减税降费', '纳税信用评价', '发票管理', '欠税公告'],
  }),
  body('402', 'vertical', [official(`${COUNTY.place}气象局`), alias('县气象局')], '垂直管理单位', {
    licences: 24, penalties: 1, topics: ['灾害性天气预警', '防雷检测', '人工影响天气', '气象科普'],
  }),
];

/** In the official order of the register. */
export const BODIES: readonly DemoBody[] = [...CENTRE, ...DEPARTMENTS, ...TOWNSHIPS, ...OTHERS];

export const SUCCESSIONS: readonly DemoSuccession[] = [
  { kind: 'functions_moved', predecessor: '121', successor: '126', on: '2022-03-01', note: '企业登记等行政许可事项划转至县政务服务和大数据管理局' },
  { kind: 'merged', predecessor: '114', successor: '143', on: '2023-02-15', note: '县商务局与县招商局合并组建县商务和投资促进局' },
  { kind: 'merged', predecessor: '115', successor: '143', on: '2023-02-15', note: '县商务局与县招商局合并组建县商务和投资促进局' },
  { kind: 'split', predecessor: '103', successor: '144', on: '2024-03-20', note: '县科技工业和信息化局分设为县工业和信息化局、县科学技术局' },
  { kind: 'split', predecessor: '103', successor: '145', on: '2024-03-20', note: '县科技工业和信息化局分设为县工业和信息化局、县科学技术局' },
];

export function bodyOf(code: string): DemoBody {
  const found = BODIES.find((entry) => entry.code === code);
  if (!found) throw new Error(`No body ${code} in the fictional county`);
  return found;
}
