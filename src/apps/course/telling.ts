// What the live region and the captions say when the world has moved on: as much as the reader wants, never a flood.
import type { Entity, Fact, TimedCommand, WorldView } from '../../sim';
import { format } from '../../i18n';
import { sentences } from '../../i18n/sentences';
import { isAnswer, isBreak, isDeed, isGiven } from '../../layout/timeline/weight';
import { freshFacts } from '../../playback/happenings';
import { factSentence, isStop, takenBackSentence, worldsThen } from '../../words';
import type { Telling } from './preferences.svelte';

/** How many sentences are said at once. */
const MOST_SENTENCES: Readonly<Record<Telling, number>> = { little: 4, some: 6, all: 40 };

/** Verbs of decisions, and of what those do who pick boxes up. */
const DECIDED = new Set([
  'backing-off',
  'given-up',
  'left-alone',
  'paused',
  'placed',
  'rebooting',
  'recovered',
  'refused',
  'removed',
  'reset',
  'stopped',
  'stuck',
  'suffering',
  'waiting',
]);

/** The part of a frame that is told. */
export interface Seen {
  readonly run: string;
  readonly head: number;
  /** The boxes at instant 0. */
  readonly start: readonly Entity[];
  readonly facts: readonly Fact[];
  /** All commands of the run, also those ahead of the head. */
  readonly journal: readonly TimedCommand[];
  readonly view: WorldView;
}

/** What copies are counted for: `again` serve those that had served before. */
type Counts = 'fell' | 'stopped' | 'serving' | 'again' | 'paused' | 'recovered';

/** Copies of which the same is said, each once however often it came to that. */
interface Counted {
  readonly what: Counts;
  readonly copies: Set<string>;
  /** What is said of one alone, where that says more than the count. */
  readonly alone: string | null;
}

/** Something to say: a sentence or a count. */
type Said = string | Counted;

/** With what a copy that is up does not serve. */
const LACKING: ReadonlySet<string> = new Set(['process.suffering', 'process.stuck', 'process.paused']);

const verbOf = ({ name }: Fact) => name.slice(name.indexOf('.') + 1);

/** Whether a box served before a fact: as the scenario put it there, or since. */
function hadServed({ start, facts }: Seen, { about, seq }: Fact): boolean {
  const isOfIt = (fact: Fact) => fact.seq < seq && fact.about === about && fact.name === 'process.up';
  return start.some(({ id, tags }) => id === about && tags.includes('serving')) || facts.some(isOfIt);
}

/** Whether what a copy needs was missing when it came up: it does not serve then. */
function lacksFromTheStart({ facts }: Seen, { about, at, seq }: Fact): boolean {
  return facts.some(
    (fact) => fact.seq > seq && fact.at === at && fact.about === about && LACKING.has(fact.name),
  );
}

/** Whether a box that went down with another has stopped, and not fallen, as the stage says it; see `isStop`. */
function isOfStop(fact: Fact, { facts }: Seen): boolean {
  let root = fact;
  for (let next: Fact | undefined = fact; next?.at === fact.at; next = facts[root.because ?? -1]) {
    root = next;
    if (!root.name.endsWith('.fell')) break;
  }
  return root !== fact && root.about !== null && isStop(root.about);
}

/** A copy that fell or serves is counted; anything else that falls is told by what broke under it. */
function countedAs(fact: Fact, seen: Seen): Counts | 'nothing' | null {
  const { name, about } = fact;
  const service = about === null ? undefined : seen.view.get(about)?.context['service'];
  const isCopy = name.startsWith('process.') && typeof service === 'string';
  if (name.endsWith('.fell')) return isCopy ? (isOfStop(fact, seen) ? 'stopped' : 'fell') : 'nothing';
  if (isCopy && name === 'process.paused') return 'paused';
  if (isCopy && name === 'process.recovered') return 'recovered';
  if (name !== 'process.up' || !isCopy || lacksFromTheStart(seen, fact)) return null;
  return hadServed(seen, fact) ? 'again' : 'serving';
}

/** Whether a fact that is not counted is told; a container's exit is that of its process. */
function isTold(fact: Fact, telling: Telling): boolean {
  if (isBreak(fact.name)) return telling !== 'little' || fact.name !== 'container.exited';
  return telling === 'some' && (isDeed(fact.name) || DECIDED.has(verbOf(fact)));
}

/** What is said of these facts of a run, with the names that were true when they happened. */
function collect(facts: readonly Fact[], seen: Seen, telling: Telling): Said[] {
  const then = worldsThen(seen);
  const sentence = (fact: Fact) => factSentence(fact, then(fact));
  if (telling === 'all') return facts.map(sentence);
  const said: Said[] = [];
  let last: Counted | null = null;
  for (const fact of facts) {
    // A copy that falls in the same instant has lost what it needs too: that it fell is told.
    const falls = ({ name, about, at }: Fact) =>
      name === 'process.fell' && about === fact.about && at === fact.at;
    if (fact.name === 'process.suffering' && facts.some(falls)) continue;
    // The answer's sentence holds the command as well.
    const answers = ({ name, because }: Fact) => because === fact.seq && isAnswer(name) && !isBreak(name);
    if (isGiven(fact.name) && facts.some(answers)) continue;
    const what = countedAs(fact, seen);
    if (what === null && isTold(fact, telling)) said.push(sentence(fact));
    // What falls with the next break is counted with that one.
    if (isBreak(fact.name)) last = null;
    if (what === null || what === 'nothing') continue;
    const alone = what === 'paused' || what === 'recovered' ? sentence(fact) : null;
    const counted: Counted = last?.what === what ? last : { what, copies: new Set(), alone };
    if (counted !== last) said.push(counted);
    counted.copies.add(fact.about ?? '');
    last = counted;
  }
  return said;
}

/** Commands of the same run that are none any more, the last one first. Each report has a journal of its own. */
function takenBack(before: Seen, after: Seen): readonly TimedCommand[] {
  if (before.run !== after.run) return [];
  const told = after.journal.map((each) => JSON.stringify(each));
  const kept = before.journal.findIndex((each, at) => JSON.stringify(each) !== told[at]);
  return kept < 0 ? [] : before.journal.slice(kept).toReversed();
}

/** A count in words; little is told of who only stood still for a moment. */
function counted({ what, copies, alone }: Counted, telling: Telling): string {
  if (alone === null) return sentences.heard[what](copies.size);
  if (telling === 'little') return '';
  return copies.size === 1 ? alone : sentences.heard[what](copies.size);
}

/** What to say about the step from one frame to the next; null to leave what was said. */
export function tell(before: Seen, after: Seen, telling: Telling): string | null {
  const { heard } = sentences;
  const isSameWorld = after.facts.length > 0 && before.facts[0] === after.facts[0];
  const fresh = freshFacts(before, after).filter(({ name }) => name !== 'scenario.started');
  const said = collect(fresh, after, telling)
    .map((each) => (typeof each === 'string' ? each : counted(each, telling)))
    .filter((text) => text !== '');
  const most = MOST_SENTENCES[telling];
  const more = said.length - most;
  const facts = more <= 0 ? said : [...said.slice(0, most), heard.more(more)];
  const isBack = isSameWorld && after.head < before.head;
  const undone = takenBack(before, after).map((each) => takenBackSentence(each, before.view));
  const all = [...undone, ...(isBack ? [heard.back(format.clock(after.head))] : []), ...facts];
  return all.length === 0 ? null : all.join(' ');
}
