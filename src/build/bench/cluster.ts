// E1, E2, E6, E7: the measured cluster on the engine, by hand, and as actors.
import { runAsActors } from '../../../tests/bench/cluster/actors';
import { runOnEngine } from '../../../tests/bench/cluster/engine';
import type { ClusterResult, Size } from '../../../tests/bench/cluster/rules';
import { runByHand } from '../../../tests/bench/cluster/switch';
import { bytesKept, ratio, takeTurns } from './measure';
import type { Timed } from './measure';
import { shown } from './row';
import type { Row } from './row';
import { median } from './statistics';

const SMALL: Size = { pods: 2_000, nodes: 40 };
const MIDDLE: Size = { pods: 10_000, nodes: 200 };
const LARGE: Size = { pods: 150_000, nodes: 5_000 };

const name = ({ pods, nodes }: Size) => `${pods} pods, ${nodes} nodes`;
const endOf = (timed: Timed<ClusterResult>) => timed.result.checksum;
const milliseconds = (timed: Timed<unknown>) => median(timed.times);

/** E1: engine with facts and journal against the hand-written switch, bare; the switch with facts beside it. */
export function limit(): Row {
  const { engine, bare, logging } = takeTurns({
    engine: () => runOnEngine(MIDDLE),
    bare: () => runByHand(MIDDLE, false),
    logging: () => runByHand(MIDDLE, true),
  });
  const equal = endOf(engine) === endOf(bare) && endOf(engine) === endOf(logging);
  const overBare = ratio(engine, bare);
  return {
    id: 'E1',
    what: `limit: engine / hand-written switch, ${name(MIDDLE)}`,
    measured: `${shown(overBare)} (switch with facts: ${shown(ratio(engine, logging))})${equal ? '' : ', ends differ'}`,
    goal: '<= 2.0, equal ends',
    holds: equal && overBare <= 2,
    stretch: '<= 1.4',
    numbers: {
      ratio: overBare,
      ratioWithFacts: ratio(engine, logging),
      engineMs: milliseconds(engine),
      switchMs: milliseconds(bare),
      switchWithFactsMs: milliseconds(logging),
      engineEvents: engine.result.events,
      switchEvents: bare.result.events,
      facts: engine.result.facts,
      checksum: endOf(engine),
      equal,
    },
  };
}

/** E2: an XState actor for each pod and node against the engine. */
export function actors(): Row {
  const { engine, actor } = takeTurns({
    engine: () => runOnEngine(SMALL),
    actor: () => runAsActors(SMALL),
  });
  const equal = endOf(engine) === endOf(actor);
  const times = ratio(actor, engine);
  return {
    id: 'E2',
    what: `actors: actor per pod / engine, ${name(SMALL)}`,
    measured: `${shown(times, 1)}${equal ? '' : ', ends differ'}`,
    goal: '>= 10, equal ends',
    holds: equal && times >= 10,
    stretch: '>= 20',
    numbers: { ratio: times, actorsMs: milliseconds(actor), engineMs: milliseconds(engine), equal },
  };
}

/** E6: events a second at 150,000 pods against 10,000: nothing grows faster than the world. */
export function scale(): Row {
  const { middle, large } = takeTurns({
    middle: () => runOnEngine(MIDDLE),
    large: () => runOnEngine(LARGE),
  });
  const rate = (timed: Timed<ClusterResult>) =>
    median(timed.times.map((time) => (timed.result.events / time) * 1_000));
  const equal = endOf(large) === runByHand(LARGE, false).checksum;
  const share = rate(large) / rate(middle);
  return {
    id: 'E6',
    what: `scale: events/s at ${name(LARGE)} / at ${name(MIDDLE)}`,
    measured: `${shown(share)} (${shown(rate(large) / 1e6)} M/s)${equal ? '' : ', ends differ'}`,
    goal: '>= 0.5, equal ends',
    holds: equal && share >= 0.5,
    stretch: '>= 0.8',
    numbers: { ratio: share, perSecondLarge: rate(large), perSecondMiddle: rate(middle), equal },
  };
}

/** E7: bytes alive for each pod after the run, the log of facts included. */
export function memory(): Row {
  const perPod = (make: () => ClusterResult) => bytesKept(() => make().kept) / MIDDLE.pods;
  const engine = perPod(() => runOnEngine(MIDDLE));
  const byHand = perPod(() => runByHand(MIDDLE, true));
  const bare = perPod(() => runByHand(MIDDLE, false));
  return {
    id: 'E7',
    what: `memory: bytes per pod, engine / by hand with facts, ${name(MIDDLE)}`,
    measured: `${shown(engine / byHand)}; ${shown(engine, 0)} B (by hand ${shown(byHand, 0)} B, without facts ${shown(bare, 0)} B)`,
    goal: '<= 2; <= 400 B',
    holds: engine / byHand <= 2 && engine <= 400,
    stretch: '<= 1.3',
    numbers: { ratio: engine / byHand, engineBytes: engine, byHandBytes: byHand, byHandBareBytes: bare },
  };
}
