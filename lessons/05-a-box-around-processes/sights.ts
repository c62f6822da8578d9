// What is seen in lesson 5 from inside a box and from its host, as figures and answers.
import type { Figure, Played } from '../../src/lesson/format';
import { CORE, GIBIBYTE, SECOND, type EntityId, type WorldView } from '../../src/sim';
import { NAMESPACES, namespacesOf } from '../../src/sim/rooms/namespaces/names';
import { hostList, type Listed } from '../../src/sim/rooms/namespaces/processList';
import { seenFrom, type Seen, type Sight } from '../../src/sim/rooms/namespaces/seen';

const CART = 'process/cart';

/** `1 systemd, 229 cart`. */
export const asText = (list: readonly Listed[]): string =>
  list.map(({ pid, name }) => `${pid} ${name}`).join(', ');

/** What each row of the table tells of a sight. */
const ROWS: Readonly<Record<string, (sight: Sight) => Figure>> = {
  processes: ({ processes }) => asText(processes),
  interfaces: ({ interfaces }) => interfaces.join(', '),
  files: ({ mounts }) => mounts.join(', '),
  ipc: ({ sharedMemory }) => `memory of ${sharedMemory.join(', ')}`,
  hostname: ({ hostname }) => hostname,
  user: ({ rootUid }) => `its root is user ${rootUid}`,
  cgroup: ({ cgroup }) => cgroup,
  uptime: ({ uptime }) => ({ micros: uptime - (uptime % SECOND) }),
  /** What nothing hides: the answer to the question, so it stays empty until every wall stands. */
  shared: ({ shared }) =>
    `${shared.kernel}, ${shared.memoryBytes / GIBIBYTE} GiB, load ${shared.loadMicro / CORE} cores`,
  kernel: ({ shared }) => shared.kernel,
  memory: ({ shared }) => `${shared.memoryBytes / GIBIBYTE} GiB`,
  load: ({ shared }) => `${shared.loadMicro / CORE} cores`,
};

/** What nothing hides: one row of the table, and of each its own figure for what cart sees. */
const ALONE = ['kernel', 'memory', 'load'];
const SHARED = ['shared', ...ALONE];
const LOST = ['processes', 'interfaces', 'files', 'ipc', 'hostname', 'cgroup'];

/** Two figures for each row: what cart sees, and what its host does. */
export const sightFigures: Readonly<Record<string, (played: Played) => Figure>> = Object.fromEntries(
  Object.entries(ROWS).flatMap(([row, tell]) =>
    (ALONE.includes(row) ? (['inside'] as const) : (['inside', 'outside'] as const)).map((side) => [
      `${row}-${side === 'inside' ? 'in' : 'out'}`,
      ({ world }: Played) => {
        const seen = seenFrom(CART, world);
        if (seen === null || (SHARED.includes(row) && seen.own.length < NAMESPACES.length)) return null;
        return tell(seen[side]);
      },
    ]),
  ),
);

/** What cart has of its own, in the order of the list. */
export function ownOfCart(world: WorldView): readonly string[] {
  const cart = world.get(CART);
  return cart ? namespacesOf(cart, world) : [];
}

/** Whether a row is the same inside and outside. */
function isSame({ inside, outside }: Seen, row: string): boolean {
  const tell = ROWS[row]!;
  return JSON.stringify(tell(inside)) === JSON.stringify(tell(outside));
}

/** With all namespaces: is what they could hide hidden, and what is the kernel's still seen? */
function afterAll(holds: (hidden: boolean, shared: boolean) => boolean) {
  return ({ world }: Played): boolean => {
    const seen = seenFrom(CART, world);
    if (seen === null || seen.own.length < NAMESPACES.length) return false;
    const hidden = LOST.every((row) => !isSame(seen, row));
    return holds(
      hidden,
      SHARED.every((row) => isSame(seen, row)),
    );
  };
}

/** What cart still sees of its host. */
export const stillSeen = {
  nothing: afterAll((hidden, shared) => hidden && !shared),
  kernel: afterAll((hidden, shared) => hidden && shared),
  all: afterAll((hidden, shared) => !hidden && shared),
};

/** The process list of a kernel; null where it is not there. */
export function listOn(world: WorldView, kernel: EntityId): readonly Listed[] | null {
  const box = world.get(kernel);
  return box ? hostList(box, world) : null;
}

const BOXED = 'process/b-cart';

/** The line of the boxed cart on the list of host-b, once it runs. */
function lineOnB({ world }: Played): Listed | null {
  const seen = seenFrom(BOXED, world);
  return seen?.outside.processes.find(({ id }) => id === BOXED) ?? null;
}

const insideB = ({ world }: Played) => seenFrom(BOXED, world)?.inside.processes[0] ?? null;

/** The list of host-b once cart runs there, and its two numbers. */
export const listFigures: Readonly<Record<string, (played: Played) => Figure>> = {
  'list-b': (played) => (lineOnB(played) ? asText(listOn(played.world, 'kernel/host-b') ?? []) : null),
  'list-d': ({ world }) => {
    const list = listOn(world, 'kernel/host-d');
    return list && asText(list);
  },
  'number-out': (played) => lineOnB(played)?.pid ?? null,
  'number-in': (played) => insideB(played)?.pid ?? null,
};

/** What of the container is on the list of its host. */
export const onTheList = {
  nothing: ({ world }: Played) => seenFrom(BOXED, world) !== null && lineOnB({ world, facts: [] }) === null,
  container: (played: Played) => lineOnB(played)?.name === 'container',
  itself: (played: Played) => {
    const line = lineOnB(played);
    return line?.name === 'cart' && line.pid !== insideB(played)?.pid;
  },
};
