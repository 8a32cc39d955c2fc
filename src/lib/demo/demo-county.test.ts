import { describe, expect, it } from 'vitest';
import { identitiesOf } from '../form/identities.ts';
import { editionOf } from '../form/edition.ts';
import { figuresOf } from '../form/figures.ts';
import { demoCounty } from './demo-county.ts';
import { trueFigures } from './true-figures.ts';

const demo = demoCounty();
const figures = trueFigures();

describe('the fictional county', () => {
  it('is the same on every call', () => {
    const again = demoCounty();
    expect(again.documents.map(({ name }) => name)).toEqual(demo.documents.map(({ name }) => name));
    for (const [index, document] of demo.documents.entries()) expect(Buffer.compare(document.bytes, again.documents[index]!.bytes), document.name).toBe(0);
  });

  it('keeps every identity of the form before anything is planted', () => {
    for (const [key, values] of figures) {
      const edition = editionOf(Number(key.slice(-4)));
      expect(Object.keys(values).length, key).toBe(figuresOf(edition).length);
      const sum = (ids: string[]): number => ids.reduce((total, id) => total + values[id]!, 0);
      for (const { left, right } of identitiesOf(edition)) expect(sum(left), `${key}: ${left[0]}`).toBe(sum(right));
    }
  });

  it('passes open cases on, also through a merger and a division', () => {
    const of = (key: string, row: string): number => figures.get(key)?.[`t3.${row}.total`] ?? 0;
    for (const year of [2020, 2021, 2022, 2023, 2024, 2025]) {
      const now = [...figures.keys()].filter((key) => key.endsWith(`/${year}`) && !key.startsWith('001/')).reduce((sum, key) => sum + of(key, 'carried_in'), 0);
      const before = [...figures.keys()].filter((key) => key.endsWith(`/${year - 1}`) && !key.startsWith('001/')).reduce((sum, key) => sum + of(key, 'carried_forward'), 0);
      expect(now, String(year)).toBe(before);
    }
    expect(of('143/2023', 'carried_in')).toBe(of('114/2022', 'carried_forward') + of('115/2022', 'carried_forward'));
    expect(of('144/2024', 'carried_in') + of('145/2024', 'carried_in')).toBe(of('103/2023', 'carried_forward'));
  });

  it('has the size and the shape of a county', () => {
    expect(demo.filings.filter(({ year }) => year === 2025)).toHaveLength(60);
    expect(demo.documents.filter(({ role }) => role === 'main').length).toBeGreaterThan(395);
    expect(new Set(demo.documents.map(({ name }) => name.split('.').at(-1)))).toEqual(new Set(['txt', 'html', 'htm', 'md', 'docx', 'xlsx', 'png', 'doc']));
    expect(demo.files.filter(({ name }) => name.endsWith('.zip'))).toHaveLength(1);
    const shares = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => {
      const own = [...figures].filter(([key]) => key.endsWith(`/${year}`) && !key.startsWith('001/')).map(([, values]) => values['t3.received.total']!);
      return { total: own.reduce((sum, count) => sum + count, 0), none: own.filter((count) => count === 0).length / own.length };
    });
    for (const { total, none } of shares) {
      expect(total).toBeGreaterThan(90);
      expect(total).toBeLessThan(180);
      expect(none).toBeGreaterThan(1 / 3);
      expect(none).toBeLessThan(0.62);
    }
  });

  it('says in every document that it is fiction', () => {
    const decoded = demo.documents.filter(({ name, role }) => role !== 'stray' && /\.(txt|html?|md)$/.test(name)).map(({ name, bytes }) => {
      const text = new TextDecoder('utf-8').decode(bytes);
      return { name, text: text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text };
    });
    expect(decoded.length).toBeGreaterThan(250);
    for (const { name, text } of decoded) expect(text, name).toContain('青禾县并不存在');
  });

  it('plants at least twenty kinds of defects and twelve kinds of oddities, each in a document', () => {
    expect(new Set(demo.manifest.defects.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(demo.manifest.oddities.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(12);
    const names = new Set(demo.documents.map(({ name }) => name));
    for (const { document, kind } of [...demo.manifest.defects, ...demo.manifest.oddities]) if (document !== null) expect(names.has(document), kind).toBe(true);
  });
});
