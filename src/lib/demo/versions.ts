/** Reports of which two documents came: the same again in another format, or a corrected one. */
import { addCase, set, value, type Defect } from './planted.ts';
import type { Style } from './print-document.ts';

export interface SecondDocument {
  body: string;
  year: number;
  role: 'attachment' | 'correction';
  what: string;
  style: Style;
  /** Added to the file's name. */
  suffix: string;
  receivedOn: string;
  /** The office took the correction as the one that counts; otherwise it is proposed and waits. */
  adopted?: true;
  /** What the first document had wrong. */
  first?: Defect;
  /** What the second changes; without it, it is the report as it should be. */
  second?: Defect;
}

export const VERSIONS: readonly SecondDocument[] = [
  { body: '002', year: 2023, role: 'attachment', what: '同一报告的Word稿', style: 'docx', suffix: '（盖章稿）', receivedOn: '2024-01-22' },
  { body: '101', year: 2024, role: 'attachment', what: '同一报告的网页稿', style: 'html portal', suffix: '（公开稿）', receivedOn: '2025-01-24' },
  {
    body: '113', year: 2023, role: 'correction', what: '退回修改后重报', style: 'docx', suffix: '（修改稿）', receivedOn: '2024-01-25', adopted: true,
    first: {
      kind: 'corrected in a second document', body: '113', year: 2023, what: '自然人新收少填1件，退回后改正', draft: (draft) => addCase(draft, 'received', 'natural', -1),
      expected: [{ check: 'T3-BALANCE', level: 'error', figure: 't3.received.natural' }, { check: 'T3-BALANCE', level: 'error', figure: 't3.received.total' }],
    },
  },
  {
    body: '112', year: 2025, role: 'correction', what: '报送后又改行政处罚件数，待确认', style: 'html clean', suffix: '（第二次报送）', receivedOn: '2026-01-27',
    second: { kind: 'penalties counted again', body: '112', year: 2025, what: '行政处罚件数由第一次报送的数改多2件', draft: (draft) => set(draft, 't2.penalties.decisions', value(draft, 't2.penalties.decisions') + 2), expected: [] },
  },
];
