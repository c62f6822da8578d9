// The machines of lesson 7: what is built from, who builds, and where it runs.
import {
  advisoriesText,
  asText,
  changesText,
  contextText,
  GIBIBYTE,
  imagesText,
  MEBIBYTE,
  packageFile,
  packagesText,
  runsText,
  type BoxSpec,
  type PublishedImage,
} from '../../src/sim';
import cart from './cart.Dockerfile';
import pinned from './pinned.Dockerfile';
import search from './search.Dockerfile';

type Spec = NonNullable<BoxSpec['spec']>;
type Layer = PublishedImage['layers'][number];

const MB = 1_000_000;
/** Debian as `docker images` listed it in 2019: alpinelinux/docker-alpine, README. */
const DEBIAN = 114 * MB;
/** What a compiler takes, the program, its source: the shop's own choice. */
const COMPILER = 60 * MB;
const PROGRAM = 12 * MB;
const SOURCE = 40_000;
const INSTALL = 'apt-get update && apt-get install -y gcc make';
/** Parts of Debian, the scenario's choice. */
const OPENSSL = 2 * MB;
const DOCS = 9 * MB;

/** The package with the hole, as it was and as it is repaired. */
export const PACKAGE = 'openssl';
const HOLED = '3.0.11';
const REPAIRED = '3.0.13';

const file = (path: string, bytes: number, content: string) => ({ path, bytes, content });

/** A Debian: its own files, and the package with the hole. */
const debian = (build: string, version: string): Layer => ({
  files: [
    file('/usr', DEBIAN - DOCS - OPENSSL, build),
    file('/usr/share/doc', DOCS, build),
    packageFile(PACKAGE, version, OPENSSL),
  ],
});
const base = debian('debian 12.4', HOLED);
const newer = debian('debian 12.5', HOLED);
const repaired = debian('debian 12.5', REPAIRED);

const compiler = () => file('/usr/bin/gcc', COMPILER, 'gcc');
const sourceOf = (name: string, version: string) => file(`/${name}.c`, SOURCE, `${name} ${version}`);
const program = (name: string) => file(`/app/${name}`, PROGRAM, name);

/** What its Dockerfile makes of a shop's program over a base, as somebody built it once: it lies in the registry. */
const builtOn = (below: Layer, name: string): PublishedImage => {
  const source = { ...sourceOf(name, '1'), path: `/app/${name}.c` };
  const added = [compiler(), source, program(name)].map((each) => ({ files: [each] }));
  const recipe = [INSTALL, `make -C /app ${name}`].map((command) => `RUN ${command}`);
  const history = ['FROM debian:12', recipe[0], `COPY ${name}.c /app/`, recipe[1]];
  return {
    reference: `shop/${name}:1`,
    layers: [below, ...added],
    config: JSON.stringify({ history }),
  };
};

/** A program over Debian, in one layer, which may hide files of the base. */
const inOneLayer = (name: string, hides: readonly string[] = []): PublishedImage => ({
  reference: `shop/${name}:1`,
  layers: [base, { files: [program(name)], hides }],
});

/** The registry that everybody asks. `debian:12` is moved in it, the others stand for one image each. */
export function registry(
  newest: Layer = newer,
  images: readonly PublishedImage[] = [],
  spec: Spec = {},
): BoxSpec {
  const bases = [
    { reference: 'debian:12', layers: [base] },
    { reference: 'debian:12.5', layers: [newest] },
  ];
  return { kind: 'registry', name: 'hub', spec: { images: imagesText([...bases, ...images]), ...spec } };
}

/** Where a registry has the shop's images, and Debian's next one is the repaired. */
export const repairedHub = registry(repaired, [builtOn(base, 'search'), builtOn(base, 'cart')]);
/** Two images over one base, whose manuals one of them deletes. */
export const recallHub = registry(newer, [inOneLayer('search'), inOneLayer('cart', ['/usr/share/doc'])]);
/** As somebody built it before the lesson begins. */
export const shopHub = registry(newer, [builtOn(base, 'search')]);

/** The same far away, behind a line of 40 Mbit/s (the scenario's choice), and a mirror of it near by. */
export const mirrored: readonly BoxSpec[] = [
  registry(newer, [], { bytesPerSecond: 5 * MB }),
  { kind: 'registry', name: 'mirror', spec: { mirrorOf: 'registry/hub' } },
];

const compile = (name: string) =>
  runsText([
    {
      command: INSTALL,
      seconds: 5,
      downloads: COMPILER,
      files: [compiler()],
    },
    {
      command: `make -C /app ${name}`,
      seconds: 3,
      files: [{ path: `/app/${name}`, bytes: PROGRAM, of: ['/app'] }],
    },
  ]);

/** What can be committed to search: other lines of its source, or the recipe with its base by digest. */
const CHANGES = {
  'changed-line': { files: [sourceOf('search', '2')] },
  'next-changed-line': { files: [sourceOf('search', '3')] },
  'pinned-base': { recipe: pinned },
} as const;
type Change = keyof typeof CHANGES;

/** The repository of a service: its Dockerfile, its source, and what can be committed. */
export function repository(name: 'search' | 'cart' = 'search', changes: readonly Change[] = []): BoxSpec {
  return {
    kind: 'repository',
    name,
    spec: {
      recipe: name === 'search' ? search : cart,
      files: contextText([sourceOf(name, '1')]),
      runs: compile(name),
      changes: changesText(Object.fromEntries(changes.map((change) => [change, CHANGES[change]]))),
    },
  };
}

/** An image of a service. */
export function image(name: string, spec: Spec = {}): BoxSpec {
  const service = name.split('-')[0] ?? name;
  const own = { service, memoryBytes: 256 * MEBIBYTE, startMs: 1_000, writeBytes: MEBIBYTE };
  const from = {
    reference: `shop/${service}:1`,
    registry: 'registry/hub',
    repository: `repository/${service}`,
  };
  return { kind: 'image', name, spec: { ...own, ...from, ...spec } };
}

/** Debian as an image of its own on a disk. */
export const debianImage = (name: string, spec: Spec = {}): BoxSpec => ({
  kind: 'image',
  name,
  spec: { reference: 'debian:12', registry: 'registry/hub', ...spec },
});

/** A host with Docker that asks the mirror first, and Debian as an image of it. */
export const behindMirror = (letter: string): readonly BoxSpec[] => [
  dockerHost(`host-${letter}`),
  {
    kind: 'disk',
    name: `host-${letter}`,
    spec: { capacityBytes: GIBIBYTE, host: `host/host-${letter}` },
    holds: [debianImage(`debian-${letter}`, { mirror: 'registry/mirror' })],
  },
];

/** A disk, with a host or without, and the builder that works on it. */
export function builder(name: string, holds: readonly BoxSpec[], spec: Spec = {}): readonly BoxSpec[] {
  const { host, ...own } = spec;
  return [
    {
      kind: 'disk',
      name,
      spec: { capacityBytes: 4 * GIBIBYTE, ...(host !== undefined && { host }) },
      holds,
    },
    { kind: 'builder', name, spec: { disk: `disk/${name}`, ...own } },
  ];
}

/** A container of a service that runs when the world begins. */
export function running(name: string): BoxSpec {
  const service = name.split('-')[0] ?? name;
  const spec = { service, memoryBytes: 256 * MEBIBYTE, startMs: 1_000 };
  return {
    kind: 'container',
    name,
    spec: { image: `image/${service}` },
    holds: [{ kind: 'process', name, spec }],
  };
}

/** A host with Docker on it, 100 Mbit/s from the registry. */
export function dockerHost(name: string, holds: readonly BoxSpec[] = [], gibibytes = 2): BoxSpec {
  return {
    kind: 'host',
    name,
    spec: { memoryBytes: gibibytes * GIBIBYTE, networkBytesPerSecond: 12_500_000 },
    holds: [{ kind: 'kernel', name, holds: [{ kind: 'runtime', name: `docker-${name}` }, ...holds] }],
  };
}

const library = (version: string) => ({
  path: '/usr/lib/x86_64-linux-gnu/libssl.so.3',
  type: 'library' as const,
  cpu: 'amd64',
  version,
});

/** host-a: six VMs, each with an OS of its own that has the package. */
export const sixMachines: readonly BoxSpec[] = (() => {
  const names = Array.from({ length: 6 }, (_, index) => `vm-${index + 1}`);
  const vms = names.map((name): BoxSpec => ({
    kind: 'vm',
    name,
    spec: { memoryBytes: GIBIBYTE },
    holds: [
      {
        kind: 'kernel',
        name,
        spec: { root: `filesystem/${name}` },
        holds: [
          {
            kind: 'process',
            name: `${name}-search`,
            spec: { service: 'search', startAtBoot: true, memoryBytes: 256 * MEBIBYTE },
          },
        ],
      },
    ],
  }));
  return [
    {
      kind: 'host',
      name: 'host-a',
      spec: { memoryBytes: 8 * GIBIBYTE },
      holds: [{ kind: 'hypervisor', name: 'xen-a', holds: vms }],
    },
    ...names.map((name): BoxSpec => ({
      kind: 'filesystem',
      name,
      spec: { files: asText([library(HOLED)]) },
    })),
    {
      kind: 'artifact',
      name: 'openssl',
      spec: { form: 'package', bytes: OPENSSL, files: asText([library(REPAIRED)]), from: null },
    },
  ];
})();

/** Who packs Debian, and says which versions have holes. */
export const distribution: BoxSpec = {
  kind: 'distribution',
  name: 'debian',
  spec: {
    packages: packagesText({ [PACKAGE]: { version: HOLED, bytes: OPENSSL } }),
    advisories: advisoriesText([{ id: 'CVE-2024-0727', package: PACKAGE, fixed: REPAIRED, known: false }]),
  },
};
