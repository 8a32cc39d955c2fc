/** Documents as LibreOffice writes them, from files that it opens itself. It runs once for many files: its start takes seconds. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLACES = ['/usr/bin/soffice', '/usr/bin/libreoffice'];
export const soffice = (): string | undefined => process.env.SOFFICE || PLACES.find((path) => existsSync(path));

const LONGEST_MS = 240_000;

/**
 * Converts the files (bytes with the ending of their format) to another format; the result keeps their order, and is
 * undefined where nothing was written. Filters as `soffice --convert-to` names them.
 */
export function convert(programme: string, files: readonly Uint8Array[], from: string, to: string): (Uint8Array | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const names = files.map((bytes, index) => {
      const name = join(folder, `${index}.${from}`);
      writeFileSync(name, bytes);
      return name;
    });
    spawnSync(programme, [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--norestore', '--convert-to', to, '--outdir', out, ...names], { stdio: 'ignore', timeout: LONGEST_MS });
    const written = readdirSync(out);
    return files.map((_, index) => {
      const name = written.find((one) => one.startsWith(`${index}.`));
      return name ? new Uint8Array(readFileSync(join(out, name))) : undefined;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
