// Which keys a frame hands on to the deck: a clicker's always, arrows and letters where they mean nothing here.
import { describe, expect, it } from 'vitest';
import { deckKeyFor } from '../../../src/apps/embed/deckKeys';

/** An element as far as it is asked: it stands inside one that the selector names. */
const within = (name: string) =>
  ({
    closest: (selector: string) => (selector.split(', ').includes(name) ? {} : null),
  }) as unknown as Element;

describe('the keys of a deck', () => {
  it.each(['PageDown', 'PageUp'])('%s is handed on wherever the focus is', (key) => {
    for (const place of ['button', '[role=tree]', '[role=slider]', 'input', 'select'])
      expect(deckKeyFor(key, within(place))).toBe(key);
    expect(deckKeyFor(key, null)).toBe(key);
  });

  it.each(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])('%s stays where it walks or slides', (key) => {
    expect(deckKeyFor(key, within('button'))).toBe(key);
    for (const place of ['[role=tree]', '[role=slider]', '[role=radiogroup]', 'input', 'select'])
      expect(deckKeyFor(key, within(place))).toBeNull();
  });

  it.each(['b', '.', 'o', 's'])('%s is handed on, but not while something is typed', (key) => {
    expect(deckKeyFor(key, within('[role=slider]'))).toBe(key);
    expect(deckKeyFor(key, within('input'))).toBeNull();
  });

  it.each([' ', 'Enter', 'Tab', 'Escape', 'a', 'B'])('"%s" is never handed on', (key) => {
    expect(deckKeyFor(key, null)).toBeNull();
  });
});
