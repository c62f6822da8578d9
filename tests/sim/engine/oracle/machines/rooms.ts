// The charts of all rooms, found by file name: a new room is walked without being listed. A walk that cannot take one
// of its candidates fails, and says which; what its guards need is added here.
import type { AnyStateMachine } from 'xstate';
import { compile } from '../../../../../src/sim/engine/compile/compile';
import type { Dice } from '../dice';
import type { WalkOptions } from '../walk';
import type { Walked } from './all';

const files = import.meta.glob<Readonly<Record<string, AnyStateMachine>>>(
  '../../../../../src/sim/rooms/**/*.machine.ts',
  { eager: true },
);

/** Values of context fields that guards compare with; other fields are varied by their type. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  start: ['up', 'off'],
  type: [1, 2],
  onCrash: ['none', 'destroy', 'restart'],
  ran: ['', 'kernel/vm-1'],
  use: ['written', 'snapshot', 'backup'],
  layer: ['', '0-5', '3-9 12-20'],
  attempts: [0, 2, 4, 5],
  mirror: [null, 'registry/m1', 'registry/m2'],
  from: ['', 'registry/m1'],
  digest: ['', 'sha256:a'],
  cachedBy: ['', 'kernel/k0', 'kernel/k1'],
  images: ['[]'],
  order: ['', '{}'],
  keeps: ['', 'sha256:a'],
  cache: ['{}', '{"k":1}'],
};

/** What a builder notes. */
const progress = (dice: Dice) => ({
  progress: {
    order: dice.pick(['', '{}']),
    workMs: 20 + dice.below(9),
    at: 20 + dice.below(9),
    cache: `{"${dice.below(9)}":0}`,
  },
});

/** What events carry, by type. */
const payloads: Readonly<Record<string, (dice: Dice) => Record<string, unknown>>> = {
  SET: (dice) => ({ field: 'start', value: dice.pick(['up', 'off', 'other']) }),
  'FLOOR.LOST': (dice) => ({ byOrder: dice.chance(0.5) }),
  NEEDS: (dice) => ({ lost: dice.below(3) }),
  PLACE: (dice) => ({ kernel: `kernel/k${dice.below(3)}` }),
  'PICK.LATER': (dice) => ({ delayMs: dice.pick([100, 200.5]) }),
  'START.COUNTED': (dice) => ({ windowBeganAt: 20 + dice.below(100), windowStarts: 20 + dice.below(5) }),
  'MAIN.ENDED': (dice) => ({ exitCode: 20 + dice.below(3) }),
  'MEMORY.SETTLED': (dice) => ({
    touchedBytes: dice.pick([0, 5, 7, 9]),
    balloonBytes: dice.below(9),
    mergedBytes: dice.below(9),
    swappedBytes: dice.pick([0, 2]),
    swapCapMicro: dice.below(9),
  }),
  BALLOON: (dice) => ({
    balloonBytes: dice.below(9),
    mergedBytes: dice.below(9),
    ballooning: dice.chance(0.5),
  }),
  MIGRATE: (dice) => ({
    change: { roundMs: 20 + dice.below(9), peer: `hypervisor/${dice.below(9)}`, sentBytes: dice.below(9) },
  }),
  ROUND: (dice) => ({
    change: { hopeless: dice.chance(0.5), roundMs: 20 + dice.below(9), round: dice.below(99) },
  }),
  'LAST.ROUND': (dice) => ({ change: { roundMs: 20 + dice.below(9), roundBytes: dice.below(99) } }),
  PULL: (dice) => ({ change: { roundMs: 20 + dice.below(9), roundBytes: dice.below(99) } }),
  PEER: (dice) => ({ change: { peer: `hypervisor/p${dice.below(9)}` } }),
  MOVE: (dice) => ({ change: { peer: `hypervisor/m${dice.below(9)}` } }),
  RESIZE: (dice) => ({ targetBytes: 20 + dice.below(99), resizeMs: 20 + dice.below(9) }),
  RESIZED: (dice) => ({ memoryBytes: 20 + dice.below(99) }),
  LOAD: (dice) => ({ process: `process/p${dice.below(9)}` }),
  'LOAD.FAILED': (dice) => ({ exitCode: 20 + dice.below(9) }),
  WRITE: (dice) => ({ files: `["w${dice.below(9)}"]` }),
  FILES: (dice) => ({ files: `["f${dice.below(9)}"]` }),
  SHIP: (dice) => ({ to: `vm/v${dice.below(9)}` }),
  TAKEN: (dice) => ({ sendMs: 20 + dice.below(9) }),
  REFUSED: (dice) => ({ error: `error ${dice.below(9)}` }),
  SAVE: (dice) => ({ stillMs: 20 + dice.below(9) }),
  'READ.BACK': (dice) => ({ stillMs: 30 + dice.below(9), ran: dice.pick(['kernel/k1', 'kernel/k2']) }),
  NOTE: (dice) => ({ change: { stateBytes: 20 + dice.below(9), ran: `kernel/k${dice.below(9)}` } }),
  WROTE: (dice) => ({
    layer: dice.pick(['', '0-2', '30-34']),
    cursor: 20 + dice.below(9),
    readCost: 200 + dice.below(99),
  }),
  'TAKE.IN': (dice) => ({ layer: dice.pick(['1-3', '40-44']), backing: dice.pick([null, 'vdisk/base']) }),
  FREEZE: (dice) => ({ use: dice.pick(['snapshot', 'base']) }),
  MERGE: (dice) => ({ workMs: 20 + dice.below(9), spareBytes: 20 + dice.below(9) }),
  TAG: (dice) => ({ tags: `{"t":"${dice.below(9)}"}` }),
  MANIFEST: (dice) => ({
    wanted: dice.pick(['', 'sha256:a', 'sha256:b']),
    wantedLayers: `l${dice.below(9)}`,
    from: dice.pick(['', 'registry/m1', 'registry/m2']),
  }),
  LEARN: (dice) => ({
    reference: `t${dice.below(9)}`,
    digest: `sha256:${dice.below(9)}`,
    manifest: `{"m":${dice.below(9)}}`,
  }),
  KEEP: (dice) => ({
    digest: `sha256:${dice.below(9)}`,
    content: `{"files":[${dice.below(9)}]}`,
    bytes: 1 + dice.below(9),
  }),
  HELD: (dice) => ({ next: `h${dice.below(9)}`, nextBytes: 40 + dice.below(9), nextMs: 40 + dice.below(9) }),
  NEXT: (dice) => ({ next: `n${dice.below(9)}`, nextBytes: 20 + dice.below(9), nextMs: 20 + dice.below(9) }),
  LEFT: (dice) => ({ nextMs: 30 + dice.below(9) }),
  FAILED: (dice) => ({ error: `failed ${dice.below(9)}`, why: dice.pick(['name', 'full', 'silent']) }),
  BUILT: (dice) => ({ wanted: dice.pick(['', 'sha256:c']), wantedLayers: `b${dice.below(9)}` }),
  PUSHED: (dice) => ({
    tags: `{"p":"${dice.below(9)}"}`,
    manifests: `{"m":${dice.below(9)}}`,
    layers: `{"l":${dice.below(9)}}`,
  }),
  COMMIT: (dice) => ({
    change: `c${dice.below(9)}`,
    recipe: `[${dice.below(9)}]`,
    files: `[${dice.below(9)}]`,
  }),
  FIX: (dice) => ({
    packages: `{"p":${dice.below(9)}}`,
    advisories: `[${dice.below(9)}]`,
    advisory: `a${dice.below(9)}`,
    fixed: `f${dice.below(9)}`,
  }),
  BUILD: progress,
  PUSH: progress,
  'ADD.IMAGE': progress,
  PLANNED: progress,
  CACHED: progress,
  WORK: progress,
  DONE: progress,
  'STEPS.DONE': progress,
  EXPORTED: progress,
  SEND: progress,
  'BUILD.FAILED': (dice) => ({
    error: `unbuilt ${dice.below(9)}`,
    why: dice.pick(['name', 'full', 'silent']),
    line: 20 + dice.below(9),
  }),
  REWRITE: (dice) => ({ content: `{"files":[${dice.below(9)}]}` }),
  READ: (dice) => ({ cachedBy: `kernel/k${dice.below(2)}` }),
  LOOKING: (dice) => ({ lookMs: 20 + dice.below(99) }),
  LOOKED: (dice) => ({
    lastLook: dice.pick(['passed', 'refused', 'timeout']),
    beganMs: dice.below(9),
    endedMs: dice.below(9),
  }),
  'USE.MEMORY': (dice) => ({ bytes: 20 + dice.below(1_000) }),
};

function anyValue(key: string, value: unknown, dice: Dice): unknown {
  if (values[key]) return dice.pick(values[key]);
  if (typeof value === 'boolean') return dice.chance(0.5);
  if (typeof value === 'number') return dice.pick([0, value, 1 + dice.below(9)]);
  return value === null ? dice.pick([null, 'something']) : value;
}

function optionsFor(machine: AnyStateMachine): WalkOptions {
  const first = Object.entries(compile(machine).initialContext({}));
  const context = (dice: Dice): Record<string, unknown> =>
    Object.fromEntries(first.map(([key, value]) => [key, anyValue(key, value, dice)]));
  // Long enough to come back to every state with every value that an assign of that state would change.
  const steps = machine.id === 'vm' ? 16_000 : 4_000;
  return { steps, payload: (type, dice) => payloads[type]?.(dice) ?? {}, contexts: context, input: context };
}

/** Every room's machine with how to walk it. */
export const rooms: readonly Walked[] = Object.values(files)
  .flatMap((file) => Object.values(file))
  .map((machine) => ({ machine, options: optionsFor(machine) }));
