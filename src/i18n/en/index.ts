// Every message of the interface in English. Another language is another folder that satisfies `Messages`.
import { boxes } from './boxes';
import { commands } from './commands';
import { facts, marks } from './facts';
import { glossary } from './glossary';
import { heard } from './heard';
import { lesson } from './lesson';
import { picture } from './picture';
import { pickers } from './pickers';
import { refusals } from './refusals';
import { scene } from './scene';
import { shell } from './shell';
import { stage } from './stage';
import { states } from './states';
import { timeline } from './timeline';

/** The English catalogue: strings, or functions of what they speak about. */
export const en = {
  boxes,
  commands,
  facts,
  glossary,
  heard,
  lesson,
  marks,
  pickers,
  picture,
  refusals,
  scene,
  shell,
  stage,
  states,
  timeline,
};

/** What a language has to say. */
export type Messages = typeof en;
