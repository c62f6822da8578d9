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

function mirrorFilled(played: Played): CheckResult {
  if (filled(played)) return passed;
  return lacks(
    pullsOf(played, HERE).length === 0
      ? `host-b has not pulled ${TAG} yet.`
      : 'The tag was moved before host-b had it. Start again.',
  );
}

function lateMirror(played: Played): CheckResult {
  if (late(played)) return passed;
  if (tagMoved(played) === null) return lacks('The tag was not moved yet.');
  return lacks(isHeard(played) ? 'The hub answers: stop it.' : 'Pull on host-c now.');
}

function toldAgain(played: Played): CheckResult {
  const before = late(played);
  if (before === null) return lacks('host-c has nothing from before yet.');
  const again = pullsOf(played, THERE).at(-1)!;
  if (again.done.seq > before.done.seq && text(again.begun, 'digest') === hubHas(played)) return passed;
  return lacks(isHeard(played) ? 'Pull on host-c once more.' : 'The hub is silent yet.');
}

const lasted = (pull: Pull | null) => pull && { micros: pull.done.at - pull.begun.at };

/** Checks, figures and predictions of the step with a mirror. */
export const mirrorChecks: LessonChecks = {
  checks: {
    'mirror-filled': { sentence: `host-b has pulled ${TAG} through the mirror.`, test: mirrorFilled },
    'late-mirror': {
      sentence: `host-c has pulled ${TAG} after it was moved, while the hub was silent.`,
      test: lateMirror,
    },
    'told-again': { sentence: 'host-c has what the hub has.', test: toldAgain },
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
