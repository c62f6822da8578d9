// What a lesson's first stage is drawn from before the model is there is what a run of its first world tells.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/lesson/content';
import type { Opened } from '../../src/playback/door';
import { engineDoor } from '../../src/playback/engine';
import { LateDoor } from '../../src/playback/lateDoor';
import type { Fact, WorldView } from '../../src/sim';

/** All that a view says, also of a box that there is not. */
function toldBy(view: WorldView) {
  const { entities, at, seed, versions } = view;
  const ids = [...entities.map(({ id }) => id), 'process/nobody'];
  const kinds = [...new Set(entities.map(({ kind }) => kind)), 'no-such-kind'];
  return {
    ...{ entities, at, seed, versions },
    boxes: ids.map((id) => [
      view.get(id),
      view.cpuUsed(id),
      view.orderOf(id),
      view.pickersOf(id),
      view.waitOf(id),
      view.lacksOf(id),
      view.periodOf(id),
      view.deliveryOf(id),
      view.isPromised(id),
      view.namespacesOf(id),
      view.hidesOf(id),
      view.packagesOf(id),
    ]),
    kinds: kinds.map((kind) => view.ofKind(kind)),
  };
}
const readerOf = (facts: readonly Fact[]) => ({
  length: facts.length,
  read: (seq: number) => facts[seq]!,
  slice: (from: number, to?: number) => facts.slice(from, to),
});
const told = ({ view, blasts, ...report }: Opened) => ({
  ...report,
  blasts: blasts(readerOf(report.fresh)),
  view: toldBy(view),
});

const never = () => new Promise<never>(() => undefined);

describe.each(lessons)('$slug', (entry) => {
  it('is prepared as its first world is', async () => {
    const { page, scenario, prepared } = await entry.begin();
    const opening = {
      scenario: { ...scenarioOf({ page, scenario }, prepared.world), commands: scenario.commands },
      at: prepared.at,
    };
    const real = engineDoor();
    const opened = await real.open(opening);
    const front = new LateDoor(never);
    const early = await front.open({ ...opening, prepared });
    expect(told(early)).toEqual(told(opened));
    expect(await front.digest(early.run)).toBe(await real.digest(opened.run));
  });
});
