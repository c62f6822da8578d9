// Live migrations under the stage: every round so far, each as a part of the VM's memory.
import { expect, it } from 'vitest';
import { movesOf } from '../../../src/layout/stage/moves';
import { createRun, GIBIBYTE, MEBIBYTE, SECOND } from '../../../src/sim';
import { hostOn, vmOn } from '../../fixtures/disks';
import { scenario } from '../../fixtures/worlds';

const boxes = [
  hostOn('disk-a', [
    vmOn('vm-1', 'vdisk/vm-1', { dirtyBytesPerSecond: 40 * MEBIBYTE, workingSetBytes: GIBIBYTE / 2 }),
  ]),
  hostOn('disk-b', []),
  {
    kind: 'disk',
    name: 'shared',
    spec: { host: null, capacityBytes: 16 * GIBIBYTE },
    holds: [{ kind: 'vdisk', name: 'vm-1', spec: { of: 'vm/vm-1' } }],
  },
];

const command = { name: 'migrate-vm', target: 'vm/vm-1', args: { to: 'hypervisor/disk-b' } };

it('shows each round that was, and the whole move once it has arrived', () => {
  const run = createRun(scenario(boxes));
  const moves = () => movesOf(run.view(), run.facts.slice(0, run.factsAtHead));
  expect(moves()).toEqual([]);
  expect(run.do(command)).toMatchObject({ done: true });
  const [first] = moves();
  expect(first).toMatchObject({ to: 'hypervisor/disk-b', round: 1, rounds: [1], isOver: false });

  let most = 1;
  for (let at = 1; run.view().get('vm/vm-1')!.context['peer'] !== null; at += 1) {
    run.seek((at * SECOND) / 50);
    most = Math.max(most, moves()[0]!.round);
  }
  const [last] = moves();
  expect(most).toBeGreaterThan(1);
  expect(last).toMatchObject({ to: 'hypervisor/disk-b', isOver: true, isHopeless: false });
  expect(last!.rounds.length).toBeGreaterThanOrEqual(most);
  expect(last!.rounds).toEqual(last!.rounds.toSorted((one, other) => other - one));
  expect(last!.sentBytes).toBeGreaterThan(GIBIBYTE);
});

it('leaves out a move that was called off', () => {
  const run = createRun(scenario(boxes));
  const moves = () => movesOf(run.view(), run.facts.slice(0, run.factsAtHead));
  run.do(command);
  expect(moves()).toHaveLength(1);
  expect(run.do({ name: 'cancel-migration', target: 'vm/vm-1' })).toMatchObject({ done: true });
  expect(moves()).toEqual([]);
});
