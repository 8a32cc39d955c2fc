/** The county that a command means. */
import type { County } from '../queries/counties.ts';

/**
 * The county of the code, or the only one.
 * @throws where there is none of the code, or several and no code
 */
export function whichCounty(counties: readonly County[], code: string | undefined): County {
  const found = code ? counties.find((county) => county.code === code) : counties.length === 1 ? counties[0] : undefined;
  if (found) return found;
  if (counties.length === 0) throw new Error('还没有数据 · There are no data yet');
  const known = counties.map((county) => `${county.code} ${county.name}`).join('、');
  throw new Error(code ? `没有代码为 ${code} 的县；已有：${known} · No such county` : `请用 --county 指明县：${known} · Name the county with --county`);
}
