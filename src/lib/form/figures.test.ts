import { describe, expect, it } from 'vitest';
import { committed, isThere, original, rowsOf, textOf } from '../../../tests/support/contract.ts';
import { EDITIONS, editionOf } from './edition.ts';
import { columnOf, figureDefinition, FIGURES, figuresOf, isFigureId } from './figures.ts';
import { SECTION_HEADINGS } from './sections.ts';
import { tableThreeRows } from './table-three.ts';

describe('figures of the form', () => {
  it('are 226: 198 of the edition of 2019, 200 of that of 2021', () => {
    expect(FIGURES).toHaveLength(226);
    expect(figuresOf('2019')).toHaveLength(198);
    expect(figuresOf('2021')).toHaveLength(200);
    const ofTables = (edition: '2019' | '2021') => ['二', '三', '四'].map((table) => figuresOf(edition).filter((figure) => figure.table === table).length);
    expect(ofTables('2019')).toEqual([22, 161, 15]);
    expect(ofTables('2021')).toEqual([10, 175, 15]);
  });

  it('equal the contract: id, editions, table, printed wording, unit, kind', () => {
    const rows = rowsOf(committed('figures.csv'));
    expect(rows).toHaveLength(226);
    const byId = (a: Record<string, string>, b: Record<string, string>) => ((a['figure'] ?? '') < (b['figure'] ?? '') ? -1 : 1);
    const ours = FIGURES.map(({ id, table, unit, kind, wording }) => ({
      figure: id, edition_2019: wording['2019'] ? '1' : '0', edition_2021: wording['2021'] ? '1' : '0', table,
      row_2019: wording['2019']?.row ?? '', column_2019: wording['2019']?.column ?? '', row_2021: wording['2021']?.row ?? '', column_2021: wording['2021']?.column ?? '',
      unit, kind,
    }));
    expect(ours.sort(byId)).toEqual(rows.sort(byId));
  });

  it.skipIf(!isThere(original('figures.csv')))('have a copy of the contract that equals ../shared/figures.csv (skipped where its folder, with ../shared/reports, is absent)', () => {
    expect(textOf(committed('figures.csv'))).toBe(textOf(original('figures.csv')));
  });

  it('have distinct ids and database columns, a gloss, and article or none', () => {
    expect(new Set(FIGURES.map(({ id }) => id)).size).toBe(226);
    expect(new Set(FIGURES.map(({ id }) => columnOf(id))).size).toBe(226);
    for (const { id, gloss, article } of FIGURES) {
      expect(columnOf(id)).toMatch(/^[a-z0-9_]{1,63}$/u);
      expect(gloss, id).toMatch(/^[A-Z][^\p{Script=Han}]+: [^\p{Script=Han}]+$/u);
      expect(article, id).toMatch(/^(?:\d+(?:-\d)?(?:\(.\))*(?:, )?)*$/u);
    }
  });

  it('print 其他处理 as one row in 2019 and as three in 2021', () => {
    expect(tableThreeRows('2019')).toHaveLength(23);
    expect(tableThreeRows('2021')).toHaveLength(25);
    expect(figureDefinition('t3.other_handling_undivided.total').wording).toHaveProperty('2019');
    expect(figureDefinition('t3.other_handling_undivided.total').wording).not.toHaveProperty('2021');
  });

  it('are told from other ids', () => {
    expect(isFigureId('t3.received.total')).toBe(true);
    expect(isFigureId('t3.received')).toBe(false);
    expect(() => figureDefinition('t3.received')).toThrow('t3.received');
  });
});

describe('editions and sections', () => {
  it('the edition follows from the report year', () => {
    expect([2019, 2020, 2021, 2025].map(editionOf)).toEqual(['2019', '2019', '2021', '2021']);
    expect(EDITIONS).toEqual(['2019', '2021']);
  });
  it('there are six sections', () => {
    expect(SECTION_HEADINGS.map(({ number, ordinal }) => `${number}${ordinal}`)).toEqual(['1一', '2二', '3三', '4四', '5五', '6六']);
  });
});
