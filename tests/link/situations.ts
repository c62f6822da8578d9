// Situations to pack and to break: one of lesson 10, forks of it, and a world of its own.
import { deflateRawSync } from 'node:zlib';
import { scenario as lessonTen } from '../../lessons/10-one-kernel-falls/scenario';
import { Digest } from '../../src/sim/engine/digest';
import type { Situation } from '../../src/link/situations';
import { BadSituation, replay, scenarioFor, unpackSituation } from '../../src/link/situations';
import { MODEL_VERSION, SECOND, type Run, type Scenario, type TimedCommand } from '../../src/sim';

export const LESSON = 'one-kernel-falls';

const give = (seconds: number, name: string, target: string): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target },
});

/** host-b has lost its kernel; a container is selected, and the head stands before the end. */
export const fallen: Situation = {
  v: 1,
  model: MODEL_VERSION,
  scenario: { lesson: LESSON, world: 'two-hosts' },
  seed: 10,
  journal: [give(5, 'panic-kernel', 'kernel/vm-2'), give(9, 'panic-kernel', 'kernel/host-b')],
  at: 12 * SECOND,
  selected: 'container/b-cart-1',
  furthest: 20 * SECOND,
};

/** Where the forks below left the run before. */
const from = { run: 0, at: 7 * SECOND, inherited: 1 };
const before = { journal: fallen.journal, furthest: 20 * SECOND };

/** The same until somebody went back to before the second panic and pulled the plug of host-a. */
export const forked: Situation = {
  ...fallen,
  v: 2,
  journal: [fallen.journal[0]!, give(7, 'pull-plug', 'host/host-a')],
  runs: [before, { from }],
};

/** As version 1 wrote it. */
export const forkedOfOne = (() => {
  const { runs: _, ...rest } = forked;
  return { ...rest, v: 1, fork: { at: 7 * SECOND, ...before } };
})();

/** A fork whose only command was taken back. */
export const emptied: Situation = {
  ...forked,
  journal: [fallen.journal[0]!],
  selected: null,
  runs: [{ ...before, beside: true }, { from }],
};

/** A fork that was told something only later than where it left. */
export const late: Situation = {
  ...forked,
  journal: [fallen.journal[0]!, give(8, 'pull-plug', 'host/host-a')],
};

/** The run that was left is looked at, and its forks are kept. */
export const parted: Situation = {
  ...fallen,
  v: 2,
  runs: [
    {},
    { from, journal: forked.journal, furthest: 20 * SECOND, beside: true },
    { from: { run: 0, at: 3 * SECOND, inherited: 0 }, journal: [], furthest: 4 * SECOND },
  ],
};

/** A fork of a fork, beside a run that left the first; what the first shared with both was taken back in it. */
export const family: Situation = {
  ...forked,
  runs: [
    { journal: [], furthest: 20 * SECOND },
    { from, journal: [fallen.journal[0]!], furthest: 20 * SECOND, beside: true },
    { from: { run: 1, at: 7 * SECOND, inherited: 1 } },
    { from: { run: 0, at: 6 * SECOND, inherited: 1 }, journal: [fallen.journal[0]!], furthest: 6 * SECOND },
  ],
};

/** A world that no lesson has. */
export const own: Situation = {
  v: 1,
  model: MODEL_VERSION,
  scenario: {
    id: 'own',
    world: {
      boxes: [
        {
          kind: 'host',
          name: 'tiny',
          spec: { cores: 2 },
          holds: [{ kind: 'kernel', name: 'tiny', holds: [{ kind: 'process', name: 'web' }] }],
        },
      ],
      faults: [give(3, 'kill-process', 'process/web')],
    },
  },
  seed: 1,
  journal: [],
  at: 5 * SECOND,
  selected: null,
};

/** The worlds of lesson 10, as a page finds them. */
export function findWorld(lesson: string, world: string): Scenario['world'] {
  if (lesson !== LESSON) throw new BadSituation({ code: 'unknown-lesson', lesson });
  const spec = Object.hasOwn(lessonTen.worlds, world) ? lessonTen.worlds[world] : undefined;
  if (spec === undefined) throw new BadSituation({ code: 'unknown-world', lesson, world });
  return spec;
}

/** Everything a page does with a situation before it shows it. */
export async function runOf(situation: Situation): Promise<Run> {
  return replay(situation, await scenarioFor(situation, findWorld));
}

/** Everything a page does with a link. */
export async function follow(link: string): Promise<Run> {
  return runOf(await unpackSituation(link));
}

/** Packs any bytes as a link whose length and checksum are right, so that what is inside is looked at. */
export function sealed(bytes: Buffer): string {
  const packed = bytes.toString('base64url');
  const digest = new Digest();
  digest.text(packed);
  return ['1', packed.length.toString(36), digest.toString().slice(0, 8), packed].join('.');
}

/** Packs any text as a link that is right from outside. */
export const sealedText = (text: string): string => sealed(deflateRawSync(Buffer.from(text), { level: 9 }));

/** Packs any value so. */
export const sealedJson = (value: unknown): string => sealedText(JSON.stringify(value));
