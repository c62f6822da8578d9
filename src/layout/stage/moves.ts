// VMs that are moved while they run: what every round has sent of their memory. Also the move that ended last.
import type { EntityId, Fact } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { toneIn } from './disk';
import type { Tone } from './look';

/** A VM on its way to another host, or arrived there. */
export interface MoveScene {
  readonly id: EntityId;
  /** The hypervisor that it goes to, or has come to. */
  readonly to: EntityId;
  readonly round: number;
  /** What each round so far sends, as parts of the VM's memory; the last is on its way. */
  readonly rounds: readonly number[];
  readonly roundBytes: number;
  /** In the rounds before; of a move that has ended, in all. */
  readonly sentBytes: number;
  /** It would never end. */
  readonly isHopeless: boolean;
  readonly isOver: boolean;
  readonly tone: Tone;
}

/** Facts with which a round begins, its bytes in their data. */
const ROUNDS: readonly string[] = ['vm.round', 'vm.paused', 'vm.pulling'];
const ARRIVALS: readonly string[] = ['vm.migrated', 'vm.pulled'];

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Facts of the last move of a VM, from its beginning on; none where it was never moved. */
function lastMove({ id }: Entity, facts: readonly Fact[]): readonly Fact[] {
  const about = facts.filter((fact) => fact.about === id);
  const start = about.findLastIndex(({ name }) => name === 'vm.migrating');
  return start < 0 ? [] : about.slice(start);
}

function sceneOf(vm: Entity, facts: readonly Fact[], view: WorldView): MoveScene {
  const { peer, round, roundBytes, sentBytes, hopeless } = vm.context;
  const isOver = typeof peer !== 'string';
  const told = lastMove(vm, facts);
  const sent = told
    .filter(({ name }) => ROUNDS.includes(name))
    .map(({ data }) => number(data?.['roundBytes']));
  const all = sent.length > 0 ? sent : [number(roundBytes)];
  const whole = Math.max(1, vm.memory.size ?? 1);
  return {
    id: vm.id,
    to: isOver ? (vm.standsOn ?? '') : peer,
    round: isOver ? all.length : number(round),
    rounds: all.map((bytes) => Math.min(1, bytes / whole)),
    roundBytes: number(roundBytes),
    sentBytes: isOver ? all.reduce((sum, bytes) => sum + bytes, 0) : number(sentBytes),
    isHopeless: !isOver && hopeless === true,
    isOver,
    tone: toneIn(vm.id, view),
  };
}

/** The VMs that are being moved; where there is none, the one that arrived last. */
export function movesOf(view: WorldView, facts: readonly Fact[]): readonly MoveScene[] {
  const vms = view.ofKind('vm');
  const moving = vms.filter(({ context }) => typeof context['peer'] === 'string');
  if (moving.length > 0) return moving.map((vm) => sceneOf(vm, facts, view));
  const last = facts.findLast(({ name }) => ARRIVALS.includes(name) || name === 'vm.migrating');
  const vm = last && ARRIVALS.includes(last.name) ? view.get(last.about ?? '') : undefined;
  return vm === undefined ? [] : [sceneOf(vm, facts, view)];
}
