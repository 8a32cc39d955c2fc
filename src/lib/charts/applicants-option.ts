/** New applications by year and applicant: stacked columns, time to the right. */
import type { Composition } from '../comparisons/compositions.ts';
import type { Drawing, Picture } from './picture.ts';
import { stackPicture } from './stack-option.ts';
import { APPLICANT_FILLS } from './theme.ts';

export function applicantsPicture(composition: Composition, drawing: Drawing): Picture {
  return stackPicture(composition, { fills: APPLICANT_FILLS, direction: 'columns', whole: (total) => total }, drawing);
}
