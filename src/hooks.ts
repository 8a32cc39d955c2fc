/** What of a page's data does not travel as plain values. */
import type { Transport } from '@sveltejs/kit';
import { drawingInPlace, ServerDrawing } from '$lib/charts/server-drawing.ts';

export const transport: Transport = {
  ServerDrawing: { encode: (value) => value instanceof ServerDrawing && [true], decode: drawingInPlace },
};
