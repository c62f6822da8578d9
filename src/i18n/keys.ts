// The door to the words of the dialogs that keys open. It stands apart, so that they are loaded with the dialogs.
import { enKeys, type KeyWords } from './en/keys';

/** The words of the language that is shown. */
export const keyWords: KeyWords = enKeys;
