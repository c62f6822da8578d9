// What every part of the course may ask for without having it handed down: the reader's preferences, and the keys.
import { createContext } from 'svelte';
import type { KeyDesk } from './keyDesk';
import type { Preferences } from './preferences.svelte';

/** The reader's preferences; `providePreferences` is called once, by the course. */
export const [usePreferences, providePreferences] = createContext<Preferences>();

/** The keys of the page; `provideKeys` is called once, by the course. */
export const [useKeys, provideKeys] = createContext<KeyDesk>();
