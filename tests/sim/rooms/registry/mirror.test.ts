// A mirror between hosts and a registry: asked first, filled by what passes, late where its origin is silent, passed by where
// it is silent itself.
import { describe, expect, it } from 'vitest';
import { createRun, MEBIBYTE, SECOND, type BoxSpec, type Command, type Run } from '../../../../src/sim';
import { hub, image, imageHost } from '../../../fixtures/images';

const MB = MEBIBYTE;
const HUB = 'registry/hub';
const MIRROR = 'registry/mirror';
const mirror: BoxSpec = { kind: 'registry', name: 'mirror', spec: { mirrorOf: HUB } };
/** Half as fast as the network of the hosts. */
const far = hub({ bytesPerSecond: 5 * MB });

/** Another host with Docker, and an image on its disk. */
const second = (held: BoxSpec): readonly BoxSpec[] => [
  {
    kind: 'host',
    name: 'host-c',
    spec: { networkBytesPerSecond: 10 * MB },
    holds: [{ kind: 'kernel', name: 'host-c', holds: [{ kind: 'runtime', name: 'docker-c' }] }],
  },
  { kind: 'disk', name: 'c', spec: { host: 'host/host-c' }, holds: [held] },
];

const mirrored = { mirror: MIRROR };
const first = image('search', mirrored);
const other = { ...image('search', mirrored), name: 'search-c' };

function world(boxes: readonly BoxSpec[] = [...imageHost([first]), ...second(other), mirror, far]): Run {
  return createRun({ id: 'mirror', seed: 1, world: { boxes } });
}

function give(run: Run, name: string, target: string, args?: Command['args']): string {
  const outcome = run.do({ name, target, ...(args && { args }) });
  return outcome.done ? 'done' : outcome.refusal.code;
}
const wait = (run: Run, seconds: number) => run.seek(run.head + seconds * SECOND);
const field = (run: Run, id: string, name: string) => run.view().get(id)!.context[name];
const told = (run: Run, name: string) => run.facts.slice(0).filter((fact) => fact.name === name);
const pull = (run: Run, id: string, seconds = 60) => {
  expect(give(run, 'pull-image', id)).toBe('done');
  wait(run, seconds);
  return field(run, id, 'digest');
};
const moved = { tag: 'shop/search:1', version: 'shop/cart:1' };

describe('a mirror', () => {
  it('is asked first, and what passes through it comes over the long line once', () => {
    const run = world();
    const digest = pull(run, 'image/search');
    expect(told(run, 'image.pulling').map(({ data }) => data?.['from'])).toEqual([MIRROR]);
    expect(field(run, MIRROR, 'fetchedBytes')).toBe(190 * MB);
    expect(pull(run, 'image/search-c')).toBe(digest);
    expect(field(run, MIRROR, 'fetchedBytes')).toBe(190 * MB);
  });

  it('sends what it has kept as fast as the network, and what it has not as fast as the long line', () => {
    const lasts = (run: Run, id: string) => {
      const times = run.facts.slice(0).filter(({ about }) => about === id);
      const [start, end] = ['image.pulling', 'image.pulled'].map((name) =>
        times.findLast((fact) => fact.name === name),
      );
      return (end!.at - start!.at) / SECOND;
    };
    const run = world();
    pull(run, 'image/search');
    pull(run, 'image/search-c');
    expect(lasts(run, 'image/search')).toBe(38);
    expect(lasts(run, 'image/search-c')).toBe(19);
  });

  it('says what its origin says of a tag, as long as that answers', () => {
    const run = world();
    const old = pull(run, 'image/search');
    give(run, 'move-tag', HUB, moved);
    expect(pull(run, 'image/search-c')).not.toBe(old);
  });

  it('says what it was told last where its origin is silent, and the new when that is back', () => {
    const run = world();
    const old = pull(run, 'image/search');
    give(run, 'move-tag', HUB, moved);
    give(run, 'stop-registry', HUB);
    expect(pull(run, 'image/search-c')).toBe(old);
    give(run, 'start-registry', HUB);
    expect(pull(run, 'image/search-c')).not.toBe(old);
  });

  it('cannot say of what nobody asked it for before', () => {
    const run = world();
    give(run, 'stop-registry', HUB);
    expect(pull(run, 'image/search')).toBe('');
    expect(field(run, 'image/search', 'error')).toBe('dial tcp: connect: connection refused');
    give(run, 'start-registry', HUB);
    expect(pull(run, 'image/search')).not.toBe('');
  });

  it('cannot give another content under a digest, however late it is', () => {
    const digest = String(pull(world(), 'image/search'));
    const pinned = {
      ...image('search', { ...mirrored, reference: `shop/search@${digest}` }),
      name: 'pinned',
    };
    const run = world([...imageHost([first]), ...second(pinned), mirror, far]);
    pull(run, 'image/search');
    give(run, 'move-tag', HUB, moved);
    give(run, 'stop-registry', HUB);
    expect(pull(run, 'image/pinned')).toBe(digest);
  });
});

describe('a daemon with a mirror', () => {
  it('asks the registry itself where the mirror does not answer', () => {
    const run = world();
    give(run, 'stop-registry', MIRROR);
    expect(pull(run, 'image/search')).not.toBe('');
    expect(told(run, 'image.pulling').at(-1)?.data?.['from']).toBe(HUB);
    expect(field(run, MIRROR, 'fetchedBytes')).toBe(0);
  });

  it('goes on to the registry when the mirror stops in the middle and stays away', () => {
    const run = world();
    give(run, 'pull-image', 'image/search');
    wait(run, 25);
    give(run, 'stop-registry', MIRROR);
    wait(run, 100);
    expect(told(run, 'image.retrying')).toHaveLength(4);
    expect(told(run, 'image.pulling').map(({ data }) => data?.['from'])).toEqual([MIRROR, HUB]);
    expect(field(run, 'image/search', 'digest')).not.toBe('');
    expect(field(run, 'image/search', 'pulledBytes')).toBe(190 * MB);
  });

  it('waits when the origin stops in the middle, and goes on with what is missing', () => {
    const run = world();
    give(run, 'pull-image', 'image/search');
    wait(run, 25);
    give(run, 'stop-registry', HUB);
    wait(run, 1);
    expect(run.view().get('image/search')!.state).toBe('retrying');
    give(run, 'start-registry', HUB);
    wait(run, 60);
    expect(field(run, 'image/search', 'digest')).not.toBe('');
    expect([field(run, 'image/search', 'pulledBytes'), field(run, MIRROR, 'fetchedBytes')]).toEqual([
      190 * MB,
      190 * MB,
    ]);
  });

  it('is not cut by an origin that stops while the mirror sends what it has kept', () => {
    const run = world();
    pull(run, 'image/search');
    give(run, 'pull-image', 'image/search-c');
    wait(run, 5);
    give(run, 'stop-registry', HUB);
    wait(run, 30);
    expect(told(run, 'image.retrying')).toEqual([]);
    expect(field(run, 'image/search-c', 'digest')).not.toBe('');
  });

  it('waits for a layer that a silent origin has and the mirror has not', () => {
    const [early, late] = [image('buy', mirrored), { ...image('search', mirrored), name: 'search-c' }];
    const run = world([...imageHost([early]), ...second(late), mirror, far]);
    pull(run, 'image/buy');
    give(run, 'pull-image', 'image/search-c');
    wait(run, 0.1);
    give(run, 'stop-registry', HUB);
    wait(run, 12);
    expect(run.view().get('image/search-c')!.state).toBe('retrying');
    give(run, 'start-registry', HUB);
    wait(run, 60);
    expect(field(run, 'image/search-c', 'digest')).not.toBe('');
    expect(field(run, 'image/search-c', 'pulledBytes')).toBe(190 * MB);
  });
});
