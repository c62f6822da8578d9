// What a live migration does in the world: memory held on two hosts, rounds judged by the hypervisor's stop rule.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import {
  afterRound,
  bandwidthOf,
  firstRound,
  neverConverges,
  timeToSend,
  type Round,
  type Writer,
} from '../../resources/migration';
import { QEMU, QEMU_AUTO_CONVERGE, XEN, type StopRule } from '../../resources/stopRules';
import { isOvercommitted } from '../memory/overcommit';
import { setting } from '../settings';
import { below } from '../standing/fall';
import { NOTHING_TOUCHED } from './facts';
import type { Moving } from './moving';

const MICROS_PER_MS = 1_000;

/** When a hypervisor stops copying. Those without a rule of their own here are told as QEMU. */
function stopRuleOf(reader: Reader, vm: EntityNumber, mode: string): StopRule {
  if (reader.value(reader.floor(vm), 'product') === 'xen') return XEN;
  return mode === 'auto-converge' ? QEMU_AUTO_CONVERGE : QEMU;
}

/** Bytes a second between two hypervisors: what the slower of their hosts' networks gives. */
export function networkBetween(reader: Reader, one: EntityNumber, other: EntityNumber): number {
  const speeds = [one, other].map((each) =>
    reader.amount(below(reader, each, 'host'), 'networkBytesPerSecond'),
  );
  return Math.min(...speeds);
}

/** Bytes that a VM needs where it goes: all it was given, or what it has touched. */
export function bytesAtPeer(reader: Reader, vm: EntityNumber, peer: EntityNumber): number {
  if (!isOvercommitted(reader, peer)) return reader.amount(vm, 'memoryBytes');
  return Math.max(reader.amount(vm, 'touchedBytes'), reader.chargedBytes(vm));
}

/** What the first round sends: all memory. */
export function firstChange(
  reader: Reader,
  vm: EntityNumber,
  peer: EntityNumber,
  mode: string,
): Partial<Moving> {
  const round = firstRound(writerOf(reader, vm));
  const perSecond = bandwidthOf(networkBetween(reader, reader.floor(vm), peer), stopRuleOf(reader, vm, mode));
  const roundMs = timeToSend(round.bytes, perSecond) / MICROS_PER_MS;
  return { ...changeOf(round), roundMs, hopeless: false };
}

/** The guest writes as long as something in it runs. */
function writerOf(reader: Reader, vm: EntityNumber): Writer {
  const runs = programsIn(reader, vm);
  return {
    ramBytes: reader.amount(vm, 'memoryBytes'),
    dirtyBytesPerSecond: runs ? reader.amount(vm, 'dirtyBytesPerSecond') : 0,
    workingSetBytes: reader.amount(vm, 'workingSetBytes'),
  };
}

/** Whether a program runs in a box, however deep. */
export function programsIn(reader: Reader, box: EntityNumber): boolean {
  return reader
    .above(box)
    .some(
      (above) => (reader.kind(above) === 'process' && reader.has(above, 'up')) || programsIn(reader, above),
    );
}

function changeOf({ round, bytes, sentBytes, throttlePercent, highRounds }: Round): Partial<Moving> {
  return { round, roundBytes: bytes, sentBytes, throttlePercent, highRounds };
}

function roundOf(reader: Reader, vm: EntityNumber): Round {
  return {
    round: reader.amount(vm, 'round'),
    bytes: reader.amount(vm, 'roundBytes'),
    sentBytes: reader.amount(vm, 'sentBytes'),
    throttlePercent: reader.amount(vm, 'throttlePercent'),
    highRounds: reader.amount(vm, 'highRounds'),
  };
}

/** The other hypervisor keeps the memory ready that it will need. */
export function holdAtPeer(acts: Acts, self: EntityNumber): void {
  const peer = acts.find(acts.value(self, 'peer') as string);
  holdMore(acts, peer, acts.amount(self, 'peerBytes'));
}

/** A round is sent: another one, the last one, or the guest goes over first. */
export function judgeRound(acts: Acts, self: EntityNumber): void {
  const mode = acts.value(self, 'mode') as string;
  const peer = acts.find(acts.value(self, 'peer') as string);
  const rule = stopRuleOf(acts, self, mode);
  const perSecond = bandwidthOf(networkBetween(acts, acts.floor(self), peer), rule);
  const writer = writerOf(acts, self);
  const sent = roundOf(acts, self);
  const { next, stop } = afterRound(sent, writer, perSecond, rule);
  // Nobody sees that it goes on for ever while rounds still get shorter.
  const isNoShorter = next.bytes >= sent.bytes;
  const change = {
    ...changeOf(next),
    roundMs: timeToSend(next.bytes, perSecond) / MICROS_PER_MS,
    hopeless: stop === null && mode !== 'post-copy' && isNoShorter && neverConverges(writer, perSecond, rule),
  };
  const type = stop !== null ? 'LAST.ROUND' : mode === 'post-copy' ? 'PULL' : 'ROUND';
  acts.send(self, { type, change });
}

/** The guest runs where it went, the memory that it left is pulled after it. */
export function switchOver(acts: Acts, self: EntityNumber): void {
  const source = acts.floor(self);
  const left = acts.heldBytes(self);
  letGoAtPeer(acts, self);
  arrive(acts, self);
  holdMore(acts, source, left);
  acts.send(self, { type: 'PEER', change: { peer: acts.id(source), peerBytes: left } });
}

/** The guest stands on the other hypervisor, and takes its memory as that one gives it. */
export function arrive(acts: Acts, self: EntityNumber): void {
  const source = acts.floor(self);
  const target = acts.find(acts.value(self, 'peer') as string);
  acts.standOn(self, target);
  if (isOvercommitted(acts, source)) acts.send(source, { type: 'MEMORY.CHANGED' });
  if (isOvercommitted(acts, target)) {
    acts.send(target, { type: 'MEMORY.CHANGED' });
  } else {
    acts.hold(self, acts.amount(self, 'memoryBytes'));
    acts.send(self, { type: 'MEMORY.SETTLED', ...NOTHING_TOUCHED });
  }
}

/** A VM that is off stands on the other hypervisor, with nothing in memory. */
export function moveOff(acts: Acts, self: EntityNumber): void {
  acts.standOn(self, acts.find(acts.value(self, 'peer') as string));
  acts.send(self, setting('peer', null));
}

/** However it ended: the other hypervisor keeps nothing ready any more. */
export function endMigration(acts: Acts, self: EntityNumber): void {
  letGoAtPeer(acts, self);
  acts.send(self, setting('peer', null));
  acts.send(self, setting('peerBytes', 0));
  acts.send(self, setting('throttlePercent', 0));
}

function letGoAtPeer(acts: Acts, self: EntityNumber): void {
  const peer = acts.find(acts.value(self, 'peer') as string);
  if (peer !== NONE && acts.has(peer, 'holds-memory')) holdMore(acts, peer, -acts.amount(self, 'peerBytes'));
}

function holdMore(acts: Acts, hypervisor: EntityNumber, more: number): void {
  acts.hold(hypervisor, acts.heldBytes(hypervisor) + more);
  if (isOvercommitted(acts, hypervisor)) acts.send(hypervisor, { type: 'MEMORY.CHANGED' });
}
