// The door of the words: names, states, facts, refusals, commands and the whole scene as text.
export { commandLabel } from './command';
export { factSentence, shortLabel } from './fact';
export { boxLabel, boxName, boxNoun, copyName, floorsOf, placeName, placePhrase, serviceOf } from './name';
export { refusalSentence } from './refusal';
export { copiesOn, fellWords, sceneInWords, servingWords, type Fallen } from './scene';
export { stageWords } from './stage';
export { stateSentence, stateWord } from './state';
export { pickerSentence, waitSentence } from './wait';
