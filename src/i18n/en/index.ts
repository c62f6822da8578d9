// All words of the interface in English, a name for each part. Another language is another folder like it.
// A part is a module of its own: one that only a later piece of the page uses is loaded with that piece.
export { boxes } from './boxes';
export { course } from './course';
export { desk } from './desk';
export { lesson } from './lesson';
export { outline } from './outline';
export { picture } from './picture';
export { pickers } from './pickers';
export { scene } from './scene';
export { shell } from './shell';
export { stage } from './stage';
export { states } from './states';
export { steps } from './steps';
export { timeline } from './timeline';
export { waits } from './waits';
