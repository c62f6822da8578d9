// Charts as plain data.
import { describe, expect, it } from 'vitest';
import { describe as chartOf, type ChartState } from '../../src/sim/describe';

describe('describe', () => {
  it('hands out states, tags and ways of a chart as plain data', () => {
    const chart = chartOf('kernel');
    expect(chart.states.map((state) => state.path)).toEqual(
      expect.arrayContaining(['off', 'booting', 'up', 'panicked', 'rebooting', 'fallen']),
    );
    const up = chart.states.find((state) => state.path === 'up');
    const panics = { on: 'PANIC', guard: null, to: 'panicked', does: [] };
    expect(up?.ways).toContainEqual(expect.objectContaining(panics));
    const booting = chart.states.find((state) => state.path === 'booting');
    const boots = { on: 'after boot', guard: null, to: 'up', does: [] };
    expect(booting?.ways).toContainEqual(expect.objectContaining(boots));
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });

  it('says what is done on the way', () => {
    const { states } = chartOf('kernel');
    const rebooting = states.find((state) => state.path === 'rebooting');
    const reboots = { on: 'after panicTimeout', guard: null, to: null, does: ['resetFloor'] };
    expect(rebooting?.ways).toContainEqual(expect.objectContaining(reboots));
  });

  it('numbers all ways of a chart', () => {
    const numbersIn = ({ ways, states }: ChartState): number[] => [
      ...ways.map(({ number }) => number),
      ...states.flatMap(numbersIn),
    ];
    const numbers = numbersIn(chartOf('process'));
    expect(numbers).toEqual(numbers.map((_, place) => place));
  });

  it('names states inside states', () => {
    const running = chartOf('process').states.find((state) => state.path === 'running');
    expect(running?.initial).toBe('running.serving');
    expect(running?.states.map((state) => state.path)).toEqual([
      'running.serving',
      'running.suffering',
      'running.stuck',
      'running.paused',
    ]);
  });

  it('says which kinds there are', () => {
    expect(() => chartOf('cloud')).toThrow('use host, hypervisor');
  });
});
