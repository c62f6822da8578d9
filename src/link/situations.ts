// The door of situations: links and files with a whole run in them. Apart from `index.ts`, so that a page that was
// asked for nothing of the kind does not load it.
export { BadSituation, type SituationProblem } from './problem';
export { MOST_BRANCHES, MOST_LINK, MOST_TEXT } from './limits';
export { isBranchOf, isForkOf, replay, scenarioFor, sharedCommands, type FindWorld } from './replay';
export {
  packSituation,
  readSituation,
  unpackSituation,
  writeSituation,
  type ForkSource,
  type ScenarioSource,
  type Situation,
} from './situation';
