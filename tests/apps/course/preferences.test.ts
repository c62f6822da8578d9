// What the reader likes is kept where the browser keeps anything, whatever stands there.
import { describe, expect, it } from 'vitest';
import type { TextStore } from '../../../src/apps/course/keptProgress.svelte';
import { Preferences } from '../../../src/apps/course/preferences.svelte';

const KEY = 'blast-radius-preferences';
const untouched = { theme: 'system', telling: 'some', captions: false, letterKeys: true };

function memoryStore(first?: string): TextStore {
  const texts = new Map(first === undefined ? [] : [[KEY, first]]);
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
  };
}

const valuesOf = ({ theme, telling, captions, letterKeys }: Preferences) => ({
  theme,
  telling,
  captions,
  letterKeys,
});

describe('Preferences', () => {
  it('starts from what the device asks for', () => {
    expect(valuesOf(new Preferences(memoryStore()))).toEqual(untouched);
  });

  it('finds again what was chosen', () => {
    const store = memoryStore();
    const chosen = { theme: 'dark', telling: 'all', captions: true, letterKeys: false } as const;
    Object.assign(new Preferences(store), chosen);
    expect(valuesOf(new Preferences(store))).toEqual(chosen);
  });

  it.each(['', 'dark', '[]', '"dark"', 'null', '{"theme":1e999}', `{"theme":"dark${' '.repeat(2_000)}"}`])(
    'takes %s for nothing chosen',
    (text) => {
      expect(valuesOf(new Preferences(memoryStore(text)))).toEqual(untouched);
    },
  );

  it.each(['dark', '"dark"', `{"theme":"dark${' '.repeat(2_000)}"}`])('leaves %s alone', (text) => {
    const store = memoryStore(text);
    const preferences = new Preferences(store);
    preferences.theme = 'dark';
    expect(preferences.theme).toBe('dark');
    expect(store.getItem(KEY)).toBe(text);
  });

  it('keeps what can be used beside what cannot', () => {
    const text = '{"theme":"sepia","telling":"all","captions":"yes","letterKeys":false,"more":1}';
    const expected = { theme: 'system', telling: 'all', captions: false, letterKeys: false };
    expect(valuesOf(new Preferences(memoryStore(text)))).toEqual(expected);
  });

  it('holds without storage as long as the page is open', () => {
    const refuse = () => {
      throw new Error('SecurityError');
    };
    const preferences = new Preferences({ getItem: refuse, setItem: refuse });
    preferences.theme = 'contrast';
    expect(preferences.theme).toBe('contrast');
    expect(preferences.telling).toBe('some');
  });
});
