// How an artifact comes to a box, and what becomes of it there.
import type { Acts, Effect, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { timeToSend } from '../../resources/migration';
import { asText, filesIn } from '../filesystem/text';
import { cpuUnder, hostUnder, osUnder, rootOf } from '../filesystem/ground';
import { isAlive } from '../refusals';
import { runtimeOn } from '../runtime/containers';

const MICROS_PER_MS = 1_000;

/** A runtime reads an image's manifest before it pulls anything; everybody else takes what is sent. */
function offer(acts: Acts, self: EntityNumber): void {
  const to = acts.find(acts.value(self, 'to') as string);
  const error = acts.value(self, 'form') === 'container-image' ? manifestError(acts, self, to) : null;
  if (error !== null) {
    acts.send(self, { type: 'REFUSED', error });
    return;
  }
  const sendMs = timeToSend(acts.amount(self, 'bytes'), networkTo(acts, self, to)) / MICROS_PER_MS;
  acts.send(self, { type: 'TAKEN', sendMs });
}

/**
 * What Docker says to an image for another platform: moby daemon/containerd and distribution/pull_v2.go. One image for
 * another CPU type alone is pulled with a warning; out of a list nothing is taken that does not fit.
 */
function manifestError(acts: Acts, self: EntityNumber, to: EntityNumber): string | null {
  const [os, cpu] = [osUnder(acts, to), cpuUnder(acts, to)];
  const fitsOs = acts.value(self, 'os') === os;
  if (acts.value(self, 'list') === true) {
    const fits = fitsOs && (acts.value(self, 'cpu') as string).split(' ').includes(cpu);
    return fits ? null : `no matching manifest for ${os}/${cpu} in the manifest list entries`;
  }
  return fitsOs ? null : `image operating system "${acts.value(self, 'os')}" cannot be used on this platform`;
}

function networkTo(acts: Acts, self: EntityNumber, to: EntityNumber): number {
  const from = acts.find((acts.value(self, 'from') as string | null) ?? '');
  const ends = [from, hostUnder(acts, to)].filter((host) => host !== NONE);
  return Math.min(...ends.map((host) => acts.amount(host, 'networkBytesPerSecond')));
}

/** What arrived is unpacked, and what was shipped to be run is started; where nobody is up any more, it is lost. */
function arrive(acts: Acts, self: EntityNumber): void {
  const to = acts.find(acts.value(self, 'to') as string);
  const data = { to: acts.id(to), bytes: acts.amount(self, 'bytes') };
  const taker = takerOf(acts, to);
  if (taker === NONE || !acts.has(taker, 'up')) {
    acts.tell(self, 'artifact.lost', data);
    return;
  }
  acts.tell(self, 'artifact.arrived', data);
  acts.send(rootOf(acts, to), { type: 'WRITE', files: filesFor(acts, self, to) });
  if (acts.kind(to) !== 'kernel' && !isAlive(acts, to)) acts.send(to, { type: 'START' });
}

/** Who must be up to take in what is sent: an OS its packages, a runtime its images, else what the box stands on. */
function takerOf(reader: Reader, to: EntityNumber): EntityNumber {
  if (reader.kind(to) === 'kernel') return to;
  return reader.kind(to) === 'container' ? runtimeOn(reader, reader.floor(to)) : reader.floor(to);
}

/** Of several images under one name, the one for this CPU type. */
function filesFor(reader: Reader, self: EntityNumber, to: EntityNumber): string {
  const text = reader.value(self, 'files') as string;
  if (reader.value(self, 'list') !== true) return text;
  const cpu = cpuUnder(reader, to);
  return asText(filesIn(text).map((file) => (file.cpu === undefined ? file : { ...file, cpu })));
}

export const artifactEffects: Readonly<Record<string, Effect>> = { offer, arrive };
