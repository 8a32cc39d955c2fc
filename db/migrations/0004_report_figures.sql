-- The figures of a report version, one column each (ids of the form, dots as underscores): counts as integer, amounts as
-- numeric, NULL is missing (why: report_sources). On a million reports one column per figure takes 1 GB, one row per figure 18 GB.

create table report_figures (
  county_id integer not null,
  body_code text not null,
  year smallint not null,
  scope text not null,
  version smallint not null,
  t2_rules_issued integer,
  t2_rules_repealed integer,
  t2_rules_in_force integer,
  t2_normative_documents_issued integer,
  t2_normative_documents_repealed integer,
  t2_normative_documents_in_force integer,
  t2_licensing_decisions integer,
  t2_penalties_decisions integer,
  t2_compulsion_decisions integer,
  t2_fees_amount numeric,
  t2_rules_made integer,
  t2_rules_newly_disclosed integer,
  t2_rules_disclosed_total integer,
  t2_normative_documents_made integer,
  t2_normative_documents_newly_disclosed integer,
  t2_normative_documents_disclosed_total integer,
  t2_licensing_items_previous integer,
  t2_licensing_items_change integer,
  t2_other_services_items_previous integer,
  t2_other_services_items_change integer,
  t2_other_services_decisions integer,
  t2_penalties_items_previous integer,
  t2_penalties_items_change integer,
  t2_compulsion_items_previous integer,
  t2_compulsion_items_change integer,
  t2_fees_items_previous integer,
  t2_fees_items_change integer,
  t2_procurement_items integer,
  t2_procurement_amount numeric,
  t3_received_natural integer,
  t3_received_business integer,
  t3_received_research integer,
  t3_received_welfare integer,
  t3_received_legal_services integer,
  t3_received_other integer,
  t3_received_total integer,
  t3_carried_in_natural integer,
  t3_carried_in_business integer,
  t3_carried_in_research integer,
  t3_carried_in_welfare integer,
  t3_carried_in_legal_services integer,
  t3_carried_in_other integer,
  t3_carried_in_total integer,
  t3_granted_natural integer,
  t3_granted_business integer,
  t3_granted_research integer,
  t3_granted_welfare integer,
  t3_granted_legal_services integer,
  t3_granted_other integer,
  t3_granted_total integer,
  t3_granted_in_part_natural integer,
  t3_granted_in_part_business integer,
  t3_granted_in_part_research integer,
  t3_granted_in_part_welfare integer,
  t3_granted_in_part_legal_services integer,
  t3_granted_in_part_other integer,
  t3_granted_in_part_total integer,
  t3_refused_state_secret_natural integer,
  t3_refused_state_secret_business integer,
  t3_refused_state_secret_research integer,
  t3_refused_state_secret_welfare integer,
  t3_refused_state_secret_legal_services integer,
  t3_refused_state_secret_other integer,
  t3_refused_state_secret_total integer,
  t3_refused_barred_by_law_natural integer,
  t3_refused_barred_by_law_business integer,
  t3_refused_barred_by_law_research integer,
  t3_refused_barred_by_law_welfare integer,
  t3_refused_barred_by_law_legal_services integer,
  t3_refused_barred_by_law_other integer,
  t3_refused_barred_by_law_total integer,
  t3_refused_security_stability_natural integer,
  t3_refused_security_stability_business integer,
  t3_refused_security_stability_research integer,
  t3_refused_security_stability_welfare integer,
  t3_refused_security_stability_legal_services integer,
  t3_refused_security_stability_other integer,
  t3_refused_security_stability_total integer,
  t3_refused_third_party_natural integer,
  t3_refused_third_party_business integer,
  t3_refused_third_party_research integer,
  t3_refused_third_party_welfare integer,
  t3_refused_third_party_legal_services integer,
  t3_refused_third_party_other integer,
  t3_refused_third_party_total integer,
  t3_refused_internal_affairs_natural integer,
  t3_refused_internal_affairs_business integer,
  t3_refused_internal_affairs_research integer,
  t3_refused_internal_affairs_welfare integer,
  t3_refused_internal_affairs_legal_services integer,
  t3_refused_internal_affairs_other integer,
  t3_refused_internal_affairs_total integer,
  t3_refused_deliberative_natural integer,
  t3_refused_deliberative_business integer,
  t3_refused_deliberative_research integer,
  t3_refused_deliberative_welfare integer,
  t3_refused_deliberative_legal_services integer,
  t3_refused_deliberative_other integer,
  t3_refused_deliberative_total integer,
  t3_refused_enforcement_files_natural integer,
  t3_refused_enforcement_files_business integer,
  t3_refused_enforcement_files_research integer,
  t3_refused_enforcement_files_welfare integer,
  t3_refused_enforcement_files_legal_services integer,
  t3_refused_enforcement_files_other integer,
  t3_refused_enforcement_files_total integer,
  t3_refused_administrative_query_natural integer,
  t3_refused_administrative_query_business integer,
  t3_refused_administrative_query_research integer,
  t3_refused_administrative_query_welfare integer,
  t3_refused_administrative_query_legal_services integer,
  t3_refused_administrative_query_other integer,
  t3_refused_administrative_query_total integer,
  t3_unavailable_not_held_natural integer,
  t3_unavailable_not_held_business integer,
  t3_unavailable_not_held_research integer,
  t3_unavailable_not_held_welfare integer,
  t3_unavailable_not_held_legal_services integer,
  t3_unavailable_not_held_other integer,
  t3_unavailable_not_held_total integer,
  t3_unavailable_must_be_created_natural integer,
  t3_unavailable_must_be_created_business integer,
  t3_unavailable_must_be_created_research integer,
  t3_unavailable_must_be_created_welfare integer,
  t3_unavailable_must_be_created_legal_services integer,
  t3_unavailable_must_be_created_other integer,
  t3_unavailable_must_be_created_total integer,
  t3_unavailable_still_unclear_natural integer,
  t3_unavailable_still_unclear_business integer,
  t3_unavailable_still_unclear_research integer,
  t3_unavailable_still_unclear_welfare integer,
  t3_unavailable_still_unclear_legal_services integer,
  t3_unavailable_still_unclear_other integer,
  t3_unavailable_still_unclear_total integer,
  t3_not_processed_petition_natural integer,
  t3_not_processed_petition_business integer,
  t3_not_processed_petition_research integer,
  t3_not_processed_petition_welfare integer,
  t3_not_processed_petition_legal_services integer,
  t3_not_processed_petition_other integer,
  t3_not_processed_petition_total integer,
  t3_not_processed_repeated_natural integer,
  t3_not_processed_repeated_business integer,
  t3_not_processed_repeated_research integer,
  t3_not_processed_repeated_welfare integer,
  t3_not_processed_repeated_legal_services integer,
  t3_not_processed_repeated_other integer,
  t3_not_processed_repeated_total integer,
  t3_not_processed_publication_natural integer,
  t3_not_processed_publication_business integer,
  t3_not_processed_publication_research integer,
  t3_not_processed_publication_welfare integer,
  t3_not_processed_publication_legal_services integer,
  t3_not_processed_publication_other integer,
  t3_not_processed_publication_total integer,
  t3_not_processed_excessive_natural integer,
  t3_not_processed_excessive_business integer,
  t3_not_processed_excessive_research integer,
  t3_not_processed_excessive_welfare integer,
  t3_not_processed_excessive_legal_services integer,
  t3_not_processed_excessive_other integer,
  t3_not_processed_excessive_total integer,
  t3_not_processed_reissue_natural integer,
  t3_not_processed_reissue_business integer,
  t3_not_processed_reissue_research integer,
  t3_not_processed_reissue_welfare integer,
  t3_not_processed_reissue_legal_services integer,
  t3_not_processed_reissue_other integer,
  t3_not_processed_reissue_total integer,
  t3_other_handling_not_corrected_natural integer,
  t3_other_handling_not_corrected_business integer,
  t3_other_handling_not_corrected_research integer,
  t3_other_handling_not_corrected_welfare integer,
  t3_other_handling_not_corrected_legal_services integer,
  t3_other_handling_not_corrected_other integer,
  t3_other_handling_not_corrected_total integer,
  t3_other_handling_fee_unpaid_natural integer,
  t3_other_handling_fee_unpaid_business integer,
  t3_other_handling_fee_unpaid_research integer,
  t3_other_handling_fee_unpaid_welfare integer,
  t3_other_handling_fee_unpaid_legal_services integer,
  t3_other_handling_fee_unpaid_other integer,
  t3_other_handling_fee_unpaid_total integer,
  t3_other_handling_other_natural integer,
  t3_other_handling_other_business integer,
  t3_other_handling_other_research integer,
  t3_other_handling_other_welfare integer,
  t3_other_handling_other_legal_services integer,
  t3_other_handling_other_other integer,
  t3_other_handling_other_total integer,
  t3_other_handling_undivided_natural integer,
  t3_other_handling_undivided_business integer,
  t3_other_handling_undivided_research integer,
  t3_other_handling_undivided_welfare integer,
  t3_other_handling_undivided_legal_services integer,
  t3_other_handling_undivided_other integer,
  t3_other_handling_undivided_total integer,
  t3_processed_natural integer,
  t3_processed_business integer,
  t3_processed_research integer,
  t3_processed_welfare integer,
  t3_processed_legal_services integer,
  t3_processed_other integer,
  t3_processed_total integer,
  t3_carried_forward_natural integer,
  t3_carried_forward_business integer,
  t3_carried_forward_research integer,
  t3_carried_forward_welfare integer,
  t3_carried_forward_legal_services integer,
  t3_carried_forward_other integer,
  t3_carried_forward_total integer,
  t4_review_upheld integer,
  t4_review_corrected integer,
  t4_review_other_result integer,
  t4_review_pending integer,
  t4_review_total integer,
  t4_direct_litigation_upheld integer,
  t4_direct_litigation_corrected integer,
  t4_direct_litigation_other_result integer,
  t4_direct_litigation_pending integer,
  t4_direct_litigation_total integer,
  t4_litigation_after_review_upheld integer,
  t4_litigation_after_review_corrected integer,
  t4_litigation_after_review_other_result integer,
  t4_litigation_after_review_pending integer,
  t4_litigation_after_review_total integer,
  constraint report_figures_pkey primary key (county_id, body_code, year, scope, version),
  constraint report_figures_report_fkey foreign key (county_id, body_code, year, scope, version)
    references reports (county_id, body_code, year, scope, version)
);
create index report_figures_by_year on report_figures (county_id, year);
create trigger report_figures_not_updated before update on report_figures for each row execute function refuse_change();
comment on table report_figures is 'The figures of a report version: one nullable column per figure of the form. NULL is missing, never 0.';
comment on column report_figures.county_id is 'County.';
comment on column report_figures.body_code is 'Report: body.';
comment on column report_figures.year is 'Report: report year.';
comment on column report_figures.scope is 'Report: scope.';
comment on column report_figures.version is 'Report: version.';
comment on column report_figures.t2_rules_issued is '表二：第二十条第（一）项 / 规章，本年制发件数（件）; edition 2021.';
comment on column report_figures.t2_rules_repealed is '表二：第二十条第（一）项 / 规章，本年废止件数（件）; edition 2021.';
comment on column report_figures.t2_rules_in_force is '表二：第二十条第（一）项 / 规章，现行有效件数（件）; edition 2021.';
comment on column report_figures.t2_normative_documents_issued is '表二：第二十条第（一）项 / 行政规范性文件，本年制发件数（件）; edition 2021.';
comment on column report_figures.t2_normative_documents_repealed is '表二：第二十条第（一）项 / 行政规范性文件，本年废止件数（件）; edition 2021.';
comment on column report_figures.t2_normative_documents_in_force is '表二：第二十条第（一）项 / 行政规范性文件，现行有效件数（件）; edition 2021.';
comment on column report_figures.t2_licensing_decisions is '表二：第二十条第（五）项 / 行政许可，本年处理决定数量（件）; both editions.';
comment on column report_figures.t2_penalties_decisions is '表二：第二十条第（六）项 / 行政处罚，本年处理决定数量（件）; both editions.';
comment on column report_figures.t2_compulsion_decisions is '表二：第二十条第（六）项 / 行政强制，本年处理决定数量（件）; both editions.';
comment on column report_figures.t2_fees_amount is '表二：第二十条第（八）项 / 行政事业性收费，本年收费金额（单位：万元）（万元）; edition 2021.';
comment on column report_figures.t2_rules_made is '表二：第二十条第（一）项 / 规章，本年新制作数量（件）; edition 2019.';
comment on column report_figures.t2_rules_newly_disclosed is '表二：第二十条第（一）项 / 规章，本年新公开数量（件）; edition 2019.';
comment on column report_figures.t2_rules_disclosed_total is '表二：第二十条第（一）项 / 规章，对外公开总数量（件）; edition 2019.';
comment on column report_figures.t2_normative_documents_made is '表二：第二十条第（一）项 / 规范性文件，本年新制作数量（件）; edition 2019.';
comment on column report_figures.t2_normative_documents_newly_disclosed is '表二：第二十条第（一）项 / 规范性文件，本年新公开数量（件）; edition 2019.';
comment on column report_figures.t2_normative_documents_disclosed_total is '表二：第二十条第（一）项 / 规范性文件，对外公开总数量（件）; edition 2019.';
comment on column report_figures.t2_licensing_items_previous is '表二：第二十条第（五）项 / 行政许可，上一年项目数量（项）; edition 2019.';
comment on column report_figures.t2_licensing_items_change is '表二：第二十条第（五）项 / 行政许可，本年增/减（项）; edition 2019.';
comment on column report_figures.t2_other_services_items_previous is '表二：第二十条第（五）项 / 其他对外管理服务事项，上一年项目数量（项）; edition 2019.';
comment on column report_figures.t2_other_services_items_change is '表二：第二十条第（五）项 / 其他对外管理服务事项，本年增/减（项）; edition 2019.';
comment on column report_figures.t2_other_services_decisions is '表二：第二十条第（五）项 / 其他对外管理服务事项，处理决定数量（件）; edition 2019.';
comment on column report_figures.t2_penalties_items_previous is '表二：第二十条第（六）项 / 行政处罚，上一年项目数量（项）; edition 2019.';
comment on column report_figures.t2_penalties_items_change is '表二：第二十条第（六）项 / 行政处罚，本年增/减（项）; edition 2019.';
comment on column report_figures.t2_compulsion_items_previous is '表二：第二十条第（六）项 / 行政强制，上一年项目数量（项）; edition 2019.';
comment on column report_figures.t2_compulsion_items_change is '表二：第二十条第（六）项 / 行政强制，本年增/减（项）; edition 2019.';
comment on column report_figures.t2_fees_items_previous is '表二：第二十条第（八）项 / 行政事业性收费，上一年项目数量（项）; edition 2019.';
comment on column report_figures.t2_fees_items_change is '表二：第二十条第（八）项 / 行政事业性收费，本年增/减（项）; edition 2019.';
comment on column report_figures.t2_procurement_items is '表二：第二十条第（九）项 / 政府集中采购，采购项目数量（项）; edition 2019.';
comment on column report_figures.t2_procurement_amount is '表二：第二十条第（九）项 / 政府集中采购，采购总金额; edition 2019.';
comment on column report_figures.t3_received_natural is '表三：一、本年新收政府信息公开申请数量，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_received_business is '表三：一、本年新收政府信息公开申请数量，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_received_research is '表三：一、本年新收政府信息公开申请数量，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_received_welfare is '表三：一、本年新收政府信息公开申请数量，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_received_legal_services is '表三：一、本年新收政府信息公开申请数量，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_received_other is '表三：一、本年新收政府信息公开申请数量，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_received_total is '表三：一、本年新收政府信息公开申请数量，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_carried_in_natural is '表三：二、上年结转政府信息公开申请数量，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_carried_in_business is '表三：二、上年结转政府信息公开申请数量，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_carried_in_research is '表三：二、上年结转政府信息公开申请数量，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_carried_in_welfare is '表三：二、上年结转政府信息公开申请数量，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_carried_in_legal_services is '表三：二、上年结转政府信息公开申请数量，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_carried_in_other is '表三：二、上年结转政府信息公开申请数量，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_carried_in_total is '表三：二、上年结转政府信息公开申请数量，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_granted_natural is '表三：三、本年度办理结果 /（一）予以公开，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_granted_business is '表三：三、本年度办理结果 /（一）予以公开，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_granted_research is '表三：三、本年度办理结果 /（一）予以公开，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_granted_welfare is '表三：三、本年度办理结果 /（一）予以公开，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_granted_legal_services is '表三：三、本年度办理结果 /（一）予以公开，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_granted_other is '表三：三、本年度办理结果 /（一）予以公开，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_granted_total is '表三：三、本年度办理结果 /（一）予以公开，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_granted_in_part_natural is '表三：三、本年度办理结果 /（二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_granted_in_part_business is '表三：三、本年度办理结果 /（二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_granted_in_part_research is '表三：三、本年度办理结果 /（二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_granted_in_part_welfare is '表三：三、本年度办理结果 /（二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_granted_in_part_legal_services is '表三：三、本年度办理结果 /（二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_granted_in_part_other is '表三：三、本年度办理结果 /（二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_granted_in_part_total is '表三：三、本年度办理结果 /（二）部分公开（区分处理的，只计这一情形，不计其他情形），申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_state_secret_natural is '表三：三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_state_secret_business is '表三：三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_state_secret_research is '表三：三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_state_secret_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_state_secret_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_state_secret_other is '表三：三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_state_secret_total is '表三：三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_barred_by_law_natural is '表三：三、本年度办理结果 /（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_barred_by_law_business is '表三：三、本年度办理结果 /（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_barred_by_law_research is '表三：三、本年度办理结果 /（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_barred_by_law_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_barred_by_law_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_barred_by_law_other is '表三：三、本年度办理结果 /（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_barred_by_law_total is '表三：三、本年度办理结果 /（三）不予公开 / 2.其他法律行政法规禁止公开，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_security_stability_natural is '表三：三、本年度办理结果 /（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_security_stability_business is '表三：三、本年度办理结果 /（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_security_stability_research is '表三：三、本年度办理结果 /（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_security_stability_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_security_stability_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_security_stability_other is '表三：三、本年度办理结果 /（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_security_stability_total is '表三：三、本年度办理结果 /（三）不予公开 / 3.危及“三安全一稳定”，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_third_party_natural is '表三：三、本年度办理结果 /（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_third_party_business is '表三：三、本年度办理结果 /（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_third_party_research is '表三：三、本年度办理结果 /（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_third_party_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_third_party_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_third_party_other is '表三：三、本年度办理结果 /（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_third_party_total is '表三：三、本年度办理结果 /（三）不予公开 / 4.保护第三方合法权益，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_internal_affairs_natural is '表三：三、本年度办理结果 /（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_internal_affairs_business is '表三：三、本年度办理结果 /（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_internal_affairs_research is '表三：三、本年度办理结果 /（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_internal_affairs_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_internal_affairs_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_internal_affairs_other is '表三：三、本年度办理结果 /（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_internal_affairs_total is '表三：三、本年度办理结果 /（三）不予公开 / 5.属于三类内部事务信息，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_deliberative_natural is '表三：三、本年度办理结果 /（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_deliberative_business is '表三：三、本年度办理结果 /（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_deliberative_research is '表三：三、本年度办理结果 /（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_deliberative_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_deliberative_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_deliberative_other is '表三：三、本年度办理结果 /（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_deliberative_total is '表三：三、本年度办理结果 /（三）不予公开 / 6.属于四类过程性信息，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_enforcement_files_natural is '表三：三、本年度办理结果 /（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_enforcement_files_business is '表三：三、本年度办理结果 /（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_enforcement_files_research is '表三：三、本年度办理结果 /（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_enforcement_files_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_enforcement_files_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_enforcement_files_other is '表三：三、本年度办理结果 /（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_enforcement_files_total is '表三：三、本年度办理结果 /（三）不予公开 / 7.属于行政执法案卷，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_refused_administrative_query_natural is '表三：三、本年度办理结果 /（三）不予公开 / 8.属于行政查询事项，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_refused_administrative_query_business is '表三：三、本年度办理结果 /（三）不予公开 / 8.属于行政查询事项，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_refused_administrative_query_research is '表三：三、本年度办理结果 /（三）不予公开 / 8.属于行政查询事项，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_refused_administrative_query_welfare is '表三：三、本年度办理结果 /（三）不予公开 / 8.属于行政查询事项，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_refused_administrative_query_legal_services is '表三：三、本年度办理结果 /（三）不予公开 / 8.属于行政查询事项，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_refused_administrative_query_other is '表三：三、本年度办理结果 /（三）不予公开 / 8.属于行政查询事项，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_refused_administrative_query_total is '表三：三、本年度办理结果 /（三）不予公开 / 8.属于行政查询事项，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_unavailable_not_held_natural is '表三：三、本年度办理结果 /（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_unavailable_not_held_business is '表三：三、本年度办理结果 /（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_unavailable_not_held_research is '表三：三、本年度办理结果 /（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_unavailable_not_held_welfare is '表三：三、本年度办理结果 /（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_unavailable_not_held_legal_services is '表三：三、本年度办理结果 /（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_unavailable_not_held_other is '表三：三、本年度办理结果 /（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_unavailable_not_held_total is '表三：三、本年度办理结果 /（四）无法提供 / 1.本机关不掌握相关政府信息，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_unavailable_must_be_created_natural is '表三：三、本年度办理结果 /（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_unavailable_must_be_created_business is '表三：三、本年度办理结果 /（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_unavailable_must_be_created_research is '表三：三、本年度办理结果 /（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_unavailable_must_be_created_welfare is '表三：三、本年度办理结果 /（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_unavailable_must_be_created_legal_services is '表三：三、本年度办理结果 /（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_unavailable_must_be_created_other is '表三：三、本年度办理结果 /（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_unavailable_must_be_created_total is '表三：三、本年度办理结果 /（四）无法提供 / 2.没有现成信息需要另行制作，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_unavailable_still_unclear_natural is '表三：三、本年度办理结果 /（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_unavailable_still_unclear_business is '表三：三、本年度办理结果 /（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_unavailable_still_unclear_research is '表三：三、本年度办理结果 /（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_unavailable_still_unclear_welfare is '表三：三、本年度办理结果 /（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_unavailable_still_unclear_legal_services is '表三：三、本年度办理结果 /（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_unavailable_still_unclear_other is '表三：三、本年度办理结果 /（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_unavailable_still_unclear_total is '表三：三、本年度办理结果 /（四）无法提供 / 3.补正后申请内容仍不明确，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_not_processed_petition_natural is '表三：三、本年度办理结果 /（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_not_processed_petition_business is '表三：三、本年度办理结果 /（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_not_processed_petition_research is '表三：三、本年度办理结果 /（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_not_processed_petition_welfare is '表三：三、本年度办理结果 /（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_not_processed_petition_legal_services is '表三：三、本年度办理结果 /（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_not_processed_petition_other is '表三：三、本年度办理结果 /（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_not_processed_petition_total is '表三：三、本年度办理结果 /（五）不予处理 / 1.信访举报投诉类申请，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_not_processed_repeated_natural is '表三：三、本年度办理结果 /（五）不予处理 / 2.重复申请，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_not_processed_repeated_business is '表三：三、本年度办理结果 /（五）不予处理 / 2.重复申请，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_not_processed_repeated_research is '表三：三、本年度办理结果 /（五）不予处理 / 2.重复申请，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_not_processed_repeated_welfare is '表三：三、本年度办理结果 /（五）不予处理 / 2.重复申请，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_not_processed_repeated_legal_services is '表三：三、本年度办理结果 /（五）不予处理 / 2.重复申请，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_not_processed_repeated_other is '表三：三、本年度办理结果 /（五）不予处理 / 2.重复申请，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_not_processed_repeated_total is '表三：三、本年度办理结果 /（五）不予处理 / 2.重复申请，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_not_processed_publication_natural is '表三：三、本年度办理结果 /（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_not_processed_publication_business is '表三：三、本年度办理结果 /（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_not_processed_publication_research is '表三：三、本年度办理结果 /（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_not_processed_publication_welfare is '表三：三、本年度办理结果 /（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_not_processed_publication_legal_services is '表三：三、本年度办理结果 /（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_not_processed_publication_other is '表三：三、本年度办理结果 /（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_not_processed_publication_total is '表三：三、本年度办理结果 /（五）不予处理 / 3.要求提供公开出版物，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_not_processed_excessive_natural is '表三：三、本年度办理结果 /（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_not_processed_excessive_business is '表三：三、本年度办理结果 /（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_not_processed_excessive_research is '表三：三、本年度办理结果 /（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_not_processed_excessive_welfare is '表三：三、本年度办理结果 /（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_not_processed_excessive_legal_services is '表三：三、本年度办理结果 /（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_not_processed_excessive_other is '表三：三、本年度办理结果 /（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_not_processed_excessive_total is '表三：三、本年度办理结果 /（五）不予处理 / 4.无正当理由大量反复申请，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_not_processed_reissue_natural is '表三：三、本年度办理结果 /（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_not_processed_reissue_business is '表三：三、本年度办理结果 /（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_not_processed_reissue_research is '表三：三、本年度办理结果 /（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_not_processed_reissue_welfare is '表三：三、本年度办理结果 /（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_not_processed_reissue_legal_services is '表三：三、本年度办理结果 /（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_not_processed_reissue_other is '表三：三、本年度办理结果 /（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_not_processed_reissue_total is '表三：三、本年度办理结果 /（五）不予处理 / 5.要求行政机关确认或重新出具已获取信息，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_other_handling_not_corrected_natural is '表三：三、本年度办理结果 /（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 自然人（件）; edition 2021.';
comment on column report_figures.t3_other_handling_not_corrected_business is '表三：三、本年度办理结果 /（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 商业企业（件）; edition 2021.';
comment on column report_figures.t3_other_handling_not_corrected_research is '表三：三、本年度办理结果 /（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 科研机构（件）; edition 2021.';
comment on column report_figures.t3_other_handling_not_corrected_welfare is '表三：三、本年度办理结果 /（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 社会公益组织（件）; edition 2021.';
comment on column report_figures.t3_other_handling_not_corrected_legal_services is '表三：三、本年度办理结果 /（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 法律服务机构（件）; edition 2021.';
comment on column report_figures.t3_other_handling_not_corrected_other is '表三：三、本年度办理结果 /（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 其他（件）; edition 2021.';
comment on column report_figures.t3_other_handling_not_corrected_total is '表三：三、本年度办理结果 /（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，申请人情况 / 总计（件）; edition 2021.';
comment on column report_figures.t3_other_handling_fee_unpaid_natural is '表三：三、本年度办理结果 /（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 自然人（件）; edition 2021.';
comment on column report_figures.t3_other_handling_fee_unpaid_business is '表三：三、本年度办理结果 /（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 商业企业（件）; edition 2021.';
comment on column report_figures.t3_other_handling_fee_unpaid_research is '表三：三、本年度办理结果 /（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 科研机构（件）; edition 2021.';
comment on column report_figures.t3_other_handling_fee_unpaid_welfare is '表三：三、本年度办理结果 /（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 社会公益组织（件）; edition 2021.';
comment on column report_figures.t3_other_handling_fee_unpaid_legal_services is '表三：三、本年度办理结果 /（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 法律服务机构（件）; edition 2021.';
comment on column report_figures.t3_other_handling_fee_unpaid_other is '表三：三、本年度办理结果 /（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 法人或其他组织 / 其他（件）; edition 2021.';
comment on column report_figures.t3_other_handling_fee_unpaid_total is '表三：三、本年度办理结果 /（六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，申请人情况 / 总计（件）; edition 2021.';
comment on column report_figures.t3_other_handling_other_natural is '表三：三、本年度办理结果 /（六）其他处理 / 3.其他，申请人情况 / 自然人（件）; edition 2021.';
comment on column report_figures.t3_other_handling_other_business is '表三：三、本年度办理结果 /（六）其他处理 / 3.其他，申请人情况 / 法人或其他组织 / 商业企业（件）; edition 2021.';
comment on column report_figures.t3_other_handling_other_research is '表三：三、本年度办理结果 /（六）其他处理 / 3.其他，申请人情况 / 法人或其他组织 / 科研机构（件）; edition 2021.';
comment on column report_figures.t3_other_handling_other_welfare is '表三：三、本年度办理结果 /（六）其他处理 / 3.其他，申请人情况 / 法人或其他组织 / 社会公益组织（件）; edition 2021.';
comment on column report_figures.t3_other_handling_other_legal_services is '表三：三、本年度办理结果 /（六）其他处理 / 3.其他，申请人情况 / 法人或其他组织 / 法律服务机构（件）; edition 2021.';
comment on column report_figures.t3_other_handling_other_other is '表三：三、本年度办理结果 /（六）其他处理 / 3.其他，申请人情况 / 法人或其他组织 / 其他（件）; edition 2021.';
comment on column report_figures.t3_other_handling_other_total is '表三：三、本年度办理结果 /（六）其他处理 / 3.其他，申请人情况 / 总计（件）; edition 2021.';
comment on column report_figures.t3_other_handling_undivided_natural is '表三：三、本年度办理结果 /（六）其他处理，申请人情况 / 自然人（件）; edition 2019.';
comment on column report_figures.t3_other_handling_undivided_business is '表三：三、本年度办理结果 /（六）其他处理，申请人情况 / 法人或其他组织 / 商业企业（件）; edition 2019.';
comment on column report_figures.t3_other_handling_undivided_research is '表三：三、本年度办理结果 /（六）其他处理，申请人情况 / 法人或其他组织 / 科研机构（件）; edition 2019.';
comment on column report_figures.t3_other_handling_undivided_welfare is '表三：三、本年度办理结果 /（六）其他处理，申请人情况 / 法人或其他组织 / 社会公益组织（件）; edition 2019.';
comment on column report_figures.t3_other_handling_undivided_legal_services is '表三：三、本年度办理结果 /（六）其他处理，申请人情况 / 法人或其他组织 / 法律服务机构（件）; edition 2019.';
comment on column report_figures.t3_other_handling_undivided_other is '表三：三、本年度办理结果 /（六）其他处理，申请人情况 / 法人或其他组织 / 其他（件）; edition 2019.';
comment on column report_figures.t3_other_handling_undivided_total is '表三：三、本年度办理结果 /（六）其他处理，申请人情况 / 总计（件）; edition 2019.';
comment on column report_figures.t3_processed_natural is '表三：三、本年度办理结果 /（七）总计，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_processed_business is '表三：三、本年度办理结果 /（七）总计，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_processed_research is '表三：三、本年度办理结果 /（七）总计，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_processed_welfare is '表三：三、本年度办理结果 /（七）总计，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_processed_legal_services is '表三：三、本年度办理结果 /（七）总计，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_processed_other is '表三：三、本年度办理结果 /（七）总计，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_processed_total is '表三：三、本年度办理结果 /（七）总计，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t3_carried_forward_natural is '表三：四、结转下年度继续办理，申请人情况 / 自然人（件）; both editions.';
comment on column report_figures.t3_carried_forward_business is '表三：四、结转下年度继续办理，申请人情况 / 法人或其他组织 / 商业企业（件）; both editions.';
comment on column report_figures.t3_carried_forward_research is '表三：四、结转下年度继续办理，申请人情况 / 法人或其他组织 / 科研机构（件）; both editions.';
comment on column report_figures.t3_carried_forward_welfare is '表三：四、结转下年度继续办理，申请人情况 / 法人或其他组织 / 社会公益组织（件）; both editions.';
comment on column report_figures.t3_carried_forward_legal_services is '表三：四、结转下年度继续办理，申请人情况 / 法人或其他组织 / 法律服务机构（件）; both editions.';
comment on column report_figures.t3_carried_forward_other is '表三：四、结转下年度继续办理，申请人情况 / 法人或其他组织 / 其他（件）; both editions.';
comment on column report_figures.t3_carried_forward_total is '表三：四、结转下年度继续办理，申请人情况 / 总计（件）; both editions.';
comment on column report_figures.t4_review_upheld is '表四：行政复议，结果维持（件）; both editions.';
comment on column report_figures.t4_review_corrected is '表四：行政复议，结果纠正（件）; both editions.';
comment on column report_figures.t4_review_other_result is '表四：行政复议，其他结果（件）; both editions.';
comment on column report_figures.t4_review_pending is '表四：行政复议，尚未审结（件）; both editions.';
comment on column report_figures.t4_review_total is '表四：行政复议，总计（件）; both editions.';
comment on column report_figures.t4_direct_litigation_upheld is '表四：行政诉讼 / 未经复议直接起诉，结果维持（件）; both editions.';
comment on column report_figures.t4_direct_litigation_corrected is '表四：行政诉讼 / 未经复议直接起诉，结果纠正（件）; both editions.';
comment on column report_figures.t4_direct_litigation_other_result is '表四：行政诉讼 / 未经复议直接起诉，其他结果（件）; both editions.';
comment on column report_figures.t4_direct_litigation_pending is '表四：行政诉讼 / 未经复议直接起诉，尚未审结（件）; both editions.';
comment on column report_figures.t4_direct_litigation_total is '表四：行政诉讼 / 未经复议直接起诉，总计（件）; both editions.';
comment on column report_figures.t4_litigation_after_review_upheld is '表四：行政诉讼 / 复议后起诉，结果维持（件）; both editions.';
comment on column report_figures.t4_litigation_after_review_corrected is '表四：行政诉讼 / 复议后起诉，结果纠正（件）; both editions.';
comment on column report_figures.t4_litigation_after_review_other_result is '表四：行政诉讼 / 复议后起诉，其他结果（件）; both editions.';
comment on column report_figures.t4_litigation_after_review_pending is '表四：行政诉讼 / 复议后起诉，尚未审结（件）; both editions.';
comment on column report_figures.t4_litigation_after_review_total is '表四：行政诉讼 / 复议后起诉，总计（件）; both editions.';

-- One row per figure, for exports and people who query by hand; missing figures have no row here.
create view report_facts as
select r.county_id, r.body_code, r.year, r.scope, r.version, f.figure, f.value
from report_figures r
cross join lateral (values
  ('t2.rules.issued', r.t2_rules_issued::numeric),
  ('t2.rules.repealed', r.t2_rules_repealed::numeric),
  ('t2.rules.in_force', r.t2_rules_in_force::numeric),
  ('t2.normative_documents.issued', r.t2_normative_documents_issued::numeric),
  ('t2.normative_documents.repealed', r.t2_normative_documents_repealed::numeric),
  ('t2.normative_documents.in_force', r.t2_normative_documents_in_force::numeric),
  ('t2.licensing.decisions', r.t2_licensing_decisions::numeric),
  ('t2.penalties.decisions', r.t2_penalties_decisions::numeric),
  ('t2.compulsion.decisions', r.t2_compulsion_decisions::numeric),
  ('t2.fees.amount', r.t2_fees_amount::numeric),
  ('t2.rules.made', r.t2_rules_made::numeric),
  ('t2.rules.newly_disclosed', r.t2_rules_newly_disclosed::numeric),
  ('t2.rules.disclosed_total', r.t2_rules_disclosed_total::numeric),
  ('t2.normative_documents.made', r.t2_normative_documents_made::numeric),
  ('t2.normative_documents.newly_disclosed', r.t2_normative_documents_newly_disclosed::numeric),
  ('t2.normative_documents.disclosed_total', r.t2_normative_documents_disclosed_total::numeric),
  ('t2.licensing.items_previous', r.t2_licensing_items_previous::numeric),
  ('t2.licensing.items_change', r.t2_licensing_items_change::numeric),
  ('t2.other_services.items_previous', r.t2_other_services_items_previous::numeric),
  ('t2.other_services.items_change', r.t2_other_services_items_change::numeric),
  ('t2.other_services.decisions', r.t2_other_services_decisions::numeric),
  ('t2.penalties.items_previous', r.t2_penalties_items_previous::numeric),
  ('t2.penalties.items_change', r.t2_penalties_items_change::numeric),
  ('t2.compulsion.items_previous', r.t2_compulsion_items_previous::numeric),
  ('t2.compulsion.items_change', r.t2_compulsion_items_change::numeric),
  ('t2.fees.items_previous', r.t2_fees_items_previous::numeric),
  ('t2.fees.items_change', r.t2_fees_items_change::numeric),
  ('t2.procurement.items', r.t2_procurement_items::numeric),
  ('t2.procurement.amount', r.t2_procurement_amount::numeric),
  ('t3.received.natural', r.t3_received_natural::numeric),
  ('t3.received.business', r.t3_received_business::numeric),
  ('t3.received.research', r.t3_received_research::numeric),
  ('t3.received.welfare', r.t3_received_welfare::numeric),
  ('t3.received.legal_services', r.t3_received_legal_services::numeric),
  ('t3.received.other', r.t3_received_other::numeric),
  ('t3.received.total', r.t3_received_total::numeric),
  ('t3.carried_in.natural', r.t3_carried_in_natural::numeric),
  ('t3.carried_in.business', r.t3_carried_in_business::numeric),
  ('t3.carried_in.research', r.t3_carried_in_research::numeric),
  ('t3.carried_in.welfare', r.t3_carried_in_welfare::numeric),
  ('t3.carried_in.legal_services', r.t3_carried_in_legal_services::numeric),
  ('t3.carried_in.other', r.t3_carried_in_other::numeric),
  ('t3.carried_in.total', r.t3_carried_in_total::numeric),
  ('t3.granted.natural', r.t3_granted_natural::numeric),
  ('t3.granted.business', r.t3_granted_business::numeric),
  ('t3.granted.research', r.t3_granted_research::numeric),
  ('t3.granted.welfare', r.t3_granted_welfare::numeric),
  ('t3.granted.legal_services', r.t3_granted_legal_services::numeric),
  ('t3.granted.other', r.t3_granted_other::numeric),
  ('t3.granted.total', r.t3_granted_total::numeric),
  ('t3.granted_in_part.natural', r.t3_granted_in_part_natural::numeric),
  ('t3.granted_in_part.business', r.t3_granted_in_part_business::numeric),
  ('t3.granted_in_part.research', r.t3_granted_in_part_research::numeric),
  ('t3.granted_in_part.welfare', r.t3_granted_in_part_welfare::numeric),
  ('t3.granted_in_part.legal_services', r.t3_granted_in_part_legal_services::numeric),
  ('t3.granted_in_part.other', r.t3_granted_in_part_other::numeric),
  ('t3.granted_in_part.total', r.t3_granted_in_part_total::numeric),
  ('t3.refused.state_secret.natural', r.t3_refused_state_secret_natural::numeric),
  ('t3.refused.state_secret.business', r.t3_refused_state_secret_business::numeric),
  ('t3.refused.state_secret.research', r.t3_refused_state_secret_research::numeric),
  ('t3.refused.state_secret.welfare', r.t3_refused_state_secret_welfare::numeric),
  ('t3.refused.state_secret.legal_services', r.t3_refused_state_secret_legal_services::numeric),
  ('t3.refused.state_secret.other', r.t3_refused_state_secret_other::numeric),
  ('t3.refused.state_secret.total', r.t3_refused_state_secret_total::numeric),
  ('t3.refused.barred_by_law.natural', r.t3_refused_barred_by_law_natural::numeric),
  ('t3.refused.barred_by_law.business', r.t3_refused_barred_by_law_business::numeric),
  ('t3.refused.barred_by_law.research', r.t3_refused_barred_by_law_research::numeric),
  ('t3.refused.barred_by_law.welfare', r.t3_refused_barred_by_law_welfare::numeric),
  ('t3.refused.barred_by_law.legal_services', r.t3_refused_barred_by_law_legal_services::numeric),
  ('t3.refused.barred_by_law.other', r.t3_refused_barred_by_law_other::numeric),
  ('t3.refused.barred_by_law.total', r.t3_refused_barred_by_law_total::numeric),
  ('t3.refused.security_stability.natural', r.t3_refused_security_stability_natural::numeric),
  ('t3.refused.security_stability.business', r.t3_refused_security_stability_business::numeric),
  ('t3.refused.security_stability.research', r.t3_refused_security_stability_research::numeric),
  ('t3.refused.security_stability.welfare', r.t3_refused_security_stability_welfare::numeric),
  ('t3.refused.security_stability.legal_services', r.t3_refused_security_stability_legal_services::numeric),
  ('t3.refused.security_stability.other', r.t3_refused_security_stability_other::numeric),
  ('t3.refused.security_stability.total', r.t3_refused_security_stability_total::numeric),
  ('t3.refused.third_party.natural', r.t3_refused_third_party_natural::numeric),
  ('t3.refused.third_party.business', r.t3_refused_third_party_business::numeric),
  ('t3.refused.third_party.research', r.t3_refused_third_party_research::numeric),
  ('t3.refused.third_party.welfare', r.t3_refused_third_party_welfare::numeric),
  ('t3.refused.third_party.legal_services', r.t3_refused_third_party_legal_services::numeric),
  ('t3.refused.third_party.other', r.t3_refused_third_party_other::numeric),
  ('t3.refused.third_party.total', r.t3_refused_third_party_total::numeric),
  ('t3.refused.internal_affairs.natural', r.t3_refused_internal_affairs_natural::numeric),
  ('t3.refused.internal_affairs.business', r.t3_refused_internal_affairs_business::numeric),
  ('t3.refused.internal_affairs.research', r.t3_refused_internal_affairs_research::numeric),
  ('t3.refused.internal_affairs.welfare', r.t3_refused_internal_affairs_welfare::numeric),
  ('t3.refused.internal_affairs.legal_services', r.t3_refused_internal_affairs_legal_services::numeric),
  ('t3.refused.internal_affairs.other', r.t3_refused_internal_affairs_other::numeric),
  ('t3.refused.internal_affairs.total', r.t3_refused_internal_affairs_total::numeric),
  ('t3.refused.deliberative.natural', r.t3_refused_deliberative_natural::numeric),
  ('t3.refused.deliberative.business', r.t3_refused_deliberative_business::numeric),
  ('t3.refused.deliberative.research', r.t3_refused_deliberative_research::numeric),
  ('t3.refused.deliberative.welfare', r.t3_refused_deliberative_welfare::numeric),
  ('t3.refused.deliberative.legal_services', r.t3_refused_deliberative_legal_services::numeric),
  ('t3.refused.deliberative.other', r.t3_refused_deliberative_other::numeric),
  ('t3.refused.deliberative.total', r.t3_refused_deliberative_total::numeric),
  ('t3.refused.enforcement_files.natural', r.t3_refused_enforcement_files_natural::numeric),
  ('t3.refused.enforcement_files.business', r.t3_refused_enforcement_files_business::numeric),
  ('t3.refused.enforcement_files.research', r.t3_refused_enforcement_files_research::numeric),
  ('t3.refused.enforcement_files.welfare', r.t3_refused_enforcement_files_welfare::numeric),
  ('t3.refused.enforcement_files.legal_services', r.t3_refused_enforcement_files_legal_services::numeric),
  ('t3.refused.enforcement_files.other', r.t3_refused_enforcement_files_other::numeric),
  ('t3.refused.enforcement_files.total', r.t3_refused_enforcement_files_total::numeric),
  ('t3.refused.administrative_query.natural', r.t3_refused_administrative_query_natural::numeric),
  ('t3.refused.administrative_query.business', r.t3_refused_administrative_query_business::numeric),
  ('t3.refused.administrative_query.research', r.t3_refused_administrative_query_research::numeric),
  ('t3.refused.administrative_query.welfare', r.t3_refused_administrative_query_welfare::numeric),
  ('t3.refused.administrative_query.legal_services', r.t3_refused_administrative_query_legal_services::numeric),
  ('t3.refused.administrative_query.other', r.t3_refused_administrative_query_other::numeric),
  ('t3.refused.administrative_query.total', r.t3_refused_administrative_query_total::numeric),
  ('t3.unavailable.not_held.natural', r.t3_unavailable_not_held_natural::numeric),
  ('t3.unavailable.not_held.business', r.t3_unavailable_not_held_business::numeric),
  ('t3.unavailable.not_held.research', r.t3_unavailable_not_held_research::numeric),
  ('t3.unavailable.not_held.welfare', r.t3_unavailable_not_held_welfare::numeric),
  ('t3.unavailable.not_held.legal_services', r.t3_unavailable_not_held_legal_services::numeric),
  ('t3.unavailable.not_held.other', r.t3_unavailable_not_held_other::numeric),
  ('t3.unavailable.not_held.total', r.t3_unavailable_not_held_total::numeric),
  ('t3.unavailable.must_be_created.natural', r.t3_unavailable_must_be_created_natural::numeric),
  ('t3.unavailable.must_be_created.business', r.t3_unavailable_must_be_created_business::numeric),
  ('t3.unavailable.must_be_created.research', r.t3_unavailable_must_be_created_research::numeric),
  ('t3.unavailable.must_be_created.welfare', r.t3_unavailable_must_be_created_welfare::numeric),
  ('t3.unavailable.must_be_created.legal_services', r.t3_unavailable_must_be_created_legal_services::numeric),
  ('t3.unavailable.must_be_created.other', r.t3_unavailable_must_be_created_other::numeric),
  ('t3.unavailable.must_be_created.total', r.t3_unavailable_must_be_created_total::numeric),
  ('t3.unavailable.still_unclear.natural', r.t3_unavailable_still_unclear_natural::numeric),
  ('t3.unavailable.still_unclear.business', r.t3_unavailable_still_unclear_business::numeric),
  ('t3.unavailable.still_unclear.research', r.t3_unavailable_still_unclear_research::numeric),
  ('t3.unavailable.still_unclear.welfare', r.t3_unavailable_still_unclear_welfare::numeric),
  ('t3.unavailable.still_unclear.legal_services', r.t3_unavailable_still_unclear_legal_services::numeric),
  ('t3.unavailable.still_unclear.other', r.t3_unavailable_still_unclear_other::numeric),
  ('t3.unavailable.still_unclear.total', r.t3_unavailable_still_unclear_total::numeric),
  ('t3.not_processed.petition.natural', r.t3_not_processed_petition_natural::numeric),
  ('t3.not_processed.petition.business', r.t3_not_processed_petition_business::numeric),
  ('t3.not_processed.petition.research', r.t3_not_processed_petition_research::numeric),
  ('t3.not_processed.petition.welfare', r.t3_not_processed_petition_welfare::numeric),
  ('t3.not_processed.petition.legal_services', r.t3_not_processed_petition_legal_services::numeric),
  ('t3.not_processed.petition.other', r.t3_not_processed_petition_other::numeric),
  ('t3.not_processed.petition.total', r.t3_not_processed_petition_total::numeric),
  ('t3.not_processed.repeated.natural', r.t3_not_processed_repeated_natural::numeric),
  ('t3.not_processed.repeated.business', r.t3_not_processed_repeated_business::numeric),
  ('t3.not_processed.repeated.research', r.t3_not_processed_repeated_research::numeric),
  ('t3.not_processed.repeated.welfare', r.t3_not_processed_repeated_welfare::numeric),
  ('t3.not_processed.repeated.legal_services', r.t3_not_processed_repeated_legal_services::numeric),
  ('t3.not_processed.repeated.other', r.t3_not_processed_repeated_other::numeric),
  ('t3.not_processed.repeated.total', r.t3_not_processed_repeated_total::numeric),
  ('t3.not_processed.publication.natural', r.t3_not_processed_publication_natural::numeric),
  ('t3.not_processed.publication.business', r.t3_not_processed_publication_business::numeric),
  ('t3.not_processed.publication.research', r.t3_not_processed_publication_research::numeric),
  ('t3.not_processed.publication.welfare', r.t3_not_processed_publication_welfare::numeric),
  ('t3.not_processed.publication.legal_services', r.t3_not_processed_publication_legal_services::numeric),
  ('t3.not_processed.publication.other', r.t3_not_processed_publication_other::numeric),
  ('t3.not_processed.publication.total', r.t3_not_processed_publication_total::numeric),
  ('t3.not_processed.excessive.natural', r.t3_not_processed_excessive_natural::numeric),
  ('t3.not_processed.excessive.business', r.t3_not_processed_excessive_business::numeric),
  ('t3.not_processed.excessive.research', r.t3_not_processed_excessive_research::numeric),
  ('t3.not_processed.excessive.welfare', r.t3_not_processed_excessive_welfare::numeric),
  ('t3.not_processed.excessive.legal_services', r.t3_not_processed_excessive_legal_services::numeric),
  ('t3.not_processed.excessive.other', r.t3_not_processed_excessive_other::numeric),
  ('t3.not_processed.excessive.total', r.t3_not_processed_excessive_total::numeric),
  ('t3.not_processed.reissue.natural', r.t3_not_processed_reissue_natural::numeric),
  ('t3.not_processed.reissue.business', r.t3_not_processed_reissue_business::numeric),
  ('t3.not_processed.reissue.research', r.t3_not_processed_reissue_research::numeric),
  ('t3.not_processed.reissue.welfare', r.t3_not_processed_reissue_welfare::numeric),
  ('t3.not_processed.reissue.legal_services', r.t3_not_processed_reissue_legal_services::numeric),
  ('t3.not_processed.reissue.other', r.t3_not_processed_reissue_other::numeric),
  ('t3.not_processed.reissue.total', r.t3_not_processed_reissue_total::numeric),
  ('t3.other_handling.not_corrected.natural', r.t3_other_handling_not_corrected_natural::numeric),
  ('t3.other_handling.not_corrected.business', r.t3_other_handling_not_corrected_business::numeric),
  ('t3.other_handling.not_corrected.research', r.t3_other_handling_not_corrected_research::numeric),
  ('t3.other_handling.not_corrected.welfare', r.t3_other_handling_not_corrected_welfare::numeric),
  ('t3.other_handling.not_corrected.legal_services', r.t3_other_handling_not_corrected_legal_services::numeric),
  ('t3.other_handling.not_corrected.other', r.t3_other_handling_not_corrected_other::numeric),
  ('t3.other_handling.not_corrected.total', r.t3_other_handling_not_corrected_total::numeric),
  ('t3.other_handling.fee_unpaid.natural', r.t3_other_handling_fee_unpaid_natural::numeric),
  ('t3.other_handling.fee_unpaid.business', r.t3_other_handling_fee_unpaid_business::numeric),
  ('t3.other_handling.fee_unpaid.research', r.t3_other_handling_fee_unpaid_research::numeric),
  ('t3.other_handling.fee_unpaid.welfare', r.t3_other_handling_fee_unpaid_welfare::numeric),
  ('t3.other_handling.fee_unpaid.legal_services', r.t3_other_handling_fee_unpaid_legal_services::numeric),
  ('t3.other_handling.fee_unpaid.other', r.t3_other_handling_fee_unpaid_other::numeric),
  ('t3.other_handling.fee_unpaid.total', r.t3_other_handling_fee_unpaid_total::numeric),
  ('t3.other_handling.other.natural', r.t3_other_handling_other_natural::numeric),
  ('t3.other_handling.other.business', r.t3_other_handling_other_business::numeric),
  ('t3.other_handling.other.research', r.t3_other_handling_other_research::numeric),
  ('t3.other_handling.other.welfare', r.t3_other_handling_other_welfare::numeric),
  ('t3.other_handling.other.legal_services', r.t3_other_handling_other_legal_services::numeric),
  ('t3.other_handling.other.other', r.t3_other_handling_other_other::numeric),
  ('t3.other_handling.other.total', r.t3_other_handling_other_total::numeric),
  ('t3.other_handling_undivided.natural', r.t3_other_handling_undivided_natural::numeric),
  ('t3.other_handling_undivided.business', r.t3_other_handling_undivided_business::numeric),
  ('t3.other_handling_undivided.research', r.t3_other_handling_undivided_research::numeric),
  ('t3.other_handling_undivided.welfare', r.t3_other_handling_undivided_welfare::numeric),
  ('t3.other_handling_undivided.legal_services', r.t3_other_handling_undivided_legal_services::numeric),
  ('t3.other_handling_undivided.other', r.t3_other_handling_undivided_other::numeric),
  ('t3.other_handling_undivided.total', r.t3_other_handling_undivided_total::numeric),
  ('t3.processed.natural', r.t3_processed_natural::numeric),
  ('t3.processed.business', r.t3_processed_business::numeric),
  ('t3.processed.research', r.t3_processed_research::numeric),
  ('t3.processed.welfare', r.t3_processed_welfare::numeric),
  ('t3.processed.legal_services', r.t3_processed_legal_services::numeric),
  ('t3.processed.other', r.t3_processed_other::numeric),
  ('t3.processed.total', r.t3_processed_total::numeric),
  ('t3.carried_forward.natural', r.t3_carried_forward_natural::numeric),
  ('t3.carried_forward.business', r.t3_carried_forward_business::numeric),
  ('t3.carried_forward.research', r.t3_carried_forward_research::numeric),
  ('t3.carried_forward.welfare', r.t3_carried_forward_welfare::numeric),
  ('t3.carried_forward.legal_services', r.t3_carried_forward_legal_services::numeric),
  ('t3.carried_forward.other', r.t3_carried_forward_other::numeric),
  ('t3.carried_forward.total', r.t3_carried_forward_total::numeric),
  ('t4.review.upheld', r.t4_review_upheld::numeric),
  ('t4.review.corrected', r.t4_review_corrected::numeric),
  ('t4.review.other_result', r.t4_review_other_result::numeric),
  ('t4.review.pending', r.t4_review_pending::numeric),
  ('t4.review.total', r.t4_review_total::numeric),
  ('t4.direct_litigation.upheld', r.t4_direct_litigation_upheld::numeric),
  ('t4.direct_litigation.corrected', r.t4_direct_litigation_corrected::numeric),
  ('t4.direct_litigation.other_result', r.t4_direct_litigation_other_result::numeric),
  ('t4.direct_litigation.pending', r.t4_direct_litigation_pending::numeric),
  ('t4.direct_litigation.total', r.t4_direct_litigation_total::numeric),
  ('t4.litigation_after_review.upheld', r.t4_litigation_after_review_upheld::numeric),
  ('t4.litigation_after_review.corrected', r.t4_litigation_after_review_corrected::numeric),
  ('t4.litigation_after_review.other_result', r.t4_litigation_after_review_other_result::numeric),
  ('t4.litigation_after_review.pending', r.t4_litigation_after_review_pending::numeric),
  ('t4.litigation_after_review.total', r.t4_litigation_after_review_total::numeric)
) as f (figure, value)
where f.value is not null;
comment on view report_facts is 'The figures of every report version, one row per figure that has a number.';
comment on column report_facts.county_id is 'County.';
comment on column report_facts.body_code is 'Report: body.';
comment on column report_facts.year is 'Report: report year.';
comment on column report_facts.scope is 'Report: scope.';
comment on column report_facts.version is 'Report: version.';
comment on column report_facts.figure is 'Figure id, with dots.';
comment on column report_facts.value is 'The number.';
