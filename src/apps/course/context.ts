// What every part of the course may ask for without having it handed down: the reader's preferences, and the keys.
import { createContext } from 'svelte';
import type { Preferences } from './preferences.svelte';

/** The reader's preferences; `providePreferences` is called once, by the course. */
export const [usePreferences, providePreferences] = createContext<Preferences>();
