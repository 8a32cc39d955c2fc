import { expect, it } from 'vitest';
import { errorFields, logLine } from './log.ts';

it('is one line of JSON whatever the fields hold', () => {
  const line = logLine('warn', 'document refused', { sha256: 'ab', reason: 'a\nb', bytes: 3, nothing: undefined }, new Date(0));
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({ time: '1970-01-01T00:00:00.000Z', level: 'warn', event: 'document refused', sha256: 'ab', reason: 'a\nb', bytes: 3 });
});

it('takes the message of an error and where it arose, and no other member', () => {
  const error = Object.assign(new TypeError('no such column'), { detail: 'Key (name)=(张三) already exists' });
  const fields = errorFields(error);
  expect(fields.error).toBe('TypeError: no such column');
  expect(fields.at).toContain('log.test.ts');
  expect(JSON.stringify(fields)).not.toContain('张三');
  expect(errorFields('plain')).toEqual({ error: 'plain' });
});
