// Real runs for the timeline's tests: chosen commands, or random ones.
import {
  COMMAND_NAMES,
  createRun,
  SECOND,
  type BoxSpec,
  type Command,
  type Entity,
  type Run,
  type WorldView,
} from '../../../src/sim';
import type { LaneState } from '../../../src/layout/timeline/phases';
import type { StateTag } from '../../../src/sim/engine/view';
import { scenario } from '../../fixtures/worlds';

/** A run of a world with commands at seconds, played to `until` seconds. */
export function played(
  boxes: readonly BoxSpec[],
  commands: readonly [number, Command][],
  until: number,
): Run {
  const journal = commands.map(([second, command]) => ({ at: second * SECOND, command }));
  return createRun(scenario(boxes), journal, until * SECOND);
}

/** The boxes of a run's scenario at instant 0. */
export function startOf({ scenario: of }: Run): readonly Entity[] {
  return createRun(of).view().entities;
}

/** The lane state of a copy as the tags of its own box tell it. */
function ownByTags({ tags }: Entity): LaneState {
  const states: readonly [StateTag, LaneState][] = [
    ['waiting', 'waiting'],
    ['down', 'fallen'],
    ['starting', 'starting'],
    ['suffering', 'suffering'],
    ['up', 'serving'],
  ];
  return states.find(([tag]) => tags.includes(tag))?.[1] ?? 'off';
}

/** What is under a box, the nearest first, up to the machine that it is in. */
function underIt({ standsOn, kind }: Entity, view: WorldView): Entity[] {
  const floor = view.get(standsOn ?? '');
  return floor === undefined || kind === 'vm' || kind === 'host' ? [] : [floor, ...underIt(floor, view)];
}

/** The lane states that a copy may have by its tags and those of what is under it; who ended it, tags do not tell. */
export function statesByTags(copy: Entity, view: WorldView): LaneState[] {
  const own = ownByTags(copy);
  if (own !== 'fallen' && own !== 'off') return [own];
  const under = underIt(copy, view);
  const coming = under.find(({ tags }) => tags.includes('starting'));
  if (coming) return [coming.kind === 'container' ? 'starting' : 'booting'];
  const waits = under.some(({ kind, tags }) => kind === 'container' && tags.includes('waiting'));
  return own === 'fallen' && waits ? ['waiting', 'stopped'] : [own, 'stopped'];
}

/** Numbers from 0 to below `below`, the same for the same seed. */
export function chance(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const VALUES: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  seconds: [0, 5, 10],
  action: ['none', 'destroy', 'restart'],
  on: [true, false],
  policy: ['no', 'always', 'on-failure', 'unless-stopped'],
  cpuMicro: [100_000, 4_000_000],
  bytes: [1 << 20, 2 ** 33],
};
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  'set-restart-on-crash': ['seconds'],
  'set-on-crash': ['action'],
  'set-start-at-boot': ['on'],
  'set-reboot-on-panic': ['seconds'],
  'set-restart': ['policy'],
  'set-demand': ['cpuMicro'],
  'use-memory': ['bytes'],
  'set-live-restore': ['on'],
  'set-restart-policy': ['policy'],
  'place-container': ['kernel'],
};

/** Commands that these values are enough for, and that a world without disks and file systems knows. */
const ENOUGH = COMMAND_NAMES.filter(
  (name) =>
    name in ARGUMENTS ||
    !/^(set|migrate|move|cancel|deploy|install|run|grant|open|close|clone|take|roll|delete|back|upgrade|resume|restore|break-disk)/.test(
      name,
    ),
);
/** What brings something back comes more often: most commands end something. */
const STIRRING = [
  ...ENOUGH,
  ...ENOUGH,
  ...ENOUGH.flatMap((name) => (/^(start|power|place)-/.test(name) ? [name, name, name] : [])),
];

/** A run to which a few hundred random commands were given, refused ones included, at random instants. */
export function stirred(boxes: readonly BoxSpec[], seed: number, commands: number): Run {
  const pick = chance(seed);
  const run = createRun(scenario(boxes));
  const ids = run.view().entities.map(({ id }) => id);
  const kernels = ids.filter((id) => id.startsWith('kernel/'));
  for (const id of ids.filter((one) => one.startsWith('container/') && pick(3) > 0)) {
    run.do({ name: 'place-container', target: id, args: { kernel: kernels[pick(kernels.length)]! } });
  }
  for (let done = 0; done < commands; done++) {
    run.seek(run.head + pick(4) * pick(10) * SECOND + pick(3) * pick(1_000_000));
    const name = STIRRING[pick(STIRRING.length)]!;
    const args = (ARGUMENTS[name] ?? []).map((key) => {
      const values = key === 'kernel' ? kernels : VALUES[key]!;
      return [key, values[pick(values.length)]!] as const;
    });
    for (let tries = 0; tries < 12; tries++) {
      if (run.do({ name, target: ids[pick(ids.length)]!, args: Object.fromEntries(args) }).done) break;
    }
  }
  run.seek(run.head + 200 * SECOND);
  return run;
}
