// The address of a frame: what only a frame knows. Its other parameters are those of a lesson.
import { expect, it } from 'vitest';
import { parseEmbedAddress } from '../../src/link/embedAddress';

it.each([
  ['?lesson=one-kernel-falls&loop=10', 10],
  ['?loop=1', 1],
  ['?loop=600', 600],
  ['?lesson=one-kernel-falls', null],
])('%s begins again after %s seconds', (search, loop) => {
  expect(parseEmbedAddress(search, '')).toMatchObject({ loop, notes: [] });
});

it.each(['', '0', '601', '-1', '1.5', '1e2', 'yes'])(
  'does without a loop of "%s", and says what it may be',
  (value) => {
    const { loop, notes } = parseEmbedAddress(`?loop=${value}`, '');
    expect(loop).toBeNull();
    expect(notes).toEqual([{ parameter: 'loop', value, wanted: 'seconds from 1 to 600' }]);
  },
);
