// The address of a lesson in class: what is written is read again, and nothing that is wrong gets through.
import { describe, expect, it } from 'vitest';
import { noOptions } from '../../src/link';
import { formatProjectorAddress, parseProjectorAddress } from '../../src/link/projectorAddress';

describe('the address of a projector', () => {
  it('is read as it was written', () => {
    const address = {
      lesson: 'one-kernel-falls',
      isPresenter: true,
      channel: '0123456789abcdef',
      options: { ...noOptions, theme: 'dark', step: '2', s: 'packed' },
    } as const;
    expect(formatProjectorAddress(address)).toBe(
      '#/one-kernel-falls?view=presenter&channel=0123456789abcdef&theme=dark&step=2&s=packed',
    );
    expect(parseProjectorAddress(formatProjectorAddress(address))).toEqual({ ...address, notes: [] });
  });

  it('may be no more than a lesson, or nothing', () => {
    expect(parseProjectorAddress('#/one-kernel-falls')).toEqual({
      lesson: 'one-kernel-falls',
      isPresenter: false,
      channel: null,
      options: noOptions,
      notes: [],
    });
    for (const hash of ['', '#', '#/', '#/Not a lesson', `#/${'a'.repeat(200)}`, '#/lesson/one-kernel-falls'])
      expect(parseProjectorAddress(hash).lesson, hash).toBeNull();
  });

  it('tells what cannot be used, and does without', () => {
    const read = parseProjectorAddress('#/a?view=all&channel=../x&speed=fast');
    expect(read).toMatchObject({ isPresenter: false, channel: null, options: noOptions });
    expect(read.notes.map(({ parameter }) => parameter)).toEqual(['view', 'channel', 'speed']);
  });
});
