// No event, guard, delay, action or state of a chart is without words, and none has words that no chart uses.
import { describe, expect, it } from 'vitest';
import { describe as chartOf, type ChartState, type ChartWay } from '../../../src/sim/describe';
import { model } from '../../../src/sim/model';
import { messages } from '../../../src/i18n';
import { inspector } from '../../../src/i18n/inspector';
import { chartNames, humanWords } from '../../../src/words/inspector';

const statesOf = (state: ChartState): ChartState[] => [...state.states, ...state.states.flatMap(statesOf)];
const charts = model.kinds.map(({ kind }) => chartOf(kind));
const states = charts.flatMap(statesOf);
const ways: ChartWay[] = [...charts, ...states].flatMap((state) => state.ways);
const unique = (names: readonly string[]) => [...new Set(names)].sort();
const after = (on: string) => on.startsWith('after ');

const names = {
  events: unique(ways.map(({ on }) => on).filter((on) => !after(on))),
  delays: unique(ways.map(({ on }) => on).filter(after)).map((on) => on.slice('after '.length)),
  guards: unique(ways.flatMap(({ guard }) => guard ?? [])),
  actions: unique(ways.filter(({ to }) => to === null).flatMap(({ does }) => does)),
};

describe('words of charts', () => {
  it.each(Object.keys(names) as (keyof typeof names)[])(
    'there is one for each of the %s, and no more',
    (part) => {
      expect(Object.keys(inspector.chart[part]).sort()).toEqual(names[part]);
    },
  );

  it('every state has one', () => {
    const leaves = states.map(({ path }) => path.split('.').at(-1) ?? path);
    const known = { ...messages.states.words, ...inspector.chart.states };
    expect(leaves.filter((leaf) => !(leaf in known))).toEqual([]);
    expect(Object.keys(inspector.chart.states).filter((leaf) => !leaves.includes(leaf))).toEqual([]);
  });

  it('says a transition as people do, or as the chart does', () => {
    const panic = { on: 'PANIC', guard: 'rebootsOnPanic' };
    expect(humanWords.event(panic)).toBe('panics (told to reboot)');
    expect(chartNames.event(panic)).toBe('PANIC [rebootsOnPanic]');
    expect(humanWords.event({ on: 'after boot', guard: null })).toBe('it has booted');
    expect(chartNames.event({ on: 'after boot', guard: null })).toBe('after boot');
    expect(humanWords.state('running.suffering')).toBe('with errors');
    expect(humanWords.state('up')).toBe('running');
    expect(humanWords.state('up.running')).toBe('running as usual');
    expect(chartNames.state('running.suffering')).toBe('suffering');
    expect(humanWords.leads(['is killed', 'is stopped'], 'exited')).toBe('is killed, is stopped → exited');
  });
});
