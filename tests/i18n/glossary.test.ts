// The glossary has every term that is used, and no definition is longer than two lines.
import { describe, expect, it } from 'vitest';
import { glossary } from '../../src/i18n/en/glossary';
import { messages } from '../../src/i18n';
import { model } from '../../src/sim/model';
import { sourcesIn } from './sources';

/** Characters of two lines beside a lesson's text or on the glossary's page. */
const TWO_LINES = 160;
const entries = Object.entries(glossary);
const terms = entries.map(([, { term }]) => term.toLowerCase());

describe('the glossary', () => {
  it('has every term that a lesson opens', () => {
    const used = sourcesIn('lessons', '.md').flatMap(({ path, text }) =>
      [...text.matchAll(/:term\[[^\]]*\]\{id="([^"]*)"\}/g)].map(([, id]) => `${path} ${id}`),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((each) => !Object.hasOwn(glossary, each.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('has every kind of box and every word that stands on one', () => {
    const { host: _, hypervisor: __, ...labels } = messages.boxes.labels;
    const words = [...model.kinds.map(({ kind }) => kind), ...Object.values(labels)];
    // A kind is found by the id of its entry: its name in code is one word, in the glossary it may be two.
    const known = new Set([...terms, ...Object.keys(glossary)]);
    expect(words.filter((word) => !known.has(word.toLowerCase()))).toEqual([]);
  });

  it.each(entries)('%s is defined in at most two lines, with a full stop', (id, { term, definition }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(term.length).toBeGreaterThan(0);
    expect(definition.length).toBeLessThanOrEqual(TWO_LINES);
    expect(definition).toMatch(/^[A-Z].*\.$/);
  });

  it('names each term once', () => {
    expect(new Set(terms).size).toBe(terms.length);
  });
});
