// The catalogue holds what is used, and nothing else.
import { describe, expect, it } from 'vitest';
import { messages } from '../../src/i18n';
import { inspector } from '../../src/i18n/inspector';
import { pageWords } from '../../src/i18n/pages';
import { sentences } from '../../src/i18n/sentences';
import { sourcesIn } from './sources';

/** Tables whose keys are names of the model; tests/words/everyName.test.ts compares them with it. */
const BY_MODEL =
  /^(commands|facts|marks|refusals|reasons|pickers\.(by|conditions)|states\.(words|byTag)|pageWords\.units\.able|picture\.states|inspector\.(fields|chart\.\w+))$/;

/** Paths of all messages, as `shell.units`; texts and functions are leaves. */
function paths(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (BY_MODEL.test(here)) return [];
    const isBranch =
      typeof value === 'object' && value !== null && !Array.isArray(value) && !('other' in value);
    return isBranch ? paths(value, here) : [here];
  });
}

const sources = sourcesIn('src', '.ts', '.svelte')
  .filter(({ path }) => !path.startsWith('src/i18n/'))
  .map(({ text }) => text)
  .join('\n');

describe('messages', () => {
  it.each(paths({ ...messages, ...sentences, inspector, pageWords }))('%s is used', (path) => {
    const key = path.split('.').at(-1) ?? path;
    expect(new RegExp(`\\b${key}\\b`).test(sources)).toBe(true);
  });
});
