// What facts tell of builds: which image was made, from what, when, and what of it was done again.
import type { Played } from '../../src/lesson/format';
import { GIBIBYTE, MEBIBYTE, type EntityId, type Fact } from '../../src/sim';

/** A build that went well. */
export interface Build {
  /** The command by which somebody asked for it; null for one that follows from a commit. */
  readonly asked: Fact | null;
  readonly started: Fact;
  /** What the name of its base stood for. */
  readonly base: Fact | null;
  readonly built: Fact;
}

/** What a fact says under a key, as text. */
export const text = (fact: Fact | null | undefined, key: string): string => String(fact?.data?.[key] ?? '');

/** What a fact says under a key, as a number. */
export const amount = (fact: Fact | null | undefined, key: string): number => Number(fact?.data?.[key] ?? 0);

/** Facts of one name, in order. */
export const told = ({ facts }: Played, name: string): readonly Fact[] =>
  facts.filter((fact) => fact.name === name);

/** Twelve digits of a digest, as `docker images` shows them. */
export const short = (digest: string): string => digest.slice(digest.indexOf(':') + 1).slice(0, 12);

/** Bytes with their unit. */
export const size = (bytes: number): string =>
  bytes >= GIBIBYTE
    ? `${Number((bytes / GIBIBYTE).toFixed(1))} GiB`
    : `${Number((bytes / MEBIBYTE).toFixed(1))} MiB`;

/** The builds of an image that went well, in order. */
export function buildsOf(played: Played, image: EntityId): readonly Build[] {
  const built = told(played, 'builder.built').filter((fact) => text(fact, 'image') === image);
  return built.map((end) => {
    const before = played.facts.filter(({ seq, about }) => seq < end.seq && about === end.about);
    const started = before.findLast(({ name }) => name === 'builder.started') ?? end;
    const base = before.find(({ seq, name }) => seq > started.seq && name === 'builder.resolved') ?? null;
    const asked =
      played.facts.find(({ seq, name }) => seq === started.because && name.endsWith('.build-image')) ?? null;
    return { asked, started, base, built: end };
  });
}

/** A step of a build, and whether it came from the cache. */
interface Step {
  readonly text: string;
  readonly isCached: boolean;
}

/** What a build made of each of its steps, in order. */
export function stepsOf({ facts }: Played, { started, built }: Build): readonly Step[] {
  return facts
    .filter(({ seq, about }) => about === built.about && seq > started.seq && seq < built.seq)
    .filter(({ name }) => name === 'builder.cached' || name === 'builder.ran')
    .map((fact) => ({ text: text(fact, 'text'), isCached: fact.name === 'builder.cached' }));
}

/** When a tag was moved, by whomever; null before. */
export const tagMoved = ({ facts }: Played): Fact | null =>
  facts.find(({ name }) => name === 'fault.move-tag' || name === 'command.move-tag') ?? null;

/** The builds that were begun after a fact. */
export const begunAfter = (builds: readonly Build[], since: Fact | null): readonly Build[] =>
  since === null ? [] : builds.filter(({ started }) => started.seq > since.seq);
