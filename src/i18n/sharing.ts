// The door to the words about links, pictures and files. It stands apart, so that they are loaded when needed.
import { enSharing, type SharingWords } from './en/share';

/** The words of the language that is shown. */
export const sharingWords: SharingWords = enSharing;
