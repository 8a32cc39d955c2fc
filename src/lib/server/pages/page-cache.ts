/**
 * Whole pages, kept: without accounts a page depends on the version of the county's data, its address, the language and
 * the day alone. The version is asked of the database for every request, so nothing kept is ever stale; what was read
 * longest ago gives way by size.
 */
export interface KeptPage {
  body: string;
  headers: [string, string][];
}
export interface PageCache {
  get(key: string): KeptPage | undefined;
  set(key: string, page: KeptPage): void;
  /** Bytes kept. */
  size(): number;
}

/** A cache of at most `limit` bytes; a page of more than a tenth of it is not kept. */
export function pageCache(limit: number): PageCache {
  // A Map remembers the order in which keys were set: the first is the one read longest ago.
  const kept = new Map<string, KeptPage>();
  let size = 0;
  // Strings with Chinese take two bytes a character in V8.
  const bytesOf = (key: string, page: KeptPage): number => 2 * (key.length + page.body.length);
  const drop = (key: string): void => {
    const page = kept.get(key);
    if (!page) return;
    kept.delete(key);
    size -= bytesOf(key, page);
  };
  return {
    get(key) {
      const page = kept.get(key);
      if (page) {
        kept.delete(key);
        kept.set(key, page);
      }
      return page;
    },
    set(key, page) {
      drop(key);
      const bytes = bytesOf(key, page);
      if (bytes > limit / 10) return;
      kept.set(key, page);
      size += bytes;
      for (const oldest of kept.keys()) {
        if (size <= limit) break;
        drop(oldest);
      }
    },
    size: () => size,
  };
}

export const PAGES = pageCache(32 * 1024 * 1024);
