import { describe, expect, it } from 'vitest';
import { m } from '../lib/paraglide/messages.js';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

const words = (messages: Record<string, string>): [string, string][] => Object.entries(messages).filter(([key]) => key !== '$schema');
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
const CHINESE = /[\u3400-\u9fff]/;

describe('wording of the interface', () => {
  it('has every message in both languages, with the same values to fill in', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    for (const [key, text] of words(zh)) expect(placeholders((en as Record<string, string>)[key]!), key).toEqual(placeholders(text));
  });
  it('is not empty, and each language is itself', () => {
    for (const [key, text] of words(zh)) expect(text.trim(), key).not.toBe('');
    expect(words(en).filter(([, text]) => CHINESE.test(text)).map(([key]) => key)).toEqual([]);
  });
  it('neither shouts nor praises', () => {
    for (const [key, text] of [...words(zh), ...words(en)]) expect(text, key).not.toMatch(/[!！]/);
  });
  it('is compiled: a plugin that is not found leaves all messages silently empty', () => {
    expect(m.section_overview({}, { locale: 'zh' })).toBe('总览');
    expect(m.section_overview({}, { locale: 'en' })).toBe('Overview');
    expect(m.coverage({ n: 57, of: 60 }, { locale: 'zh' })).toBe('57 / 60 家');
  });
});
