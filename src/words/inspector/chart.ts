// The words in a chart: human ones, or the names that the chart itself uses.
import type { ChartWords } from '../../layout/chart/chartWords';
import { messages } from '../../i18n';
import { inspector } from '../../i18n/inspector';

const { chart } = inspector;
const AFTER = 'after ';

/** An event of a chart in words: `is killed`, `it has booted`. */
function eventWords(on: string): string {
  if (on.startsWith(AFTER)) return chart.delays[on.slice(AFTER.length)] ?? on;
  return chart.events[on] ?? on;
}

function leafOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

/** What people call a state by the last part of its path. */
const stateWord = (leaf: string): string => chart.states[leaf] ?? messages.states.words[leaf] ?? leaf;

/** A state inside one of the same name is what that is when nothing else goes on in it. */
function stateWords(path: string): string {
  const [leaf = path, parent] = path.split('.').reverse();
  const word = stateWord(leaf);
  return parent !== undefined && stateWord(parent) === word ? chart.usual(word) : word;
}

/** What people call states, events, guards and actions. */
export const humanWords: ChartWords = {
  state: stateWords,
  event: ({ on, guard }) =>
    guard === null ? eventWords(on) : chart.guarded(eventWords(on), chart.guards[guard] ?? guard),
  action: (name) => chart.actions[name] ?? name,
  leads: chart.leads,
  stays: chart.stays,
  anywhere: chart.anywhere,
};

/** What the chart itself calls them. */
export const chartNames: ChartWords = {
  state: leafOf,
  event: ({ on, guard }) => (guard === null ? on : chart.guardedByName(on, guard)),
  action: (name) => name,
  leads: chart.leads,
  stays: chart.stays,
  anywhere: chart.anywhere,
};
