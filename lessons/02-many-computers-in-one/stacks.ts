// What the further step of lesson 2 looks for: the OS beside or under the guests of six products, and who outlives it.
import type { Check, Figure, LessonChecks, Played } from '../../src/lesson/format';
import { copiesOf, copiesStoppedBy, firstFact } from '../../src/lesson/reading';
import { ioOf, type Entity, type Fact, type WorldView } from '../../src/sim';

const IO = ioOf('xen-1');

/** Whether an OS is that of a guest: it stands in a VM that does not manage its machine. */
const isGuests = ({ standsOn: floor }: Entity, world: WorldView) =>
  world.get(floor ?? '')?.context['manages'] === false;

/** The OSes that stand beside a guest or under it. */
const oses = (world: WorldView) => world.ofKind('kernel').filter((kernel) => !isGuests(kernel, world));

const panicOf = ({ facts }: Played, { id }: Entity) => firstFact(facts, 'kernel.panicked', id);

/** How many carts no panic of those OSes stopped; null until all of them panicked. */
function left(played: Played): number | null {
  const { world } = played;
  const panics = oses(world).map((kernel) => panicOf(played, kernel));
  if (panics.length === 0 || panics.includes(null)) return null;
  const stopped = panics.flatMap((panic) => copiesStoppedBy(played, panic as Fact));
  return copiesOf(world).filter(({ id }) => !stopped.includes(id)).length;
}

/** Its checks. */
export const stackChecks: Readonly<Record<string, Check>> = {
  'drivers-ended': {
    sentence: 'The drivers in dom0 were killed.',
    test: ({ world, facts }) => {
      if (firstFact(facts, 'process.exited', IO)) return { passed: true };
      const runs = world.get(IO)?.tags.includes('up');
      return {
        passed: false,
        missing: runs
          ? 'What drives the disks in dom0 still runs.'
          : 'It is down with what it stood on. Take that back, and kill it alone.',
      };
    },
  },
  'oses-panicked': {
    sentence: 'Every OS beside a guest or under it has panicked.',
    test: (played) => {
      const open = oses(played.world).filter((kernel) => panicOf(played, kernel) === null);
      return open.length === 0
        ? { passed: true }
        : { passed: false, missing: `OSes that have not panicked yet: ${open.length}.` };
    },
  },
};

/** Its figures. */
export const stackFigures: Readonly<Record<string, (played: Played) => Figure>> = { 'still-serving': left };

/** Its questions. */
export const stackPredictions: LessonChecks['predictions'] = {
  'six-panics': {
    four: (played) => left(played) === 4,
    three: (played) => left(played) === 3,
    one: (played) => left(played) === 1,
  },
};
