// The measured cluster as XState means it: one actor for each pod and node, each a system of its own (the
// fastest form), all on one virtual clock.
import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import { MS } from '../../../src/sim/engine/time';
import { VirtualClock } from './virtualClock';
import { nodeMachine } from './node.machine';
import { podMachine } from './pod.machine';
import { END, Nodes, POD_STATES, checksum, nodeChanges, rolloutGap } from './rules';
import type { ClusterResult, Size } from './rules';

/** Plays the cluster to its end. Actors keep no facts. */
export function runAsActors(size: Size): ClusterResult {
  const clock = new VirtualClock();
  const nodes = new Nodes(size);
  const pods: Actor<typeof podMachine>[] = [];
  const create = (): void => {
    pods.push(createActor(pod, { clock, input: { pod: pods.length } }).start());
  };
  const pod = podMachine.provide({
    actions: {
      askScheduler: ({ context, self }) => {
        const node = nodes.bind(context.pod);
        self.send(node < 0 ? { type: 'NO.ROOM' } : { type: 'BIND', node });
      },
      release: ({ context }) => nodes.release(context.pod),
      // In its turn: an actor must not be started inside the action of another.
      replace: () => clock.setTimeout(create, 0),
    },
  });
  const node = nodeMachine.provide({
    actions: {
      cordon: ({ context }) => nodes.setUsable(context.node, false),
      uncordon: ({ context }) => nodes.setUsable(context.node, true),
      evictAll: ({ context }) => {
        for (const on of nodes.podsOn[context.node] ?? []) pods[on]?.send({ type: 'KILL' });
      },
    },
  });
  const all = Array.from({ length: size.nodes }, (_, index) =>
    createActor(node, { clock, input: { node: index } }).start(),
  );
  const gap = rolloutGap(size);
  for (let i = 0; i < size.pods; i++) clock.setTimeout(create, (i * gap) / MS);
  for (const change of nodeChanges(size))
    clock.setTimeout(
      () => all[change.node]?.send({ type: change.fails ? 'FAIL' : 'RECOVER' }),
      change.at / MS,
    );
  clock.runUntil(END);
  const ends = checksum(pods.length, (index) => {
    const { value, context } = pods[index]!.getSnapshot();
    return { ...context, state: POD_STATES.indexOf(value) };
  });
  return { checksum: ends, events: clock.fired, facts: 0, kept: { pods, all, clock } };
}
