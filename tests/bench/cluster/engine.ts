// The measured cluster on the engine: a model of its own, played with journal and facts.
import type { Acts } from '../../../src/sim/engine/acts';
import { buildWorld } from '../../../src/sim/engine/buildWorld';
import { NONE } from '../../../src/sim/engine/facts';
import type { KindDefinition } from '../../../src/sim/engine/kind';
import type { CommandDefinition, Model } from '../../../src/sim/engine/model';
import type { TimedCommand } from '../../../src/sim/engine/command';
import type { BoxSpec, Scenario } from '../../../src/sim/engine/scenario';
import { World } from '../../../src/sim/engine/world';
import { Player } from '../../../src/sim/player';
import type { Run } from '../../../src/sim/run';
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

/** A world as an effect sees it, with its table of nodes. */
function tableIn(acts: Acts): { readonly world: World; readonly nodes: Nodes } {
  if (!(acts instanceof World && acts.store instanceof Nodes))
    throw new Error('The cluster needs its World.');
  return { world: acts, nodes: acts.store };
}

/** The kinds' effects on the table of nodes; entities are nodes, then the deployment, then pods. */
function modelOf(size: Size): Model {
  const firstPod = size.nodes + 1;
  const createPod = (acts: Acts): void => {
    const pod = acts.count - firstPod;
    tableIn(acts).world.create('pod', String(pod), { pod }, NONE);
  };
  const pod: KindDefinition = {
    kind: 'pod',
    machine: podMachine,
    effects: {
      askScheduler: (acts, self) => {
        const node = tableIn(acts).nodes.bind(self - firstPod);
        acts.send(self, node < 0 ? { type: 'NO.ROOM' } : { type: 'BIND', node });
      },
      release: (acts, self) => tableIn(acts).nodes.release(self - firstPod),
      replace: createPod,
    },
    defaults: { pod: 0 },
    standsOn: [],
  };
  const node: KindDefinition = {
    kind: 'node',
    machine: nodeMachine,
    effects: {
      cordon: (acts, self) => tableIn(acts).nodes.setUsable(self, false),
      uncordon: (acts, self) => tableIn(acts).nodes.setUsable(self, true),
      evictAll: (acts, self) => {
        for (const on of tableIn(acts).nodes.podsOn[self] ?? []) acts.send(on + firstPod, { type: 'KILL' });
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
  return { kinds: [node, deployment, pod], commands, store: () => new Nodes(size) };
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

/** The cluster as a model, a scenario, and the commands that are given in it. */
export function cluster(size: Size): { model: Model; scenario: Scenario; journal: readonly TimedCommand[] } {
  return { model: modelOf(size), scenario: scenarioOf(size), journal: journalOf(size) };
}

/** A run of the cluster, played to its end. */
export function clusterRun(size: Size): Run {
  const { model, scenario, journal } = cluster(size);
  return new WorldRun(model, scenario, journal, END);
}

/** Plays the cluster to its end as a run does, commands journalled and every fact kept, but without keyframes. */
export function runOnEngine(size: Size): ClusterResult {
  const { model, scenario, journal } = cluster(size);
  const world = buildWorld(model, scenario);
  new Player(model, world).playTo(END, journal);
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
  return { checksum: ends, events: world.delivered, facts: world.facts.length, kept: world };
}
