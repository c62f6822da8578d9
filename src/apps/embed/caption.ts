// The one line under an embedded stage: which moment this is, else what happened last, else which step begins.
import { resultingFact } from '../../layout/timeline/resultingFact';
import type { Frame } from '../../playback/frame';
import { messages } from '../../i18n';
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

/** Over lanes, which tell what happened: of which lesson this is, and its moment while it lasts, else its step. */
export function frameTitle({ content, moments, moment, step }: Told, frame: Frame): string {
  if (content === null) return '';
  const { meta, steps } = content.page;
  const place = moments.find(({ id, at }) => id === moment && at === frame.head);
  const here = place?.sentence ?? steps.find(({ slug }) => slug === step)?.title ?? '';
  return messages.shell.header.join([meta.title, here].filter(Boolean));
}
