import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cell, docxOf, paragraph, row, sheetRow, table, WORD, xlsxOf, zipOf } from '../../../tests/support/office-files.ts';
import { readZipped } from './zipped.ts';

const document = (body: string, before = ''): Uint8Array => zipOf({ 'word/document.xml': `<?xml version="1.0"?>${before}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>` });

describe('hostile and damaged files', () => {
  it('are refused with a DOCTYPE, and so with entities, inside and out', () => {
    const bomb = `<!DOCTYPE w:document [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    expect(readZipped(document(paragraph('&b;'), bomb))).toEqual({ unreadable: 'damaged', format: 'docx' });
    expect(readZipped(document(paragraph('&x;'), '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toEqual({ unreadable: 'damaged', format: 'docx' });
    expect(readZipped(document(paragraph('&x;')))).toEqual({ unreadable: 'damaged', format: 'docx' });
  });
  /** The document with another uncompressed size in both headers of its only part. */
  const claiming = (size: number): Uint8Array => {
    const bytes = document(paragraph('0'.repeat(40_000)));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // It stands at offset 22 of the local header and 24 of the central one.
    view.setUint32(22, size, true);
    for (let at = bytes.length - 4; at >= 0; at--) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    return bytes;
  };
  it('are refused when they would inflate beyond the limit', () => {
    expect(readZipped(claiming(49 * 1024 * 1024))).toMatchObject({ unreadable: 'too_large' });
  });
  it('are refused when they claim less than they hold: nothing is inflated beyond the claim', () => {
    expect(readZipped(claiming(300))).toEqual({ unreadable: 'damaged', format: 'docx' });
  });
  it('are refused with more entries than a document can have, and with deep nesting', () => {
    expect(readZipped(zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`a${index}`, strToU8('')]))))).toMatchObject({ unreadable: 'too_large' });
    expect(readZipped(document('<w:tbl><w:tr><w:tc>'.repeat(500) + '</w:tc></w:tr></w:tbl>'.repeat(500)))).toEqual({ unreadable: 'too_large', format: 'docx' });
  });
  it('survive spans and merges beyond any table', () => {
    expect(readZipped(docxOf(table(row([cell('甲', '<w:gridSpan w:val="1000000000"/>'), cell('乙', '<w:gridSpan w:val="-3"/>')]), row([cell('丙', '<w:gridSpan w:val="x"/>')]))))).toMatchObject({ format: 'docx' });
    expect(readZipped(xlsxOf([{ name: 'a', rows: Array.from({ length: 600 }, (_, index) => sheetRow(index + 1, [1, 2])).join(''), merges: ['A1:XFD1048576', 'A2:XFD1048576', 'B1:XFD1048576', 'ZZZ9:A1', '!'] }]))).toMatchObject({ unreadable: 'too_large' });
  });
  it('never throw: cut anywhere, or with a byte changed', () => {
    for (const bytes of [docxOf(table(row(['许可', '12']))), xlsxOf([{ name: 'a', rows: sheetRow(1, ['许可', 12]) }])]) {
      for (let length = 0; length < bytes.length; length += 7) expect(readZipped(bytes.slice(0, length))).toHaveProperty('unreadable');
      for (let at = 0; at < bytes.length; at += 3) {
        const changed = bytes.slice();
        changed[at] = changed[at]! ^ 0x5a;
        expect(readZipped(changed)).toHaveProperty('format');
      }
    }
  });
});
