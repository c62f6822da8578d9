// Addresses are hostile until they are parsed, and public: what was once right stays right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_LINK } from '../../src/link/situations';
import { formatAddress, noOptions, parseAddress } from '../../src/link';

const lesson = (options: Partial<typeof noOptions> = {}) => ({
  page: 'lesson' as const,
  slug: 'one-kernel-falls',
  options: { ...noOptions, ...options },
});

describe('parseAddress', () => {
  it.each(['', '#', '#/', '/'])('takes %j for the first page', (hash) => {
    expect(parseAddress(hash)).toEqual({ address: { page: 'start', s: null }, notes: [] });
  });

  it.each([
    ['#/units', { page: 'units' }],
    ['#/units/', { page: 'units' }],
    ['#/glossary', { page: 'glossary', term: null }],
    ['#/glossary/blast-radius', { page: 'glossary', term: 'blast-radius' }],
    ['#/how-true', { page: 'how-true', room: null }],
    ['#/how-true/kernel', { page: 'how-true', room: 'kernel' }],
  ])('reads %s', (hash, address) => {
    expect(parseAddress(hash)).toEqual({ address, notes: [] });
  });

  it('reads a lesson and all its parameters', () => {
    const hash =
      '#/lesson/one-kernel-falls?seed=42&theme=dark&speed=0.1&step=2&moment=first-fall&autoplay=1&controls=0&hide=words,timeline';
    expect(parseAddress(hash)).toEqual({
      address: lesson({
        seed: 42,
        theme: 'dark',
        speed: 0.1,
        step: '2',
        moment: 'first-fall',
        autoplay: true,
        controls: false,
        hide: ['words', 'timeline'],
      }),
      notes: [],
    });
  });

  it.each([
    ['seed', '-1'],
    ['seed', '99999999999'],
    ['theme', 'beige'],
    ['speed', '0.01'],
    ['speed', '1000'],
    ['speed', '1e2'],
    ['step', '../2'],
    ['moment', '<b>'],
    ['autoplay', 'yes'],
    ['hide', 'a,,b'],
  ])('puts the default for %s=%s and notes it', (parameter, value) => {
    const { address, notes } = parseAddress(
      `#/lesson/one-kernel-falls?${parameter}=${encodeURIComponent(value)}`,
    );
    expect(address).toEqual(lesson());
    expect(notes).toEqual([{ parameter, value, wanted: expect.any(String) as string }]);
  });

  it('notes a parameter that nobody knows', () => {
    const { notes } = parseAddress('#/lesson/one-kernel-falls?clicks=3');
    expect(notes).toEqual([{ parameter: 'clicks', value: '3', wanted: null }]);
  });

  it.each([
    '#/lesson/',
    '#/lesson/Über',
    '#/lessons/x',
    '#/units/three',
    '#/glossary/Blast',
    '#/glossary/a/b',
    '#/how_true',
    '#/start',
    `#/glossary/${'a'.repeat(9_000)}`,
    '#/lesson/a/b',
    '#one',
    `#/lesson/${'a'.repeat(9_000)}`,
  ])('does not know %.30s', (hash) => {
    expect(parseAddress(hash).address.page).toBe('unknown');
  });

  it('hands on a situation as it stands there, on the first page and in a lesson', () => {
    expect(parseAddress('#/?s=1.2.3').address).toEqual({ page: 'start', s: '1.2.3' });
    expect(parseAddress('#/lesson/one-kernel-falls?s=1.2.3').address).toEqual(lesson({ s: '1.2.3' }));
  });

  it('cuts an endless situation, which is then too long to be one', () => {
    const { address } = parseAddress(`#/lesson/one-kernel-falls?s=${'A'.repeat(1_000_000)}`);
    const { s } = (address as { options: { s: string } }).options;
    expect(s.length).toBeLessThan(50_000);
    expect(s.length).toBeGreaterThan(MOST_LINK);
  });

  it('never throws, whatever stands in the address bar', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseAddress(`#/lesson/x?${text}`)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseAddress(text)));
  });
});

describe('formatAddress', () => {
  it('leaves out what is as it would be anyway', () => {
    expect(formatAddress({ page: 'start', s: null })).toBe('#/');
    expect(formatAddress({ page: 'units' })).toBe('#/units');
    expect(formatAddress({ page: 'glossary', term: null })).toBe('#/glossary');
    expect(formatAddress({ page: 'glossary', term: 'guest-os' })).toBe('#/glossary/guest-os');
    expect(formatAddress({ page: 'how-true', room: null })).toBe('#/how-true');
    expect(formatAddress({ page: 'how-true', room: 'vm' })).toBe('#/how-true/vm');
    expect(formatAddress(lesson())).toBe('#/lesson/one-kernel-falls');
    expect(formatAddress(lesson({ step: '2', controls: false, hide: ['a', 'b'] }))).toBe(
      '#/lesson/one-kernel-falls?step=2&controls=0&hide=a,b',
    );
  });

  it('is read back as it was written', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
    const options = fc.record({
      seed: fc.option(fc.nat()),
      theme: fc.option(fc.constantFrom('light' as const, 'dark' as const, 'contrast' as const)),
      speed: fc.option(fc.constantFrom(0.1, 1, 2.5, 10, 100)),
      step: fc.option(name),
      moment: fc.option(name),
      autoplay: fc.option(fc.boolean()),
      controls: fc.boolean(),
      hide: fc.uniqueArray(name, { maxLength: 5 }),
      s: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(name, options, (slug, asked) => {
        const address = { page: 'lesson' as const, slug, options: asked };
        expect(parseAddress(formatAddress(address))).toEqual({ address, notes: [] });
      }),
    );
  });
});
