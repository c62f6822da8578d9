// The worlds of lesson 6: a registry, a host that pulls from it, and containers over what was pulled.
import type { LessonScenario } from '../../src/lesson/format';
import {
  GIBIBYTE,
  imagesText,
  MEBIBYTE,
  SECOND,
  type BoxSpec,
  type Fact,
  type PublishedImage,
  type TimedCommand,
} from '../../src/sim';

type Layer = PublishedImage['layers'][number];
type Spec = NonNullable<BoxSpec['spec']>;

const file = (path: string, bytes: number) => ({ path, bytes, content: path });

/** Debian as `docker images` listed it in 2019: alpinelinux/docker-alpine, README. */
const DEBIAN = 114_000_000;
const base: Layer = { files: [file('/usr', DEBIAN)] };
/** What is a shop's own in an image of so many MiB in all; 20 of them are its catalogue. */
const app = (name: string, mebibytes: number): Layer => ({
  files: [file(`/app/${name}`, (mebibytes - 20) * MEBIBYTE - DEBIAN), file('/app/catalogue', 20 * MEBIBYTE)],
});
const search: PublishedImage = { reference: 'shop/search:1', layers: [base, app('search', 200)] };
const three = [
  search,
  { reference: 'shop/cart:1', layers: [base, app('cart', 170)] },
  { reference: 'shop/buy:1', layers: [base, app('buy', 150)] },
];
/** One layer adds a file, the next one deletes it. */
const large = '/opt/toolchain';
const withTools: PublishedImage = {
  reference: 'shop/tools:1',
  layers: [base, { files: [file(large, 500 * MEBIBYTE)] }, { files: [], hides: [large] }],
};

/** 40 Mbit/s: time enough to do something while an image comes. */
const SLOW_LINE = { bytesPerSecond: 5_000_000 };

const registry = (images: readonly PublishedImage[], spec: Spec = {}): BoxSpec => ({
  kind: 'registry',
  name: 'hub',
  spec: { images: imagesText(images), ...spec },
});

function image(name: string, spec: Spec = {}): BoxSpec {
  const own = { service: name, memoryBytes: 256 * MEBIBYTE, startMs: 1_000, writeBytes: 16 * MEBIBYTE };
  const from = { reference: `shop/${name}:1`, registry: 'registry/hub' };
  return { kind: 'image', name, spec: { ...own, ...from, ...spec } };
}

/** A container of search that runs when the world begins. */
const running = (number: number): BoxSpec => ({
  kind: 'container',
  name: `search-${number}`,
  spec: { image: 'image/search' },
  holds: [
    {
      kind: 'process',
      name: `search-${number}`,
      spec: { service: 'search', memoryBytes: 256 * MEBIBYTE, startMs: 1_000 },
    },
  ],
});

/** host-b with Docker, its line to the registry (100 Mbit/s, if not said), and its disk. */
function hostB(
  onDisk: readonly BoxSpec[],
  containers: readonly BoxSpec[] = [],
  memoryBytes = GIBIBYTE,
  networkBytesPerSecond = 12_500_000,
): readonly BoxSpec[] {
  const kernel: BoxSpec = {
    kind: 'kernel',
    name: 'host-b',
    holds: [{ kind: 'runtime', name: 'docker' }, ...containers],
  };
  return [
    {
      kind: 'host',
      name: 'host-b',
      spec: { memoryBytes, networkBytesPerSecond },
      holds: [kernel],
    },
    {
      kind: 'disk',
      name: 'images',
      spec: { host: 'host/host-b', capacityBytes: 12 * GIBIBYTE },
      holds: onDisk,
    },
  ];
}

/** Ten disks of VMs with a small server OS each: an image for VMs takes about 0.3 to 2 GB, of which 1 GiB here. */
const vmDisks: BoxSpec = {
  kind: 'disk',
  name: 'ten-vms',
  spec: { capacityBytes: 12 * GIBIBYTE },
  holds: Array.from({ length: 10 }, (_, index) => ({
    kind: 'vdisk',
    name: `vm-${index + 1}`,
    spec: { use: 'base', virtualBytes: 4 * GIBIBYTE, dataBytes: GIBIBYTE },
  })),
};

const webServer = (number: number): BoxSpec => ({
  kind: 'container',
  name: `web-${number}`,
  holds: [{ kind: 'process', name: `web-${number}`, spec: { memoryBytes: 384 * MEBIBYTE } }],
});

const give = (seconds: number, name: string, target: string, args?: Spec): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target, ...(args && { args }) },
});
const first = (name: string) => (fact: Fact) => fact.name === name;

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 6,
  worlds: {
    'three-web-servers': {
      boxes: [
        {
          kind: 'host',
          name: 'host-b',
          spec: { memoryBytes: 2 * GIBIBYTE },
          holds: [
            {
              kind: 'kernel',
              name: 'host-b',
              holds: [{ kind: 'runtime', name: 'docker' }, webServer(1), webServer(2), webServer(3)],
            },
          ],
        },
      ],
    },
    'three-images': { boxes: [...hostB([image('search'), image('cart'), image('buy')]), registry(three)] },
    'one-image': {
      boxes: [...hostB([image('search', { pulled: true })], [], 4 * GIBIBYTE), vmDisks, registry(three)],
    },
    'with-a-volume': {
      boxes: [
        ...hostB(
          [image('search', { pulled: true }), { kind: 'volume', name: 'orders' }],
          [running(1), running(2)],
        ),
        registry(three),
      ],
    },
    'slow-line': { boxes: [...hostB([image('search')]), registry(three, SLOW_LINE)] },
    'after-an-update': {
      boxes: [
        ...hostB(
          [
            image('search', { pulled: true }),
            image('cart', { pulled: true }),
            { kind: 'volume', name: 'orders' },
          ],
          [running(1), running(2)],
        ),
        registry([...three, { reference: 'shop/search:2', layers: [base, app('search', 210)] }]),
      ],
      faults: [
        give(1, 'move-tag', 'registry/hub', { tag: 'shop/search:1', version: 'shop/search:2' }),
        give(1, 'pull-image', 'image/search'),
      ],
    },
    'added-and-deleted': {
      // At 1 Gbit/s nobody has to wait for a minute.
      boxes: [...hostB([image('tools')], [], GIBIBYTE, 125_000_000), registry([withTools])],
      faults: [give(1, 'pull-image', 'image/tools')],
    },
  },
  commands: [
    'pull-image',
    'run-container',
    'write-file',
    'look-for-file',
    'replace-container',
    'remove-container',
    'remove-image',
    'prune-images',
    'stop-registry',
    'start-registry',
  ],
  moments: [
    {
      id: 'copied-up',
      sentence: 'The file is copied up before it is changed',
      when: ({ name, data }) => name === 'container.wrote' && Number(data?.['copiedUpBytes']) > 0,
    },
    { id: 'pull-cut', sentence: 'The pull is cut', when: first('image.retrying') },
    {
      id: 'first-prune',
      sentence: 'You delete what nobody needs',
      when: first('runtime.pruned'),
    },
    {
      id: 'second-prune',
      sentence: 'Both are replaced, and you delete once more',
      when: ({ seq, name }, facts) =>
        name === 'runtime.pruned' && facts.slice(0, seq).some(first('runtime.pruned')),
    },
  ],
};
