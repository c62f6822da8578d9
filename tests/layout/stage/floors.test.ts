// Layers as floors: an area is its bytes, also where a layer lies over different others.
import { expect, it } from 'vitest';
import { floorsOf } from '../../../src/layout/stage/layers';
import type { Entity, WorldView } from '../../../src/sim';
import { stillView } from '../../fixtures/stillView';

const MIB = 2 ** 20;

type Part = Pick<Entity, 'id' | 'kind' | 'context'> & { readonly mebibytes: number };

function boxOf({ id, kind, context, mebibytes }: Part): Entity {
  const bytes = mebibytes * MIB;
  return {
    id,
    kind,
    name: id,
    state: 'stored',
    tags: [],
    since: 0,
    due: null,
    lastTransition: null,
    isAsMade: true,
    standsOn: 'disk/one',
    holds: [],
    needs: [],
    context,
    cpu: { wanted: 0, granted: 0, stolen: 0 },
    memory: { own: bytes, size: null, charged: bytes },
  };
}

const layer = (digest: string, mebibytes: number): Part => ({
  id: `layer/${digest}`,
  kind: 'layer',
  context: { use: 'layer', digest },
  mebibytes,
});

const image = (name: string, layers: string): Part => ({
  id: `image/${name}`,
  kind: 'image',
  context: { layers },
  mebibytes: 0,
});

/** A world of one disk with these layers and images. */
function diskWith(parts: readonly Part[]): WorldView {
  const held = parts.map(boxOf);
  const disk = {
    ...boxOf({ id: 'disk/one', kind: 'disk', context: {}, mebibytes: 0 }),
    holds: held.map(({ id }) => id),
  };
  return stillView([disk, ...held]);
}

/** Area of each layer, summed over its floors, for each of its bytes. */
function areaPerByte(view: WorldView): Map<string, number> {
  const [{ floors } = { floors: [] }] = floorsOf(view);
  const areas = new Map<string, number>();
  for (const { id, width, height, bytes } of floors)
    areas.set(id, (areas.get(id) ?? 0) + (width * height) / bytes);
  return areas;
}

it('a disk on which images of machines are built has no floors', () => {
  const builder: Part = {
    id: 'builder/vm-images',
    kind: 'builder',
    context: { disk: 'disk/one', makes: 'vm-image', made: '[]' },
    mebibytes: 0,
  };
  const parts = [layer('whole-disk', 700), image('search-vm', 'whole-disk')];
  expect(floorsOf(diskWith(parts))).toHaveLength(1);
  expect(floorsOf(diskWith([...parts, builder]))).toEqual([]);
});

/** A layer over two different ones. */
const overTwo = [
  layer('one', 100),
  layer('two', 100),
  layer('program', 60),
  image('before', 'one program'),
  image('after', 'two program'),
];

it('a layer that lies over two different ones has the area of its bytes, once, and both look through it', () => {
  const view = diskWith(overTwo);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(floors.filter(({ id }) => id === 'layer/program').map(({ users }) => users)).toEqual([2, 2]);
  const [first, ...others] = areaPerByte(view).values();
  expect(others).toHaveLength(2);
  for (const other of others) expect(other).toBeCloseTo(first!, 12);
});

it('a layer under two others is one floor, as wide as both', () => {
  const view = diskWith([
    layer('base', 100),
    layer('one', 40),
    layer('two', 80),
    image('first', 'base one'),
    image('second', 'base two'),
  ]);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(floors.filter(({ id }) => id === 'layer/base')).toMatchObject([{ left: 0, width: 1, users: 2 }]);
  const [first, ...others] = areaPerByte(view).values();
  for (const other of others) expect(other).toBeCloseTo(first!, 12);
});

it('a layer that nobody needs says so, and has the area of its bytes all the same', () => {
  const view = diskWith([layer('base', 100), layer('old', 40), layer('new', 80), image('now', 'base new')]);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(floors.map(({ id, users }) => [id, users]).sort()).toEqual([
    ['layer/base', 1],
    ['layer/new', 1],
    ['layer/old', 0],
  ]);
  const [first, ...others] = areaPerByte(view).values();
  for (const other of others) expect(other).toBeCloseTo(first!, 12);
});

it('of what was built, what is in the cache is needed by that, and the rest by nobody', () => {
  const images = JSON.stringify({ before: { layers: ['base', 'old'] } });
  const builder: Part = {
    id: 'builder/docker',
    kind: 'builder',
    context: { disk: 'disk/one', makes: 'image', made: '[]', cache: '{}', images, keeps: 'base kept' },
    mebibytes: 0,
  };
  const view = diskWith([layer('base', 100), layer('old', 40), layer('kept', 80), builder]);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(floors.map(({ id, users }) => [id, users]).sort()).toEqual([
    ['layer/base', 1],
    ['layer/kept', 1],
    ['layer/old', 0],
  ]);
});

it('counts who needs a layer: each container, its image under whatever names, and a builder once', () => {
  const writable = (container: string): Part => ({
    ...layer(`of-${container}`, 1),
    context: { use: 'writable', digest: '', of: `container/${container}`, over: 'base one' },
  });
  const builder: Part = {
    id: 'builder/docker',
    kind: 'builder',
    context: {
      disk: 'disk/one',
      makes: 'image',
      made: '[]',
      cache: '{}',
      images: JSON.stringify({ one: { layers: ['base', 'one'] } }),
      keeps: 'base one old',
    },
    mebibytes: 0,
  };
  const view = diskWith([
    layer('base', 100),
    layer('one', 40),
    layer('old', 20),
    layer('gone', 10),
    writable('first'),
    writable('second'),
    image('one', 'base one'),
    image('latest', 'base one'),
    image('other', 'base'),
    builder,
  ]);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(Object.fromEntries(floors.map(({ id, users }) => [id, users]))).toEqual({
    'layer/base': 5,
    'layer/one': 4,
    'layer/old': 1,
    'layer/gone': 0,
    'layer/of-first': 1,
    'layer/of-second': 1,
  });
});

const writtenBy = (container: string, over: string): Part => ({
  ...layer(`of-${container}`, 0),
  context: { use: 'writable', digest: '', of: `container/${container}`, over },
});

it('equal layers of two images have the same shape, however many containers run from one of them', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'];
  const view = diskWith([
    layer('old-base', 100),
    layer('old', 40),
    layer('new-base', 100),
    layer('new', 40),
    image('before', 'old-base old'),
    image('after', 'new-base new'),
    ...six.map((name) => writtenBy(name, 'new-base new')),
  ]);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  const shapeOf = (id: string) => {
    const { width, height } = floors.find((floor) => floor.id === `layer/${id}`)!;
    return { width: width.toFixed(9), height: height.toFixed(9) };
  };
  expect(shapeOf('new-base')).toEqual(shapeOf('old-base'));
  expect(shapeOf('new')).toEqual(shapeOf('old'));
  expect(floors.filter(({ use }) => use === 'writable').map(({ width }) => width)).toEqual(
    six.map((): unknown => expect.closeTo(1 / 12, 9)),
  );
});

it('an image that others begin with is seen under them, and has no width beside theirs', () => {
  const view = diskWith([
    layer('base', 100),
    layer('program', 60),
    image('debian', 'base'),
    image('search', 'base program'),
  ]);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(floors).toMatchObject([
    { id: 'layer/base', left: 0, width: 1, users: 2 },
    { id: 'layer/program', left: 0, width: 1, users: 1 },
  ]);
});

it('tells what containers and images have from what the cache alone has, or nobody', () => {
  const builder: Part = {
    id: 'builder/docker',
    kind: 'builder',
    context: { disk: 'disk/one', makes: 'image', made: '[]', cache: '{}', images: '{}', keeps: 'base kept' },
    mebibytes: 0,
  };
  const view = diskWith([
    layer('base', 100),
    layer('kept', 80),
    layer('old', 40),
    layer('gone', 10),
    writtenBy('first', 'base old'),
    builder,
  ]);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(Object.fromEntries(floors.map(({ id, isUsed }) => [id, isUsed]))).toEqual({
    'layer/base': true,
    'layer/old': true,
    'layer/of-first': true,
    'layer/kept': false,
    'layer/gone': false,
  });
});

it('a layer with several floors is told as a whole on the first of them', () => {
  const view = diskWith(overTwo);
  const [{ floors } = { floors: [] }] = floorsOf(view);
  expect(floors.map(({ id, isAgain }) => [id, isAgain])).toEqual([
    ['layer/one', false],
    ['layer/program', false],
    ['layer/two', false],
    ['layer/program', true],
  ]);
});
