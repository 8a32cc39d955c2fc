/**
 * Server-drawn charts, kept: one costs ten times a bare page. Their key is (version of the data, address, language), so
 * nothing is ever stale; what was read longest ago gives way to what is new, by size.
 */
import { drawChart, WIDE } from '../../charts/draw-svg.ts';
import type { DrawnChart, Picture } from '../../charts/picture.ts';

export interface ChartKey {
  county: string;
  /** `counties.data_version`: higher after every change of what pages show. */
  dataVersion: number;
  /** Path and query of the page and the chart's name on it: whatever decides what is drawn. */
  address: string;
  language: 'zh' | 'en';
}

export interface ChartCache {
  /** The drawing of the key, drawn now where it is not kept. */
  get: (key: ChartKey, draw: (narrow: boolean) => Picture, width?: number) => DrawnChart;
  /** Bytes kept. */
  size: () => number;
}

/** A cache that keeps at most `limit` bytes; a single drawing larger than that is drawn but not kept. */
export function chartCache(limit: number): ChartCache {
  // A Map remembers the order in which keys were set: the first is the one read longest ago.
  const kept = new Map<string, { drawn: DrawnChart; bytes: number }>();
  let size = 0;
  return {
    get(key, draw, width = WIDE) {
      const name = JSON.stringify([key.county, key.dataVersion, key.address, key.language, width]);
      const found = kept.get(name);
      if (found) {
        kept.delete(name);
        kept.set(name, found);
        return found.drawn;
      }
      const drawn = drawChart(draw, width);
      // Strings with Chinese take two bytes a character in V8.
      const bytes = 2 * (name.length + drawn.wide.length + drawn.narrow.length);
      if (bytes > limit) return drawn;
      kept.set(name, { drawn, bytes });
      size += bytes;
      for (const [oldest, entry] of kept) {
        if (size <= limit) break;
        kept.delete(oldest);
        size -= entry.bytes;
      }
      return drawn;
    },
    size: () => size,
  };
}

const CHARTS = chartCache(24 * 1024 * 1024);

/** The drawing for a page, from the cache of this process. */
export function chartSvg(key: ChartKey, draw: (narrow: boolean) => Picture, width?: number): DrawnChart {
  return CHARTS.get(key, draw, width);
}
