// The door to what is said of images. It stands apart from `sentences.ts`: it comes with the model that knows them.
import { enImageSentences } from './en/imageSentences';

/** The sentences about images in the language that is shown, by the table that they belong into. */
export const imageSentences: typeof enImageSentences = enImageSentences;
