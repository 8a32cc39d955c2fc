import { writeLetter, type LetterPart } from '$lib/writers/write-letter.ts';

/** A letter as a download. */
export function wordFile({ name, parts }: { name: string; parts: LetterPart[] }): Response {
  return new Response(new Uint8Array(writeLetter(parts)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.docx`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'cache-control': 'no-store',
    },
  });
}
