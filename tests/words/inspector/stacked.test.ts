// Layers and image files lie over each other: the inspector says so, in the words of the picture.
import { describe, expect, it } from 'vitest';
import { createRun, SECOND, type EntityId, type WorldView } from '../../../src/sim';
import { format } from '../../../src/i18n';
import { boxName } from '../../../src/words';
import {
  crumbsOf,
  headName,
  memoryRows,
  pickingRows,
  standingRows,
  waitRows,
} from '../../../src/words/inspector';
import type { Row } from '../../../src/words/inspector';
import { withDisks } from '../../fixtures/disks';
import { image, imageHost, hub } from '../../fixtures/images';
import { scenario } from '../../fixtures/worlds';

const said = (rows: readonly Row[]) =>
  rows.map(({ label, text, boxes }) => `${label}: ${[...boxes.map((box) => box.text), text].join(', ')}`);
const standing = (id: EntityId, view: WorldView) => said(standingRows(view.get(id)!, view));

const pulled = createRun(
  scenario([
    ...imageHost(
      [image('search', { pulled: true }), image('buy', { pulled: true })],
      [{ kind: 'container', name: 'buy-1', spec: { image: 'image/buy' } }],
    ),
    hub(),
  ]),
).view();
const named = (name: string) =>
  pulled
    .ofKind('layer')
    .find((layer) => new RegExp(`^${name}, layer [0-9a-f]{12}$`).test(headName(layer, pulled)))!;

describe('a container', () => {
  it('says what it is made from, and what is mounted into it', () => {
    expect(standing('container/buy-1', pulled).slice(2)).toEqual(['made from: image buy, ']);
    const mounted = createRun(
      scenario([
        ...imageHost(
          [image('search', { pulled: true }), { kind: 'volume', name: 'orders' }],
          [{ kind: 'container', name: 'search-1', spec: { image: 'image/search', volume: 'volume/orders' } }],
        ),
        hub(),
      ]),
    ).view();
    expect(standing('container/search-1', mounted).slice(2)).toEqual([
      'made from: image search, ',
      'mounted into it: volume orders, ',
    ]);
  });
});

describe('a layer', () => {
  it('has the name that it has in the picture, and its digest', () => {
    expect(headName(named('base'), pulled)).toMatch(/^base, layer [0-9a-f]{12}$/);
    expect(crumbsOf(named('base'), pulled).at(-1)!.text).toBe('base');
  });

  it('stands on what lies under it, and carries what lies over it', () => {
    expect(standing(named('base').id, pulled)[1]).toMatch(
      /^stands on it: (search, layer 2, buy|buy, search, layer 2)/,
    );
    expect(standing(named('buy').id, pulled)[0]).toBe('stands on: base, disk of host-b, ');
    expect(standing(named('search').id, pulled)).toHaveLength(1);
    expect(said(memoryRows(named('base'), pulled)).at(-1)).toMatch(/shares that with: .*buy/);
  });

  it('takes as much as the picture says, in the same figures', () => {
    const base = named('base');
    expect(said(memoryRows(base, pulled))[0]).toBe(`its own: ${format.memory(base.memory.charged)}`);
    const [disk] = pulled.ofKind('disk');
    expect(said(memoryRows(disk!, pulled))[0]).toContain(`${format.memory(disk!.memory.charged)} used`);
  });

  it('is picked up by nobody, needs nothing and waits for nothing, which is not worth a line', () => {
    for (const box of [named('base'), pulled.ofKind('disk')[0]!, pulled.ofKind('image')[0]!])
      expect([...pickingRows(box, pulled), ...waitRows(box, pulled)]).toEqual([]);
  });
});

describe('files of clones', () => {
  const run = createRun(scenario(withDisks));
  for (const at of [1, 2]) {
    run.seek(at * SECOND);
    const clone = { name: 'clone-vm', target: 'vm/vm-1', args: { kind: 'linked' } };
    expect(run.do(clone)).toMatchObject({ done: true });
  }
  run.seek(90 * SECOND);
  const view = run.view();
  const files = view.ofKind('vdisk');

  it('have names of their own', () => {
    const names = files.map((file) => boxName(file, view));
    expect(new Set(names).size).toBe(names.length);
  });

  it('lie over each other', () => {
    const base = files.find((file) => files.some(({ context }) => context['backing'] === file.id))!;
    expect(standing(base.id, view)[1]).toMatch(/^stands on it: ./);
    const over = files.find(({ context }) => context['backing'] === base.id)!;
    expect(standing(over.id, view)[0]).toContain(boxName(base, view));
  });
});
