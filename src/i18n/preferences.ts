// The door to the words of the settings dialog. It stands apart, so that they are loaded with the dialog.
import { enPreferences, type PreferenceWords } from './en/preferences';

/** The words of the language that is shown. */
export const preferenceWords: PreferenceWords = enPreferences;
