/**
 * What Word and Excel files share: a zip package of XML parts that name each other by relations (ECMA-376, transitional
 * and strict). Packages come from anybody: no part, and no sum of parts, is inflated beyond a limit whatever the zip
 * claims about itself; a DOCTYPE, and with it every entity of one's own, is refused.
 */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Unreadable } from './document.ts';

/** A report in Word has some 0.3 MB of XML; these allow for a hundred of them in one file. */
const LIMITS = { entries: 5_000, bytes: 48 * 1024 * 1024, depth: 256 };

/** Ends the reading of a file inside this room; its door turns it into an `Unreadable`. */
export class UnreadableFile extends Error {
  readonly reason: Unreadable['unreadable'];

  constructor(reason: Unreadable['unreadable']) {
    super(reason);
    this.reason = reason;
  }
}

/** The result of `read`, or why the file cannot be read. Parsers and inflaters throw on damaged input. */
export function orUnreadable<T>(format: Unreadable['format'], read: () => T): T | Unreadable {
  try {
    return read();
  } catch (error) {
    return { unreadable: error instanceof UnreadableFile ? error.reason : 'damaged', format };
  }
}

/** Part names are compared without case, as the standard says; some zips write `\` and a leading `/`. */
const canonical = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export interface Package {
  /** The text of a part; undefined where the package has none. Throws `UnreadableFile`. */
  part(name: string): string | undefined;
  has(name: string): boolean;
  /** What a part names by relation: id, last word of the type (officeDocument, styles, …), full name of the part. */
  relations(name: string): Relation[];
}
export interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Opens a zip as a package. Throws where it is not a zip, or has more entries than any document. */
export function openPackage(bytes: Uint8Array): Package {
  const names = new Map<string, string>();
  let entries = 0;
  unzipSync(bytes, {
    filter: ({ name }) => {
      if (++entries > LIMITS.entries) throw new UnreadableFile('too_large');
      if (!names.has(canonical(name))) names.set(canonical(name), name);
      return false;
    },
  });
  let inflated = 0;
  const part = (name: string): string | undefined => {
    const stored = names.get(canonical(name));
    if (stored === undefined) return undefined;
    const found = unzipSync(bytes, {
      filter: ({ name: other, originalSize }) => {
        if (other !== stored) return false;
        // fflate inflates into a buffer of the claimed size and no further, so the claim is the bound.
        inflated += originalSize;
        if (inflated > LIMITS.bytes) throw new UnreadableFile('too_large');
        return true;
      },
    });
    return decode(found[stored]!);
  };
  const relations = (name: string): Relation[] => {
    const slash = name.lastIndexOf('/') + 1;
    const text = part(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
    if (text === undefined) return [];
    const found: Relation[] = [];
    walkXml(text, {
      open(element, attribute) {
        if (element !== 'Relationship' || attribute('TargetMode') === 'External') return;
        const target = attribute('Target') ?? '';
        found.push({ id: attribute('Id') ?? '', type: (attribute('Type') ?? '').split('/').at(-1) ?? '', target: resolve(target.startsWith('/') ? target : name.slice(0, slash) + target) });
      },
    });
    return found;
  };
  return { part, relations, has: (name) => names.has(canonical(name)) };
}

/** `word/../docProps/a.xml` → `docProps/a.xml`. */
function resolve(name: string): string {
  const steps: string[] = [];
  for (const step of name.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

export interface MainPart {
  format: 'docx' | 'xlsx';
  name: string;
  text: string;
}
/** The part that the package is about, and which application's it is; undefined where it is neither. */
export function mainPart(file: Package): MainPart | undefined {
  const name = file.relations('').find(({ type }) => type === 'officeDocument')?.target
    ?? ['word/document.xml', 'xl/workbook.xml'].find((usual) => file.has(usual));
  const text = name === undefined ? undefined : file.part(name);
  if (name === undefined || text === undefined) return undefined;
  // The root element tells; it stands within the first lines, after namespaces that can be long.
  const root = /<(?:[\w.-]+:)?(document|workbook)[\s>]/.exec(text.slice(0, 4096))?.[1];
  return root === undefined ? undefined : { format: root === 'document' ? 'docx' : 'xlsx', name, text };
}

export interface XmlHandlers {
  /** `element` is the local name with the prefix `NAMESPACES` gives; `attribute` looks up by local name. */
  open?(element: string, attribute: (local: string) => string | undefined): void;
  close?(element: string): void;
  text?(text: string): void;
}

/** Namespaces whose elements are told apart; all others keep their local name behind a `?`. Strict files use purl.oclc.org. */
const NAMESPACES: readonly [RegExp, string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, ''],
  [/\/spreadsheetml\/(?:2006\/)?main$/, ''],
  [/\/package\/2006\/relationships$/, ''],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm:'],
];

/**
 * Walks through the XML text. Elements of WordprocessingML and SpreadsheetML come by their bare local name whatever their
 * prefix, those of markup compatibility as `mc:…`, of mathematics as `m:…`, all others as `?…`. Throws on XML that is not
 * well-formed, on a DOCTYPE and beyond the limit of depth.
 */
export function walkXml(text: string, { open, close, text: onText }: XmlHandlers): void {
  // Namespaces are resolved here and not by the parser, which takes half as long again for it (10 against 15 ms on 250 kB).
  const parser = new SaxesParser({ xmlns: false });
  /** Prefixes in force, the names they were found to give, and at which depth they end; the innermost last. */
  const scopes = [{ depth: 0, prefixes: new Map<string, string>(), names: new Map<string, string>() }];
  let depth = 0;
  const nameOf = (raw: string): string => {
    const { prefixes, names } = scopes.at(-1)!;
    let name = names.get(raw);
    if (name === undefined) {
      const colon = raw.indexOf(':');
      name = (prefixes.get(colon < 0 ? '' : raw.slice(0, colon)) ?? '?') + raw.slice(colon + 1);
      names.set(raw, name);
    }
    return name;
  };
  parser.on('error', () => {
    throw new UnreadableFile('damaged');
  });
  parser.on('doctype', () => {
    throw new UnreadableFile('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > LIMITS.depth) throw new UnreadableFile('too_large');
    for (const key in attributes)
      if (key.startsWith('xmlns')) {
        if (scopes.at(-1)!.depth !== depth) scopes.push({ depth, prefixes: new Map(scopes.at(-1)!.prefixes), names: new Map() });
        const uri = attributes[key] ?? '';
        scopes.at(-1)!.prefixes.set(key.slice(6), NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1] ?? '?');
      }
    open?.(nameOf(name), (local) => {
      const plain = attributes[local];
      if (plain !== undefined) return plain;
      for (const key in attributes) if (key.endsWith(local) && key[key.length - local.length - 1] === ':') return attributes[key];
      return undefined;
    });
  });
  parser.on('closetag', ({ name }) => {
    close?.(nameOf(name));
    if (scopes.at(-1)!.depth === depth) scopes.pop();
    depth--;
  });
  if (onText) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.write(text).close();
}

/** Value of an on/off property: present without a value means on. */
export const isOn = (value: string | undefined): boolean => value === undefined || !['0', 'false', 'off', 'none'].includes(value);
