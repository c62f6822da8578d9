// Sentences that differ in one place become one.
import { expect, it } from 'vitest';
import { together } from '../../../src/apps/course/together';

it.each([
  [['You stopped VM 1.', 'You stopped VM 2.'], 'You stopped VM 1 and 2.'],
  [['You stopped VM 1.', 'You stopped host-b.'], 'You stopped VM 1 and host-b.'],
  [['You killed cart 1 on host-b.', 'You killed buy 2 on host-b.'], 'You killed cart 1 and buy 2 on host-b.'],
  [['You cut a.', 'You cut b.', 'You cut c.'], 'You cut a, b, and c.'],
  // A number belongs to the name before it.
  [['You placed cart 1 in VM 1.', 'You placed buy 1 in VM 1.'], 'You placed cart 1 and buy 1 in VM 1.'],
  // What is in one only, or the same in all, is not to be named.
  [['You started VM 1.', 'You started VM 1 again.'], null],
  [['You stopped VM 1.', 'You stopped VM 1.'], null],
  [['You cut a.', 'You cut b.', 'You cut c.', 'You cut d.'], null],
])('%j', (sentences, one) => {
  expect(together(sentences)).toBe(one);
});

it('says in which order one box was set to amounts', () => {
  const set = ['You set it to 50 ms.', 'You set it to 100 ms.'];
  expect(together(set, true)).toBe('You set it to 50, then to 100 ms.');
});
