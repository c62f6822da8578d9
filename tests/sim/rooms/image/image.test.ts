// Images in a world: pulled, shared, written over, replaced and removed, told step by step.
import { describe, expect, it } from 'vitest';
import { createRun, MEBIBYTE, SECOND, type BoxSpec, type Command, type Run } from '../../../../src/sim';
import { hub, image, imageHost } from '../../../fixtures/images';

const volume: BoxSpec = { kind: 'volume', name: 'orders' };
const three = [image('search'), image('cart'), image('buy')];

function world(boxes: readonly BoxSpec[] = imageHost([...three, volume]), registry = hub()): Run {
  return createRun({ id: 'images', seed: 1, world: { boxes: [...boxes, registry] } });
}

function give(run: Run, name: string, target: string, args?: Command['args']): string {
  const outcome = run.do({ name, target, ...(args && { args }) });
  return outcome.done ? 'done' : outcome.refusal.code;
}

const wait = (run: Run, seconds: number) => run.seek(run.head + seconds * SECOND);
const used = (run: Run) => run.view().get('disk/ssd')!.memory.charged / MEBIBYTE;
const told = (run: Run, name: string) => run.facts.slice(0).filter((fact) => fact.name === name);
const state = (run: Run, id: string) => run.view().get(id)!.state;
const field = (run: Run, id: string, name: string) => run.view().get(id)!.context[name];
const readFromDisk = (run: Run) =>
  told(run, 'layer.read').reduce((sum, { data }) => sum + Number(data?.['bytes']), 0) / MEBIBYTE;
const looked = (run: Run, container: string, path: string) => {
  give(run, 'look-for-file', container, { path });
  return told(run, 'container.looked-for').at(-1)!.data!;
};

/** A world in which search is pulled, and so many containers of it run. */
function running(copies: number): Run {
  const run = world(imageHost([image('search', { pulled: true }), image('cart'), volume]));
  give(run, 'run-container', 'image/search', { copies });
  wait(run, 2);
  return run;
}

describe('a pull', () => {
  it('fetches only what is not there, and stores each layer once', () => {
    const run = world();
    for (const name of ['search', 'cart', 'buy']) {
      expect(give(run, 'pull-image', `image/${name}`)).toBe('done');
      wait(run, 30);
      expect(state(run, `image/${name}`)).toBe('present');
    }
    expect(told(run, 'image.pulling').map(({ data }) => [data?.['layers'], data?.['missing']])).toEqual([
      [3, 3],
      [3, 1],
      [2, 1],
    ]);
    expect(used(run)).toBe(100 + 60 + 30 + 20 + 40);
    expect(field(run, 'image/cart', 'pulledBytes')).toBe(20 * MEBIBYTE);
  });

  it('takes as long as its bytes at the speed of the network', () => {
    const run = world();
    give(run, 'pull-image', 'image/search');
    wait(run, 19);
    expect(state(run, 'image/search')).toBe('fetching');
    wait(run, 0.06);
    expect(state(run, 'image/search')).toBe('present');
  });

  it('fetches a layer once that two want at the same time', () => {
    const run = world();
    for (const name of ['search', 'cart']) give(run, 'pull-image', `image/${name}`);
    wait(run, 60);
    const bytes = ['search', 'cart'].map((name) => Number(field(run, `image/${name}`, 'pulledBytes')));
    expect((bytes[0]! + bytes[1]!) / MEBIBYTE).toBe(100 + 60 + 30 + 20);
  });

  it('goes on where it was cut, when the registry answers again', () => {
    const run = world();
    give(run, 'pull-image', 'image/search');
    wait(run, 5.05);
    give(run, 'stop-registry', 'registry/hub');
    wait(run, 1);
    expect([state(run, 'image/search'), used(run)]).toEqual(['retrying', 0]);
    give(run, 'start-registry', 'registry/hub');
    wait(run, 9);
    expect(used(run)).toBe(100);
    wait(run, 10);
    expect(state(run, 'image/search')).toBe('present');
  });

  it('gives up after five attempts, and leaves what was there before', () => {
    const run = world();
    give(run, 'pull-image', 'image/search');
    wait(run, 12);
    give(run, 'stop-registry', 'registry/hub');
    wait(run, 60);
    expect(told(run, 'image.retrying').map(({ data }) => data?.['retryMs'])).toEqual([
      5_000, 10_000, 15_000, 20_000,
    ]);
    expect([state(run, 'image/search'), field(run, 'image/search', 'digest')]).toEqual(['remote', '']);
    expect(used(run)).toBe(100);
    expect(give(run, 'prune-images', 'runtime/docker')).toBe('done');
    expect(used(run)).toBe(0);
  });

  it('throws a layer away that does not match its digest', () => {
    const run = world(imageHost(three), hub({ spoils: 'shop/search:1' }));
    give(run, 'pull-image', 'image/search');
    wait(run, 60);
    expect(state(run, 'image/search')).toBe('remote');
    expect(field(run, 'image/search', 'error')).toMatch(
      /^filesystem layer verification failed for digest sha256:/,
    );
    expect(used(run)).toBe(160);
  });

  it('fails where the disk has no room, the registry does not answer, or has no such image', () => {
    const run = world(
      imageHost([image('search'), image('cart', { reference: 'shop/cart:9' })], [], {
        capacityBytes: 120 * MEBIBYTE,
      }),
    );
    give(run, 'pull-image', 'image/search');
    give(run, 'pull-image', 'image/cart');
    wait(run, 60);
    give(run, 'stop-registry', 'registry/hub');
    expect(field(run, 'image/search', 'error')).toBe('no space left on device');
    expect(field(run, 'image/cart', 'error')).toBe('manifest unknown');
    give(run, 'pull-image', 'image/cart');
    wait(run, 1);
    expect(field(run, 'image/cart', 'error')).toBe('dial tcp: connect: connection refused');
  });
});

describe('containers of one image', () => {
  it('take no more of the disk than the image, and are read from it once', () => {
    const run = running(10);
    expect(
      run
        .view()
        .ofKind('process')
        .filter(({ tags }) => tags.includes('serving')),
    ).toHaveLength(10);
    expect(used(run)).toBe(190);
    expect(readFromDisk(run)).toBe(190);
  });

  it('read again after the kernel was booted', () => {
    const run = running(1);
    give(run, 'panic-kernel', 'kernel/host-b');
    give(run, 'pull-plug', 'host/host-b');
    give(run, 'power-on', 'host/host-b');
    wait(run, 600);
    give(run, 'start-runtime', 'runtime/docker');
    wait(run, 10);
    give(run, 'start-container', 'container/search-1');
    wait(run, 2);
    expect(readFromDisk(run)).toBe(2 * 190);
  });

  it('copy a file up when they write it: one alone sees the change', () => {
    const run = running(3);
    expect(give(run, 'write-file', 'container/search-2', { path: '/app/catalogue' })).toBe('done');
    expect(used(run)).toBe(200);
    give(run, 'write-file', 'container/search-2', { path: '/app/catalogue' });
    expect(used(run)).toBe(200);
    expect(looked(run, 'container/search-2', '/app/catalogue')['content']).toMatch(/search-2/);
    expect(looked(run, 'container/search-1', '/app/catalogue')['content']).toBe('/app/catalogue');
  });

  it('hide what they delete, and free nothing by it', () => {
    const run = running(2);
    expect(give(run, 'delete-file', 'container/search-1', { path: '/app/catalogue' })).toBe('done');
    expect(looked(run, 'container/search-1', '/app/catalogue')['in']).toBeNull();
    expect(looked(run, 'container/search-2', '/app/catalogue')['in']).not.toBeNull();
    expect(used(run)).toBe(190);
    expect(give(run, 'delete-file', 'container/search-1', { path: '/app/catalogue' })).toBe('no-file');
  });

  it('lose what they wrote when they are replaced, and keep it when they are only stopped', () => {
    const run = running(2);
    const container = 'container/search-1';
    give(run, 'write-file', container, { path: '/data/orders' });
    give(run, 'stop-container', container);
    give(run, 'start-container', container);
    wait(run, 1);
    expect(looked(run, container, '/data/orders')['in']).toBe('layer/search-1');
    expect(give(run, 'replace-container', container)).toBe('done');
    wait(run, 1);
    expect(state(run, container)).toBe('running');
    expect(looked(run, container, '/data/orders')['in']).toBeNull();
    expect(used(run)).toBe(190);
  });

  it('keep in a volume what they write there', () => {
    const run = running(2);
    const container = 'container/search-1';
    give(run, 'replace-container', container, { volume: 'volume/orders' });
    wait(run, 1);
    give(run, 'write-file', container, { path: '/data/orders' });
    give(run, 'replace-container', container);
    wait(run, 1);
    expect(looked(run, container, '/data/orders')['in']).toBe('volume/orders');
    expect(used(run)).toBe(190 + 16);
  });

  it('do not write where the disk has no room', () => {
    const boxes = imageHost([image('search', { pulled: true })], [], { capacityBytes: 195 * MEBIBYTE });
    const run = world(boxes);
    give(run, 'run-container', 'image/search');
    wait(run, 2);
    expect(give(run, 'write-file', 'container/search-1', { path: '/app/catalogue' })).toBe('disk-full');
    expect(used(run)).toBe(190);
  });

  it('are there with their writable layers when a world begins with them', () => {
    const box: BoxSpec = { kind: 'container', name: 'mine', spec: { image: 'image/search' } };
    const run = world(imageHost([image('search', { pulled: true })], [box]));
    expect(run.view().get('layer/mine')?.context['of']).toBe('container/mine');
  });
});

describe('a tag that is moved', () => {
  const moved = { tag: 'shop/search:1', version: 'shop/cart:1' };

  it('changes nothing that is on the host, until the image is pulled again', () => {
    const run = running(1);
    const before = field(run, 'image/search', 'digest');
    expect(give(run, 'move-tag', 'registry/hub', moved)).toBe('done');
    wait(run, 60);
    expect([field(run, 'image/search', 'digest'), used(run)]).toEqual([before, 190]);
    give(run, 'pull-image', 'image/search');
    wait(run, 60);
    expect(field(run, 'image/search', 'digest')).not.toBe(before);
    expect(field(run, 'layer/search-1', 'image')).toBe(before);
  });

  it('leaves what runs on the old layers; they are garbage once it is replaced', () => {
    const run = running(1);
    give(run, 'move-tag', 'registry/hub', moved);
    give(run, 'pull-image', 'image/search');
    wait(run, 60);
    give(run, 'prune-images', 'runtime/docker');
    expect(used(run)).toBe(210);
    give(run, 'replace-container', 'container/search-1');
    wait(run, 1);
    give(run, 'prune-images', 'runtime/docker');
    expect(used(run)).toBe(180);
  });

  it('is not moved to what the registry does not have', () => {
    const args = { tag: 'shop/search:1', version: 'shop/search:9' };
    expect(give(world(), 'move-tag', 'registry/hub', args)).toBe('no-manifest');
  });

  it('does not move a digest', () => {
    const run = world(imageHost([image('search', { pulled: true })]));
    const digest = String(field(run, 'image/search', 'digest'));
    const pinned = image('pinned', { reference: `shop/search@${digest}` });
    const other = world(imageHost([pinned]));
    give(other, 'move-tag', 'registry/hub', moved);
    give(other, 'pull-image', 'image/pinned');
    wait(other, 60);
    expect(field(other, 'image/pinned', 'digest')).toBe(digest);
  });
});

describe('removing', () => {
  it('an image that a container uses is refused, with the container', () => {
    const run = running(1);
    give(run, 'stop-container', 'container/search-1');
    const outcome = run.do({ name: 'remove-image', target: 'image/search' });
    expect(outcome).toMatchObject({
      refusal: { code: 'image-in-use', data: { where: 'container/search-1', reference: 'shop/search:1' } },
    });
    expect(used(run)).toBe(190);
    give(run, 'remove-container', 'container/search-1');
    expect(give(run, 'remove-image', 'image/search')).toBe('done');
    expect([state(run, 'image/search'), used(run)]).toEqual(['remote', 0]);
  });

  it('an image leaves the layers that another one has too', () => {
    const run = world(imageHost(three.map((box) => ({ ...box, spec: { ...box.spec, pulled: true } }))));
    expect(used(run)).toBe(250);
    give(run, 'remove-image', 'image/search');
    expect(used(run)).toBe(220);
    give(run, 'remove-image', 'image/cart');
    expect(used(run)).toBe(140);
    give(run, 'pull-image', 'image/cart');
    wait(run, 60);
    expect(used(run)).toBe(220);
  });

  it('makes no container of an image that is not there', () => {
    const run = world();
    expect(give(run, 'run-container', 'image/search')).toBe('no-image');
    expect(give(run, 'remove-image', 'image/search')).toBe('no-image');
    const placed = world(
      imageHost([image('search')]).concat({ kind: 'container', name: 'x', spec: { image: 'image/search' } }),
    );
    expect(give(placed, 'place-container', 'container/x', { kernel: 'kernel/host-b' })).toBe('no-image');
  });

  it('a disk that breaks takes layers, images and volumes along', () => {
    const run = running(1);
    give(run, 'break-disk', 'disk/ssd');
    expect(['image/search', 'volume/orders', 'layer/search-1'].map((id) => state(run, id))).toEqual([
      'gone',
      'gone',
      'gone',
    ]);
    expect(give(run, 'run-container', 'image/search')).toBe('disk-broken');
  });
});
