// The basic model is enough where it knows everything, and plays then exactly what the whole one plays.
import { describe, expect, it } from 'vitest';
import { scenario as firstScenario } from '../../lessons/10-one-kernel-falls/scenario';
import { solution } from '../../lessons/10-one-kernel-falls/solution';
import { SECOND } from '../../src/sim';
import { basicModel } from '../../src/sim/basicModel';
import { tableOf } from '../../src/sim/engine/kind';
import { model } from '../../src/sim/model';
import { modelFor } from '../../src/sim/modelFor';
import { WorldRun } from '../../src/sim/worldRun';

const { commands, seed, worlds } = firstScenario;
const world = worlds['two-hosts']!;
const scenario = { id: 'test', seed, world, commands };

describe('modelFor', () => {
  it('finds the basic model enough for every world of the first lesson', async () => {
    for (const each of Object.values(worlds))
      expect(await modelFor({ ...scenario, world: each }, [])).toBe(basicModel);
  });

  it('takes the whole one for a command, a fault, a journal or a kind that the basic one lacks', async () => {
    const migrate = { at: SECOND, command: { name: 'migrate-vm', target: 'vm/vm-1' } };
    expect(await modelFor({ ...scenario, commands: ['set-overcommit'] }, [])).toBe(model);
    expect(await modelFor({ ...scenario, world: { ...world, faults: [migrate] } }, [])).toBe(model);
    expect(await modelFor(scenario, [migrate])).toBe(model);
    const unknown = { kind: 'host', name: 'x', holds: [{ kind: 'moon', name: 'x' }] };
    expect(await modelFor({ ...scenario, world: { boxes: [unknown] } }, [])).toBe(model);
  });

  it('takes the whole one where nothing is said of the commands', async () => {
    expect(await modelFor({ id: 'test', seed, world }, [])).toBe(model);
  });
});

describe('the basic model', () => {
  it('plays what the whole model plays, to the same digest', () => {
    for (const [slug, { commands: journal, until }] of Object.entries(solution.steps)) {
      for (const of of Object.values(worlds)) {
        const [basic, whole] = [basicModel, model].map((each) =>
          new WorldRun(each, { ...scenario, world: of }, journal, until).digest(),
        );
        expect(basic, slug).toBe(whole);
      }
    }
  });
});

describe('the whole model', () => {
  it('has every command and kind of the basic one, in its order, and no name twice', () => {
    const kinds = model.kinds.map(({ kind }) => kind);
    const names = model.commands.map(({ name }) => name);
    expect(kinds.slice(0, basicModel.kinds.length)).toEqual(basicModel.kinds.map(({ kind }) => kind));
    expect(names).toEqual(expect.arrayContaining(basicModel.commands.map(({ name }) => name)));
    expect([new Set(kinds).size, new Set(names).size]).toEqual([kinds.length, names.length]);
  });

  it('has every effect that a chart names', () => {
    for (const { kind, machine, effects } of model.kinds)
      for (const name of tableOf(machine).effects.filter((each) => each !== 'tell'))
        expect(effects, kind).toHaveProperty(name);
  });
});
