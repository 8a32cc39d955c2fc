-- SQL of reports.ts; written by the tests (UPDATE_SQL=1).

-- versionsOf
select "r"."year", "r"."scope", "r"."version", "r"."cause", "r"."edition", "r"."title", "r"."sha256", "d"."name" as "documentName", "r"."part",
  "d"."received_on" as "receivedOn", "r"."ingested_at" as "ingestedAt", "c"."version" as "currentVersion"
from "reports" as "r"
inner join "documents" as "d" on "d"."county_id" = "r"."county_id" and "d"."sha256" = "r"."sha256"
left join "report_current" as "c" on "c"."county_id" = "r"."county_id" and "c"."body_code" = "r"."body_code" and "c"."year" = "r"."year" and "c"."scope" = "r"."scope"
where "r"."county_id" = $1 and "r"."body_code" = $2 and "r"."year" = $3 and "r"."scope" = $4
order by "r"."year", "r"."scope", "r"."version";

-- reportsOfBody
select "r"."year", "r"."scope", "r"."version", "r"."cause", "r"."edition", "r"."title", "r"."sha256", "d"."name" as "documentName", "r"."part",
  "d"."received_on" as "receivedOn", "r"."ingested_at" as "ingestedAt", "c"."version" as "currentVersion"
from "reports" as "r"
inner join "documents" as "d" on "d"."county_id" = "r"."county_id" and "d"."sha256" = "r"."sha256"
left join "report_current" as "c" on "c"."county_id" = "r"."county_id" and "c"."body_code" = "r"."body_code" and "c"."year" = "r"."year" and "c"."scope" = "r"."scope"
where "r"."county_id" = $1 and "r"."body_code" = $2
order by "r"."year", "r"."scope", "r"."version";

-- currentVersion
select "version"
from "report_current"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4);

-- partOfVersion
select "p"."sha256", "p"."part", "p"."outcome", "p"."outcome_detail" as "detail", "p"."read_title" as "title", "p"."read_body" as "body",
  "p"."read_year" as "year", "p"."read_scope" as "scope"
from "reports" as "r"
inner join "document_parts" as "p" on "p"."county_id" = "r"."county_id" and "p"."sha256" = "r"."sha256" and "p"."part" = "r"."part"
where "r"."county_id" = $1 and "r"."body_code" = $2 and "r"."year" = $3 and "r"."scope" = $4 and "r"."version" = $5;

-- readReport
select "edition", "title", "body_as_printed" as "bodyAsPrinted", "period_from" as "from", "period_to" as "to", "dated", "printed_tables" as "tables",
  "sha256", "part"
from "reports"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "extra_rows" as "extraRows", "drift", "evidence"
from "report_sources"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5);
select "number", "title", "prose" as "text", "place" as "at"
from "report_sections"
where ("county_id" = $1 and "body_code" = $2 and "year" = $3 and "scope" = $4 and "version" = $5)
order by "position";
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

-- insertReport
insert into "reports" ("county_id", "body_code", "year", "scope", "version", "cause", "reader_version", "sha256", "part", "edition", "title",
  "body_as_printed", "period_from", "period_to", "dated", "printed_tables", "actor")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
insert into "report_figures" ("county_id", "body_code", "year", "scope", "version", "t2_rules_issued", "t2_rules_repealed", "t2_rules_in_force",
  "t2_normative_documents_issued", "t2_normative_documents_repealed", "t2_normative_documents_in_force", "t2_licensing_decisions",
  "t2_penalties_decisions", "t2_compulsion_decisions", "t2_fees_amount", "t3_granted_natural", "t3_granted_in_part_natural",
  "t3_refused_state_secret_natural", "t3_refused_barred_by_law_natural", "t3_refused_security_stability_natural", "t3_refused_third_party_natural",
  "t3_refused_internal_affairs_natural", "t3_refused_deliberative_natural", "t3_refused_enforcement_files_natural",
  "t3_refused_administrative_query_natural", "t3_unavailable_not_held_natural", "t3_unavailable_must_be_created_natural",
  "t3_unavailable_still_unclear_natural", "t3_not_processed_petition_natural", "t3_not_processed_repeated_natural",
  "t3_not_processed_publication_natural", "t3_not_processed_excessive_natural", "t3_not_processed_reissue_natural",
  "t3_other_handling_not_corrected_natural", "t3_other_handling_fee_unpaid_natural", "t3_other_handling_other_natural", "t3_processed_natural",
  "t3_carried_in_natural", "t3_carried_forward_natural", "t3_received_natural", "t3_granted_business", "t3_granted_in_part_business",
  "t3_refused_state_secret_business", "t3_refused_barred_by_law_business", "t3_refused_security_stability_business", "t3_refused_third_party_business",
  "t3_refused_internal_affairs_business", "t3_refused_deliberative_business", "t3_refused_enforcement_files_business",
  "t3_refused_administrative_query_business", "t3_unavailable_not_held_business", "t3_unavailable_must_be_created_business",
  "t3_unavailable_still_unclear_business", "t3_not_processed_petition_business", "t3_not_processed_repeated_business",
  "t3_not_processed_publication_business", "t3_not_processed_excessive_business", "t3_not_processed_reissue_business",
  "t3_other_handling_not_corrected_business", "t3_other_handling_fee_unpaid_business", "t3_other_handling_other_business", "t3_processed_business",
  "t3_carried_in_business", "t3_carried_forward_business", "t3_received_business", "t3_granted_research", "t3_granted_in_part_research",
  "t3_refused_state_secret_research", "t3_refused_barred_by_law_research", "t3_refused_security_stability_research", "t3_refused_third_party_research",
  "t3_refused_internal_affairs_research", "t3_refused_deliberative_research", "t3_refused_enforcement_files_research",
  "t3_refused_administrative_query_research", "t3_unavailable_not_held_research", "t3_unavailable_must_be_created_research",
  "t3_unavailable_still_unclear_research", "t3_not_processed_petition_research", "t3_not_processed_repeated_research",
  "t3_not_processed_publication_research", "t3_not_processed_excessive_research", "t3_not_processed_reissue_research",
  "t3_other_handling_not_corrected_research", "t3_other_handling_fee_unpaid_research", "t3_other_handling_other_research", "t3_processed_research",
  "t3_carried_in_research", "t3_carried_forward_research", "t3_received_research", "t3_granted_welfare", "t3_granted_in_part_welfare",
  "t3_refused_state_secret_welfare", "t3_refused_barred_by_law_welfare", "t3_refused_security_stability_welfare", "t3_refused_third_party_welfare",
  "t3_refused_internal_affairs_welfare", "t3_refused_deliberative_welfare", "t3_refused_enforcement_files_welfare",
  "t3_refused_administrative_query_welfare", "t3_unavailable_not_held_welfare", "t3_unavailable_must_be_created_welfare",
  "t3_unavailable_still_unclear_welfare", "t3_not_processed_petition_welfare", "t3_not_processed_repeated_welfare",
  "t3_not_processed_publication_welfare", "t3_not_processed_excessive_welfare", "t3_not_processed_reissue_welfare",
  "t3_other_handling_not_corrected_welfare", "t3_other_handling_fee_unpaid_welfare", "t3_other_handling_other_welfare", "t3_processed_welfare",
  "t3_carried_in_welfare", "t3_carried_forward_welfare", "t3_received_welfare", "t3_granted_legal_services", "t3_granted_in_part_legal_services",
  "t3_refused_state_secret_legal_services", "t3_refused_barred_by_law_legal_services", "t3_refused_security_stability_legal_services",
  "t3_refused_third_party_legal_services", "t3_refused_internal_affairs_legal_services", "t3_refused_deliberative_legal_services",
  "t3_refused_enforcement_files_legal_services", "t3_refused_administrative_query_legal_services", "t3_unavailable_not_held_legal_services",
  "t3_unavailable_must_be_created_legal_services", "t3_unavailable_still_unclear_legal_services", "t3_not_processed_petition_legal_services",
  "t3_not_processed_repeated_legal_services", "t3_not_processed_publication_legal_services", "t3_not_processed_excessive_legal_services",
  "t3_not_processed_reissue_legal_services", "t3_other_handling_not_corrected_legal_services", "t3_other_handling_fee_unpaid_legal_services",
  "t3_other_handling_other_legal_services", "t3_processed_legal_services", "t3_carried_in_legal_services", "t3_carried_forward_legal_services",
  "t3_received_legal_services", "t3_granted_other", "t3_granted_in_part_other", "t3_refused_state_secret_other", "t3_refused_barred_by_law_other",
  "t3_refused_security_stability_other", "t3_refused_third_party_other", "t3_refused_internal_affairs_other", "t3_refused_deliberative_other",
  "t3_refused_enforcement_files_other", "t3_refused_administrative_query_other", "t3_unavailable_not_held_other",
  "t3_unavailable_must_be_created_other", "t3_unavailable_still_unclear_other", "t3_not_processed_petition_other", "t3_not_processed_repeated_other",
  "t3_not_processed_publication_other", "t3_not_processed_excessive_other", "t3_not_processed_reissue_other", "t3_other_handling_not_corrected_other",
  "t3_other_handling_fee_unpaid_other", "t3_other_handling_other_other", "t3_processed_other", "t3_carried_in_other", "t3_carried_forward_other",
  "t3_received_other", "t3_received_total", "t3_carried_in_total", "t3_granted_total", "t3_granted_in_part_total", "t3_refused_state_secret_total",
  "t3_refused_barred_by_law_total", "t3_refused_security_stability_total", "t3_refused_third_party_total", "t3_refused_internal_affairs_total",
  "t3_refused_deliberative_total", "t3_refused_enforcement_files_total", "t3_refused_administrative_query_total", "t3_unavailable_not_held_total",
  "t3_unavailable_must_be_created_total", "t3_unavailable_still_unclear_total", "t3_not_processed_petition_total", "t3_not_processed_repeated_total",
  "t3_not_processed_publication_total", "t3_not_processed_excessive_total", "t3_not_processed_reissue_total", "t3_other_handling_not_corrected_total",
  "t3_other_handling_fee_unpaid_total", "t3_other_handling_other_total", "t3_processed_total", "t3_carried_forward_total", "t4_review_upheld",
  "t4_review_corrected", "t4_review_other_result", "t4_review_pending", "t4_review_total", "t4_direct_litigation_upheld",
  "t4_direct_litigation_corrected", "t4_direct_litigation_other_result", "t4_direct_litigation_pending", "t4_direct_litigation_total",
  "t4_litigation_after_review_upheld", "t4_litigation_after_review_corrected", "t4_litigation_after_review_other_result",
  "t4_litigation_after_review_pending", "t4_litigation_after_review_total")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
  $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60,
  $61, $62, $63, $64, $65, $66, $67, $68, $69, $70, $71, $72, $73, $74, $75, $76, $77, $78, $79, $80, $81, $82, $83, $84, $85, $86, $87, $88, $89, $90,
  $91, $92, $93, $94, $95, $96, $97, $98, $99, $100, $101, $102, $103, $104, $105, $106, $107, $108, $109, $110, $111, $112, $113, $114, $115, $116,
  $117, $118, $119, $120, $121, $122, $123, $124, $125, $126, $127, $128, $129, $130, $131, $132, $133, $134, $135, $136, $137, $138, $139, $140, $141,
  $142, $143, $144, $145, $146, $147, $148, $149, $150, $151, $152, $153, $154, $155, $156, $157, $158, $159, $160, $161, $162, $163, $164, $165, $166,
  $167, $168, $169, $170, $171, $172, $173, $174, $175, $176, $177, $178, $179, $180, $181, $182, $183, $184, $185, $186, $187, $188, $189, $190, $191,
  $192, $193, $194, $195, $196, $197, $198, $199, $200, $201, $202, $203, $204, $205);
insert into "report_sources" ("county_id", "body_code", "year", "scope", "version", "figures", "extra_rows", "drift", "evidence")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into "report_sections" ("county_id", "body_code", "year", "scope", "version", "position", "number", "title", "prose", "place")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ($11, $12, $13, $14, $15, $16, $17, $18, $19, $20), ($21, $22, $23, $24, $25, $26, $27, $28, $29,
  $30), ($31, $32, $33, $34, $35, $36, $37, $38, $39, $40), ($41, $42, $43, $44, $45, $46, $47, $48, $49, $50), ($51, $52, $53, $54, $55, $56, $57,
  $58, $59, $60);

-- setCurrent
insert into "report_current" ("county_id", "body_code", "year", "scope", "version", "actor")
values ($1, $2, $3, $4, $5, $6)
on conflict ("county_id", "body_code", "year", "scope")
do update set "version" = $7, "actor" = $8, "since" = now();
