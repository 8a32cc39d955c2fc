import { describe, expect, it } from 'vitest';
import type { LegalChange } from '../comparisons/legal-changes.ts';
import { compareFigure, orderBodies } from '../comparisons/compare-figures.ts';
import { applicantsByYear, outcomesByYear } from '../comparisons/compositions.ts';
import { filed, unfiled } from '../comparisons/rows.fixture.ts';
import { applicantsPicture } from './applicants-option.ts';
import { barsPicture } from './bars-option.ts';
import { drawChart, drawSvg } from './draw-svg.ts';
import { heatmapPicture } from './heatmap-option.ts';
import { en, zh } from './labels.fixture.ts';
import { linesPicture } from './lines-option.ts';
import { outcomesPicture } from './outcomes-option.ts';
import type { Drawing, Picture } from './picture.ts';
import { faultsOf, readSvg, textsOf } from '../../../tests/support/read-svg.ts';
import { APPLICANT_FILLS, OUTCOME_FILLS } from './theme.ts';

const link = (row: { body: string; year: number }) => `/reports/${row.body}/${row.year}`;
const years = [2019, 2020, 2021, 2022, 2023, 2024];
/** Numbers that occur once, so that finding one in the picture means something. */
const rows = [
  ...years.map((year, index) => filed('001', year, {
    't3.received.natural': 101 + index, 't3.received.business': 31 + index, 't3.received.total': 132 + 2 * index,
    't3.granted.total': 61 + index, 't3.refused.third_party.total': 41 + index, 't3.processed.total': 1102 + index, 't3.carried_forward.total': 21 + index,
    ...(year < 2021 ? { 't2.normative_documents.made': 8 } : { 't2.normative_documents.issued': 3, 't2.normative_documents.in_force': 17 }),
  }, { bodyName: '青禾县财政局' })),
  filed('002', 2023, { 't3.received.total': 0 }, { bodyName: '青禾县<审计>&局' }),
  filed('002', 2024, { 't3.received.total': null, 't2.normative_documents.in_force': null }, { bodyName: '青禾县<审计>&局', missing: { 't3.received.total': 'blank' } }),
  unfiled('003', 2024, { bodyName: '青禾县水利局' }), unfiled('004', 2024, { bodyName: '青禾县民政局', notYet: true }), filed('004', 2023, { 't3.received.total': 5 }, { bodyName: '青禾县民政局' }),
];
const compare = (measure: string) => compareFigure(rows, { measure, link });
const wide: Drawing = { labels: zh, narrow: false };
const drawings: Drawing[] = [wide, { labels: zh, narrow: true }, { labels: en, narrow: false }, { labels: en, narrow: true }];

const pictures: Record<string, (drawing: Drawing) => Picture> = {
  applicants: (drawing) => applicantsPicture(applicantsByYear(rows, { years }), drawing),
  outcomes: (drawing) => outcomesPicture(outcomesByYear(rows, { years }), drawing),
  bars: (drawing) => barsPicture({ ...compare('t3.received.total'), years: [2024] }, drawing),
  'bars of three years': (drawing) => barsPicture(compare('t3.received.total'), drawing),
  rates: (drawing) => barsPicture({ ...compare('I-OPEN-RATE'), years: [2024] }, drawing),
  lines: (drawing) => linesPicture(compare('t3.received.total'), drawing),
  heatmap: (drawing) => heatmapPicture(compare('t3.received.total'), drawing),
  'heatmap of rates': (drawing) => heatmapPicture(compare('I-OPEN-RATE'), drawing),
  'nothing at all': (drawing) => barsPicture({ ...compare('t3.received.total'), bodies: [], years: [] }, drawing),
  'no lines': (drawing) => linesPicture({ ...compare('t3.received.total'), bodies: [] }, drawing),
  'no rows': (drawing) => applicantsPicture(applicantsByYear([], { years: [2024] }), drawing),
  'an empty heatmap': (drawing) => heatmapPicture({ ...compare('t3.received.total'), bodies: [], years: [] }, drawing),
};

describe('every picture', () => {
  it.each(Object.entries(pictures))('%s: is well-formed, without faults, in both languages and widths', (_, make) => {
    for (const drawing of drawings) {
      const picture = make(drawing);
      const svg = drawSvg(picture, drawing.narrow ? 340 : 640);
      expect(faultsOf(svg)).toEqual([]);
      const own = textsOf(svg).filter((text) => !text.includes('青禾县')).join('');
      if (drawing.labels.language === 'en') expect(own.replace(/[（）]/g, '')).not.toMatch(/[一-鿿]/);
      for (const mark of picture.marks) {
        expect(mark.lines.length).toBeGreaterThan(1);
        expect(mark.lines.join('')).not.toMatch(/NaN|undefined/);
      }
    }
  });

  it('is drawn the same every time, with ids of its own', () => {
    const [first, second] = [drawSvg(pictures.outcomes!(wide), 640), drawSvg(pictures.outcomes!(wide), 640)];
    expect(first).toBe(second);
    const other = drawChart((narrow) => pictures.outcomes!({ labels: zh, narrow }));
    const ids = (svg: string) => readSvg(svg).flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids(other.wide).length).toBeGreaterThan(0);
    expect(ids(other.wide).filter((id) => ids(other.narrow).includes(id))).toEqual([]);
  });

  it('escapes names of documents in picture and tooltip', () => {
    const picture = pictures.bars!(wide);
    expect(textsOf(drawSvg(picture, 640))).toContain('青禾县<审计>&局');
    const formatter = (picture.option.tooltip as { formatter: (at: { seriesIndex: number; dataIndex: number }) => string }).formatter;
    const mark = picture.marks.find(({ lines }) => lines[0]?.includes('审计'))!;
    expect(formatter({ seriesIndex: mark.series, dataIndex: mark.item })).toBe('<b>青禾县&lt;审计&gt;&amp;局 · 2024年</b><br>空白');
  });
});

describe('compositions', () => {
  it('print every count and total, and how many bodies reported', () => {
    const texts = textsOf(drawSvg(pictures.applicants!(wide), 640));
    for (const [index, year] of years.entries()) {
      for (const count of [101 + index, 31 + index, year === 2023 ? 145 : 132 + 2 * index]) expect(texts.some((text) => text === String(count)), `${count}`).toBe(true);
      expect(texts).toContain(`${year}年`);
    }
    expect(texts).toContain('2/4家');
    // A total of one body of the two that filed says so.
    expect(texts).toContain('(1/4)');
    expect(texts).toContain('自然人');
    // Kinds of applicant that never occur are not in the legend.
    expect(texts).not.toContain('科研机构');
  });

  it('give outcomes as counts, with 结转 apart and hatched', () => {
    const picture = pictures.outcomes!(wide);
    const texts = textsOf(drawSvg(picture, 640));
    expect(texts).toContain('办结1,102');
    expect(texts).toContain('结转下年度');
    for (const index of years.keys()) expect(texts).toContain(String(61 + index));
    const carried = picture.marks.find(({ lines }) => lines[0] === '结转下年度 · 2019年')!;
    expect(carried.lines).toEqual(['结转下年度 · 2019年', '21 件', '1/1家']);
    const granted = picture.marks.find(({ lines }) => lines[0] === '予以公开 · 2019年')!;
    expect(granted.lines[2]).toBe('占总计 61/1,102（5.5%）');
    expect(OUTCOME_FILLS.carried_forward.decal).toBeDefined();
  });

  it('say why a year has no bar', () => {
    const texts = textsOf(drawSvg(applicantsPicture(applicantsByYear([unfiled('003', 2024)], { years: [2024] }), wide), 640));
    expect(texts).toContain('未报');
    expect(texts).toContain('0/1家');
  });
});

describe('bars over bodies', () => {
  it('print each number, and a word where there is none', () => {
    const { bodies, measure } = compare('t3.received.total');
    const picture = barsPicture({ measure, bodies: orderBodies(bodies, 'value', 2024), years: [2024] }, wide);
    const texts = textsOf(drawSvg(picture, 640));
    expect(texts).toEqual(expect.arrayContaining(['青禾县财政局', '142', '—', '未报']));
    expect(texts, 'not yet due: no bar in its place').not.toContain('青禾县民政局');
    const series = picture.option.series as { data: ({ value: number | null } | null)[] }[];
    expect(series[0]!.data.map((item) => item?.value), 'missing is not 0').toEqual([142, null, null]);
    expect(picture.marks.find(({ lines }) => lines[0] === '青禾县财政局 · 2024年')?.link).toBe('/reports/001/2024');
    expect(picture.marks.find(({ lines }) => lines[0]?.includes('水利局'))).toEqual({ series: 1, item: 2, lines: ['青禾县水利局 · 2024年', '未报'] });
  });

  it('start at zero, in whole cases', () => {
    const { xAxis } = pictures.bars!(wide).option as { xAxis: { minInterval?: number; min?: number; scale?: boolean } };
    expect(xAxis).toMatchObject({ minInterval: 1 });
    expect(xAxis.scale).toBeUndefined();
    expect((pictures.rates!(wide).option as { xAxis: object }).xAxis).toMatchObject({ min: 0, max: 1 });
  });

  it('write counts before the rate, and no rate below five cases', () => {
    const few = [filed('001', 2024, { 't3.processed.total': 139, 't3.granted.total': 38 }), filed('002', 2024, { 't3.processed.total': 4, 't3.granted.total': 3 }), filed('003', 2024)];
    const picture = (labels: typeof zh) => barsPicture({ ...compareFigure(few, { measure: 'I-OPEN-RATE' }) }, { labels, narrow: false });
    expect(textsOf(drawSvg(picture(zh), 640))).toEqual(expect.arrayContaining(['38/139（27.3%）', '3/4', '—']));
    expect(textsOf(drawSvg(picture(en), 640))).toEqual(expect.arrayContaining(['38/139 (27.3%)']));
    expect(picture(zh).marks.map(({ lines }) => lines.slice(1))).toEqual([['38/139（27.3%）'], ['3/4', '件数少，不计算占比'], ['—', '没有件数，不计算占比']]);
  });
});

describe('lines over years', () => {
  const columns = (picture: Picture) => (picture.option.xAxis as { data: string[] }).data;
  type Item = number | null | { value: number; label: { offset: [number, number] } };
  const items = (picture: Picture, index = 0) => (picture.option.series as { data: Item[] }[])[index]!.data;
  const data = (picture: Picture, index = 0) => items(picture, index).map((item) => (item !== null && typeof item === 'object' ? item.value : item));

  it('never join a figure whose notion changed across 2020 and 2021', () => {
    const picture = linesPicture(compare('t2.normative_documents.issued'), wide);
    expect(columns(picture)).toEqual(['2019年', '2020年', '', '2021年', '2022年', '2023年', '2024年']);
    expect(data(picture)).toEqual([8, 8, null, 3, 3, 3, 3]);
    expect((picture.option.series as { connectNulls: boolean }[])[0]!.connectNulls).toBe(false);
    expect(textsOf(drawSvg(picture, 640))).toContain('2021年版格式，口径变更');
  });

  it('join what is the same, and leave a gap where a number is missing', () => {
    const picture = pictures.lines!(wide);
    expect(columns(picture)).toHaveLength(6);
    expect(data(picture)).toEqual([132, 134, 136, 138, 140, 142]);
    expect(data(picture, 1), '002: no report to 2022, 0 in 2023, blank in 2024').toEqual([null, null, null, null, 0, null]);
    expect(textsOf(drawSvg(picture, 640))).not.toContain('2021年版格式，口径变更');
  });

  it('have no line before 2021 for a figure without a predecessor', () => {
    expect(data(linesPicture(compare('t2.normative_documents.in_force'), wide))).toEqual([null, null, null, 17, 17, 17, 17]);
  });

  it('write a name at the last number, also where the last year is missing, and no name over another', () => {
    const ended = linesPicture(compareFigure([filed('001', 2023, { 't3.received.total': 0 }), filed('002', 2023, { 't3.received.total': 1 }), filed('002', 2024, { 't3.received.total': 900 }), filed('003', 2024, { 't3.received.total': 0 })], { measure: 't3.received.total' }), wide);
    expect(drawSvg(ended, 640)).not.toContain('NaN');
    expect(textsOf(drawSvg(ended, 640))).toEqual(expect.arrayContaining(['青禾县001局', '青禾县003局']));
    const labelled = [0, 1, 2].flatMap((index) => items(ended, index).flatMap((item, at) => (item !== null && typeof item === 'object' ? [[at, item.value, item.label.offset[1]]] : [])));
    expect(labelled, 'column, number, pixels up (negative)').toEqual([[0, 0, 0], [1, 900, 0], [1, 0, -15]]);
  });

  it('mark what the law changed by a number that the note explains', () => {
    const rows = [2021, 2022, 2023, 2024].map((year) => filed('001', year));
    const of = compareFigure(rows, { measure: 't4.review.total' });
    const drawn = (changes: LegalChange[]) => textsOf(drawSvg(linesPicture({ ...of, changes }, { labels: zh, narrow: false }), 640));
    const change = { key: 'a', year: 2024, figures: 't4', words: '改', source: '', hidden: false };
    expect(drawn([{ ...change, year: 2022 }, change])).toEqual(expect.arrayContaining(['①', '②']));
    expect(drawn([])).not.toContain('①');
  });

  it('use at most seven colours: more lines are grey, the chosen in the accent', () => {
    const many = Array.from({ length: 9 }, (_, index) => filed(`10${index}`, 2024, { 't3.received.total': index + 1 }));
    const colours = (accent: string[]) => (linesPicture({ ...compareFigure(many, { measure: 't3.received.total' }), accent }, wide).option.series as { lineStyle: { color: string } }[]).map(({ lineStyle }) => lineStyle.color);
    expect(new Set(colours([])).size).toBe(1);
    expect(new Set(colours(['104'])).size).toBe(2);
    const seven = linesPicture(compareFigure(many.slice(0, 7), { measure: 't3.received.total' }), wide).option.series as { lineStyle: { color: string } }[];
    expect(new Set(seven.map(({ lineStyle }) => lineStyle.color)).size).toBe(7);
  });
});

describe('heatmap', () => {
  interface Cell { value: [number, number, number]; label: { formatter: string }; itemStyle: { color: string; borderColor: string; borderType: unknown; decal?: object } }
  const cells = (measure: string) => {
    const compared = compare(measure);
    const series = heatmapPicture(compared, wide).option.series as { data: Cell[] }[];
    return (body: string, year: number): Cell => series[0]!.data.find(({ value: [column, row] }) => row === compared.bodies.findIndex((entry) => entry.key === body) && column === compared.years.indexOf(year))!;
  };

  it('gives zero, missing, not in edition, not filed and not due five different looks', () => {
    const received = cells('t3.received.total');
    const inForce = cells('t2.normative_documents.in_force');
    const found = [received('002', 2023), received('002', 2024), inForce('001', 2020), received('003', 2024), received('004', 2024)];
    expect(found.map(({ label }) => label.formatter)).toEqual(['0', '—', '不适用', '未报', '']);
    const looks = found.map(({ itemStyle }) => JSON.stringify(itemStyle));
    expect(new Set(looks).size).toBe(5);
    expect(found[1]!.itemStyle.decal).toBeDefined();
    expect(found[4]!.itemStyle.borderType).not.toBe('solid');
    // The frame of what was not filed is drawn after its neighbours, and every mark still names its own cell.
    const picture = heatmapPicture(compare('t3.received.total'), wide);
    const data = (picture.option.series as { data: Cell[] }[])[0]!.data;
    expect(data.at(-1)!.label.formatter).toBe('未报');
    for (const mark of picture.marks.filter(({ lines }) => lines.includes('未报'))) expect(data[mark.item]!.label.formatter).toBe('未报');
  });

  it('shades by value, and shows each number and the legend of what occurs', () => {
    const received = cells('t3.received.total');
    expect(received('001', 2024).itemStyle.color).not.toBe(received('004', 2023).itemStyle.color);
    const texts = textsOf(drawSvg(pictures.heatmap!(wide), 640));
    for (const year of years) expect(texts).toContain(String(132 + 2 * (year - 2019)));
    expect(texts).toEqual(expect.arrayContaining(['≥100', '≥5', '0', '未报', '— 报告中没有数字']));
    expect(texts).not.toContain('≥20');
  });

  it('has no shade for a rate over fewer than five cases', () => {
    const few = compareFigure([filed('001', 2024, { 't3.processed.total': 4, 't3.granted.total': 4 })], { measure: 'I-OPEN-RATE' });
    const series = heatmapPicture(few, wide).option.series as { data: Cell[] }[];
    expect(series[0]!.data[0]).toMatchObject({ label: { formatter: '4/4' }, itemStyle: { color: 'var(--ground,#ffffff)' } });
  });
});

describe('colours', () => {
  it('give each outcome its own, as the design names them', () => {
    const hex = Object.values(OUTCOME_FILLS).map(({ color }) => /#\w+/.exec(color)?.[0]);
    expect(hex).toEqual(['#4477AA', '#66CCEE', '#DDAA33', '#EECC66', '#AA3377', '#BBBBBB', '#ffffff']);
  });

  it('differ from the neighbour in lightness or pattern, so that black-and-white print is readable', () => {
    const lightness = (color: string) => {
      const [r, g, b] = [1, 3, 5].map((at) => parseInt(/#(\w{6})/.exec(color)![0].slice(at, at + 2), 16) / 255) as [number, number, number];
      return 0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2;
    };
    for (const fills of [Object.values(OUTCOME_FILLS), Object.values(APPLICANT_FILLS)])
      fills.slice(1).forEach((fill, index) => {
        const before = fills[index]!;
        const contrast = (Math.max(lightness(fill.color), lightness(before.color)) + 0.05) / (Math.min(lightness(fill.color), lightness(before.color)) + 0.05);
        expect(contrast > 1.4 || JSON.stringify(fill.decal) !== JSON.stringify(before.decal), `${before.color} beside ${fill.color}`).toBe(true);
      });
  });
});
