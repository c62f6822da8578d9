// T2, T3: going to random instants of a large run, and what making that fast costs the run.
import { runOnEngine } from '../../../tests/bench/cluster/engine';
import { END } from '../../../tests/bench/cluster/rules';
import type { Size } from '../../../tests/bench/cluster/rules';
import { purposeOf, randomInt } from '../../sim/engine/random';
import { takeTurns } from './measure';
import { shown } from './row';
import type { Row } from './row';
import { median, quantile } from './statistics';

const MIDDLE: Size = { pods: 20_000, nodes: 700 };
const LARGE: Size = { pods: 150_000, nodes: 5_000 };
const SEEK = purposeOf('seek');

function milliseconds(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

/** 95 in 100 of so many seeks over the time of the whole run. A seek is a replay: runs keep no keyframes. */
function share(size: Size, seeks: number): number {
  runOnEngine(size);
  const whole = median([1, 2, 3].map(() => milliseconds(() => runOnEngine(size))));
  const times = Array.from({ length: seeks }, (_, i) =>
    milliseconds(() => runOnEngine(size, randomInt(0, END, 1, 0, SEEK, i))),
  );
  return quantile(times, 0.95) / whole;
}

/** T2: random seeks as a share of the whole run, at 20,000 and at 150,000 pods. */
export function largeSeek(): Row {
  const middle = share(MIDDLE, 12);
  const large = share(LARGE, 6);
  return {
    id: 'T2',
    what: 'seek: 95 in 100 random seeks / whole run, 20000 and 150000 pods, by replay',
    measured: `${shown(middle)}; ${shown(large)}`,
    goal: '<= 0.15',
    holds: middle <= 0.15 && large <= 0.15,
    stretch: '<= 0.02',
    numbers: { middle, large, keyframes: 0 },
  };
}

/** T3: a run that can be gone back in over one that cannot. Without keyframes both are the same run. */
export function keyframes(): Row {
  const { one, other } = takeTurns({ one: () => runOnEngine(MIDDLE), other: () => runOnEngine(MIDDLE) });
  const ratio = median(one.times) / median(other.times);
  return {
    id: 'T3',
    what: 'overhead: run with keyframes / without, 20000 pods (none are kept: the same run twice)',
    measured: shown(ratio),
    goal: '<= 1.3',
    holds: ratio <= 1.3,
    stretch: '<= 1.1',
    numbers: { ratio, keyframes: 0 },
  };
}
