// The one line under an embedded stage: which moment this is, else what happened last, else which step begins.
import { resultingFact } from '../../layout/timeline/resultingFact';
import type { Frame } from '../../playback/frame';
import { factSentence, worldsThen } from '../../words';
import type { EmbedRun } from './embedRun.svelte';

type Told = Pick<EmbedRun, 'content' | 'moments' | 'moment' | 'step'>;

/** What the caption says at an instant; empty when there is nothing to say. */
export function frameCaption({ content, moments, moment, step }: Told, frame: Frame): string {
  const place = moments.find(({ id }) => id === moment);
  if (place?.at === frame.head) return place.sentence;
  const fact = resultingFact(frame.facts, frame.head);
  if (fact !== null) return factSentence(fact, worldsThen(frame)(fact));
  return content?.page.steps.find(({ slug }) => slug === step)?.title ?? '';
}
