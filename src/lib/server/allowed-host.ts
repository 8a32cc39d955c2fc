/**
 * Which Host headers are answered. The origin of forms over plain http is derived from the Host header, and pages are
 * open to whoever reaches them: a name that anybody can point at this computer (DNS rebinding) must therefore not be
 * served. Addresses in digits cannot be pointed elsewhere; names are served only when they are known to be ours.
 */
import { isIP } from 'node:net';

export interface KnownHosts {
  /** Whether others than this computer are served at all. */
  hostGiven: boolean;
  /** What HOST says: an address, or a name. */
  host: string;
  /** Public address where one is configured. */
  origin?: string;
  /** Name of this computer. */
  computer: string;
}

const HOST_HEADER = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/;

/** Whether a request that names this host is ours to answer. `header` as received; undefined where it is absent. */
export function isAllowedHost(header: string | undefined, known: KnownHosts): boolean {
  const name = HOST_HEADER.exec(header?.toLowerCase() ?? '')?.[1];
  if (!name) return false;
  const address = name.startsWith('[') ? name.slice(1, -1) : name;
  if (name === 'localhost' || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))) return true;
  if (known.origin && new URL(known.origin).hostname === name) return true;
  if (!known.hostGiven) return false;
  const computer = known.computer.toLowerCase();
  return isIP(address) !== 0 || [known.host.toLowerCase(), computer, `${computer}.local`, computer.split('.')[0]].includes(name);
}
