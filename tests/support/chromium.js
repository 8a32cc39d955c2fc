/** Where the browser for tests stands: $CHROMIUM, or where Debian and others put it. */
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {string | undefined} */
export function chromiumPath() {
  return process.env.CHROMIUM || PLACES.find((path) => existsSync(path));
}
