/** Every regular expression of the reading rooms against long hostile strings: none takes more than linear time. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Pattern {
  where: string;
  source: string;
  flags: string;
}
const rooms = fileURLToPath(new URL('../../src/lib/', import.meta.url));
const patterns: Pattern[] = ['documents', 'recognition', 'figures'].flatMap((room) => readdirSync(`${rooms}${room}`).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).flatMap((name) => {
  const file = ts.createSourceFile(name, readFileSync(`${rooms}${room}/${name}`, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ where: `${room}/${name}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}));

const LENGTH = 30_000;
const UNITS = [' ', '0', 'a', '一', '（', '(一', '<a ', '\\u0', '12,', '1.', '年', '总体情况', '行政复议', '2024年1月1日至', '|', ':-', '"', '、', '\u00a0', '#*', '*', '-', '\n'];
/** Something before, and something behind on another line, so that neither start nor end of the text is a way out. */
const hostile = UNITS.map((unit) => `\u0001${unit.repeat(Math.ceil(LENGTH / unit.length))}\u0001\n\u0001`);
/** Milliseconds for one string: quadratic patterns take seconds. */
const MOST = 250;

function slowest({ source, flags }: Pattern): number {
  const pattern = new RegExp(source, flags.replace('y', ''));
  return Math.max(...hostile.map((text) => {
    // The least of three, since the machine may be busy.
    let least = Infinity;
    for (let run = 0; run < 3 && least > MOST; run++) {
      const began = performance.now();
      text.replace(pattern, '');
      least = Math.min(least, performance.now() - began);
    }
    return least;
  }));
}

describe('regular expressions of the reading rooms', () => {
  it('are found', () => expect(patterns.length).toBeGreaterThan(80));
  it('grow no faster than the text', () => {
    const slow = patterns.map((pattern) => ({ ...pattern, time: slowest(pattern) })).filter(({ time }) => time > MOST);
    expect(slow.map(({ where, source }) => `${where} /${source}/`)).toEqual([]);
  });
});
