// How much a fact matters when one instant has to be told by one fact, and when playback shall slow down.
import type { AnswerName, HitchName, TurnName } from '../../sim/rooms/answers';

/** Verbs of facts that end something by themselves, not because what they stand on fell. */
const BREAKS = new Set([
  'lost-power',
  'crashed',
  'panicked',
  'exited',
  'killed',
  'oom-killed',
  'given-up',
  'refused',
  'broke',
  'held',
  'not-loaded',
  'unhealthy',
]);
/** Verbs of facts that bring something, or bring it back, or take it away in order. */
const ARRIVALS = new Set([
  'up',
  'started',
  'running',
  'built',
  'pulled',
  'placed',
  'removed',
  'stopped',
  'swapped-in',
  'healthy',
]);

/** What a command came to, where nothing else shows it: its sentence holds the command as well. */
const ANSWERS: Readonly<Record<AnswerName, true>> = {
  'builder.failed': true,
  'builder.not-pushed': true,
  'builder.pruned': true,
  'container.looked-for': true,
  'image.failed': true,
  'image.scanned': true,
  'process.not-loaded': true,
  'runtime.pruned': true,
};
/** What nothing else shows either, but answers no command. */
const HITCHES: Readonly<Record<HitchName, true>> = { 'image.retrying': true };
/** What has a mark though it was neither done nor broke. */
const TURNS: Readonly<Record<TurnName, true>> = {
  'vm.ballooned': true,
  'vm.migrated': true,
  'vm.not-converging': true,
  'vm.swapping': true,
  'vm.swapped-in': true,
};

/** 3: a command, its answer, a hitch or the scenario's fault. 2: something broke. 1: something is there. 0: a consequence on the way. */
export function weightOf(name: string): number {
  if (isDeed(name)) return 3;
  if (isBreak(name)) return 2;
  return ARRIVALS.has(verbOf(name)) && !name.startsWith('scenario.') ? 1 : 0;
}

/** Whether the fact reports a command or a fault of the scenario. */
export function isGiven(name: string): boolean {
  return name.startsWith('command.') || name.startsWith('fault.');
}

/** Whether the fact says what a command came to. */
export function isAnswer(name: string): boolean {
  return Object.hasOwn(ANSWERS, name);
}

/** Whether the fact tells what nothing else shows: it is given, an answer or a hitch. */
export function isDeed(name: string): boolean {
  return isGiven(name) || isAnswer(name) || Object.hasOwn(HITCHES, name);
}

/** Whether something began or ended by itself that no lane shows. */
export function isTurn(name: string): boolean {
  return Object.hasOwn(TURNS, name);
}

/** Whether a mark of what was done says this instead: what was found, or the number of what was made. */
export function saysMore(name: string): boolean {
  return name === ('container.looked-for' satisfies AnswerName) || name === 'vm.snapshot-taken';
}

/** Whether something ended by itself in this fact: a panic, a crash, an exit. */
export function isBreak(name: string): boolean {
  return BREAKS.has(verbOf(name));
}

function verbOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}
