// Memory that a VM was promised and does not use is called reserved only where it is: a hypervisor that overcommits
// keeps nothing for anybody.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenario as guests } from '../../../lessons/03-what-a-guest-os-costs/scenario';
import { allWords } from '../../../src/layout/label/allWords';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import type { StageScene } from '../../../src/layout/stage/scene';
import { textStyleFor } from '../../../src/layout/stage/textStyle';
import { createRun, SECOND, type Command, type WorldSpec } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { tower } from '../../fixtures/crowds';
import { sizes } from '../worlds';

const start: Command = { name: 'start-vm', target: 'vm/vm-1' };
const overcommit: Command = { name: 'set-overcommit', target: 'hypervisor/hypervisor-a', args: { on: true } };

/** The stage of a world at every size, so long after some commands. */
function scenesOf(world: WorldSpec, commands: readonly Command[], micros: number) {
  const run = createRun({ id: 'memory', seed: 3, world });
  for (const command of commands) expect(run.do(command)).toMatchObject({ done: true });
  run.seek(micros);
  const view = run.view();
  return sizes.map((size) =>
    layoutStage(view, size, { words: stageWords, late: allWords, text: textStyleFor(size.width) }),
  );
}

/** Notes of a kind, at every size, so long after some commands. */
const notesIn = (world: string, commands: readonly Command[], micros: number, kind = 'reserved') =>
  scenesOf(guests.worlds[world]!, commands, micros).flatMap(({ labels }) =>
    labels.filter(({ key }) => key.startsWith(`${kind} `)),
  );

/** Whether each VM is drawn with dots, at every size: alone, or in a bundle. */
const dotsIn = (scenes: readonly StageScene[]) =>
  scenes.flatMap(({ boxes }) =>
    boxes.flatMap(({ id, held, bundle }) =>
      id.startsWith('vm/') ? [held] : (bundle?.parts.map((part) => part.held) ?? []),
    ),
  );

describe('memory that a VM does not use', () => {
  it.each([0, 0.1, 1, 60])('is reserved where every promise is kept: %d s after the start', (seconds) => {
    expect(notesIn('twelve-vms', [start], seconds * SECOND).length).toBeGreaterThan(0);
  });

  it.each([0, 0.1, 1, 60])('is not where memory is overcommitted: %d s after the start', (seconds) => {
    expect(notesIn('twelve-vms', [overcommit, start], seconds * SECOND)).toEqual([]);
  });

  it.each(['same-image', 'night-job'])('is not where it was overcommitted from the start: %s', (world) => {
    expect(notesIn(world, [], 4 * SECOND)).toEqual([]);
  });
});

describe('what is said of the dots', () => {
  const saidIn = (world: string, commands: readonly Command[]) =>
    notesIn(world, commands, 60 * SECOND).map(({ lines }) => lines.map(({ text }) => text).join(' '));

  it('stands in one of several VMs, and is not said of that one', () => {
    const said = saidIn('twelve-vms', [
      start,
      { name: 'start-vm', target: 'vm/vm-2' },
      { name: 'start-vm', target: 'vm/vm-3' },
    ]);
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(text).toMatch(/^dots: /);
  });

  it('is said in the same words in a VM that is alone: it is what the dots mean, no state of the VM', () => {
    const said = saidIn('twelve-vms', [start]);
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(text).toMatch(/^dots: /);
  });
});

describe('the top line of a host that promised more than it has', () => {
  it.each([
    ['all', 30],
    // Later all that juts above it is swapped out or in balloons, and told as that.
    ['promised', 10],
  ] as const)('has no wall through the words on either side of it: %s at %i s', (kind, seconds) => {
    const notes = notesIn('night-job', [], seconds * SECOND, kind);
    expect(notes).toHaveLength(sizes.length);
    expect(notes.map(({ ground }) => ground)).toEqual(notes.map(() => 'plate'));
  });
});

describe('dots', () => {
  const minute = 60 * SECOND;
  const bundled = (overcommit: boolean): WorldSpec => {
    const holds = tower.holds!.map((box) => ({ ...box, spec: { product: 'esxi', overcommit } }));
    return { boxes: [{ ...tower, holds }] };
  };

  it('are drawn where memory is reserved, and not where it is only promised', () => {
    const reserved = dotsIn(scenesOf(guests.worlds['twelve-vms']!, [start], minute));
    const promised = dotsIn(scenesOf(guests.worlds['twelve-vms']!, [overcommit, start], minute));
    expect(new Set(reserved)).toContain(true);
    expect(new Set(promised)).toEqual(new Set([false]));
    expect(new Set(dotsIn(scenesOf(guests.worlds['night-job']!, [], minute)))).toEqual(new Set([false]));
  });

  it('are drawn so in a bundle', () => {
    expect(new Set(dotsIn(scenesOf(bundled(false), [], minute)))).toEqual(new Set([true]));
    expect(new Set(dotsIn(scenesOf(bundled(true), [], minute)))).toEqual(new Set([false]));
  });

  it('are drawn in memory alone: what is free on a disk is white, as free memory is', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.svelte'),
    );
    const drawn = files.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('var(--dots)'));
    expect(drawn.sort()).toEqual(['apps/course/PaperMarks.svelte', 'view/stage/PatternDefs.svelte']);
  });
});
