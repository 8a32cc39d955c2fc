/**
 * PDF files from content streams, for what no browser prints: vertical writing, text drawn twice or not at all, pictures, passwords.
 * Chinese text is in a font that the file only names (STSong-Light), as older programmes wrote it.
 */
const encode = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
const hex = (text: string): string => [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');

const descendant = (number: number): string =>
  `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor ${number} 0 R>>`;

export interface PdfOptions {
  width?: number;
  height?: number;
  /** Turns the page as it is shown. */
  rotate?: number;
  /** Needs a password to be opened. */
  locked?: boolean;
}

/** A file of one page for each content stream. Fonts: S (Chinese), V (Chinese, vertical), H (Helvetica); picture: P. */
export function pdfOf(contents: readonly string[], { width = 595, height = 842, rotate = 0, locked = false }: PdfOptions = {}): Uint8Array {
  const first = 10;
  const objects = new Map<number, string>([
    [1, '<</Type/Catalog/Pages 2 0 R>>'],
    [2, `<</Type/Pages/Count ${contents.length}/Kids[${contents.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}]>>`],
    [3, '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>'],
    [4, '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-V/DescendantFonts[6 0 R]>>'],
    [5, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
    [6, descendant(7)],
    [7, '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>'],
    [8, '<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>\nstream\n\u0000\u00ff\u00ff\u0000\nendstream'],
  ]);
  if (locked) objects.set(9, `<</Filter/Standard/V 1/R 2/P -44/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`);
  contents.forEach((content, index) => {
    const page = first + 2 * index;
    objects.set(page, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Contents ${page + 1} 0 R/Resources<</Font<</S 3 0 R/V 4 0 R/H 5 0 R>>/XObject<</P 8 0 R>>>>>>`);
    objects.set(page + 1, `<</Length ${content.length}>>\nstream\n${content}\nendstream`);
  });
  let file = '%PDF-1.7\n';
  const places = new Map<number, number>();
  for (const [number, body] of objects) {
    places.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const size = Math.max(...objects.keys()) + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number++) file += places.has(number) ? `${String(places.get(number)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n';
  file += `trailer\n<</Size ${size}/Root 1 0 R/ID[<00><00>]${locked ? '/Encrypt 9 0 R' : ''}>>\nstartxref\n${start}\n%%EOF\n`;
  return encode(file);
}

export interface Style {
  size?: number;
  font?: 'S' | 'V' | 'H';
  /** Text rendering mode; 3 draws nothing. */
  mode?: number;
  /** Space between letters. */
  spread?: number;
}
/** A text at a place, y upwards. */
export function text(x: number, y: number, words: string, { size = 10, font = 'S', mode = 0, spread = 0 }: Style = {}): string {
  return `BT /${font} ${size} Tf ${mode} Tr ${spread} Tc 1 0 0 1 ${x} ${y} Tm ${font === 'H' ? `(${words})` : `<${hex(words)}>`} Tj ET`;
}
export const line = (x0: number, y0: number, x1: number, y1: number): string => `0.5 w ${x0} ${y0} m ${x1} ${y1} l S`;
/** A picture over the given part of the page. */
export const picture = (x: number, y: number, width: number, height: number): string => `q ${width} 0 0 ${height} ${x} ${y} cm /P Do Q`;

/** Lines of a grid, from the top left; missing ones are named `h row column` or `v row column`. */
export function ruled(xs: readonly number[], ys: readonly number[], without: readonly string[] = []): string {
  const pieces: string[] = [];
  ys.forEach((y, row) => xs.slice(1).forEach((x, column) => {
    if (!without.includes(`h ${row} ${column}`)) pieces.push(line(xs[column]!, y, x, y));
  }));
  xs.forEach((x, column) => ys.slice(1).forEach((y, row) => {
    if (!without.includes(`v ${row} ${column}`)) pieces.push(line(x, ys[row]!, x, y));
  }));
  return pieces.join('\n');
}
