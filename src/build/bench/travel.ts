// T2, T3: going to random instants of a large run, and what making that fast costs the run.
import { clusterRun, runOnEngine } from '../../../tests/bench/cluster/engine';
import { END } from '../../../tests/bench/cluster/rules';
import type { Size } from '../../../tests/bench/cluster/rules';
import { purposeOf, randomInt } from '../../sim/engine/random';
import { bytesKept, ratio, takeTurns } from './measure';
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

/** 95 in 100 of so many seeks to random instants over the time of the whole run. */
function share(size: Size, seeks: number): number {
  runOnEngine(size);
  const whole = median([1, 2, 3].map(() => milliseconds(() => runOnEngine(size))));
  const run = clusterRun(size);
  const times = Array.from({ length: seeks }, (_, i) =>
    milliseconds(() => run.seek(randomInt(0, END, 1, 0, SEEK, i))),
  );
  return quantile(times, 0.95) / whole;
}

/** T2: random seeks as a share of the whole run, at 20,000 and at 150,000 pods. */
export function largeSeek(): Row {
  const middle = share(MIDDLE, 40);
  const large = share(LARGE, 20);
  return {
    id: 'T2',
    what: 'seek: 95 in 100 random seeks / whole run, 20000 and 150000 pods',
    measured: `${shown(middle)}; ${shown(large)}`,
    goal: '<= 0.15',
    holds: middle <= 0.15 && large <= 0.15,
    stretch: '<= 0.02',
    numbers: { middle, large },
  };
}

/** T3: a run that leaves keyframes over the same without. */
export function keyframes(): Row {
  const { kept, bare } = takeTurns<'kept' | 'bare', unknown>({
    kept: () => clusterRun(MIDDLE),
    bare: () => runOnEngine(MIDDLE),
  });
  const times = ratio(kept, bare);
  const megabytes = bytesKept(() => clusterRun(MIDDLE)) / 1e6;
  const bareMegabytes = bytesKept(() => runOnEngine(MIDDLE).kept) / 1e6;
  return {
    id: 'T3',
    what: 'overhead: run with keyframes / without, 20000 pods; memory of both',
    measured: `${shown(times)}; ${shown(megabytes, 0)} MB, ${shown(bareMegabytes, 0)} MB`,
    goal: '<= 1.3',
    holds: times <= 1.3,
    stretch: '<= 1.1',
    numbers: { ratio: times, megabytes, bareMegabytes },
  };
}
