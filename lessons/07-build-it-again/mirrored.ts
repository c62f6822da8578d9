// What lesson 7 looks for where a mirror stands between two hosts and a registry.
import type { CheckResult, LessonChecks, Played } from '../../src/lesson/format';
import { lacks, passed } from '../../src/lesson/reading';
import type { EntityId, Fact } from '../../src/sim';
import { short, tagMoved, text, told } from './builds';

const HUB = 'registry/hub';
const HERE = 'image/debian-b';
const THERE = 'image/debian-c';
const TAG = 'debian:12';

/** A pull that went well. */
interface Pull {
  readonly begun: Fact;
  readonly done: Fact;
}

function pullsOf(played: Played, image: EntityId): readonly Pull[] {
  const own = played.facts.filter(({ about }) => about === image);
  return own.flatMap((begun, at) => {
    if (begun.name !== 'image.pulling') return [];
    const done = own.slice(at).find(({ name }) => name === 'image.pulled' || name === 'image.failed');
    return done?.name === 'image.pulled' ? [{ begun, done }] : [];
  });
}

/** Whether the hub did not answer at a fact. */
const isSilent = ({ facts }: Played, at: Fact) =>
  facts.findLast(({ seq, about, name }) => seq < at.seq && about === HUB && name.startsWith('registry.'))
    ?.name === 'registry.stopped';

/** The first pull through the mirror, where it ended before the tag was moved; null elsewhere. */
function filled(played: Played): Pull | null {
  const [first] = pullsOf(played, HERE);
  const moved = tagMoved(played);
  return first && (moved === null || first.done.seq < moved.seq) ? first : null;
}

const isAfter = (fact: Fact, other: Fact | null) => other !== null && fact.seq > other.seq;

/** The first pull on the other host that was asked for after the tag had moved, while nobody heard of it. */
function late(played: Played): Pull | null {
  const moved = tagMoved(played);
  const pulls = pullsOf(played, THERE).filter(
    ({ begun }) => isAfter(begun, moved) && isSilent(played, begun),
  );
  return (filled(played) && pulls[0]) ?? null;
}

/** The same where it failed. */
const isLost = (played: Played) =>
  filled(played) !== null &&
  told(played, 'image.failed').some(
    (fact) => fact.about === THERE && isAfter(fact, tagMoved(played)) && isSilent(played, fact),
  );

const isHeard = (played: Played) => played.world.get(HUB)?.tags.includes('up') === true;

/** What the tag stands for at the hub. */
const hubHas = ({ world }: Played): string => {
  const tags = JSON.parse(String(world.get(HUB)?.context['tags'] ?? '{}')) as Readonly<
    Record<string, string>
  >;
  return tags[TAG] ?? '';
};

const gave = (played: Played) => text(late(played)?.begun, 'digest');

/** What is missing until the other host has something from before; null when it has. */
function missingUntilLate(played: Played): string | null {
  if (late(played)) return null;
  if (pullsOf(played, HERE).length === 0) return `host-b has not pulled ${TAG} yet.`;
  if (!filled(played)) return 'The tag was moved before host-b had it. Start again.';
  if (tagMoved(played) === null) return 'host-b has it. Now the tag is to be moved.';
  return isHeard(played) ? 'The hub answers: stop it.' : 'Pull on host-c now.';
}

function toldAgain(played: Played): CheckResult {
  const missing = missingUntilLate(played);
  if (missing !== null) return lacks(missing);
  const [before, again] = [late(played)!, pullsOf(played, THERE).at(-1)!];
  if (again.done.seq > before.done.seq && text(again.begun, 'digest') === hubHas(played)) return passed;
  return lacks(isHeard(played) ? 'Pull on host-c once more.' : 'host-c has it. Let the hub answer again.');
}

const lasted = (pull: Pull | null) => pull && { micros: pull.done.at - pull.begun.at };

/** Checks, figures and predictions of the step with a mirror. */
export const mirrorChecks: LessonChecks = {
  checks: {
    'told-again': {
      sentence: `host-c has pulled ${TAG} while the hub was silent, and again when it answered.`,
      test: toldAgain,
    },
  },
  figures: {
    'mirror-gave': (played) => short(gave(played)) || null,
    'hub-has': (played) => (late(played) ? short(hubHas(played)) : null),
    'line-took': (played) => lasted(filled(played)),
    'mirror-took': (played) => lasted(late(played)),
  },
  predictions: {
    'late-or-not': {
      nothing: isLost,
      newer: (played) => late(played) !== null && gave(played) === hubHas(played),
      older: (played) => late(played) !== null && gave(played) !== hubHas(played),
    },
  },
};
