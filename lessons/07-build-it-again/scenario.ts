// The worlds of lesson 7: a recipe, who builds from it and when, and what runs of it.
import type { LessonScenario } from '../../src/lesson/format';
import { SECOND, type Scalar, type TimedCommand } from '../../src/sim';
import {
  behindMirror,
  builder,
  debianImage,
  distribution,
  dockerHost,
  image,
  mirrored,
  recallHub,
  registry,
  repairedHub,
  repository,
  running,
  shopHub,
  sixMachines,
} from './machines';

type Args = Readonly<Record<string, Scalar>>;

const give = (seconds: number, name: string, target: string, args?: Args): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target, ...(args && { args }) },
});
const moved = (seconds: number) =>
  give(seconds, 'move-tag', 'registry/hub', { tag: 'debian:12', version: 'debian:12.5' });
const there = { pulled: true };
const onLaptop = { host: 'host/laptop' };

/** One VM after the other gets the package, and its program is started again: all of it before both images can be built. */
const patchEach = Array.from({ length: 6 }, (_, index): readonly TimedCommand[] => {
  const vm = `vm-${index + 1}`;
  return [
    give(4 + index * 4, 'install-library', `kernel/${vm}`, { package: 'artifact/openssl' }),
    give(6 + index * 4, 'stop-process', `process/${vm}-search`),
    give(7 + index * 4, 'start-process', `process/${vm}-search`),
  ];
}).flat();

/** An OS image for VMs takes about 0.3 to 2 GB (MODEL-FACTS.md, from memory); what its installation takes is our choice. */
const OS_BYTES = 600_000_000;
const OS_INSTALL_MS = 120_000;

const names = (service: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${service}-${at + 1}`);

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 7,
  worlds: {
    'two-on-one-base': {
      boxes: [
        recallHub,
        dockerHost('host-b'),
        ...builder('images', [image('search', there), image('cart', there)], { host: 'host/host-b' }),
        repository('search'),
        repository('cart'),
      ],
    },
    'by-hand': {
      boxes: [
        shopHub,
        repository(),
        dockerHost('host-b', [running('search-1')]),
        ...builder('images', [debianImage('debian', there), image('search', there)], { host: 'host/host-b' }),
      ],
      faults: [give(0.1, 'write-file', 'container/search-1', { path: '/etc/search.conf' })],
    },
    'one-line': {
      boxes: [
        registry(),
        repository('search', ['changed-line', 'next-changed-line']),
        dockerHost('laptop'),
        ...builder('laptop', [debianImage('debian', there), image('search')], onLaptop),
        ...builder('vm-images', [image('search-vm')], {
          makes: 'vm-image',
          osBytes: OS_BYTES,
          osInstallMs: OS_INSTALL_MS,
        }),
      ],
    },
    'half-a-year': {
      boxes: [
        registry(),
        repository(),
        dockerHost('laptop'),
        ...builder('laptop', [debianImage('debian', there), image('search')], onLaptop),
        ...builder('ci', [image('search-ci')], { fresh: true }),
      ],
      faults: [give(0, 'build-image', 'image/search')],
    },
    'same-digest': {
      boxes: [
        registry(),
        repository('search', ['pinned-base']),
        dockerHost('laptop'),
        ...builder('laptop', [image('search')], onLaptop),
        ...builder('ci', [image('search-ci')], { fresh: true, watches: 'repository/search' }),
      ],
    },
    'hole-in-the-base': {
      boxes: [
        ...sixMachines,
        repairedHub,
        repository('search'),
        repository('cart'),
        dockerHost('host-b', [...names('search', 3), ...names('cart', 3)].map(running), 8),
        ...builder('images', [image('search', there), image('cart', there)], {
          host: 'host/host-b',
        }),
      ],
      faults: [moved(2), ...patchEach],
    },
    scanned: {
      boxes: [
        repairedHub,
        distribution,
        repository('search'),
        dockerHost('host-b', [running('search-1')]),
        ...builder('images', [image('search', there)], {
          host: 'host/host-b',
          distribution: 'distribution/debian',
        }),
      ],
    },
    mirrored: { boxes: [...mirrored, ...behindMirror('b'), ...behindMirror('c')] },
    forty: {
      boxes: [
        repairedHub,
        repository('search'),
        dockerHost('host-b', names('search', 40).map(running), 16),
        ...builder('images', [debianImage('debian', there), image('search', there)], {
          host: 'host/host-b',
        }),
      ],
      faults: [
        moved(1),
        give(2, 'pull-image', 'image/debian'),
        // The repaired base has come by then.
        give(14, 'stop-container', 'container/search-1'),
        give(16, 'start-container', 'container/search-1'),
      ],
    },
  },
  commands: [
    'build-image',
    'commit-change',
    'commit-recipe',
    'move-tag',
    'run-container',
    'replace-container',
    'look-for-file',
    'scan-image',
    'publish-fix',
    'pull-image',
    'stop-registry',
    'start-registry',
  ],
  moments: [
    {
      id: 'from-the-cache',
      sentence: 'A step comes from the cache',
      when: ({ seq, name, data }, facts) =>
        name === 'builder.cached' &&
        Number(data?.['step']) > 1 &&
        facts.some((fact) => fact.seq < seq && fact.name === 'command.commit-change'),
    },
    { id: 'tag-moves', sentence: 'The tag is moved', when: ({ name }) => name === 'command.move-tag' },
    {
      id: 'both-built',
      sentence: 'Both machines have built since the tag was moved',
      when: ({ seq, name }, facts) => {
        const moved = facts.find((fact) => fact.name === 'command.move-tag')?.seq ?? Infinity;
        const built = facts.filter((fact) => fact.name === 'builder.built' && fact.seq > moved);
        const images = built.flatMap((fact) => (fact.seq <= seq ? String(fact.data?.['image']) : []));
        return (
          name === 'builder.built' && ['image/search', 'image/search-ci'].every((id) => images.includes(id))
        );
      },
    },
    {
      id: 'base-repaired',
      sentence: 'The first image is built on the repaired base',
      when: ({ seq, name }, facts) =>
        name === 'builder.built' && facts.some((fact) => fact.seq < seq && fact.name === 'fault.move-tag'),
    },
    {
      id: 'mirror-answers',
      sentence: 'The mirror gives what it has kept, while the hub is silent',
      when: ({ seq, name, about }, facts) =>
        name === 'image.pulled' &&
        about === 'image/debian-c' &&
        facts.findLast((fact) => fact.seq < seq && fact.about === 'registry/hub')?.name ===
          'registry.stopped',
    },
    {
      id: 'one-of-forty',
      sentence: 'The repaired base is on the host, and one of the forty was started again',
      when: ({ seq, name, about }, facts) =>
        name === 'process.up' &&
        about === 'process/search-1' &&
        facts.some((fact) => fact.seq < seq && fact.name === 'fault.start-container') &&
        facts.some((fact) => fact.seq < seq && fact.about === 'image/debian' && fact.name === 'image.pulled'),
    },
  ],
};
