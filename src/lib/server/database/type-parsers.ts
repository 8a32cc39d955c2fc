/**
 * How text of the database becomes a value, the same on both engines. node-postgres on its own makes local midnight of
 * a date (2025-01-31 became 2025-01-30T16:00Z under Asia/Shanghai) and strings of bigint and numeric; PGlite differs.
 */
const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;

/** By type oid. Dates stay 'YYYY-MM-DD'; timestamps become ISO 8601 in UTC; bigint and numeric become numbers. */
export const TYPE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: Number,
  [OID.numeric]: Number,
  [OID.date]: (text) => text,
  // '2025-01-31 08:00:00.123456+08' → '2025-01-31T00:00:00.123Z'; the hour of the offset may lack its minutes.
  [OID.timestamptz]: (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
};
