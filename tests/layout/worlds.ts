// Worlds and stages that the tests of the layout share: the reference worlds, the sizes of the screens, random worlds
// of every build, and words that are as long or as short as they come.
import fc from 'fast-check';
import { createRun, GIBIBYTE, MEBIBYTE, ScenarioError, type BoxSpec, type WorldView } from '../../src/sim';
import type { Run } from '../../src/sim';
import { copy, hostA, hostB, hostC, laptop, scenario, vm } from '../fixtures/worlds';

/** Worlds of lesson 10 and what they are put beside. */
export const references: Readonly<Record<string, readonly BoxSpec[]>> = {
  'both hosts': [hostA, hostB],
  'host-a': [hostA],
  'host-c': hostC,
  laptop: [laptop],
  'three hosts': [hostA, hostB, ...hostC],
  'three scales': [
    hostA,
    { ...laptop, spec: { memoryBytes: 16 * GIBIBYTE } },
    { ...hostB, spec: { memoryBytes: 6 * GIBIBYTE } },
  ],
};

/** What the stage has on a laptop, on a large screen and on a phone. */
export const sizes = [
  { width: 1000, height: 540 },
  { width: 1400, height: 700 },
  { width: 336, height: 0 },
] as const;

/** A run of these boxes. */
export const runOf = (boxes: readonly BoxSpec[]): Run => createRun(scenario(boxes));

/** A random part of `whole` bytes, in whole mebibytes. */
const bytes = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((mib) => mib * MEBIBYTE);

const services = ['search', 'cart', 'buy', 'billing'] as const;

const processSpec = (name: string) =>
  fc
    .record({ service: fc.constantFrom(...services), memoryBytes: bytes(1, 3000) })
    .map((spec) => copy(name, spec));

const wrapped = (name: string) =>
  processSpec(name).map((held): BoxSpec => ({ kind: 'container', name, holds: [held] }));

const userland = (name: string): fc.Arbitrary<BoxSpec[]> =>
  fc
    .record({
      count: fc.integer({ min: 0, max: 6 }),
      runtimes: fc.integer({ min: 0, max: 1 }),
      inContainers: fc.boolean(),
    })
    .chain(({ count, runtimes, inContainers }) =>
      fc.tuple(
        fc.constant(runtimes > 0 ? [{ kind: 'runtime', name }] : []),
        fc.tuple(
          ...Array.from({ length: count }, (_, at) =>
            inContainers ? wrapped(`${name}-${at}`) : processSpec(`${name}-${at}`),
          ),
        ),
      ),
    )
    .map(([runtimes, held]) => [...runtimes, ...held]);

const guest = (name: string) =>
  fc.tuple(userland(name), bytes(2000, 40_000)).map(([held, memoryBytes]) => vm(name, held, { memoryBytes }));

const hypervisor = (name: string, type: 1 | 2) =>
  fc
    .tuple(bytes(50, 4000), fc.integer({ min: 0, max: 5 }))
    .chain(([memoryBytes, count]) =>
      fc.tuple(
        fc.constant(memoryBytes),
        fc.tuple(...Array.from({ length: count }, (_, at) => guest(`${name}-vm-${at}`))),
      ),
    )
    .map(([memoryBytes, holds]): BoxSpec => ({
      kind: 'hypervisor',
      name,
      spec: { type, memoryBytes },
      holds,
    }));

const host = (name: string): fc.Arbitrary<BoxSpec> =>
  fc
    .record({
      memoryBytes: bytes(2048, 256 * 1024),
      cores: fc.integer({ min: 1, max: 80 }),
      bottom: fc.oneof(
        hypervisor(name, 1),
        fc
          .tuple(userland(name), bytes(20, 6000), fc.option(hypervisor(name, 2), { nil: null }))
          .map(([held, memory, type2]): BoxSpec => ({
            kind: 'kernel',
            name,
            spec: { memoryBytes: memory },
            holds: type2 === null ? held : [...held, type2],
          })),
      ),
    })
    .map(({ memoryBytes, cores, bottom }) => ({
      kind: 'host',
      name,
      spec: { memoryBytes, cores },
      holds: [bottom],
    }));

/** A view of these boxes, or null when the model refuses the world. */
function viewOf(boxes: readonly BoxSpec[]): WorldView | null {
  try {
    return runOf(boxes).view();
  } catch (error) {
    if (error instanceof ScenarioError) return null;
    throw error;
  }
}

/** Views of one to three random hosts that the model accepts. */
export const anyView: fc.Arbitrary<WorldView> = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => host(`host-${at}`))))
  .map(viewOf)
  .filter((view) => view !== null);

/** A stage of any sensible size. */
export const anySize = fc.record({
  width: fc.integer({ min: 300, max: 2600 }),
  height: fc.integer({ min: 200, max: 1500 }),
});

/** Faults and repairs, each for a box of its kind. */
const acts: readonly (readonly [
  name: string,
  kind: string,
  args?: Readonly<Record<string, number | string>>,
])[] = [
  ['pull-plug', 'host'],
  ['power-on', 'host'],
  ['crash-hypervisor', 'hypervisor'],
  ['set-restart-on-crash', 'hypervisor', { seconds: 5 }],
  ['start-vm', 'vm'],
  ['stop-vm', 'vm'],
  ['crash-vm', 'vm'],
  ['set-on-crash', 'vm', { action: 'restart' }],
  ['panic-kernel', 'kernel'],
  ['set-reboot-on-panic', 'kernel', { seconds: 10 }],
  ['kill-process', 'process'],
  ['stop-process', 'process'],
  ['set-restart', 'process', { policy: 'always' }],
  ['crash-runtime', 'runtime'],
  ['start-runtime', 'runtime'],
  ['stop-container', 'container'],
  ['set-restart-policy', 'container', { policy: 'always' }],
];

/** A few random acts, by their place in the list, the target among its kind, and the seconds after the last. */
export const anyActs = fc.array(
  fc.record({ act: fc.nat(acts.length - 1), target: fc.nat(20), after: fc.integer({ min: 0, max: 30 }) }),
  { maxLength: 12 },
);

/** Plays random acts on a run; what the model refuses is not done. */
export function playActs(run: Run, list: readonly { act: number; target: number; after: number }[]): void {
  for (const { act, target, after } of list) {
    run.seek(run.head + after * 1_000_000);
    const [name, kind, args] = acts[act]!;
    const boxes = run.view().ofKind(kind);
    const box = boxes[target % Math.max(1, boxes.length)];
    if (box !== undefined) run.do({ name, target: box.id, ...(args === undefined ? {} : { args }) });
  }
  run.seek(run.head + 1_500_000);
}
