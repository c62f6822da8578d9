// Charts as plain data.
import { describe, expect, it } from 'vitest';
import { describe as chartOf } from '../../src/sim/describe';

describe('describe', () => {
  it('hands out states, tags and ways of a chart as plain data', () => {
    const chart = chartOf('kernel');
    expect(chart.states.map((state) => state.path)).toEqual(
      expect.arrayContaining(['off', 'booting', 'up', 'panicked', 'rebooting', 'fallen']),
    );
    const up = chart.states.find((state) => state.path === 'up');
    const told = { tells: [], does: [] };
    expect(up?.ways).toContainEqual({ on: 'PANIC', guard: null, to: 'panicked', ...told });
    const booting = chart.states.find((state) => state.path === 'booting');
    expect(booting?.ways).toContainEqual({ on: 'after boot', guard: null, to: 'up', ...told });
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });

  it('says what is told and done on the way', () => {
    const { states } = chartOf('kernel');
    const rebooting = states.find((state) => state.path === 'rebooting');
    expect(rebooting?.tells).toEqual(['kernel.panicked', 'kernel.rebooting']);
    const reboots = { on: 'after panicTimeout', guard: null, to: null, tells: [], does: ['resetFloor'] };
    expect(rebooting?.ways).toContainEqual(reboots);
    const starting = chartOf('process').states.find((state) => state.path === 'starting');
    expect(starting?.ways.find(({ on }) => on === 'STOP')?.tells).toEqual(['process.stopped']);
  });

  it('names states inside states', () => {
    const running = chartOf('process').states.find((state) => state.path === 'running');
    expect(running?.initial).toBe('running.serving');
    expect(running?.states.map((state) => state.path)).toEqual(['running.serving', 'running.suffering']);
  });

  it('says which kinds there are', () => {
    expect(() => chartOf('cloud')).toThrow('use host, hypervisor');
  });
});
