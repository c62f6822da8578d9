// QR codes: the very modules that another program draws for the same text, and the room that each size has.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codewordsOf } from '../../../src/link/qr/codewords';
import { qrCode } from '../../../src/link/qr/qrCode';

/** An address as long as asked for, with letters beyond ASCII in it. */
const addressOf = (length: number) =>
  'https://your.site/#/lesson/one-kernel-falls?s='.padEnd(length, 'aB3-_é').slice(0, length);

describe('a QR code', () => {
  // The npm package qrcode 1.5 in byte mode at level L, which chooses the mask itself.
  it.each([
    [47, 29, '7285b443ee7a1643'],
    [300, 65, 'eccf35400f96c8e9'],
    [714, 97, 'ebb0599c830c7e14'],
  ])('of %i letters is as another program draws it', (length, side, drawn) => {
    const code = qrCode(addressOf(length))!;
    expect(code).toHaveLength(side);
    const rows = code.map((row) => row.map(Number).join('')).join('\n');
    expect(createHash('sha256').update(rows).digest('hex').slice(0, 16)).toBe(drawn);
  });

  it('takes the smallest version that has room: 17 and 18 bytes are told apart', () => {
    expect(qrCode('x'.repeat(17))).toHaveLength(21);
    expect(qrCode('x'.repeat(18))).toHaveLength(25);
  });

  it('is none for a text that no phone reads from a screen', () => {
    expect(qrCode('x'.repeat(1273))).not.toBeNull();
    expect(qrCode('x'.repeat(1274))).toBeNull();
    // Bytes count, not letters.
    expect(codewordsOf('é'.repeat(637))).toBeNull();
  });
});
