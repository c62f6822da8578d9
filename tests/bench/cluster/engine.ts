// The measured cluster on the engine: a model of its own, played by a run with journal and facts.
import type { Acts } from '../../../src/sim/engine/acts';
import { NONE } from '../../../src/sim/engine/facts';
import type { KindDefinition } from '../../../src/sim/engine/kind';
import type { CommandDefinition, Model } from '../../../src/sim/engine/model';
import type { TimedCommand } from '../../../src/sim/engine/command';
import type { BoxSpec, Scenario } from '../../../src/sim/engine/scenario';
import { World } from '../../../src/sim/engine/world';
import { WorldRun } from '../../../src/sim/worldRun';
import { deploymentMachine } from './deployment.machine';
import { nodeMachine } from './node.machine';
import { podMachine } from './pod.machine';
import { END, Nodes, POD_STATES, SEED, checksum, nodeChanges, rolloutGap } from './rules';
import type { ClusterResult, Size } from './rules';

const command = (name: string, on: string, type: string): CommandDefinition => ({
  name,
  on: [on],
  events: () => [{ type }],
});

/** The kinds' effects on one table of nodes; entities are nodes, then the deployment, then pods. */
function modelOf(size: Size): { model: Model; nodes: Nodes; world: () => World } {
  const nodes = new Nodes(size);
  const firstPod = size.nodes + 1;
  let world: World | null = null;
  const createPod = (acts: Acts): void => {
    if (!(acts instanceof World)) throw new Error('Pods are created in a World.');
    world = acts;
    const pod = acts.count - firstPod;
    acts.create('pod', String(pod), { pod }, NONE);
  };
  const pod: KindDefinition = {
    kind: 'pod',
    machine: podMachine,
    effects: {
      askScheduler: (acts, self) => {
        const node = nodes.bind(self - firstPod);
        acts.send(self, node < 0 ? { type: 'NO.ROOM' } : { type: 'BIND', node });
      },
      release: (_, self) => nodes.release(self - firstPod),
      replace: createPod,
    },
    defaults: { pod: 0 },
    standsOn: [],
  };
  const node: KindDefinition = {
    kind: 'node',
    machine: nodeMachine,
    effects: {
      cordon: (_, self) => nodes.setUsable(self, false),
      uncordon: (_, self) => nodes.setUsable(self, true),
      evictAll: (acts, self) => {
        for (const on of nodes.podsOn[self] ?? []) acts.send(on + firstPod, { type: 'KILL' });
      },
    },
    defaults: { node: 0 },
    standsOn: [],
  };
  const deployment: KindDefinition = {
    kind: 'deployment',
    machine: deploymentMachine,
    effects: { createPod },
    defaults: { wanted: 0, gapMicros: 0 },
    standsOn: [],
  };
  const commands = [
    command('roll-out', 'deployment', 'ROLL.OUT'),
    command('fail', 'node', 'FAIL'),
    command('recover', 'node', 'RECOVER'),
  ];
  const worldOf = () => {
    if (world === null) throw new Error('No pod was ever created.');
    return world;
  };
  return { model: { kinds: [node, deployment, pod], commands }, nodes, world: worldOf };
}

function scenarioOf(size: Size): Scenario {
  const boxes: BoxSpec[] = Array.from({ length: size.nodes }, (_, node) => ({
    kind: 'node',
    name: String(node),
    spec: { node },
  }));
  const spec = { wanted: size.pods, gapMicros: rolloutGap(size) };
  boxes.push({ kind: 'deployment', name: 'all', spec });
  return { id: 'cluster', seed: SEED, world: { boxes } };
}

function journalOf(size: Size): readonly TimedCommand[] {
  const rollOut = { at: 0, command: { name: 'roll-out', target: 'deployment/all' } };
  const changes = nodeChanges(size).map(({ at, node, fails }) => ({
    at,
    command: { name: fails ? 'fail' : 'recover', target: `node/${node}` },
  }));
  return [rollOut, ...changes];
}

/** Plays the cluster to its end, or to an instant, through a run: commands journalled, every fact kept. */
export function runOnEngine(size: Size, until = END): ClusterResult {
  const { model, nodes, world: worldOf } = modelOf(size);
  const journal = journalOf(size).filter(({ at }) => at <= until);
  const run = new WorldRun(model, scenarioOf(size), journal, until);
  const world = worldOf();
  const firstPod = size.nodes + 1;
  const ends = checksum(world.count - firstPod, (pod) => {
    const entity = pod + firstPod;
    return {
      state: POD_STATES.indexOf(world.state(entity) as (typeof POD_STATES)[number]),
      restarts: world.amount(entity, 'restarts'),
      probes: world.amount(entity, 'probes'),
      node: world.amount(entity, 'node'),
    };
  });
  return { checksum: ends, events: world.delivered, facts: run.facts.length, kept: { run, nodes } };
}
