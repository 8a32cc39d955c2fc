/** What an ingest that was killed may leave behind, and what a whole one leaves. */
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../../src/lib/server/database/schema.ts';

/** Reports that are not whole. */
export async function breachesIn(db: Kysely<Schema>, countyId: number): Promise<string[]> {
  const { rows } = await sql<{ breach: string }>`
    with r as (select * from reports where county_id = ${countyId})
    select 'report without figures: ' || body_code || year as breach from r where not exists (select 1 from report_figures f where (f.county_id, f.body_code, f.year, f.scope, f.version) = (r.county_id, r.body_code, r.year, r.scope, r.version))
    union all select 'report without sources: ' || body_code || year from r where not exists (select 1 from report_sources s where (s.county_id, s.body_code, s.year, s.scope, s.version) = (r.county_id, r.body_code, r.year, r.scope, r.version))
    union all select 'report without six sections: ' || body_code || year from r where 6 <> (select count(*) from report_sections s where (s.county_id, s.body_code, s.year, s.scope, s.version) = (r.county_id, r.body_code, r.year, r.scope, r.version))
    union all select 'report without its ' || f.family || ' run of checks: ' || body_code || year from r cross join (values ('report'), ('neighbour'), ('peers')) as f(family)
      where (f.family <> 'peers' or (r.scope = 'own' and exists (select 1 from report_current n where (n.county_id, n.body_code, n.year, n.scope, n.version) = (r.county_id, r.body_code, r.year, r.scope, r.version))))
        and not exists (select 1 from check_runs c where (c.county_id, c.body_code, c.year, c.scope, c.version, c.family) = (r.county_id, r.body_code, r.year, r.scope, r.version, f.family))
    union all select 'filing without a version that counts: ' || body_code || year from filings f where county_id = ${countyId} and not exists (select 1 from report_current c where (c.county_id, c.body_code, c.year, c.scope) = (f.county_id, f.body_code, f.year, f.scope))
    union all select 'report without its event: ' || body_code || year from r where not exists (select 1 from filing_events e where (e.county_id, e.body_code, e.year, e.scope) = (r.county_id, r.body_code, r.year, r.scope) and e.detail ->> 'sha256' = r.sha256)
    union all select 'document not whole: ' || name from documents d where county_id = ${countyId} and (outcome = 'received') = exists (select 1 from document_parts p where (p.county_id, p.sha256) = (d.county_id, d.sha256))`.execute(db);
  return rows.map((row) => row.breach);
}

/** Everything that an ingest leaves behind, in words, without times and numbers of the county. */
export async function stateOf(db: Kysely<Schema>, countyId: number): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select concat_ws(' ', 'document', d.name, d.sha256, d.outcome, p.part, p.outcome, p.outcome_detail) as line from documents d left join document_parts p using (county_id, sha256) where county_id = ${countyId}
      union all select concat_ws(' ', 'report', body_code, year, scope, version, sha256, c.version is not null, md5((to_jsonb(f) - 'county_id')::text || s.figures::text))
        from reports r join report_figures f using (county_id, body_code, year, scope, version) join report_sources s using (county_id, body_code, year, scope, version)
        left join report_current c using (county_id, body_code, year, scope, version) where county_id = ${countyId}
      union all select concat_ws(' ', 'run', body_code, year, scope, version, family, results) from check_runs where county_id = ${countyId}
      union all select concat_ws(' ', 'finding', body_code, year, scope, version, family, finding_key) from findings where county_id = ${countyId}
      union all select concat_ws(' ', 'event', body_code, year, scope, kind, detail) from filing_events where county_id = ${countyId}
      union all select concat_ws(' ', 'due', body_code, year, must_file) from body_years where county_id = ${countyId}
    ) as lines order by line`.execute(db);
  return rows.map((row) => row.line).join('\n');
}
