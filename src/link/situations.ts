// The door of situations: links and files with a whole run in them. Apart from `index.ts`, so that a page that was
// asked for nothing of the kind does not load it.
export { BadSituation, type SituationProblem } from './problem';
export { MOST_FACTS, MOST_LINK, MOST_RUNS, MOST_TEXT } from './limits';
export { replay, scenarioFor, type FindWorld } from './replay';
export { isTooMuch, runsOf } from './runs';
export {
  packSituation,
  readSituation,
  unpackSituation,
  writeSituation,
  type KeptRun,
  type ScenarioSource,
  type Situation,
} from './situation';
