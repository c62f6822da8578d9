// What the live region and the captions say when the world has moved on: as much as the reader wants, never a flood.
import type { Entity, Fact, Micros, TimedCommand, WorldView } from '../../sim';
import { format } from '../../i18n';
import { sentences } from '../../i18n/sentences';
import { isResult } from '../../layout/timeline/resultingFact';
import { isByOrder } from '../../layout/timeline/phases';
import { isAnswer, isBreak, isDeed, isGiven } from '../../layout/timeline/weight';
import { LINE, LINES } from '../../view/shell/captionLine';
import { freshFacts } from '../../playback/happenings';
import { boxNoun, factSentence, isStop, takenBackSentence, worldsThen } from '../../words';
import type { Telling } from './preferences.svelte';
import { DECIDED, isYours, kindOf, OUTCOMES, RANK, SETTING, verbOf, weightOfSaid } from './tellingWeight';
import { deedOf, inOrder, isMade, rootOf, sameDeed } from './tellingDeeds';
import { together } from './together';

/** What is said of what there is no room for takes so many characters. */
const MORE = 15;
/** So many that say the same are one sentence, whatever room there is. */
const CROWD = 3;
/** How many sentences are said at once. */
const MOST_SENTENCES: Readonly<Record<Telling, number>> = { little: 4, some: 6, all: 40 };
/** Of how many characters: with how many more there are, what a caption holds. */
const CAPTION = LINE * LINES;
const MOST_CHARACTERS: Readonly<Record<Telling, number>> = { little: CAPTION, some: CAPTION, all: Infinity };

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
type Counts = 'fell' | 'stopped' | 'stoppedToo' | 'serving' | 'again' | 'paused' | 'recovered';

/** Copies of which the same is said, each once however often it came to that. */
interface Counted {
  readonly what: Counts;
  readonly copies: Set<string>;
  /** What is said of one alone, where that says more than the count. */
  readonly alone: string | null;
}

/** Something to say: sentences, the more important the later left out, and of which facts. */
interface Said {
  readonly name: string;
  readonly at: Micros;
  /** What was done that it tells, by its fact: itself, or what it came of. */
  readonly deed: number | null;
  /** What is said again of others. */
  readonly kind: string;
  /** It came of what the learner did. */
  readonly isYours: boolean;
  weight: number;
  /** A count stands behind what made those copies fall. */
  readonly parts: (string | Counted)[];
  /** What was said of others that is the same, with the name of the other. */
  readonly also: readonly { readonly text: string; readonly box: string; readonly deed: number | null }[];
  /** Of whom it is said. */
  readonly box: string;
}

/** That copies serve again says least: what brought them back is told. */
const WEIGHT_OF_COUNT: Readonly<Record<Counts, number>> = {
  fell: RANK.other,
  stopped: RANK.follows,
  stoppedToo: RANK.follows,
  serving: RANK.begun,
  again: RANK.follows,
  paused: RANK.other,
  recovered: RANK.recovered,
};

/** That a copy goes on after it stood still for a moment says no more than that; that it came back with nobody's hand says much. */
function weightOfCount(what: Counts, fact: Fact, facts: readonly Fact[]): number {
  const { about, seq } = fact;
  if (what === 'again' && BROKE.test(rootOf(fact, facts).name)) return RANK.recovered;
  const lacked = facts.findLast((fact) => fact.seq < seq && fact.about === about && LACKING.has(fact.name));
  return what === 'recovered' && lacked?.name === 'process.paused' ? RANK.follows : WEIGHT_OF_COUNT[what];
}

/** What copies came back from by themselves where it stands at the root of that. */
const BROKE = /^(command|fault)\.(kill|panic|crash|pull|break)-/;

/** With what a copy that is up does not serve. */
const LACKING: ReadonlySet<string> = new Set(['process.suffering', 'process.stuck', 'process.paused']);

/** Whether what others stand on was stopped. */
const isStopped = (name: string) => /^(vm|runtime|hypervisor)\.stopped$/.test(name);

/** What is up no more, by what is said of it. */
const ENDED = /\.(stopped|exited|crashed|panicked)$/;

/** Ends of programs. */
const EXITED: ReadonlySet<string> = new Set(['process.exited', 'container.exited']);

/** What says of a program that it ended. */
const SAYS_EXIT: ReadonlySet<string> = new Set(['process.not-loaded', 'process.oom-killed']);

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
  return root !== fact && root.about !== null && (isStop(root.about) || isByOrder(root, facts));
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
  return (
    telling === 'some' &&
    (isDeed(fact.name) || isResult(fact.name) || OUTCOMES.has(fact.name) || DECIDED.has(verbOf(fact)))
  );
}

/** What is said of these facts of a run, with the names that were true when they happened. */
function collect(facts: readonly Fact[], seen: Seen, telling: Telling): Said[] {
  const then = worldsThen(seen);
  const sentence = (fact: Fact) => factSentence(fact, then(fact));
  const saying = (fact: Fact, part: string | Counted): Said => {
    const isOwn = typeof part === 'string';
    const { at, about } = fact;
    const began = rootOf(fact, seen.facts);
    const deed = !isOwn ? null : isMade(fact.name) ? began.seq : deedOf(fact, seen.facts);
    const box = about === null ? '' : boxNoun(about, then(fact)).the;
    const kind = isOwn ? kindOf(fact, facts) : part.what;
    const weight =
      isOwn || part.what === 'paused'
        ? weightOfSaid(fact, facts)
        : weightOfCount(part.what, fact, seen.facts);
    const isOfYou = isOwn && isYours(began.name);
    return { name: fact.name, at, deed, kind, isYours: isOfYou, weight, parts: [part], also: [], box };
  };
  if (telling === 'all') return facts.map((fact) => saying(fact, sentence(fact)));
  const said: Said[] = [];
  let last: Counted | null = null;
  for (const fact of inOrder(facts)) {
    // A copy that falls in the same instant has lost what it needs too: that it fell is told.
    const falls = ({ name, about, at }: Fact) =>
      name === 'process.fell' && about === fact.about && at === fact.at;
    if (fact.name === 'process.suffering' && facts.some(falls)) continue;
    // That of its process says the same; what did not start or was OOM killed has not exited besides.
    const endsWith = ({ name, seq, because, about, at }: Fact) => {
      if (fact.name === 'container.exited') return name === 'process.exited' && seq === fact.because;
      if (fact.name === 'container.stopped') return name === 'process.stopped' && because === fact.seq;
      return EXITED.has(fact.name) && SAYS_EXIT.has(name) && about === fact.about && at === fact.at;
    };
    if (facts.some(endsWith)) continue;
    // The answer's sentence holds the command as well.
    const answers = ({ name, because }: Fact) => because === fact.seq && isAnswer(name) && !isBreak(name);
    if (isGiven(fact.name) && facts.some(answers)) continue;
    // It is told where it came to something.
    const isSame = (other: Fact) => telling === 'some' && sameDeed(other, seen.facts) === fact;
    if (isGiven(fact.name) && facts.some(isSame)) continue;
    const counts = countedAs(fact, seen);
    const isNamed = ({ name }: Said) => name === 'process.stopped';
    const what = counts === 'stopped' && said.some(isNamed) ? 'stoppedToo' : counts;
    if (what === null && isTold(fact, telling)) {
      said.push(saying(fact, sentence((telling === 'some' && sameDeed(fact, seen.facts)) || fact)));
      // Copies that serve after something came to a result are counted after it.
      if (isResult(fact.name)) last = null;
    }
    // What falls or stops with the next that breaks or is stopped is counted with that one.
    if (isBreak(fact.name) || isStopped(fact.name)) last = null;
    if (what === null || what === 'nothing') continue;
    const counted: Counted =
      last?.what === what ? last : { what, copies: new Set(), alone: aloneOf(what, fact, then(fact)) };
    const under = what === 'fell' ? isBreak : isStopped;
    const broke = said.findLast(({ name, at }) => under(name) && at === fact.at);
    if (counted !== last && (what === 'fell' || what === 'stopped') && broke) {
      broke.parts.push(counted);
      broke.weight = Math.max(broke.weight, RANK.other);
    } else if (counted !== last) said.push(saying(fact, counted));
    // So many serve when the last of them does, not when the first did.
    const own = said.findIndex(({ parts: [first] }) => first === counted);
    if (counted === last && (what === 'serving' || what === 'again')) said.push(...said.splice(own, 1));
    counted.copies.add(fact.about ?? '');
    last = counted;
  }
  // That nothing happened to those beside a runtime is news.
  for (const { name, parts } of said) {
    const what = name === 'runtime.stopped' ? 'stopped' : name === 'runtime.crashed' ? 'fell' : null;
    if (what && parts.length === 1) parts.push({ what, copies: new Set(), alone: null });
  }
  return said;
}

/** What came of what you did is not counted with what happened before. */
const alikeOf = ({ isYours: isOfYou, kind }: Said) => `${isOfYou} ${kind}`;

/** Each thing once that was said of several boxes: what was done where it began, what came of it where it ended. */
function gathered(said: readonly Said[]): Said[] {
  const kept = new Map<string, Said>();
  said.forEach((each, at) => {
    // What was done to a box that had ended before stands behind that end, but for what ends it each time.
    const isOfAct = ({ deed }: Said) => said.some((one) => one.deed === deed && one.name === each.name);
    const isAfterEnd = (one: Said) => one.box === each.box && ENDED.test(one.name) && !isOfAct(one);
    const isApart = isGiven(each.name) && said.slice(0, at).some(isAfterEnd);
    const key = each.parts.length === 1 && !isApart ? alikeOf(each) : String(at);
    const before = kept.get(key);
    if (!before) return void kept.set(key, each);
    const [one, other] = [before.parts[0]!, each.parts[0]!];
    const isCount = typeof one !== 'string' && typeof other !== 'string';
    const copies = isCount ? new Set([...one.copies, ...other.copies]) : null;
    if (!isGiven(each.name)) kept.delete(key);
    kept.set(key, isCount ? { ...before, parts: [{ ...one, copies: copies! }] } : withOther(before, each));
  });
  return [...kept.values()];
}

const withOther = (said: Said, { parts, box, deed }: Said): Said => {
  const text = parts.filter((part) => typeof part === 'string').join(' ');
  return { ...said, also: [...said.also, { text, box, deed }] };
};

/** What was said of one and of others as well: by name, as long as those are few. */
function ofSeveral(told: string, { name, box, also }: Said): string {
  const { andAgain, andLike, andMore, asWell, stopped } = sentences.heard;
  const [other] = also;
  if (other === undefined) return told;
  const isDeed = isGiven(name);
  if (also.every(({ text }) => text === told)) return andAgain(told, also.length + 1);
  if (name === 'process.stopped' && also.length >= CROWD - 1) return stopped(also.length + 1);
  if (/^vm\.(swap|balloon)/.test(name)) return ofVms(told, box, also, name);
  if (!isDeed && also.length === 1) return asWell(told, other.box);
  const isInTurn = name.startsWith(SETTING) && also.every((one) => one.box === box);
  const named = isDeed ? together([told, ...also.map(({ text }) => text)], isInTurn) : null;
  return named ?? (isDeed ? andLike : andMore)(told, also.length);
}

/** What was swapped out of several VMs, is back or was given back: with the amount where it is the same for each. */
function ofVms(told: string, box: string, also: Said['also'], name: string): string {
  const { eachOf, gaveBack, swappedOut } = sentences.heard;
  const count = new Set([box, ...also.map((one) => one.box)]).size;
  const isAlike = also.every((one) => one.text.replace(one.box, '') === told.replace(box, ''));
  if (isAlike) return eachOf(told, box, count);
  return name.startsWith('vm.swap') ? swappedOut(count) : gaveBack(count);
}

/** Commands of the same run that are none any more, the last one first. Each report has a journal of its own. */
function takenBack(before: Seen, after: Seen): readonly TimedCommand[] {
  if (before.run !== after.run) return [];
  const told = after.journal.map((each) => JSON.stringify(each));
  const kept = before.journal.findIndex((each, at) => JSON.stringify(each) !== told[at]);
  return kept < 0 ? [] : before.journal.slice(kept).toReversed();
}

/** What is said of the one copy of a count, or null where the count says it. */
function aloneOf(what: Counts, fact: Fact, view: WorldView): string | null {
  if (what === 'paused' || what === 'recovered') return factSentence(fact, view);
  return what === 'serving' ? sentences.heard.begun(boxNoun(fact.about ?? '', view).the) : null;
}

/** A count in words; little is told of who only stood still for a moment. */
function counted({ what, copies, alone }: Counted, telling: Telling): string {
  if (telling === 'little' && (what === 'paused' || what === 'recovered')) return '';
  return alone !== null && copies.size === 1 ? alone : sentences.heard[what](copies.size);
}

/** Whether there is more beside what is told: a deed told by its outcome is no more. */
function isMoreThan(kept: readonly Said[], untold: readonly Said[]): boolean {
  const each = (some: readonly Said[]) =>
    some.flatMap(({ name, deed, also }) =>
      [deed, ...also.map((other) => other.deed)].map((of) => ({ name, of })),
    );
  const told = new Set(each(kept).map(({ of }) => of));
  return each(untold).some(({ name, of }) => !isGiven(name) || !told.has(of));
}

/** A count that only repeats what was done, or what came of it. */
const isRepeat = ({ parts: [first], weight }: Said) => typeof first !== 'string' && weight < RANK.other;

/** What was done is said by what came of it, and what others did is less beside the same of yours. */
function weighed(said: Said, all: readonly Said[]): Said {
  if (said.weight > RANK.other && !isGiven(said.name) && !said.isYours)
    if (all.some((other) => other.name === said.name && other.isYours))
      return { ...said, weight: RANK.likeYours };
  const doneAt = new Map(all.flatMap(({ name, deed, at }) => (isGiven(name) ? [[deed, at]] : [])));
  const isOutcome = ({ name, weight, deed, at }: Said) =>
    !isGiven(name) && weight > RANK.other && (doneAt.get(deed) === at || isMade(name));
  const told = new Set(all.filter(isOutcome).map(({ deed }) => deed));
  const isSaid = isGiven(said.name) && [said, ...said.also].every(({ deed }) => told.has(deed));
  return isSaid ? { ...said, weight: RANK.said } : said;
}

/** As much of it as is read at once, in order of time: what came of things before what was done, the last before the first. */
function fitted(all: readonly Said[], telling: Telling): string[] {
  let isShort = false;
  const text = (said: Said) => {
    const own = (part: string) => (isShort ? sentences.heard.shorter(part) : part);
    // Copies stop with the VM that was switched off: that says nothing new.
    const parts = isShort && said.name === 'vm.stopped' ? said.parts.slice(0, 1) : said.parts;
    const told = parts.map((part) => (typeof part === 'string' ? own(part) : counted(part, telling)));
    const also = said.also.map((other) => ({ ...other, text: own(other.text) }));
    return ofSeveral(told.filter((each) => each !== '').join(' '), { ...said, also });
  };
  const most = MOST_SENTENCES[telling];
  const isMuch = (some: readonly Said[], kept = 0) =>
    some.length > most || some.map(text).join(' ').length > MOST_CHARACTERS[telling] - kept;
  const worth = all.filter((each) => text(each) !== '');
  const once = worth.filter(({ weight }) => weight > RANK.over);
  const fewer = telling !== 'all' && isMuch(worth) && once.length > 0 ? once : worth;
  const isCrowd = (one: Said) => fewer.filter((other) => alikeOf(other) === alikeOf(one)).length >= CROWD;
  const isGathered = telling !== 'all' && (isMuch(fewer) || fewer.some(isCrowd));
  const told = (isGathered ? gathered(fewer) : fewer).map((each) => weighed(each, fewer));
  isShort = telling !== 'all' && isMuch(told);
  const forMore = isMuch(told.filter((each) => !isRepeat(each))) ? MORE : 0;
  let kept: readonly Said[] = [];
  let left = -Infinity;
  for (const each of told.toReversed().sort((a, b) => b.weight - a.weight)) {
    const more = [...kept, each];
    // What was done is not told where there was no room for what came of it, nor what only follows where there was none for a deed.
    const isWorth = each.weight > RANK.follows || left < (each.weight > RANK.said ? RANK.deed : RANK.most);
    if (kept.length === 0 || (!isMuch(more, forMore) && isWorth)) kept = more;
    else left = Math.max(left, each.weight);
  }
  const untold = told.filter((each) => !kept.includes(each) && !isRepeat(each));
  const more = isMoreThan(kept, untold) ? [sentences.heard.more] : [];
  return [...told.filter((each) => kept.includes(each)).map(text), ...more];
}

/** What to say about the step from one frame to the next; null to leave what was said. */
export function tell(before: Seen, after: Seen, telling: Telling): string | null {
  const { heard } = sentences;
  const isSameWorld = after.facts.length > 0 && before.facts[0] === after.facts[0];
  const fresh = freshFacts(before, after).filter(({ name }) => name !== 'scenario.started');
  const facts = fitted(collect(fresh, after, telling), telling);
  // Where the clock stands as it stood, and all that happened still has, nothing went back.
  const isEarlier = format.clock(after.head) !== format.clock(before.head);
  const isBack =
    isSameWorld && after.head < before.head && (isEarlier || after.facts.length < before.facts.length);
  const undone = takenBack(before, after).map((each) => takenBackSentence(each, before.view));
  const all = [...undone, ...(isBack ? [heard.back(format.clock(after.head))] : []), ...facts];
  return all.length === 0 ? null : all.join(' ');
}
