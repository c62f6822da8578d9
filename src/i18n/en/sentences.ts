// What is said about a run in English: facts, commands, refusals. A page can stand before they are loaded.
import { commands } from './commands';
import { facts, marks } from './facts';
import { heard } from './heard';
import { refusals } from './refusals';
import { runs } from './runs';

/** The sentences of a run: functions of what they speak about. */
export const enSentences = { commands, facts, heard, marks, refusals, runs };

/** What a language has to say about a run. */
export type Sentences = typeof enSentences;
