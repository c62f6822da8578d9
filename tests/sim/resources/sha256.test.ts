// The digest is SHA-256 and no other.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../src/sim/resources/sha256';

const known = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

it('gives the digests of the standard', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('agrees with another implementation for texts of all lengths and signs', () => {
  for (let length = 0; length < 200; length++)
    expect(sha256('x'.repeat(length))).toBe(known('x'.repeat(length)));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === known(text)));
});
