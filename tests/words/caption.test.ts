// The one caption of a projector: never longer than the back row can read, and what happened always in it.
import { describe, expect, it } from 'vitest';
import { captionOf, LONGEST_CAPTION, servingPhrases } from '../../src/words/caption';
import { stillWorld, twoHosts } from './stillWorld';

const happened = 'The kernel of host-b panics.';
const next = 'Next: a question.';
const serving = ['host-a serves 5 of 6, host-b 6 of 6.', 'host-a serves 5 of 6.'];

describe('a caption', () => {
  it('says what happened, how the copies are and what comes next', () => {
    expect(captionOf({ happened, serving, next })).toBe(`${happened} ${serving[0]} ${next}`);
  });

  it('says it shorter where it is too long, the figures first', () => {
    const later = 'Next: the hypervisor of host-a crashes.';
    const long = `${happened} ${serving[0]} ${later}`;
    expect(long.length).toBeGreaterThan(LONGEST_CAPTION);
    const short = 'Next: the hypervisor of host-a halts.';
    expect(captionOf({ happened, serving, next: short })).toBe(`${happened} ${serving[1]} ${short}`);
    const longer = 'The kernel of the first guest of host-b panics.';
    expect(captionOf({ happened: longer, serving, next: later })).toBe(`${longer} ${later}`);
    const longest = 'The kernel of the first guest of the second host of this whole room panics by itself.';
    expect(captionOf({ happened: longest, serving, next: later })).toBe(longest);
  });

  it('is cut where one sentence alone is too long, and may have nothing to say', () => {
    const text = captionOf({ happened: 'x'.repeat(200), serving: [], next });
    expect(text).toHaveLength(LONGEST_CAPTION);
    expect(text.endsWith('…')).toBe(true);
    expect(captionOf({ happened: '', serving: [], next: '' })).toBe('');
  });

  it('counts the copies of each host that has any', () => {
    expect(servingPhrases(stillWorld(twoHosts))).toEqual(['host-a serves 2 of 2, host-b 2 of 2.']);
    const [down, ...rest] = twoHosts.toReversed();
    const lacking = stillWorld([...rest.toReversed(), { ...down!, state: 'exited', tags: [] }]);
    expect(servingPhrases(lacking)).toEqual([
      'host-a serves 2 of 2, host-b 1 of 2.',
      'host-b serves 1 of 2.',
    ]);
  });

  it('adds up the copies of many hosts where their names find no room', () => {
    const third = [
      { id: 'host/host-c' },
      { id: 'kernel/host-c', on: 'host/host-c' },
      { id: 'process/c-buy-1', on: 'kernel/host-c', context: { service: 'buy' } },
    ];
    expect(servingPhrases(stillWorld([...twoHosts, ...third])).at(-1)).toMatch(/^\d of 5 copies serves?\.$/);
  });
});
