// What the one caption says: the question's round, or what just happened on the stage and what comes next.
import { factSentence } from '../../words';
import { captionOf, servingPhrases } from '../../words/caption';
import { tellingFact } from '../../layout/timeline/tellingFact';
import { projectorWords } from '../../i18n/projector';
import type { Stop } from '../../lesson/programme';
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

/** What happened last, or what the lesson is about before anything did. */
function happened({ stop, isAtStop, playback, content }: ProjectorRun): string {
  const { facts, head, view } = playback.frame;
  const { title, question } = content.page.meta;
  if (isAtStop && stop.moment !== null) return words.sentence(stop.moment.sentence);
  if (isAtStop && stop.kind === 'opening') return words.opening(title, question);
  const fact = tellingFact(facts, head);
  return fact === null ? '' : factSentence(fact, view);
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
