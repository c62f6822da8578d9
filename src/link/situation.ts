// A situation: one instant of one run, as links, files and slides carry it. Public: versioned and documented.
import * as v from 'valibot';
import {
  MODEL_VERSION,
  type BoxSpec,
  type EntityId,
  type Micros,
  type Scalar,
  type TimedCommand,
  type WorldSpec,
} from '../sim';
import {
  MOST_AT,
  MOST_BOXES,
  MOST_COMMANDS,
  MOST_CORES,
  MOST_DEPTH,
  MOST_RUNS,
  MOST_WORD,
  MOST_TEXT,
} from './limits';
import { pack, unpack } from './packing';
import { BadSituation } from './problem';
import { areRuns, runsOf, withLeft } from './runs';

/** The versions of the format below: the second came with `runs`. */
const FORMATS = [1, 2] as const;

/** What a run starts from: a world of a lesson by its name, or a world that is brought along. */
export type ScenarioSource =
  { readonly lesson: string; readonly world: string } | { readonly id: string; readonly world: WorldSpec };

/** Where a run left another one. */
export interface Parting {
  /** The run that it left, by its place among all of them. */
  readonly run: number;
  readonly at: Micros;
  /** So many of its commands it has from there. */
  readonly inherited: number;
}

/** One of several runs of a situation. */
export interface KeptRun {
  /** Absent for the first. */
  readonly from?: Parting | undefined;
  /** All of its commands, those that it has from another run included; absent for the run that is shown. */
  readonly journal?: readonly TimedCommand[] | undefined;
  /** How far it was played, when that is later than its last command. */
  readonly furthest?: Micros | undefined;
  /** It stands beside the one that is shown. */
  readonly beside?: true | undefined;
}

/** One instant of one run, and the other runs of the same world. */
export interface Situation {
  /** 2 with other runs, else 1: so it can be read where other runs are not known yet. */
  readonly v: (typeof FORMATS)[number];
  /** The version of the model that it was made with. */
  readonly model: number;
  readonly scenario: ScenarioSource;
  readonly seed: number;
  /** Of the run that is shown, in order of time; commands after `at` are the known future. */
  readonly journal: readonly TimedCommand[];
  readonly at: Micros;
  readonly selected: EntityId | null;
  /** How far the run was played, when that is later than `at` and its last command. */
  readonly furthest?: Micros | undefined;
  /** All runs in order of creation, when there are several. */
  readonly runs?: readonly KeptRun[] | undefined;
}

const micros = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[A-Za-z0-9._-]+$/), v.maxLength(120));
const scalar = v.union([
  v.pipe(v.string(), v.maxLength(MOST_WORD)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
]);
const scalars = v.pipe(v.record(name, scalar), v.maxEntries(40));
const command = v.strictObject({ name, target: id, args: v.exactOptional(scalars) });
const timed = v.strictObject({ at: micros, command });
const journal = v.pipe(
  v.array(timed),
  v.check((entries) => entries.every(({ at }, index) => at >= (entries[index - 1]?.at ?? 0))),
);
/** Each core is drawn and shared out by itself. */
const hasFewCores = ({ cores, vcpus }: Readonly<Record<string, Scalar>>) =>
  [cores, vcpus].every((count) => typeof count !== 'number' || count <= MOST_CORES);
const box: v.GenericSchema<BoxSpec> = v.strictObject({
  kind: slug,
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]+$/), v.maxLength(80)),
  spec: v.exactOptional(v.pipe(scalars, v.check(hasFewCores))),
  needs: v.exactOptional(v.pipe(v.array(id), v.maxLength(100))),
  holds: v.exactOptional(v.array(v.lazy(() => box))),
});
const world = v.strictObject({ boxes: v.array(box), faults: v.exactOptional(v.array(timed)) });

const isOne = v.exactOptional(v.literal(true));
/** Version 1 had one other run: that which the shown one left. */
const left = v.strictObject({ at: micros, journal, furthest: v.exactOptional(micros), beside: isOne });
const parting = v.strictObject({ run: micros, at: micros, inherited: micros });
const kept = v.strictObject({
  from: v.exactOptional(parting),
  journal: v.exactOptional(journal),
  furthest: v.exactOptional(micros),
  beside: isOne,
});

const entries = {
  model: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  scenario: v.union([v.strictObject({ lesson: slug, world: slug }), v.strictObject({ id: name, world })]),
  seed: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
  journal,
  at: micros,
  selected: v.nullable(id),
  furthest: v.exactOptional(micros),
};
const situation = v.variant('v', [
  v.strictObject({ v: v.literal(1), ...entries, fork: v.exactOptional(left) }),
  v.strictObject({ v: v.literal(2), ...entries, runs: v.pipe(v.array(kept), v.maxLength(MOST_RUNS)) }),
]);

/** Names that an object of ours never has, and that make trouble in careless hands. */
const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

/** The situation as the characters behind `s=`. */
export function packSituation(given: Situation): Promise<string> {
  return pack(JSON.stringify(given));
}

/** Reads what stood behind `s=`. Throws BadSituation. `model` is the version of the model that shall replay it. */
export async function unpackSituation(link: string, model = MODEL_VERSION): Promise<Situation> {
  return readSituation(await unpack(link), model);
}

/** The situation as the text of a file. */
export function writeSituation(given: Situation): string {
  return `${JSON.stringify(given, null, 2)}\n`;
}

/** Reads the text of a file, or of an unpacked link. Throws BadSituation. */
export function readSituation(text: string, model = MODEL_VERSION): Situation {
  if (text.length > MOST_TEXT) throw new BadSituation({ code: 'too-large', most: MOST_TEXT });
  const value = parse(text);
  checkForm(value);
  checkVersions(value, model);
  const parsed = v.safeParse(situation, value, { abortEarly: true });
  if (!parsed.success)
    throw new BadSituation({ code: 'malformed', where: v.getDotPath(parsed.issues[0]) ?? '' });
  const { fork, ...given } = { fork: undefined, ...parsed.output };
  const read = fork === undefined ? given : withLeft(given, fork);
  if (!areRuns(read))
    throw new BadSituation({ code: 'malformed', where: fork === undefined ? 'runs' : 'fork' });
  checkTimes(read);
  return read;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadSituation({ code: 'not-json' });
  }
}

/** Counts what is in there without recursion, so that nothing that comes after can be led too deep or too far. */
function checkForm(value: unknown): void {
  const open: { value: unknown; key: string; depth: number }[] = [{ value, key: '', depth: 0 }];
  let boxes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { key, depth } = next;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (depth > MOST_DEPTH) throw new BadSituation({ code: 'malformed', where: key });
    const entries = Object.entries(next.value);
    if (Array.isArray(next.value)) {
      if (key === 'boxes' || key === 'holds') boxes += entries.length;
      const isList = key === 'journal' || key === 'faults';
      if (isList && entries.length > MOST_COMMANDS)
        throw new BadSituation({ code: 'too-many-commands', most: MOST_COMMANDS });
    }
    if (boxes > MOST_BOXES) throw new BadSituation({ code: 'too-many-boxes', most: MOST_BOXES });
    for (const [name, inner] of entries) {
      if (FORBIDDEN.has(name)) throw new BadSituation({ code: 'malformed', where: name });
      open.push({ value: inner, key: Array.isArray(next.value) ? '' : name, depth: depth + 1 });
    }
  }
}

/** A later version is told before its unknown fields are complained about. */
function checkVersions(value: unknown, model: number): void {
  if (typeof value !== 'object' || value === null) throw new BadSituation({ code: 'malformed', where: '' });
  if ('lessons' in value && !('scenario' in value)) throw new BadSituation({ code: 'is-progress' });
  if ('v' in value && typeof value.v === 'number' && value.v > FORMATS.length)
    throw new BadSituation({ code: 'newer', of: 'format' });
  if ('model' in value && typeof value.model === 'number' && value.model > model)
    throw new BadSituation({ code: 'newer', of: 'model' });
}

function checkTimes(given: Situation): void {
  const { scenario, runs = [] } = given;
  const faults = 'lesson' in scenario ? [] : (scenario.world.faults ?? []);
  const ends = runsOf(given).map(({ until }) => until);
  const times = [...ends, ...runs.map(({ from }) => from?.at ?? 0), ...faults.map(({ at }) => at)];
  if (times.some((time) => time > MOST_AT)) throw new BadSituation({ code: 'too-late', most: MOST_AT });
}
