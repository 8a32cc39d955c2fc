/** Pages of a PDF drawn in the browser by pdf.js, which this programme serves itself; nothing is fetched from elsewhere. */
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

export interface DrawnPage {
  number: number;
  /** Size in points. */
  width: number;
  height: number;
  /** Draws it into the canvas, `pixels` wide. */
  draw(canvas: HTMLCanvasElement, pixels: number): Promise<void>;
}

/** Opens the file at the address. Character maps and standard fonts stand at `/pdf-data`. */
export async function openPages(address: string): Promise<{ pages: DrawnPage[]; close(): Promise<void> }> {
  const [{ getDocument, GlobalWorkerOptions }, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  GlobalWorkerOptions.workerSrc = worker.default;
  const task: PDFDocumentLoadingTask = getDocument({
    url: address, isEvalSupported: false, enableXfa: false, useWasm: false, useWorkerFetch: false,
    cMapUrl: '/pdf-data/cmaps/', cMapPacked: true, standardFontDataUrl: '/pdf-data/standard_fonts/',
  });
  try {
    const file = await task.promise;
    const pages: DrawnPage[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      pages.push({
        number, width, height,
        async draw(canvas, pixels) {
          const viewport = page.getViewport({ scale: pixels / width });
          canvas.width = Math.round(viewport.width);
          canvas.height = Math.round(viewport.height);
          await page.render({ canvas, viewport }).promise;
        },
      });
    }
    return { pages, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}
