/**
 * pdf.js as this room uses it: pages as lists of drawing operators. No network, no code made from fonts (isEvalSupported),
 * no fonts of the system; character maps and standard fonts come from the package. Pictures are never decoded.
 */
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

type Library = typeof pdfjs;

let loading: Promise<Library> | undefined;
/** The library takes a quarter of a second to load: only a programme that meets a PDF pays for it. */
async function library(): Promise<Library> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  return loading;
}

/** A folder of the package as the path that Node reads; on Windows without the slash before the drive. */
function folder(name: string): string {
  const path = decodeURIComponent(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')).pathname);
  return path.replace(/^\/(?=[A-Za-z]:)/, '');
}

export interface OperatorList {
  /** Numbers of the operators, see `OPS`. */
  fnArray: number[];
  argsArray: unknown[];
}

/** What the library tells of a font; widths are in thousandths by default. */
export interface PdfFont {
  vertical: boolean;
  isType3Font: boolean;
  fontMatrix: readonly number[];
  /** [advance, x, y] of vertical writing. */
  defaultVMetrics: readonly number[];
}

export interface PdfPage {
  /** Size as shown, in points (1/72 inch). */
  width: number;
  height: number;
  /** From the page's coordinates to points from the top left corner of the page as shown. */
  transform: readonly number[];
  operators: OperatorList;
  font(name: string): PdfFont;
}

const FONT_MATRIX = [0.001, 0, 0, 0.001, 0, 0];
const isNumbers = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every((entry) => typeof entry === 'number');

function fontOf(page: PDFPageProxy, name: string): PdfFont {
  const found: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
  const font: Partial<Record<keyof PdfFont, unknown>> = typeof found === 'object' && found !== null ? found : {};
  return {
    vertical: font.vertical === true, isType3Font: font.isType3Font === true,
    fontMatrix: isNumbers(font.fontMatrix) && font.fontMatrix.length === 6 ? font.fontMatrix : FONT_MATRIX,
    defaultVMetrics: isNumbers(font.defaultVMetrics) && font.defaultVMetrics.length === 3 ? font.defaultVMetrics : [1000, 0, 880],
  };
}

export interface PdfFile {
  pages: number;
  title: string | undefined;
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

async function metadataTitle(document: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await document.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}

/** Opens a PDF; `locked` where it has a password for opening. Throws where the bytes are no PDF that can be read. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile | 'locked'> {
  const { getDocument, VerbosityLevel } = await library();
  const task: PDFDocumentLoadingTask = getDocument({
    // The library takes the bytes for itself.
    data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, maxImageSize: 0, useWasm: false,
    enableXfa: false, cMapUrl: folder('cmaps'), cMapPacked: true, standardFontDataUrl: folder('standard_fonts'),
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') return 'locked';
    throw error;
  }
  return {
    pages: document.numPages,
    title: await metadataTitle(document).catch(() => undefined),
    async page(number) {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const { fnArray, argsArray } = await page.getOperatorList();
      return { width, height, transform, operators: { fnArray, argsArray }, font: (name) => fontOf(page, name) };
    },
    close: () => task.destroy(),
  };
}
