import { describe, expect, it } from 'vitest';
import { isAllowedHost } from './allowed-host.ts';

const alone = { hostGiven: false, host: '127.0.0.1', computer: 'Office-PC' };
const open = { hostGiven: true, host: '0.0.0.0', computer: 'Office-PC' };

describe('isAllowedHost', () => {
  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '127.1.2.3', '[::1]:3000'])('always answers this computer: %s', (header) => {
    expect(isAllowedHost(header, alone)).toBe(true);
    expect(isAllowedHost(header, open)).toBe(true);
  });

  it.each([undefined, '', 'evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', 'a@localhost', 'localhost/x', '192.168.1.5', 'office-pc', '127.0.0.1:3000:1'])(
    'without HOST refuses %s', (header) => expect(isAllowedHost(header, alone)).toBe(false));

  it.each(['192.168.1.5:3000', '[fe80::1]', 'office-pc:3000', 'office-pc.local'])('with HOST answers an address and its own name: %s', (header) =>
    expect(isAllowedHost(header, open)).toBe(true));

  it.each(['evil.example', 'office-pc.evil.example', undefined])('with HOST refuses %s', (header) => expect(isAllowedHost(header, open)).toBe(false));

  it('answers the public name where one is configured, and no other', () => {
    const proxied = { ...alone, origin: 'https://nianbao.example:8443' };
    expect(isAllowedHost('nianbao.example:8443', proxied)).toBe(true);
    expect(isAllowedHost('nianbao.example', proxied)).toBe(true);
    expect(isAllowedHost('other.example', proxied)).toBe(false);
  });
});
