// Every message of the interface in English. Another language is another folder that satisfies `Messages`.
import { lesson } from './lesson';
import { shell } from './shell';
import { stage } from './stage';
import { timeline } from './timeline';

/** The English catalogue: strings, or functions of what they speak about. */
export const en = { lesson, shell, stage, timeline };

/** What a language has to say. */
export type Messages = typeof en;
