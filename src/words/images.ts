// What is said of images and builds: a page loads it with the model that knows them, before any run of that is shown.
import { imageSentences } from '../i18n/imageSentences';
import { sentences } from '../i18n/sentences';

/** From now on there are sentences about images and builds as well. */
export function learnImages(): void {
  const { commands, facts, marks, refusals } = imageSentences;
  Object.assign(sentences.commands, commands);
  Object.assign(sentences.facts, facts);
  Object.assign(sentences.marks, marks);
  Object.assign(sentences.refusals, refusals);
}
