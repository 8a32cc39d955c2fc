/** Taking a picture out of the page, in the browser; its data come from the server. */

function save(name: string, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Paints an SVG at twice its size, for documents in print. Rejects where the browser cannot. */
export async function savePng(name: string, svg: string): Promise<void> {
  const image = new Image();
  // A data address, not a blob: the content security policy admits images from those alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('No PNG');
  save(name, URL.createObjectURL(blob));
}

/** False where the browser forbids it: plain http on a local network is no secure context. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A file name that every system takes. */
export function fileName(title: string, extension: string): string {
  return `${title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80)}.${extension}`;
}
