// The machines of lesson 1, with the files that programs look for on them, and what is shipped to them.
import { asText, GIBIBYTE, MEBIBYTE, type BoxSpec, type FileEntry } from '../../src/sim';

const LIBRARIES = '/usr/lib/x86_64-linux-gnu';
/** A JAR of Java 21, and the JVMs of Java 17 and 21: The Java Virtual Machine Specification, table 4.1-A. */
const JAVA_17 = 61;
const JAVA_21 = 65;
/** Symbol versions of glibc that these programs use; every later release has them too. */
const GLIBC = ['GLIBC_2.34'];

const library = (name: string, version: string, offers: readonly string[]): FileEntry => ({
  path: `${LIBRARIES}/${name}`,
  type: 'library',
  cpu: 'amd64',
  version,
  offers,
});

/** The shop's own library under its one name: version 2 has other functions than version 1. */
export const shopLibrary = {
  old: library('libshop.so', '1.4', ['SHOP_1']),
  new: library('libshop.so', '2.0', ['SHOP_2']),
} as const;
const libc = (version: string) => library('libc.so.6', version, GLIBC);

const native = (name: string, shop: string, cpu = 'amd64'): FileEntry => ({
  path: `/opt/shop/${name}`,
  type: 'elf',
  cpu,
  needs: [
    { soname: 'libc.so.6', versions: GLIBC },
    { soname: 'libshop.so', versions: [shop] },
  ],
});
const settings = (path: string, mode: string): FileEntry => ({ path, type: 'data', mode });
const jar = (folder: string): FileEntry => ({
  path: `${folder}/buy.jar`,
  type: 'jar',
  classFile: JAVA_21,
  reads: [`${folder}/shop.conf`],
});
const jvm = (path: string, classFile: number): FileEntry => ({ path, type: 'jvm', classFile });

/** Files of programs, and of each machine without them. */
export const files = {
  search: native('search', 'SHOP_2'),
  searchArm: native('search', 'SHOP_2', 'arm64'),
  cart: native('cart', 'SHOP_1'),
  jar: jar('/opt/shop'),
  windowsJar: jar('C:/shop'),
  laptop: [
    libc('2.39'),
    shopLibrary.new,
    jvm('/usr/bin/java', JAVA_21),
    settings('/opt/shop/shop.conf', '644'),
  ],
  older: [
    libc('2.36'),
    shopLibrary.old,
    jvm('/usr/bin/java', JAVA_17),
    settings('/opt/shop/shop.conf', '644'),
  ],
  windows: [jvm('C:/java/bin/java.exe', JAVA_21), settings('C:/shop/shop.conf', '640')],
  image: [libc('2.39'), shopLibrary.new],
} as const;

/** A root file system, whose programs run as the user `shop`. */
export const filesystem = (name: string, entries: readonly FileEntry[]): BoxSpec => ({
  kind: 'filesystem',
  name,
  spec: { files: asText(entries), user: 'shop' },
});

/** A copy of one of the shop's programs. */
export function copy(name: string, service: string, program: string, spec: BoxSpec['spec'] = {}): BoxSpec {
  return {
    kind: 'process',
    name,
    spec: { service, program, memoryBytes: 512 * MEBIBYTE, startMs: 1_500, cpuMicro: 200_000, ...spec },
  };
}

/** A computer with its OS and what stands on that. The laptop sends over 100 Mbit/s, servers over 1 Gbit/s. */
export function machine(
  name: string,
  os: 'linux' | 'windows',
  holds: readonly BoxSpec[],
  gibibytes = 4,
): BoxSpec {
  const memoryBytes = os === 'windows' ? 1.5 * GIBIBYTE : 307 * MEBIBYTE;
  // Nothing is started on a machine that only sends: its files do not matter.
  const root = holds.length === 0 ? null : `filesystem/${name}`;
  const networkBytesPerSecond = name === 'laptop' ? 12_500_000 : 125_000_000;
  return {
    kind: 'host',
    name,
    spec: { memoryBytes: gibibytes * GIBIBYTE, cores: 4, networkBytesPerSecond },
    holds: [{ kind: 'kernel', name, spec: { os, memoryBytes, root }, holds }],
  };
}

/** The database on a host of its own, whose firewall lets the laptop in and nobody else. */
export const database: BoxSpec = {
  kind: 'host',
  name: 'db',
  spec: { memoryBytes: 4 * GIBIBYTE, cores: 4, admits: 'host/laptop' },
  holds: [
    {
      kind: 'kernel',
      name: 'db',
      holds: [{ kind: 'process', name: 'database', spec: { memoryBytes: GIBIBYTE } }],
    },
  ],
};

/** A container that is to come, for an image with search. */
export const searchContainer = (name: string, needs: readonly string[] = []): BoxSpec => ({
  kind: 'container',
  name,
  spec: { start: 'off', root: `filesystem/${name}` },
  holds: [{ ...copy(`${name}-search`, 'search', files.search.path, { start: 'off' }), needs }],
});

/** VirtualBox with a VM that is to come: the appliance with search, its libraries and a guest OS. */
export const virtualBox = (name: string, needs: readonly string[] = []): BoxSpec => ({
  kind: 'hypervisor',
  name: 'virtualbox',
  spec: { type: 2, product: 'virtualbox', memoryBytes: 200 * MEBIBYTE },
  holds: [
    {
      kind: 'vm',
      name,
      spec: { start: 'off', memoryBytes: 2 * GIBIBYTE },
      holds: [
        {
          kind: 'kernel',
          name,
          spec: { root: `filesystem/${name}` },
          holds: [{ ...copy(`${name}-search`, 'search', files.search.path, { startAtBoot: true }), needs }],
        },
      ],
    },
  ],
});

/** Docker on a machine. */
export const docker = (name: string): BoxSpec => ({ kind: 'runtime', name });

const MB = 1_000_000;

function artifact(
  name: string,
  form: string,
  bytes: number,
  entries: readonly FileEntry[],
  more = {},
): BoxSpec {
  const from = form === 'package' ? null : 'host/laptop';
  return { kind: 'artifact', name, spec: { form, bytes, files: asText(entries), from, ...more } };
}

/** The base of a container image, Ubuntu 24.04, and an OS image for VMs: about (MODEL-FACTS.md section 6, [M]). */
const BASE = 78 * MB;
const OS_IMAGE = 600 * MB;
/** What this shop's programs and its library have is its own choice. */
const SEARCH = 12 * MB;
const BUY = 20 * MB;
const LIBRARY = 2 * MB;

/** What is shipped. */
export const artifacts = {
  search: artifact('search-build', 'build', SEARCH, [files.search]),
  buy: artifact('buy-build', 'build', BUY, [files.windowsJar]),
  library: artifact('libshop-2.0', 'package', LIBRARY, [shopLibrary.new]),
  image: artifact('search-image', 'container-image', BASE + SEARCH + LIBRARY, [...files.image, files.search]),
  armImage: artifact(
    'search-image-arm64',
    'container-image',
    BASE + SEARCH + LIBRARY,
    [...files.image, files.searchArm],
    { cpu: 'arm64' },
  ),
  bothImages: artifact(
    'search-image-both',
    'container-image',
    BASE + SEARCH + LIBRARY,
    [...files.image, files.search],
    { cpu: 'amd64 arm64', list: true },
  ),
  appliance: artifact('search-appliance', 'vm-image', OS_IMAGE + SEARCH + LIBRARY, [
    ...files.image,
    files.search,
  ]),
} as const;
