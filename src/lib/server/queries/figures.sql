-- SQL of figures.ts; written by the tests (UPDATE_SQL=1).

-- figuresOfCounty
select "f"."body_code" as "body", "b"."kind", "f"."year", "f"."scope", "f"."t3_received_total", "f"."t2_fees_amount"
from "report_current" as "c"
inner join "report_figures" as "f" on "f"."county_id" = "c"."county_id" and "f"."body_code" = "c"."body_code" and "f"."year" = "c"."year" and "f"."scope" = "c"."scope" and "f"."version" = "c"."version"
inner join "bodies" as "b" on "b"."county_id" = "f"."county_id" and "b"."code" = "f"."body_code"
where "c"."county_id" = $1 and "f"."scope" = $2
order by "f"."year", "b"."sort_order", "f"."body_code", "f"."scope";

-- sumsByYear
select "f"."year", count(*) as "of", to_json(array[sum("f"."t3_received_total"), sum("f"."t2_fees_amount")]::numeric[]) as "values",
  to_json(array[count("f"."t3_received_total"), count("f"."t2_fees_amount")]::numeric[]) as "counts"
from "report_current" as "c"
inner join "report_figures" as "f" on "f"."county_id" = "c"."county_id" and "f"."body_code" = "c"."body_code" and "f"."year" = "c"."year" and "f"."scope" = "c"."scope" and "f"."version" = "c"."version"
inner join "bodies" as "b" on "b"."county_id" = "f"."county_id" and "b"."code" = "f"."body_code"
left join "body_years" as "y" on "y"."county_id" = "f"."county_id" and "y"."body_code" = "f"."body_code" and "y"."year" = "f"."year"
where "c"."county_id" = $1 and "f"."scope" = $2 and "b"."kind" <> $3 and coalesce("y"."in_rollup", true) = $4
group by "f"."year"
order by "f"."year";

-- figuresOfReport
select "t2_rules_issued", "t2_rules_repealed", "t2_rules_in_force", "t2_normative_documents_issued", "t2_normative_documents_repealed",
  "t2_normative_documents_in_force", "t2_licensing_decisions", "t2_penalties_decisions", "t2_compulsion_decisions", "t2_fees_amount", "t2_rules_made",
  "t2_rules_newly_disclosed", "t2_rules_disclosed_total", "t2_normative_documents_made", "t2_normative_documents_newly_disclosed",
  "t2_normative_documents_disclosed_total", "t2_licensing_items_previous", "t2_licensing_items_change", "t2_other_services_items_previous",
  "t2_other_services_items_change", "t2_other_services_decisions", "t2_penalties_items_previous", "t2_penalties_items_change",
  "t2_compulsion_items_previous", "t2_compulsion_items_change", "t2_fees_items_previous", "t2_fees_items_change", "t2_procurement_items",
  "t2_procurement_amount", "t3_received_natural", "t3_received_business", "t3_received_research", "t3_received_welfare", "t3_received_legal_services",
  "t3_received_other", "t3_received_total", "t3_carried_in_natural", "t3_carried_in_business", "t3_carried_in_research", "t3_carried_in_welfare",
  "t3_carried_in_legal_services", "t3_carried_in_other", "t3_carried_in_total", "t3_granted_natural", "t3_granted_business", "t3_granted_research",
  "t3_granted_welfare", "t3_granted_legal_services", "t3_granted_other", "t3_granted_total", "t3_granted_in_part_natural",
  "t3_granted_in_part_business", "t3_granted_in_part_research", "t3_granted_in_part_welfare", "t3_granted_in_part_legal_services",
  "t3_granted_in_part_other", "t3_granted_in_part_total", "t3_refused_state_secret_natural", "t3_refused_state_secret_business",
  "t3_refused_state_secret_research", "t3_refused_state_secret_welfare", "t3_refused_state_secret_legal_services", "t3_refused_state_secret_other",
  "t3_refused_state_secret_total", "t3_refused_barred_by_law_natural", "t3_refused_barred_by_law_business", "t3_refused_barred_by_law_research",
  "t3_refused_barred_by_law_welfare", "t3_refused_barred_by_law_legal_services", "t3_refused_barred_by_law_other", "t3_refused_barred_by_law_total",
  "t3_refused_security_stability_natural", "t3_refused_security_stability_business", "t3_refused_security_stability_research",
  "t3_refused_security_stability_welfare", "t3_refused_security_stability_legal_services", "t3_refused_security_stability_other",
  "t3_refused_security_stability_total", "t3_refused_third_party_natural", "t3_refused_third_party_business", "t3_refused_third_party_research",
  "t3_refused_third_party_welfare", "t3_refused_third_party_legal_services", "t3_refused_third_party_other", "t3_refused_third_party_total",
  "t3_refused_internal_affairs_natural", "t3_refused_internal_affairs_business", "t3_refused_internal_affairs_research",
  "t3_refused_internal_affairs_welfare", "t3_refused_internal_affairs_legal_services", "t3_refused_internal_affairs_other",
  "t3_refused_internal_affairs_total", "t3_refused_deliberative_natural", "t3_refused_deliberative_business", "t3_refused_deliberative_research",
  "t3_refused_deliberative_welfare", "t3_refused_deliberative_legal_services", "t3_refused_deliberative_other", "t3_refused_deliberative_total",
  "t3_refused_enforcement_files_natural", "t3_refused_enforcement_files_business", "t3_refused_enforcement_files_research",
  "t3_refused_enforcement_files_welfare", "t3_refused_enforcement_files_legal_services", "t3_refused_enforcement_files_other",
  "t3_refused_enforcement_files_total", "t3_refused_administrative_query_natural", "t3_refused_administrative_query_business",
  "t3_refused_administrative_query_research", "t3_refused_administrative_query_welfare", "t3_refused_administrative_query_legal_services",
  "t3_refused_administrative_query_other", "t3_refused_administrative_query_total", "t3_unavailable_not_held_natural",
  "t3_unavailable_not_held_business", "t3_unavailable_not_held_research", "t3_unavailable_not_held_welfare", "t3_unavailable_not_held_legal_services",
  "t3_unavailable_not_held_other", "t3_unavailable_not_held_total", "t3_unavailable_must_be_created_natural",
  "t3_unavailable_must_be_created_business", "t3_unavailable_must_be_created_research", "t3_unavailable_must_be_created_welfare",
  "t3_unavailable_must_be_created_legal_services", "t3_unavailable_must_be_created_other", "t3_unavailable_must_be_created_total",
  "t3_unavailable_still_unclear_natural", "t3_unavailable_still_unclear_business", "t3_unavailable_still_unclear_research",
  "t3_unavailable_still_unclear_welfare", "t3_unavailable_still_unclear_legal_services", "t3_unavailable_still_unclear_other",
  "t3_unavailable_still_unclear_total", "t3_not_processed_petition_natural", "t3_not_processed_petition_business",
  "t3_not_processed_petition_research", "t3_not_processed_petition_welfare", "t3_not_processed_petition_legal_services",
  "t3_not_processed_petition_other", "t3_not_processed_petition_total", "t3_not_processed_repeated_natural", "t3_not_processed_repeated_business",
  "t3_not_processed_repeated_research", "t3_not_processed_repeated_welfare", "t3_not_processed_repeated_legal_services",
  "t3_not_processed_repeated_other", "t3_not_processed_repeated_total", "t3_not_processed_publication_natural",
  "t3_not_processed_publication_business", "t3_not_processed_publication_research", "t3_not_processed_publication_welfare",
  "t3_not_processed_publication_legal_services", "t3_not_processed_publication_other", "t3_not_processed_publication_total",
  "t3_not_processed_excessive_natural", "t3_not_processed_excessive_business", "t3_not_processed_excessive_research",
  "t3_not_processed_excessive_welfare", "t3_not_processed_excessive_legal_services", "t3_not_processed_excessive_other",
  "t3_not_processed_excessive_total", "t3_not_processed_reissue_natural", "t3_not_processed_reissue_business", "t3_not_processed_reissue_research",
  "t3_not_processed_reissue_welfare", "t3_not_processed_reissue_legal_services", "t3_not_processed_reissue_other", "t3_not_processed_reissue_total",
  "t3_other_handling_not_corrected_natural", "t3_other_handling_not_corrected_business", "t3_other_handling_not_corrected_research",
  "t3_other_handling_not_corrected_welfare", "t3_other_handling_not_corrected_legal_services", "t3_other_handling_not_corrected_other",
  "t3_other_handling_not_corrected_total", "t3_other_handling_fee_unpaid_natural", "t3_other_handling_fee_unpaid_business",
  "t3_other_handling_fee_unpaid_research", "t3_other_handling_fee_unpaid_welfare", "t3_other_handling_fee_unpaid_legal_services",
  "t3_other_handling_fee_unpaid_other", "t3_other_handling_fee_unpaid_total", "t3_other_handling_other_natural", "t3_other_handling_other_business",
  "t3_other_handling_other_research", "t3_other_handling_other_welfare", "t3_other_handling_other_legal_services", "t3_other_handling_other_other",
  "t3_other_handling_other_total", "t3_other_handling_undivided_natural", "t3_other_handling_undivided_business",
  "t3_other_handling_undivided_research", "t3_other_handling_undivided_welfare", "t3_other_handling_undivided_legal_services",
  "t3_other_handling_undivided_other", "t3_other_handling_undivided_total", "t3_processed_natural", "t3_processed_business", "t3_processed_research",
  "t3_processed_welfare", "t3_processed_legal_services", "t3_processed_other", "t3_processed_total", "t3_carried_forward_natural",
  "t3_carried_forward_business", "t3_carried_forward_research", "t3_carried_forward_welfare", "t3_carried_forward_legal_services",
  "t3_carried_forward_other", "t3_carried_forward_total", "t4_review_upheld", "t4_review_corrected", "t4_review_other_result", "t4_review_pending",
  "t4_review_total", "t4_direct_litigation_upheld", "t4_direct_litigation_corrected", "t4_direct_litigation_other_result",
  "t4_direct_litigation_pending", "t4_direct_litigation_total", "t4_litigation_after_review_upheld", "t4_litigation_after_review_corrected",
  "t4_litigation_after_review_other_result", "t4_litigation_after_review_pending", "t4_litigation_after_review_total"
from "report_figures"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "figures"
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);

-- currentFiguresOf
select "version"
from "report_current"
where "county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4;
select "t2_rules_issued", "t2_rules_repealed", "t2_rules_in_force", "t2_normative_documents_issued", "t2_normative_documents_repealed",
  "t2_normative_documents_in_force", "t2_licensing_decisions", "t2_penalties_decisions", "t2_compulsion_decisions", "t2_fees_amount", "t2_rules_made",
  "t2_rules_newly_disclosed", "t2_rules_disclosed_total", "t2_normative_documents_made", "t2_normative_documents_newly_disclosed",
  "t2_normative_documents_disclosed_total", "t2_licensing_items_previous", "t2_licensing_items_change", "t2_other_services_items_previous",
  "t2_other_services_items_change", "t2_other_services_decisions", "t2_penalties_items_previous", "t2_penalties_items_change",
  "t2_compulsion_items_previous", "t2_compulsion_items_change", "t2_fees_items_previous", "t2_fees_items_change", "t2_procurement_items",
  "t2_procurement_amount", "t3_received_natural", "t3_received_business", "t3_received_research", "t3_received_welfare", "t3_received_legal_services",
  "t3_received_other", "t3_received_total", "t3_carried_in_natural", "t3_carried_in_business", "t3_carried_in_research", "t3_carried_in_welfare",
  "t3_carried_in_legal_services", "t3_carried_in_other", "t3_carried_in_total", "t3_granted_natural", "t3_granted_business", "t3_granted_research",
  "t3_granted_welfare", "t3_granted_legal_services", "t3_granted_other", "t3_granted_total", "t3_granted_in_part_natural",
  "t3_granted_in_part_business", "t3_granted_in_part_research", "t3_granted_in_part_welfare", "t3_granted_in_part_legal_services",
  "t3_granted_in_part_other", "t3_granted_in_part_total", "t3_refused_state_secret_natural", "t3_refused_state_secret_business",
  "t3_refused_state_secret_research", "t3_refused_state_secret_welfare", "t3_refused_state_secret_legal_services", "t3_refused_state_secret_other",
  "t3_refused_state_secret_total", "t3_refused_barred_by_law_natural", "t3_refused_barred_by_law_business", "t3_refused_barred_by_law_research",
  "t3_refused_barred_by_law_welfare", "t3_refused_barred_by_law_legal_services", "t3_refused_barred_by_law_other", "t3_refused_barred_by_law_total",
  "t3_refused_security_stability_natural", "t3_refused_security_stability_business", "t3_refused_security_stability_research",
  "t3_refused_security_stability_welfare", "t3_refused_security_stability_legal_services", "t3_refused_security_stability_other",
  "t3_refused_security_stability_total", "t3_refused_third_party_natural", "t3_refused_third_party_business", "t3_refused_third_party_research",
  "t3_refused_third_party_welfare", "t3_refused_third_party_legal_services", "t3_refused_third_party_other", "t3_refused_third_party_total",
  "t3_refused_internal_affairs_natural", "t3_refused_internal_affairs_business", "t3_refused_internal_affairs_research",
  "t3_refused_internal_affairs_welfare", "t3_refused_internal_affairs_legal_services", "t3_refused_internal_affairs_other",
  "t3_refused_internal_affairs_total", "t3_refused_deliberative_natural", "t3_refused_deliberative_business", "t3_refused_deliberative_research",
  "t3_refused_deliberative_welfare", "t3_refused_deliberative_legal_services", "t3_refused_deliberative_other", "t3_refused_deliberative_total",
  "t3_refused_enforcement_files_natural", "t3_refused_enforcement_files_business", "t3_refused_enforcement_files_research",
  "t3_refused_enforcement_files_welfare", "t3_refused_enforcement_files_legal_services", "t3_refused_enforcement_files_other",
  "t3_refused_enforcement_files_total", "t3_refused_administrative_query_natural", "t3_refused_administrative_query_business",
  "t3_refused_administrative_query_research", "t3_refused_administrative_query_welfare", "t3_refused_administrative_query_legal_services",
  "t3_refused_administrative_query_other", "t3_refused_administrative_query_total", "t3_unavailable_not_held_natural",
  "t3_unavailable_not_held_business", "t3_unavailable_not_held_research", "t3_unavailable_not_held_welfare", "t3_unavailable_not_held_legal_services",
  "t3_unavailable_not_held_other", "t3_unavailable_not_held_total", "t3_unavailable_must_be_created_natural",
  "t3_unavailable_must_be_created_business", "t3_unavailable_must_be_created_research", "t3_unavailable_must_be_created_welfare",
  "t3_unavailable_must_be_created_legal_services", "t3_unavailable_must_be_created_other", "t3_unavailable_must_be_created_total",
  "t3_unavailable_still_unclear_natural", "t3_unavailable_still_unclear_business", "t3_unavailable_still_unclear_research",
  "t3_unavailable_still_unclear_welfare", "t3_unavailable_still_unclear_legal_services", "t3_unavailable_still_unclear_other",
  "t3_unavailable_still_unclear_total", "t3_not_processed_petition_natural", "t3_not_processed_petition_business",
  "t3_not_processed_petition_research", "t3_not_processed_petition_welfare", "t3_not_processed_petition_legal_services",
  "t3_not_processed_petition_other", "t3_not_processed_petition_total", "t3_not_processed_repeated_natural", "t3_not_processed_repeated_business",
  "t3_not_processed_repeated_research", "t3_not_processed_repeated_welfare", "t3_not_processed_repeated_legal_services",
  "t3_not_processed_repeated_other", "t3_not_processed_repeated_total", "t3_not_processed_publication_natural",
  "t3_not_processed_publication_business", "t3_not_processed_publication_research", "t3_not_processed_publication_welfare",
  "t3_not_processed_publication_legal_services", "t3_not_processed_publication_other", "t3_not_processed_publication_total",
  "t3_not_processed_excessive_natural", "t3_not_processed_excessive_business", "t3_not_processed_excessive_research",
  "t3_not_processed_excessive_welfare", "t3_not_processed_excessive_legal_services", "t3_not_processed_excessive_other",
  "t3_not_processed_excessive_total", "t3_not_processed_reissue_natural", "t3_not_processed_reissue_business", "t3_not_processed_reissue_research",
  "t3_not_processed_reissue_welfare", "t3_not_processed_reissue_legal_services", "t3_not_processed_reissue_other", "t3_not_processed_reissue_total",
  "t3_other_handling_not_corrected_natural", "t3_other_handling_not_corrected_business", "t3_other_handling_not_corrected_research",
  "t3_other_handling_not_corrected_welfare", "t3_other_handling_not_corrected_legal_services", "t3_other_handling_not_corrected_other",
  "t3_other_handling_not_corrected_total", "t3_other_handling_fee_unpaid_natural", "t3_other_handling_fee_unpaid_business",
  "t3_other_handling_fee_unpaid_research", "t3_other_handling_fee_unpaid_welfare", "t3_other_handling_fee_unpaid_legal_services",
  "t3_other_handling_fee_unpaid_other", "t3_other_handling_fee_unpaid_total", "t3_other_handling_other_natural", "t3_other_handling_other_business",
  "t3_other_handling_other_research", "t3_other_handling_other_welfare", "t3_other_handling_other_legal_services", "t3_other_handling_other_other",
  "t3_other_handling_other_total", "t3_other_handling_undivided_natural", "t3_other_handling_undivided_business",
  "t3_other_handling_undivided_research", "t3_other_handling_undivided_welfare", "t3_other_handling_undivided_legal_services",
  "t3_other_handling_undivided_other", "t3_other_handling_undivided_total", "t3_processed_natural", "t3_processed_business", "t3_processed_research",
  "t3_processed_welfare", "t3_processed_legal_services", "t3_processed_other", "t3_processed_total", "t3_carried_forward_natural",
  "t3_carried_forward_business", "t3_carried_forward_research", "t3_carried_forward_welfare", "t3_carried_forward_legal_services",
  "t3_carried_forward_other", "t3_carried_forward_total", "t4_review_upheld", "t4_review_corrected", "t4_review_other_result", "t4_review_pending",
  "t4_review_total", "t4_direct_litigation_upheld", "t4_direct_litigation_corrected", "t4_direct_litigation_other_result",
  "t4_direct_litigation_pending", "t4_direct_litigation_total", "t4_litigation_after_review_upheld", "t4_litigation_after_review_corrected",
  "t4_litigation_after_review_other_result", "t4_litigation_after_review_pending", "t4_litigation_after_review_total"
from "report_figures"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "figures"
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
