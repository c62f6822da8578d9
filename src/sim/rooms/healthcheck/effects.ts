// How Docker looks: it runs the check inside the container, and waits for the answer of the program there.
import type { Acts, Effect, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { MS } from '../../engine/time';
import { isHeldBack } from '../cgroup/effects';
import { nameOf } from '../disk/files';
import { isChainUp } from '../monitor/beside';
import { isDocker, runtimeOn } from '../runtime/containers';
import { isStandingStill } from '../standing/fall';

/** The container that a check is of, by its name. */
const containerOf = (reader: Reader, self: EntityNumber) => reader.find(`container/${nameOf(reader, self)}`);

/** The check of a container, or NONE. */
const checkOf = (reader: Reader, container: EntityNumber) =>
  reader.find(`healthcheck/${nameOf(reader, container)}`);

/** Only Docker's daemon looks: containerd and CRI-O leave that to whoever uses them. */
export function looksAfter(reader: Reader, daemon: EntityNumber): boolean {
  return daemon !== NONE && reader.has(daemon, 'up') && isDocker(reader, daemon);
}

/** A container runs, and so does the daemon that looks: it begins anew. */
export function begin(acts: Acts, container: EntityNumber): void {
  const check = checkOf(acts, container);
  if (check !== NONE && looksAfter(acts, runtimeOn(acts, acts.floor(container))))
    acts.send(check, { type: 'BEGIN' });
}

/** Nobody looks any more: the container has ended, or the daemon has. */
export function end(acts: Acts, container: EntityNumber): void {
  const check = checkOf(acts, container);
  if (check !== NONE) acts.send(check, { type: 'END' });
}

/** The first process of a container: what answers. */
const mainOf = (reader: Reader, container: EntityNumber) => reader.above(container)[0] ?? NONE;

/** A program that waits for memory does not answer at all; the look ends at its timeout. */
function look(acts: Acts, self: EntityNumber): void {
  const main = mainOf(acts, containerOf(acts, self));
  const timeoutMs = acts.amount(self, 'timeoutMs');
  const isStuck = main !== NONE && isHeldBack(acts, main);
  acts.send(self, {
    type: 'LOOKING',
    lookMs: isStuck ? timeoutMs : Math.min(timeoutMs, acts.amount(self, 'answerMs')),
  });
}

/** How a look ended. */
function outcomeOf(reader: Reader, self: EntityNumber): string {
  const container = containerOf(reader, self);
  const main = mainOf(reader, container);
  if (!isChainUp(reader, reader.floor(container))) return 'not-run';
  if (main === NONE || !reader.has(main, 'up')) return 'refused';
  if (isHeldBack(reader, main) || reader.amount(self, 'answerMs') > reader.amount(self, 'timeoutMs'))
    return 'timeout';
  return reader.has(main, 'serving') ? 'passed' : 'errors';
}

/** A daemon in a VM that stands still waits for no answer, and no timeout of it ends: that look says nothing. */
function judge(acts: Acts, self: EntityNumber): void {
  const container = containerOf(acts, self);
  if (isStandingStill(acts, container)) {
    acts.send(self, { type: 'SKIPPED' });
    return;
  }
  const started = acts.since(container);
  acts.send(self, {
    type: 'LOOKED',
    lastLook: outcomeOf(acts, self),
    beganMs: Math.floor((acts.since(self) - started) / MS),
    endedMs: Math.floor((acts.now - started) / MS),
  });
}

export const healthcheckEffects: Readonly<Record<string, Effect>> = { look, judge };
