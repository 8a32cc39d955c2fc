/** Labels as real reports misprint them (the kinds of the catalogue of variations): wording of the form → what is printed. */
import type { Edition } from './form.ts';

export const MISPRINTS: readonly { from: string; to: string; edition?: Edition }[] = [
  { from: '本年废止件数', to: '本年度止件数', edition: '2021' }, { from: '本年废止件数', to: '本年废纸件数', edition: '2021' },
  { from: '本年废止件数', to: '本年废止件', edition: '2021' }, { from: '本年废止件数', to: '本年 废止件数', edition: '2021' },
  { from: '现行有效件数', to: '先行有效件数', edition: '2021' }, { from: '现行有效件数', to: '现行有效件', edition: '2021' },
  { from: '本年新公开数量', to: '本年公开数量', edition: '2019' }, { from: '本年新公开数量', to: '本公开数量', edition: '2019' },
  { from: '本年增/减', to: '本年增/', edition: '2019' }, { from: '本年增/减', to: '本年增\\减', edition: '2019' },
  { from: '本年新制作数量', to: '本年新 制作数量', edition: '2019' },
  { from: '行政规范性文件', to: '规范性文件', edition: '2021' }, { from: '规章', to: '规章(制度)' },
  { from: '第二十条第（一）项', to: '第二十一条第（一）项' }, { from: '第二十条第（五）项', to: '第二十条第' },
  { from: '商业企业', to: '商业 企业' }, { from: '社会公益组织', to: '社会 公益 组织' }, { from: '尚未审结', to: '尚未 审结' },
  { from: '结果维持', to: '结果 维持' },
  { from: '三、本年度办理结果', to: '三、本年度办 理结果' }, { from: '三、本年度办理结果', to: '三三、本年度办理结果' },
  { from: '（三）不予公开', to: '（三）不予 公开' }, { from: '3.其他', to: '其他', edition: '2021' },
  { from: '2.其他法律行政法规禁止公开', to: '2.其他法律行政止公开' }, { from: '7.属于行政执法案卷', to: '7.属于行政执法案件' },
  { from: '二、上年结转政府信息公开申请数量', to: '二、上年转结政府信息公开申请数量' }, { from: '勾稽关系', to: '钩稽关系' },
  { from: '逾期不补正、行政机关', to: '逾期不补正，行政机关', edition: '2021' }, { from: '1.属于国家秘密', to: '1、属于国家秘密' },
  { from: '1.属于国家秘密', to: '(1)属于国家秘密' }, { from: '（一）予以公开', to: '(一) 予以公开' }, { from: '（七）总计', to: '（七） 总 计' },
];
