/** The departments of the fictional county, as rows: demand of applications, powers and topics are drawn from general knowledge. */
import { COUNTY, FIRST, type BodyName, type DemoBody, type Kind } from './county.ts';

/** Decisions a year by power, then fees in yuan. */
interface Powers {
  licences?: number;
  penalties?: number;
  compulsion?: number;
  fees?: number;
}
interface Life {
  kind?: Kind;
  from?: number;
  to?: number;
  validFrom?: string;
  validTo?: string;
  names?: BodyName[];
  /** Where the name does not begin with the county's. */
  fullName?: string;
  peerGroup?: '执法窗口类' | '综合类';
}

function department(
  code: string, name: string, aliases: string[], demand: number, powers: Powers, [stock, issued]: [number, number], topics: string[], life: Life = {},
): DemoBody {
  const full = life.fullName ?? `${COUNTY.place}${name}`;
  const names = life.names ?? [{ name: full, role: 'name' as const, from: life.validFrom ?? null, to: life.validTo ?? null }];
  const { licences = 0, penalties = 0, compulsion = 0, fees = 0 } = powers;
  return {
    code, kind: life.kind ?? 'department',
    names: [...names, ...aliases.map((entry) => ({ name: entry, role: 'alias' as const, from: null, to: null }))],
    from: life.from ?? FIRST, to: life.to ?? null, validFrom: life.validFrom ?? null, validTo: life.validTo ?? null,
    peerGroup: life.peerGroup ?? (licences + penalties >= 60 ? '执法窗口类' : '综合类'), population: null,
    profile: { demand, licences, penalties, compulsion, fees, stock, issued, topics },
  };
}

export const DEPARTMENTS: readonly DemoBody[] = [
  department('101', '发展和改革委员会', ['县发改委', '发改委'], 1.7, { licences: 152, penalties: 2 }, [14, 1.4], ['重大项目清单', '价格监测', '节能审查', '社会信用体系']),
  department('102', '教育体育局', ['县教体局', '教体局'], 3.4, { licences: 31, penalties: 2, fees: 2_860_000 }, [11, 1.2], ['招生入学', '教师招聘', '校外培训治理', '学校食堂']),
  department('103', '科技工业和信息化局', ['县科工局', '科工局'], 0.9, { licences: 6, penalties: 1 }, [6, 0.8], ['技术改造', '中小企业培育', '电力运行', '高新技术企业认定'], { to: 2023, validTo: '2024-03-19' }),
  department('104', '公安局', ['县公安局'], 9, { licences: 18_400, penalties: 3_260, compulsion: 940, fees: 1_960_000 }, [5, 0.4], ['户籍办理', '道路交通安全', '出入境', '电信诈骗预警']),
  department('105', '民政局', ['县民政局'], 1.9, { licences: 48, penalties: 1 }, [9, 0.9], ['社会救助', '养老机构', '社会组织登记', '地名管理']),
  department('106', '司法局', ['县司法局'], 0.8, { licences: 9 }, [3, 0.3], ['法律援助', '行政复议', '人民调解', '普法宣传']),
  department('107', '财政局', ['县财政局'], 2.6, { licences: 14, penalties: 1 }, [17, 1.6], ['预决算公开', '惠民补贴', '政府采购', '专项债券']),
  department('108', '人力资源和社会保障局', ['县人社局', '人社局'], 3.1, { licences: 212, penalties: 9, fees: 318_000 }, [12, 1.1], ['招聘录用', '社会保险', '劳动监察', '职业技能培训']),
  department('109', '自然资源局', ['县自然资源局', '自然资源和规划局'], 13.5, { licences: 1_240, penalties: 46, compulsion: 3, fees: 7_450_000 }, [16, 1.2], ['征地信息', '不动产登记', '国土空间规划', '矿产资源']),
  department('110', '住房和城乡建设局', ['县住建局', '住建局'], 11, { licences: 540, penalties: 38, fees: 4_120_000 }, [15, 1.3], ['房屋征收', '保障性住房', '物业管理', '工程质量安全']),
  department('111', '交通运输局', ['县交通局', '交通局'], 2.1, { licences: 2_310, penalties: 410, compulsion: 22 }, [8, 0.6], ['农村公路建设', '客运线路', '超限治理', '出租汽车']),
  department('112', '水利局', ['县水利局'], 1.2, { licences: 73, penalties: 12, compulsion: 1, fees: 640_000 }, [7, 0.5], ['水库管理', '取水许可', '河湖长制', '农村供水']),
  department('113', '农业农村局', ['县农业农村局', '农业局'], 3.6, { licences: 164, penalties: 57 }, [13, 1.2], ['耕地地力补贴', '农产品质量', '农机购置', '宅基地管理']),
  department('114', '商务局', ['县商务局'], 0.4, { licences: 22, penalties: 3 }, [5, 0.5], ['家电补贴', '成品油市场', '电子商务', '外贸备案'], { to: 2022, validTo: '2023-02-14' }),
  department('115', '招商局', ['县招商局'], 0.3, {}, [2, 0.3], ['招商项目', '客商接待', '优惠政策', '展会推介'], { to: 2022, validTo: '2023-02-14' }),
  department('143', '商务和投资促进局', ['县商务和投资促进局', '商投局'], 0.9, { licences: 26, penalties: 3 }, [7, 0.8], ['消费补贴', '招商项目', '成品油市场', '外贸备案'], { from: 2023, validFrom: '2023-02-15' }),
  department('116', '文化广电和旅游局', ['县文旅局', '文旅局', '文广旅局'], 0.8, { licences: 61, penalties: 17, compulsion: 2 }, [4, 0.4], ['景区开放', '文物保护', '公共图书馆', '文化市场']),
  department('117', '卫生健康委员会', ['县卫健委', '卫健委'], 2.8, { licences: 1_120, penalties: 88, fees: 96_000 }, [10, 0.9], ['医疗机构校验', '疫苗接种', '医德医风', '妇幼健康']),
  department('118', '退役军人事务局', ['县退役军人局'], 0.5, {}, [3, 0.4], ['优待证申领', '安置就业', '烈士褒扬', '抚恤补助']),
  department('119', '应急管理局', ['县应急局', '应急局'], 0.7, { licences: 58, penalties: 64, compulsion: 11 }, [6, 0.6], ['安全生产执法', '防灾减灾', '烟花爆竹', '森林防火']),
  department('120', '审计局', ['县审计局'], 0.3, {}, [2, 0.2], ['审计结果公告', '整改落实', '经济责任审计', '工程审计']),
  department('121', '市场监督管理局', ['县市监局', '市监局', '市场监管局'], 3.9, { licences: 9_640, penalties: 386, compulsion: 42 }, [9, 0.7], ['企业登记', '食品抽检', '消费投诉', '特种设备']),
  department('122', '统计局', ['县统计局'], 0.2, { penalties: 2 }, [1, 0.1], ['统计公报', '经济普查', '住户调查', '统计执法']),
  department('123', '医疗保障局', ['县医保局', '医保局'], 0.6, { penalties: 21 }, [4, 0.6], ['门诊统筹', '基金监管', '药品集采', '异地就医']),
  department('124', '城市管理局', ['县城管局', '城管局'], 2.3, { licences: 318, penalties: 1_460, compulsion: 36, fees: 210_000 }, [6, 0.5], ['市容秩序', '户外广告', '垃圾分类', '渣土运输']),
  department('125', '信访局', ['县信访局'], 0.4, {}, [0, 0], ['信访事项公开', '领导接访', '积案化解', '网上信访']),
  department('126', '政务服务和大数据管理局', ['县政数局', '政数局'], 1.3, { licences: 420 }, [5, 0.7], ['一件事一次办', '政务热线', '数据共享', '审批提速']),
  department('127', '乡村振兴局', ['县乡村振兴局', '县扶贫办'], 0.9, {}, [6, 0.7], ['衔接资金', '项目库', '消费帮扶', '防返贫监测'], {
    names: [
      { name: '青禾县扶贫开发办公室', role: 'name', from: null, to: '2021-06-07' },
      { name: '青禾县乡村振兴局', role: 'name', from: '2021-06-08', to: null },
    ],
  }),
  department('128', '林业局', ['县林业局'], 1.1, { licences: 286, penalties: 24, fees: 1_180_000 }, [5, 0.4], ['林木采伐', '森林防火', '野生动物保护', '退耕还林']),
  department('129', '人民防空办公室', ['县人防办', '人防办'], 0.2, { licences: 33, penalties: 1, fees: 2_240_000 }, [3, 0.2], ['人防工程', '易地建设', '防空警报', '疏散演练']),
  department('130', '民族宗教事务局', ['县民宗局', '民宗局'], 0, { licences: 4 }, [1, 0.1], ['宗教场所', '民族团结', '清真食品', '安全检查']),
  department('131', '金融工作局', ['县金融局', '金融办'], 0.3, { licences: 2 }, [2, 0.3], ['融资对接', '非法集资防范', '上市培育', '小额贷款']),
  department('132', '机关事务服务中心', ['县机关事务中心'], 0.1, {}, [2, 0.2], ['公务用车', '办公用房', '节约型机关', '后勤保障']),
  department('133', '供销合作社联合社', ['县供销社'], 0, {}, [0, 0], ['农资供应', '再生资源', '基层社改造', '冷链物流'], { kind: 'authorised' }),
  department('134', '畜牧水产服务中心', ['县畜牧中心'], 0.3, { licences: 37 }, [2, 0.2], ['动物防疫', '养殖补贴', '渔业生产', '屠宰检疫']),
  department('135', '公路事业发展中心', ['县公路中心'], 0.4, { licences: 11, compulsion: 2 }, [1, 0.1], ['公路养护', '桥梁检测', '占道施工', '抢险保通']),
  department('136', '地方志编纂中心', ['县地方志中心', '县志办'], 0, {}, [0, 0], ['年鉴编纂', '地情资料', '方志馆', '口述史']),
  department('137', '生态环境局青禾分局', ['县生态环境分局', '青禾生态环境分局'], 4.2, { licences: 96, penalties: 73, compulsion: 8 }, [3, 0.3], ['环评审批', '空气质量', '排污许可', '信访举报'], { fullName: `${COUNTY.city}生态环境局青禾分局` }),
  department('138', '粮食和物资储备中心', ['县粮储中心'], 0.1, { penalties: 1 }, [2, 0.2], ['粮食收购', '应急储备', '粮油质量', '仓储安全']),
  department('139', '残疾人联合会', ['县残联'], 0.2, {}, [2, 0.3], ['残疾人证', '康复救助', '就业保障', '无障碍改造'], { kind: 'authorised' }),
  department('140', '不动产登记中心', ['县不动产中心'], 1.6, { fees: 1_640_000 }, [1, 0.1], ['登记提速', '历史遗留问题', '抵押登记', '查询服务']),
  department('141', '移民后期扶持中心', ['县移民中心'], 0.3, {}, [3, 0.3], ['移民直补', '避险解困', '库区产业', '人口核定']),
  department('142', '红十字会', ['县红十字会'], 0, {}, [0, 0], ['救护培训', '捐赠公示', '造血干细胞', '人道救助'], { kind: 'authorised' }),
  department('144', '工业和信息化局', ['县工信局', '工信局'], 0.7, { licences: 5, penalties: 1 }, [5, 0.6], ['技术改造', '中小企业培育', '电力运行', '数字化转型'], { from: 2024, validFrom: '2024-03-20' }),
  department('145', '科学技术局', ['县科技局', '科技局'], 0.3, { licences: 1 }, [2, 0.3], ['高新技术企业认定', '科技特派员', '研发补助', '技术合同登记'], { from: 2024, validFrom: '2024-03-20' }),
];
