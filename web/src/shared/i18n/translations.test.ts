import { describe, expect, it } from 'vitest';
import { languageOf } from '.';
import { de } from './de';
import { en } from './en';

interface Texts {
  [key: string]: string | Texts;
}

function flat(texts: Texts, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1] ?? '').sort();

describe('translations', () => {
  const english = flat(en);
  const german = flat(de);

  it('have the same keys in every language', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('say something under every key', () => {
    for (const [key, text] of [...english, ...german]) expect(text.trim(), key).not.toBe('');
  });

  it('use the same placeholders in every language', () => {
    for (const [key, text] of english)
      expect(placeholders(german.get(key) ?? ''), key).toEqual(placeholders(text));
  });
});

describe('languageOf', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'de'], 'de'],
    [['fr-CA'], 'en'],
    [[], 'en'],
    [['EN-gb', 'de'], 'en'],
  ] as const)('chooses for %j', (preferred, language) => {
    expect(languageOf(preferred)).toBe(language);
  });
});
