// What is said in English of images, how they are built and shipped: by what it is about, as `sentences.ts`.
import { buildCommands, buildFacts, buildRefusals } from './builds';
import { act } from './commands';
import { imageCommands, imageFacts, imageMarks, imageRefusals } from './images';
import type { enSentences } from './sentences';

/** The sentences about images, for the tables of all sentences. */
export const enImageSentences = {
  commands: { ...imageCommands(act), ...buildCommands(act) },
  facts: { ...imageFacts, ...buildFacts },
  marks: imageMarks,
  refusals: { ...imageRefusals, ...buildRefusals },
} satisfies Partial<typeof enSentences>;
