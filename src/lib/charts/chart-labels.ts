/** The words of charts from the interface's messages and the form. */
import { APPLICANT_COLUMNS, OUTCOMES, type Outcome } from '../form/table-three.ts';
import { m } from '../paraglide/messages.js';
import type { ChartLabels } from './labels.ts';

/** `language` is given, not read from the page: the server draws for the reader who asks. */
export function chartLabels(language: 'zh' | 'en'): ChartLabels {
  const locale = { locale: language };
  const outcome: Record<Outcome, string> = {
    granted: m.outcome_granted({}, locale), granted_in_part: m.outcome_granted_in_part({}, locale), refused: m.outcome_refused({}, locale),
    unavailable: m.outcome_unavailable({}, locale), not_processed: m.outcome_not_processed({}, locale), other_handling: m.outcome_other_handling({}, locale),
  };
  const applicants = APPLICANT_COLUMNS.map((column) => [column.key, language === 'zh' ? column.label : column.gloss]);
  return {
    language,
    year: (year) => m.chart_year({ year }, locale),
    bodies: (n, of) => m.chart_bodies({ n, of }, locale),
    without: (names) => m.chart_without({ names }, locale),
    and: m.chart_and({}, locale),
    unit: (unit) => ({ 件: m.chart_unit_cases({}, locale), 万元: m.chart_unit_amount({}, locale), 项: m.chart_unit_items({}, locale), '': '', '%': '%', '件/万人': m.chart_unit_per_head({}, locale) })[unit],
    absence: {
      blank: m.missing_blank({}, locale), dash: m.missing_dash({}, locale), none: m.missing_none({}, locale), text: m.missing_text({}, locale),
      not_a_count: m.missing_not_a_count({}, locale), unreadable: m.missing_unreadable({}, locale), absent: m.missing_absent({}, locale),
      'no number': m.chart_no_number({}, locale), 'parts missing': m.chart_parts_missing({}, locale),
      'not in edition': m.missing_not_in_edition({}, locale), 'not filed': m.missing_not_filed({}, locale),
      'not yet due': m.missing_not_due({}, locale), 'not due': m.chart_not_due({}, locale),
      'no cases': m.chart_no_cases({}, locale), 'too few': m.chart_too_few({}, locale), 'no population': m.chart_no_population({}, locale),
    },
    missing: '—',
    notInEdition: m.not_applicable({}, locale),
    notFiled: m.missing_not_filed({}, locale),
    notDue: m.chart_not_due_or_required({}, locale),
    part: {
      ...Object.fromEntries(applicants), other: m.chart_other_organisations({}, locale),
      ...Object.fromEntries(OUTCOMES.map((key) => [key, outcome[key]])),
      carried_forward: m.chart_carried_forward({}, locale), total: m.chart_total({}, locale), unlisted: m.chart_unlisted({}, locale),
    },
    sumOfBodies: m.chart_sum_of_bodies({}, locale),
    processed: (n) => m.chart_processed({ n }, locale),
    share: (counts) => m.chart_share({ counts }, locale),
    body: m.chart_body({}, locale),
    reportYear: m.chart_report_year({}, locale),
    formBreak: m.chart_form_break({}, locale),
    partYear: (from, to) => m.chart_part_year({ from, to }, locale),
    named: (name) => m.chart_named({ name }, locale),
    beforeMerger: (names) => m.chart_before_merger({ names }, locale),
    change: (from, to) => m.chart_change({ from, to }, locale),
    relative: m.chart_relative({}, locale),
    dataSheet: m.sheet_data({}, locale),
    aboutSheet: m.sheet_about({}, locale),
    dictionarySheet: m.sheet_dictionary({}, locale),
    numerator: m.chart_numerator({}, locale),
    denominator: m.chart_denominator({}, locale),
    rate: m.chart_rate({}, locale),
    coverage: m.chart_filed({}, locale),
    rest: (n) => m.chart_rest({ n }, locale),
    merged: (name, names) => m.chart_merged({ name, names }, locale),
    fromTo: (from, to) => m.chart_from_to({ from, to }, locale),
    changeOf: (change) => m.chart_change_of({ change }, locale),
    othersRate: (counts) => m.chart_others_rate({ counts }, locale),
    near: (low, high) => m.chart_range_near({ low, high }, locale),
    far: (low, high) => m.chart_range_far({ low, high }, locale),
    place: { inside: m.chart_place_inside({}, locale), outside: m.chart_place_outside({}, locale), 'far outside': m.chart_place_far_outside({}, locale) },
    placeHead: m.chart_place({}, locale),
    fewDrawn: m.chart_few_drawn({}, locale),
    cases: m.chart_cases({}, locale),
    load: m.chart_load({}, locale),
    gap: m.chart_gap({}, locale),
    flowFrom: m.chart_flow_from({}, locale),
    flowTo: m.chart_flow_to({}, locale),
    largest: (n) => m.chart_small_scale({ n }, locale),
    reference: (name, population) => (population === null ? m.chart_reference({ name }, locale) : m.chart_reference_people({ name, people: population.toLocaleString('en') }, locale)),
    wholeCounty: (name) => m.chart_whole_county({ name }, locale),
  };
}
