// The messages that a page needs to stand, in English; sentences.ts has those that come with a run.
// Another language is another folder that satisfies `Messages` and `Sentences`.
import { boxes } from './boxes';
import { glossary } from './glossary';
import { lesson } from './lesson';
import { picture } from './picture';
import { pickers } from './pickers';
import { scene } from './scene';
import { shell } from './shell';
import { stage } from './stage';
import { states } from './states';
import { timeline } from './timeline';

/** The English catalogue: strings, or functions of what they speak about. */
export const en = {
  boxes,
  glossary,
  lesson,
  pickers,
  picture,
  scene,
  shell,
  stage,
  states,
  timeline,
};

/** What a language has to say. */
export type Messages = typeof en;
