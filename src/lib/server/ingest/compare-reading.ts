/** A stored report beside the same bytes read again: which figures differ, and whether anything else does. */
import { isDeepStrictEqual } from 'node:util';
import { correctionsIn, readFigure, withCorrections } from '../../figures/corrections.ts';
import type { CorrectionKind, Figure, Figures, MissingReason } from '../../figures/figure.ts';
import type { FigureId } from '../../form/figures.ts';
import type { RecognisedReport } from '../../recognition/report.ts';
import type { ReportContent, StoredReport } from '../queries/reports.ts';
import { storedJson } from '../queries/stored-text.ts';
import { contentOf } from './versions.ts';

export interface ReadValue {
  value: number | null;
  missing?: MissingReason;
  inferred: boolean;
}
/** A figure that is now read otherwise. */
export interface RereadFigure {
  figure: FigureId;
  before: ReadValue;
  after: ReadValue;
  /** Where a person corrected it: the correction stays; `agrees` where the machine now reads the same. */
  corrected?: { kind: CorrectionKind; value: number | null; agrees: boolean };
}
export interface ReadingDifference {
  figures: RereadFigure[];
  /** Places, printed texts, prose, what deviates from the form: anything that is stored. */
  other: boolean;
  /** As it would be stored: with the corrections applied again. */
  content: ReportContent;
  corrected: Figures;
}

const readValue = ({ value, missing, inferred }: Figure): ReadValue => ({ value, ...(missing && { missing }), inferred: inferred !== undefined });
const NOT_READ: Figure = { value: null, missing: 'absent', raw: null, at: null };

/** As it comes back from the database. */
const kept = (value: unknown): unknown => JSON.parse(storedJson(value));

/** What the present reading changes in a stored version. Corrections by a person are no difference: they stay. */
export function compareReading(stored: StoredReport, report: RecognisedReport, figures: Figures): ReadingDifference {
  const corrections = correctionsIn(stored.figures);
  const corrected = withCorrections(figures, corrections);
  const content = contentOf({ ...stored, ...report, bodyAsPrinted: report.body });
  const changed = Object.keys({ ...stored.figures, ...corrected }).flatMap((figure): RereadFigure[] => {
    const before = readValue(readFigure(stored.figures[figure] ?? NOT_READ));
    const after = readValue(readFigure(corrected[figure] ?? NOT_READ));
    if (isDeepStrictEqual(before, after)) return [];
    const correction = corrections.get(figure);
    return [{ figure, before, after, ...(correction && { corrected: { ...correction, agrees: correction.value === after.value } }) }];
  });
  return { figures: changed, other: !isDeepStrictEqual(kept([contentOf(stored), stored.figures]), kept([content, corrected])), content, corrected };
}
