/** Reads a drawn SVG for tests: strictly as XML, so that what a browser forgives does not pass. */
import { SaxesParser } from 'saxes';

export interface DrawnElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Every element in order; throws where the text is not well-formed. */
export function readSvg(svg: string): DrawnElement[] {
  const found: DrawnElement[] = [];
  const open: DrawnElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(svg).close();
  return found;
}

export function textsOf(svg: string): string[] {
  return readSvg(svg).filter(({ name }) => name === 'text').map(({ text }) => text);
}

/** Problems that a picture must not have, in words. */
export function faultsOf(svg: string): string[] {
  const elements = readSvg(svg);
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.id ?? []));
  const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1] ?? '');
  return [
    ...(/NaN|undefined|Infinity|\[object/.test(svg) ? ['not a number'] : []),
    ...(/\bt[234]\.|I-[A-Z]/.test(textsOf(svg).join(' ')) ? ['an internal id'] : []),
    ...(elements.some(({ name }) => name === 'script' || name === 'foreignObject') ? ['script'] : []),
    ...(elements.some(({ attributes }) => Object.keys(attributes).some((name) => name.startsWith('on'))) ? ['handler'] : []),
    ...used.filter((id) => !ids.has(id)).map((id) => `no ${id}`),
  ];
}
