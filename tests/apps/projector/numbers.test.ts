// The number keys in front of a class: a number that somebody has learned does not come to mean something else.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { listed, listedFirst, numbered, type Listed } from '../../../src/apps/projector/numbers';
import { programmeOf } from '../../../src/lesson/programme';
import { createRun, SECOND, type Run } from '../../../src/sim';

const named = (place: string, name: string, target: string): Listed => ({
  place,
  label: `${name} ${target}`,
  commands: [{ name, target }],
});
const crash = named('host/a', 'crash-hypervisor', 'hypervisor/a');
const panic = named('host/a', 'panic-kernel', 'kernel/a');
const plugA = named('host/a', 'pull-plug', 'host/a');
const plugB = named('host/b', 'pull-plug', 'host/b');
const start = (number: number) => named('host/a', 'start-vm', `vm/${number}`);
const shown = (now: readonly Listed[], first: readonly Listed[]) =>
  numbered(now, first).map(({ number, label }) => `${number} ${label}`);

describe('numbers', () => {
  const first = [crash, panic, plugA, plugB];

  it('are those of the beginning, with a gap where something cannot be done', () => {
    expect(shown(first, first).map((text) => text[0])).toEqual(['1', '2', '3', '4']);
    expect(shown([crash, plugA, plugB], first).map((text) => text[0])).toEqual(['1', '3', '4']);
    expect(shown([plugB], first)).toEqual(['4 pull-plug host/b']);
  });

  it('go on behind them for what was not there at the beginning', () => {
    expect(shown([start(1), crash, plugB], first)).toEqual([
      '1 crash-hypervisor hypervisor/a',
      '4 pull-plug host/b',
      '5 start-vm vm/1',
    ]);
  });

  it('are the same for one after the other of what is started', () => {
    const starts = [start(1), crash];
    expect(shown([start(2), crash], starts)).toEqual(['1 start-vm vm/2', '2 crash-hypervisor hypervisor/a']);
  });

  it('are never more than there are keys, and one that is taken stays taken', () => {
    const many = Array.from({ length: 12 }, (_, at) => named('host/a', 'kill-process', `process/${at}`));
    expect(numbered(many, many)).toHaveLength(9);
    expect(shown(many.slice(1), many)[0]).toBe('2 kill-process process/1');
    expect(numbered(many.slice(1), many).map(({ number }) => number)).not.toContain(1);
    // What is new has a number all the same, where one is free.
    expect(shown([...many.slice(1), plugB], many)[0]).toBe('1 pull-plug host/b');
  });
});

describe('in lesson 10', async () => {
  const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
  const content = await entry.open();
  const stops = programmeOf(content, await entry.solution());
  const allows = (name: string) => content.scenario.commands.includes(name);
  const at = stops.findIndex(({ moment }) => moment?.id === 'guest-panics');
  const first = listedFirst(stops, stops[at]!.way, allows);
  const now = (run: Run) => {
    const list = listed({ view: run.view(), allows, check: (command) => run.check(command) });
    return numbered(list, first);
  };

  it('no number moves when something is broken', () => {
    const run = createRun(stops[at]!.way.scenario);
    run.seek(SECOND);
    const before = now(run);
    for (const { label, commands, number } of before) {
      for (const command of commands) if (run.check(command) === null) run.do(command);
      run.seek(run.head + SECOND);
      const after = now(run);
      expect(after.find((each) => each.number === number)?.label, label).toBeUndefined();
      for (const each of after) {
        const was = before.find((one) => one.label === each.label);
        expect(was === undefined || was.number === each.number, each.label).toBe(true);
      }
    }
    expect(before.length).toBeGreaterThan(5);
  });
});
