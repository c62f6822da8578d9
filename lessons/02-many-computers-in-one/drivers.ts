// What the further step of lesson 2 looks for: the guests of Xen and the domain that drives their disks and network.
import type { Check, LessonChecks, Played } from '../../src/lesson/format';
import { copiesOf, copiesStoppedBy, firstFact, is, standsOn } from '../../src/lesson/reading';
import { ioOf, type Entity } from '../../src/sim';

const IO = ioOf('host-x');

/** The end of what drives the disks of host-x; null before it. */
const driversEnd = ({ facts }: Played) => firstFact(facts, 'process.exited', IO);

/** Whether all copies in guests are so, once the drivers ended. */
function guests(holds: (played: Played, copy: Entity, stopped: boolean) => boolean) {
  return (played: Played): boolean => {
    const end = driversEnd(played);
    if (!end) return false;
    const stopped = copiesStoppedBy(played, end);
    const copies = copiesOf(played.world).filter(({ id }) => standsOn(played.world, id, 'host/host-x'));
    return copies.length > 0 && copies.every((copy) => holds(played, copy, stopped.includes(copy.id)));
  };
}

/** Its checks. */
export const driverChecks: Readonly<Record<string, Check>> = {
  'drivers-ended': {
    sentence: 'The drivers in dom0 were killed.',
    test: (played) =>
      driversEnd(played)
        ? { passed: true }
        : { passed: false, missing: 'What drives the disks in dom0 still runs.' },
  },
};

/** Its questions. */
export const driverPredictions: LessonChecks['predictions'] = {
  drivers: {
    fall: guests((_played, _copy, stopped) => stopped),
    nothing: guests(({ world }, { id }, stopped) => !stopped && !is(world, id, 'suffering')),
    errors: guests(({ world }, { id }, stopped) => !stopped && is(world, id, 'suffering')),
  },
};
