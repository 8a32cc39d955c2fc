/** An Office Open XML package from its parts: the same bytes for the same report (no clock). */
import { strToU8, zipSync } from 'fflate';

/** Times in a zip begin in 1980 and are local; fflate would take the clock. */
const NO_TIME = new Date(1980, 0, 1);

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Relation {
  id: string;
  type: string;
  target: string;
}

export function relationsXml(relations: readonly Relation[]): string {
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE_RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

/**
 * Zips the parts with their content types. `parts` are XML texts by name, `types` the content type of each part but the
 * relations; `main` is the part that a reader opens first.
 */
export function packageParts(main: string, parts: Readonly<Record<string, string>>, types: Readonly<Record<string, string>>): Uint8Array {
  const contentTypes = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(types)
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`;
  const all = { '[Content_Types].xml': contentTypes, '_rels/.rels': relationsXml([{ id: 'rId1', type: 'officeDocument', target: main }]), ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime: NO_TIME });
}
