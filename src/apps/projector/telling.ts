// What the one caption says: the question's round, or what just happened on the stage and what comes next.
import { resultingFact } from '../../layout/timeline/resultingFact';
import { isBreak } from '../../layout/timeline/weight';
import { boxLabel, factSentence, worldsThen } from '../../words';
import { captionOf, servingPhrases } from '../../words/caption';
import { format } from '../../i18n';
import { projectorWords } from '../../i18n/projector';
import { momentsIn } from '../../lesson/content';
import type { Stop } from '../../lesson/programme';
import type { Fact, Micros } from '../../sim';
import type { ProjectorRun } from './projectorRun.svelte';

const words = projectorWords.caption;

/** What a stop will bring, without giving it away. */
function nextPhrase(stop: Stop | undefined): string {
  if (stop === undefined) return words.last;
  if (stop.kind === 'question') return words.nextQuestion;
  return stop.moment === null ? words.nextOutcome : words.next(stop.moment.sentence);
}

/** What the next key does: out of what the lesson does not do it leads back. */
function whatNext({ next, stops, isOwn }: ProjectorRun): string {
  if (isOwn) return words.own;
  return nextPhrase(next === null ? undefined : stops[next]);
}

/** The lesson's own sentence for an instant, where it has one. */
function momentAt({ content, playback }: ProjectorRun, at: Micros): string | null {
  const reached = momentsIn(content.scenario, playback.frame.facts);
  return content.scenario.moments.findLast(({ id }) => reached[id]?.at === at)?.sentence ?? null;
}

/** Digits of a digest name nothing on the stage. */
const DIGEST = /:? [0-9a-f]{12}\b/g;

/** A sentence begins with a name as it stands on the stage: `cart`, not `Cart`, also in `cart on the laptop`. */
function asOnStage(text: string, { playback }: ProjectorRun): string {
  const first = text.split(' ', 1)[0]!.toLowerCase();
  const { view } = playback.frame;
  const isName = view.entities.some((box) => box.name === first || boxLabel(box, view) === first);
  return (isName ? first + text.slice(first.length) : text).replaceAll(DIGEST, '');
}

/** How long after the stop before a stop is at which nothing new happened; null where that stop did not tell the last fact. */
function timeSince({ talk, stop, stops }: ProjectorRun, last: Micros): Micros | null {
  const before = stops[talk.stop - 1];
  const isTold = before?.way === stop.way && before.kind !== 'question' && before.at >= last;
  return isTold && stop.at > before.at ? stop.at - before.at : null;
}

/** The facts that a caption may tell: once somebody does what the lesson does not do, what came of that. */
function sinceOwnDeed({ isOwn, playback }: ProjectorRun): readonly Fact[] {
  const { facts } = playback.frame;
  const deed = isOwn ? facts.findLastIndex(({ name }) => name.startsWith('command.')) : -1;
  return deed < 0 ? facts : facts.slice(deed);
}

/** What happened last, or what the lesson is about before anything did. */
function happened(run: ProjectorRun): string {
  const { stop, isAtStop, isOwn, playback, content } = run;
  const { facts, head } = playback.frame;
  const { title, question } = content.page.meta;
  if (isAtStop && stop.moment !== null) return words.sentence(stop.moment.sentence);
  if (isAtStop && stop.kind === 'opening') return words.opening(title, question);
  const fact = resultingFact(sinceOwnDeed(run), head);
  if (fact === null) return isAtStop && stop.kind === 'outcome' ? words.asItStands : '';
  const since = isAtStop && stop.kind === 'outcome' ? timeSince(run, fact.at) : null;
  if (since !== null) return words.later(format.duration(since));
  const sentence = isOwn ? null : momentAt(run, fact.at);
  if (sentence !== null) return words.sentence(sentence);
  const told = asOnStage(factSentence(fact, worldsThen(playback.frame)(fact)), run);
  const alike = facts.filter(({ at, name }) => at === fact.at && name === fact.name).length;
  return isBreak(fact.name) && alike > 1 ? words.andMore(told, format.number(alike - 1)) : told;
}

/** The caption of this instant. */
export function captionFor(run: ProjectorRun): string {
  const { part } = run.talk;
  if (part !== 'stage') return words.asking[part];
  const said = happened(run);
  const isOpening = run.isAtStop && run.stop.kind === 'opening';
  const serving = isOpening ? [] : servingPhrases(run.playback.frame.view);
  return captionOf({ happened: said, serving, next: isOpening ? '' : whatNext(run) });
}
