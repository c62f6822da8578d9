// E3, E5: the engine against libraries that do the same work, SimJS and robot3.
import { cycleInRobot } from '../../../tests/bench/cycle/robot';
import { cycleOnTable } from '../../../tests/bench/cycle/table';
import { queueOnEngine } from '../../../tests/bench/queue/engine';
import { drawSamples } from '../../../tests/bench/queue/samples';
import { meanWaitInSimJs } from '../../../tests/bench/queue/simjs';
import { ratio, takeTurns } from './measure';
import { shown } from './row';
import type { Row } from './row';
import { median } from './statistics';

const CUSTOMERS = 50_000;
const TABLE_STEPS = 2_000_000;
const ROBOT_STEPS = 200_000;

/** E3: one queue and one server, the same samples, the same mean wait. */
export function queue(): Row {
  const samples = drawSamples(CUSTOMERS);
  const { engine, simjs } = takeTurns({
    engine: queueOnEngine(samples),
    simjs: () => meanWaitInSimJs(samples),
  });
  const equal = engine.result === simjs.result;
  const times = ratio(simjs, engine);
  return {
    id: 'E3',
    what: `peer: SimJS / engine, M/M/1, ${CUSTOMERS} customers`,
    measured: `${shown(times)}${equal ? '' : ', waits differ'}`,
    goal: '>= 1.5, equal waits',
    holds: equal && times >= 1.5,
    stretch: '>= 3',
    numbers: {
      ratio: times,
      simjsMs: median(simjs.times),
      engineMs: median(engine.times),
      meanWaitMicros: engine.result,
      equal,
    },
  };
}

/** E5: nanoseconds for one transition of a small chart. */
export function transitions(): Row {
  const { table, robot } = takeTurns({
    table: () => cycleOnTable(TABLE_STEPS),
    robot: () => cycleInRobot(ROBOT_STEPS),
  });
  const nanoseconds = (times: readonly number[], steps: number) => (median(times) / steps) * 1e6;
  const tableNs = nanoseconds(table.times, TABLE_STEPS);
  const robotNs = nanoseconds(robot.times, ROBOT_STEPS);
  const counted = table.result === TABLE_STEPS / 4 && robot.result === ROBOT_STEPS / 4;
  return {
    id: 'E5',
    what: 'chart: ns per transition, robot3 / compiled table',
    measured: `${shown(robotNs / tableNs, 1)} (${shown(tableNs, 0)} ns)${counted ? '' : ', counts differ'}`,
    goal: '>= 20',
    holds: counted && robotNs / tableNs >= 20,
    numbers: { ratio: robotNs / tableNs, tableNs, robotNs, counted },
  };
}
