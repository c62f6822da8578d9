// One copy is not several copies.
import { expect, it } from 'vitest';
import { messages } from '../../src/i18n';

it.each([
  [0, 1, '0 of 1 copy serving'],
  [1, 1, '1 of 1 copy serving'],
  [1, 2, '1 of 2 copies serving'],
])('%i of %i', (serving, all, says) => {
  expect(messages.picture.serving(serving, all)[0]).toBe(says);
  expect(messages.scene.serving(String(serving), String(all))).toBe(says);
});
