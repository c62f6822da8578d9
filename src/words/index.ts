// The door of the words: names, states, facts, refusals, commands and the whole scene as text.
export { diskOwner } from './built';
export { commandLabel } from './command';
export { boxRows, figureRows, grantedRows, partedRow, type Compared } from './compare';
export { factSentence, namedData, shortLabel } from './fact';
export {
  boxLabel,
  boxName,
  boxNoun,
  copyName,
  floorsOf,
  placeName,
  placePhrase,
  isStop,
  serviceOf,
} from './name';
export { numbersOf } from './numbered';
export { refusalSentence } from './refusal';
export { fellWords, sceneInWords, type Fallen } from './scene';
export { copiesOn, servingWords } from './serving';
export { stageWords } from './stage';
export { runParts, runSentence } from './runParts';
export { nameOfRun, runName, takeBackLabel, takenBackSentence } from './runs';
export { stateSentence, stateWord } from './state';
export { sceneTree, type SceneItem } from './tree';
export { worldsThen, type ToldRun } from './then';
export { pickerSentence, waitSentence } from './wait';
