// The names of lanes: a copy that is alone on its host is down while the host is up, and its lane says whose it is.
import { describe, expect, it } from 'vitest';
import { timelineWords } from '../../../src/view/timeline/timelineWords';
import { stillWorld, twoHosts } from '../../words/stillWorld';

const view = stillWorld(twoHosts);
const words = timelineWords(view);

describe('the name of a lane', () => {
  it('is that of the copy where a host has one only, and that of the host where there is no room', () => {
    const host = { kind: 'host', host: 'host/host-b', count: 1, copy: 'process/b-cart-1' } as const;
    expect(words.lane(host)).toEqual(['cart 1 on host-b', 'host-b']);
    expect(words.lane({ kind: 'host', host: 'host/host-b', count: 6 })).toEqual(['host-b']);
  });

  it('has its place before the copy is made, as the lanes beside it have', () => {
    const isLater = (id: string) => /b-cart-1$/.test(id);
    const before = stillWorld(twoHosts.filter(({ id }) => !isLater(id)));
    const made = view.entities.filter(({ id }) => isLater(id));
    const copy = { kind: 'copy', host: 'host/host-b', copy: 'process/b-cart-1' } as const;
    expect(timelineWords(before).lane(copy)).toEqual(['b-cart 1']);
    expect(timelineWords(before, made).lane(copy)).toEqual(['cart 1 on host-b']);
  });
});

describe('the words of copies in different states', () => {
  it('say how many serve; where none does, that alone, as where all are in one state', () => {
    expect(words.serving(1, 2)[0]).toBe('1 of 2 serving');
    expect(words.serving(1, 1)[0]).toBe('1 serving');
    expect(words.serving(0, 2)).toEqual(['2 not serving', 'not serving', '0 of 2']);
  });
});
