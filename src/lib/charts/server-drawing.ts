/** The server's drawing of a chart, on its way to the page. */
import type { DrawnChart } from './picture.ts';

/**
 * Stands in the page once: the server renders it, and what the browser gets for its own rendering is only that there is
 * one (hooks.ts), since the drawing is in the document already. Sent twice it would be most of a page.
 */
export class ServerDrawing implements DrawnChart {
  readonly wide: string;
  readonly narrow: string;
  constructor(wide: string, narrow: string) {
    this.wide = wide;
    this.narrow = narrow;
  }
}

let received = 0;
/** In place of a drawing that is not sent: blanks, another number of them each time, so that an old drawing gives way. */
export function drawingInPlace(): ServerDrawing {
  received = (received % 50) + 1;
  return new ServerDrawing(' '.repeat(received), ' '.repeat(received));
}
