// Figures as people read them.
import { describe, expect, it } from 'vitest';
import { format } from '../../src/i18n';

const GiB = 1024 ** 3;

describe('format', () => {
  it.each([
    [0, '0:00.0'],
    [37_290_000, '0:37.2'],
    [59_999_999, '0:59.9'],
    [61_000_000, '1:01.0'],
    [3_723_400_000, '1:02:03.4'],
  ])('clock of %i microseconds', (micros, text) => expect(format.clock(micros)).toBe(text));

  it.each([
    [1, '0:01'],
    [34_000_000, '0:34'],
    [0, '0:00'],
    [-5, '0:00'],
  ])('countdown of %i microseconds', (micros, text) => expect(format.countdown(micros)).toBe(text));

  it.each([
    [80, '0.08 ms'],
    [2_250, '2.25 ms'],
    [100_000, '100 ms'],
    [108_890, '109 ms'],
    [999_700, '1 s'],
    [1_500_000, '1.5 s'],
    [60_000_000, '1 min'],
    [200_000_000, '3 min 20 s'],
  ])('duration of %i microseconds', (micros, text) => expect(format.duration(micros)).toBe(text));

  it('writes memory to a tenth, and to a hundredth', () => {
    expect(format.memory(1.5 * GiB)).toBe('1.5 GiB');
    expect(format.quantity(1.25 * GiB)).toBe('1.25 GiB');
    expect(format.memory(768 * 1024 ** 2)).toBe('768 MiB');
    expect(format.quantity(512)).toBe('512 B');
  });

  it('writes CPU in cores', () => {
    expect(format.cores(500_000, { one: 'core', other: 'cores' })).toBe('0.5 cores');
    expect(format.cores(1_000_000, { one: 'core', other: 'cores' })).toBe('1 core');
  });

  it('counts and lists', () => {
    expect(format.counted(1, { one: 'copy', other: 'copies' })).toBe('1 copy');
    expect(format.counted(6, { one: 'copy', other: 'copies' })).toBe('6 copies');
    expect(format.list(['VM 1', 'VM 2', 'VM 3'])).toBe('VM 1, VM 2, and VM 3');
  });
});
