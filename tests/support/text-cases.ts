/** Cases of a report's prose beside other texts, and of slips in it. */
import type { TextNeighbours } from '../../src/lib/checks/compare-texts.ts';
import type { CheckedReport } from '../../src/lib/checks/finding.ts';
import { apart, fail, noReport, of, pass, unknown, whole, withSections, written, type CheckCase, type Expected } from './case-makers.ts';

const nothing: TextNeighbours = { lastYear: null, others: [], enough: true };
const sentence = { section: 1, text: '栏目每周更新，由办公室逐条核对。', core: '栏目每周更新由办公室逐条核对', shingles: [1, 2, 3] };
const beside = (check: string, name: string, texts: Partial<TextNeighbours>, expected: Expected, report: CheckedReport = whole): CheckCase =>
  ({ check, name, subject: { report, texts: { ...nothing, ...texts } }, ...expected });
const before = (share: number | null, problems: number | null = null): Partial<TextNeighbours> => ({ lastYear: { share, sentence, problems } });
const other = (name: string, share: number): TextNeighbours['others'][number] => ({ body: name, name, share, sentence });
const wordless = withSections((sections) => sections.filter(({ number }) => number !== 1 && number !== 5));
const mended = withSections((sections) => sections.map(written(5, '上年提出的解读材料少的问题已整改到位。（一）存在的主要问题：解读材料多为文字。')));
const yearless: CheckedReport = { ...whole, year: null };

const words = (name: string, text: string, expected: Expected, wordList: CheckedReport['wordList'] = []): CheckCase =>
  of('TXT-WORD', name, { ...withSections((sections) => sections.map(written(6, text))), wordList }, expected);
const LIST = [{ word: '政府信息公开办公室', instead: '政务公开办公室' }, { word: '截止2024年底', instead: null }];

export const TEXT_CASES: readonly CheckCase[] = [
  beside('XY-TEXT-DUP', 'less than 80 %', before(0.79), pass),
  beside('XY-TEXT-DUP', '80 %', before(0.8), fail(['query'], '第一、五部分与2023年度的年报重复80%以上')),
  beside('XY-TEXT-DUP', 'word for word', before(1), fail(['query'], '重复100%以上')),
  beside('XY-TEXT-DUP', 'in steps of five', before(0.879), fail(['query'], '重复85%以上')),
  beside('XY-TEXT-DUP', 'no report of last year', {}, unknown('no report of last year')),
  beside('XY-TEXT-DUP', 'only the county’s wording', { ...before(null), enough: false }, unknown('too little text')),
  beside('XY-TEXT-DUP', 'last year wrote little', before(null), unknown('too little text')),
  beside('XY-TEXT-DUP', 'year unknown', before(1), unknown('year unknown'), yearless),
  beside('XY-TEXT-DUP', 'no prose', before(1), apart, wordless),

  beside('TXT-PROBLEM-REPEAT', 'other problems', before(0.2, 0.79), pass),
  beside('TXT-PROBLEM-REPEAT', 'the same problems', before(0.2, 0.8), fail(['query'], '第五部分与2023年度重复80%以上，没有写上年问题的整改情况')),
  beside('TXT-PROBLEM-REPEAT', 'the same, and what was done', before(0.2, 0.9), pass, mended),
  beside('TXT-PROBLEM-REPEAT', 'no report of last year', {}, unknown('no report of last year')),
  beside('TXT-PROBLEM-REPEAT', 'a few words', before(0.2, null), unknown('too little text')),
  beside('TXT-PROBLEM-REPEAT', 'year unknown', before(1, 1), unknown('year unknown'), yearless),
  beside('TXT-PROBLEM-REPEAT', 'no section 五', before(1, 1), apart, wordless),

  beside('TXT-CROSS-DUP', 'nobody alike', {}, pass),
  beside('TXT-CROSS-DUP', 'less than 85 %', { others: [other('青禾县水利局', 0.84)] }, pass),
  beside('TXT-CROSS-DUP', 'two alike', { others: [other('青禾县水利局', 0.96), other('青禾县司法局', 0.85)] }, fail(['query'], '第一、五部分与青禾县司法局、青禾县水利局的年报重复95%以上')),
  beside('TXT-CROSS-DUP', 'only the county’s wording', { enough: false }, unknown('too little text')),
  beside('TXT-CROSS-DUP', 'no prose', {}, apart, wordless),

  words('nothing to object to', '本年度未收取信息处理费。', pass, LIST),
  words('a listed word with what it should be', '由县政府信息公开办公室负责。', fail(['note'], '正文写“政府信息公开办公室”（1句），应为“政务公开办公室”'), LIST.slice(0, 2)),
  words('a listed word alone', '截止2024年底，更新12条。截止2024年底，答复3件。', fail(['note'], '正文有词表所列的“截止2024年底”（2句）'), LIST.slice(0, 2)),
  words('the right word holds the wrong one', '已主动公开。', pass, [{ word: '动公开', instead: '主动公开' }]),
  words('a particle twice', '群众关心的的事项。', fail(['note'], '“的的”疑似重复')),
  words('a word that ends in the particle', '为了了解群众需求，参与与否由其自定，以目的的实现为准。', pass),
  words('a word twice', '建设政务公开政务公开平台。', fail(['note'], '“政务公开政务公开”疑似重复')),
  words('idiom', '一项一项核对，一件一件答复。', pass),
  words('two commas', '认真落实，，按期答复。', fail(['note'], '疑似重复')),
  words('a quote without its partner', '根据《条例规定，未收费。', fail(['note'], '“《”没有配对')),
  words('crossed marks', '根据（《条例）》规定。', fail(['note'], '没有配对')),
  words('marks of lists', '1）未收费。2）无其他事项。', pass),
  words('a passage left out may hold the partner', '根据《条例[……]规定，未收费。', pass),
  of('TXT-WORD', 'no annual report', noReport, apart),
];
