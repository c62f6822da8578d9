// What `npm run play` understands, and what it answers to anything else.
import { describe, expect, it } from 'vitest';
import { isNamed, readRequest, readSpan } from '../../../src/build/play/request';
import { MINUTE, MS, SECOND } from '../../../src/sim';

describe('a request', () => {
  it.each([
    [['lessons/10-a'], { lesson: 'lessons/10-a', until: null, mode: 'checks' }],
    [['10', '--digest'], { lesson: '10', until: null, mode: 'digest' }],
    [['--facts', '--until', '5m', 'a'], { lesson: 'a', until: 5 * MINUTE, mode: 'facts' }],
  ])('%j', (args, request) => {
    expect(readRequest(args)).toEqual(request);
  });

  it.each([
    [[], /Name a lesson/],
    [['a', 'b'], /"b" is a second one/],
    [['a', '--fast'], /no option --fast/],
    [['a', '--until'], /"" is not a time; write 500ms/],
    [['a', '--until', '5'], /"5" is not a time/],
  ])('%j is refused with the usage', (args, message) => {
    expect(() => readRequest(args)).toThrow(message);
    expect(() => readRequest(args)).toThrow(/Usage: npm run play -- /);
  });

  it.each([
    ['500ms', 500 * MS],
    ['90s', 90 * SECOND],
    ['1.5m', 90 * SECOND],
    ['1h', 60 * MINUTE],
  ])('reads %s', (text, micros) => {
    expect(readSpan(text)).toBe(micros);
  });

  it.each(['10', '10-falls', 'falls', 'lessons/10-falls', '/far/away/lessons/10-falls/'])(
    'names a lesson by %s',
    (name) => {
      expect(isNamed({ number: 10, slug: 'falls' }, name)).toBe(true);
      expect(isNamed({ number: 1, slug: 'rises' }, name)).toBe(false);
    },
  );
});
