// One copy is not several copies.
import { expect, it } from 'vitest';
import { messages } from '../../src/i18n';

it.each([
  [0, 1, '0 of 1 copy serving'],
  [1, 1, '1 of 1 copy serving'],
  [1, 2, '1 of 2 copies serving'],
])('%i of %i', (serving, all, says) => {
  expect(messages.picture.serving(serving, all)[0]).toBe(says);
});

it('says all of what is all that was counted', () => {
  const { nameAndState } = messages.picture;
  expect(nameAndState('74 VMs', '74 off')).toBe('74 VMs: all off');
  expect(nameAndState('search ×9', '9 down')).toBe('search ×9: all down');
  expect(nameAndState('74 VMs', '4 off')).toBe('74 VMs: 4 off');
  expect(nameAndState('74 VMs', '74 off, 2 down')).toBe('74 VMs: 74 off, 2 down');
  expect(nameAndState('VM 3', 'off')).toBe('VM 3: off');
});
