// The words of floors that are too thin to carry them, where the lessons end: they hang where nothing else is meant.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { allWords } from '../../../src/layout/label/allWords';
import type { TextStyle } from '../../../src/layout/stage/textStyle';
import { createSceneKeeper, type Size } from '../../../src/layout/stage/keepScene';
import { bottom, contains, overlaps, right } from '../../../src/layout/rect';
import type { LabelScene, StageScene } from '../../../src/layout/stage/scene';
import { SECOND } from '../../../src/sim';
import { stageWords } from '../../../src/words';

const laptop = { width: 1008, height: 370 };

/** The stage at the end of a step's solution. */
async function endOf(
  slug: string,
  step: string,
  size: Size = laptop,
  text?: TextStyle,
  seconds?: number,
  fromStart = false,
): Promise<StageScene> {
  const entry = lessons.find((each) => each.slug === slug)!;
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
  const at = content.page.steps.findIndex((each) => each.slug === step);
  const world = scenarioOf(content, worldOf(content.page, at));
  const run = playAttempt(
    { ...world, commands: content.scenario.commands },
    wholeSolution(content, solution, at),
  );
  if (seconds !== undefined) run.seek(seconds * SECOND);
  const options = { words: stageWords, late: allWords, ...(text && { text }) };
  const keeper = createSceneKeeper();
  const end = run.view().at;
  if (fromStart) {
    run.seek(0);
    keeper(run.view(), size, options);
    run.seek(seconds === undefined ? end : seconds * SECOND);
  }
  return keeper(run.view(), size, options);
}

const said = ({ lines }: LabelScene) => lines.map(({ text }) => text).join(' ');
const labelOf = ({ labels }: StageScene, id: string) => labels.find(({ of }) => of.includes(id))!;

describe('tabs of floors', () => {
  it('hang in no floor of their own colour: a guest OS is not named on the OS of its host', async () => {
    const scene = await endOf('works-on-my-machine', 'files-of-its-own', { width: 1008, height: 270 });
    const os = scene.boxes.find(({ id }) => id === 'kernel/server-b')!;
    expect(said(labelOf(scene, 'kernel/appliance'))).toBe('guest OS');
    expect(overlaps(labelOf(scene, 'kernel/appliance').rect, os.drawn)).toBe(false);
  });

  it('have their place in a floor that is named in its middle: its name gives way to its foot', async () => {
    const scene = await endOf('works-on-my-machine', 'files-of-its-own', { width: 663, height: 375 });
    const os = scene.boxes.find(({ id }) => id === 'kernel/server-b')!;
    const [named, tab] = [labelOf(scene, os.id), labelOf(scene, 'hypervisor/virtualbox')];
    expect(said(tab)).toBe('hypervisor');
    expect(bottom(tab.rect)).toBeLessThanOrEqual(named.rect.y);
    expect(bottom(named.rect)).toBeLessThanOrEqual(bottom(os.drawn));
  });

  it('in what is off never say that alone: nothing is seen there that is', async () => {
    const scene = await endOf(
      'how-many-fit',
      'the-race-to-fill',
      { width: 928, height: 380 },
      undefined,
      2.9,
    );
    expect(scene.labels.map(said)).not.toContain('off');
  });

  it('hang from their own floor where another stands beside it: the OS of the host leaves them its word', async () => {
    for (const height of [283, 290, 310, 330]) {
      const scene = await endOf('works-on-my-machine', 'files-of-its-own', {
        width: 1008,
        height,
        fits: true,
      });
      const { id, drawn } = scene.boxes.find((box) => box.id.startsWith('hypervisor/'))!;
      const { rect, joins } = labelOf(scene, id);
      const os = labelOf(scene, 'kernel/server-b');
      expect(joins).toBe('above');
      expect(rect.x).toBeGreaterThanOrEqual(drawn.x);
      expect(right(rect)).toBeLessThanOrEqual(right(drawn) + 1);
      expect(os.rect.x).toBeGreaterThan(right(rect));
    }
  });

  it.each([5, 9, 15, 26])('say what is alike in one form, %d s after the first act', async (seconds) => {
    for (const size of [laptop, { width: 700, height: 370 }]) {
      const scene = await endOf(
        'what-a-guest-os-costs',
        'until-the-next-does-not-fit',
        size,
        undefined,
        seconds,
      );
      const forms = scene.labels
        .filter(
          ({ of, lines }) => of[0]?.startsWith('kernel/') && lines.some(({ text }) => /\d:\d/.test(text)),
        )
        .map((label) => said(label).replaceAll(/\d/g, '0').replace(/ ×0$/, ''));
      expect(forms.length).toBeGreaterThan(0);
      expect(new Set(forms).size).toBe(1);
    }
  });

  it('are not needed where a floor is as high as its letters: a guest OS is named in its VM, not in the hardware', async () => {
    const scene = await endOf('one-kernel-falls', 'one-program', { width: 1008, height: 400 });
    for (const vm of [1, 2, 3, 4, 5, 6].map((number) => `kernel/vm-${number}`)) {
      const { drawn } = scene.boxes.find(({ id }) => id === vm)!;
      const { role, rect } = labelOf(scene, vm);
      expect(drawn.height).toBeLessThan(16);
      expect([role, overlaps(rect, drawn), rect.y >= drawn.y, bottom(rect) <= bottom(drawn)]).toEqual([
        'name',
        true,
        true,
        true,
      ]);
    }
  });

  it('stand on the free part of their floor: VirtualBox is named over the OS that it stands on, not in it', async () => {
    for (const size of [laptop, { width: 1483, height: 553 }]) {
      const scene = await endOf('many-computers-in-one', 'the-extra-floor', size);
      const floor = scene.boxes.find(({ id }) => id === 'hypervisor/virtualbox')!.drawn;
      const { rect, joins, leaders } = labelOf(scene, 'hypervisor/virtualbox');
      expect(joins).toBe('below');
      expect(floor.y - bottom(rect)).toBeCloseTo(4);
      expect(leaders).toMatchObject([[{ y: bottom(rect) }, { y: floor.y }]]);
      expect(rect.x >= floor.x && right(rect) <= right(floor)).toBe(true);
    }
  });

  it('stand beside their column with a line, where it has room: a guest OS is not named under its hypervisor', async () => {
    const scene = await endOf('snapshot-roll-back-clone-move', 'a-snapshot-every-night', {
      ...laptop,
      height: 320,
    });
    const floor = scene.boxes.find(({ id }) => id === 'kernel/vm-1')!.drawn;
    const { rect, leaders } = labelOf(scene, 'kernel/vm-1');
    expect(rect.x).toBeGreaterThan(right(floor));
    expect(bottom(rect)).toBeLessThanOrEqual(bottom(floor));
    expect(leaders).toMatchObject([[{ x: right(floor), y: floor.y + floor.height / 2 }, {}]]);
  });

  it('leave the hypervisor its corner, so that no guest OS loses a word', async () => {
    const scene = await endOf('what-a-guest-os-costs', 'until-the-next-does-not-fit');
    const guests = [1, 2, 3, 4, 5, 6, 7].map((vm) => said(labelOf(scene, `kernel/vm-${vm}`)));
    expect(guests).toEqual(guests.map(() => 'guest OS'));
    expect(said(labelOf(scene, 'hypervisor/hypervisor-a'))).toBe('hypervisor and its services');
  });

  it('are no wider than a narrow host: a program on a phone has its name as its neighbours have', async () => {
    const phone = { width: 328, height: 600, fits: true };
    const scene = await endOf('many-computers-in-one', 'six-computers-hardly-busy', phone);
    const names = ['search-1', 'cart-1', 'buy-1'].map((copy) => labelOf(scene, `process/pc-${copy}`));
    expect(names.map(said)).toEqual(['search', 'cart', 'buy']);
  });

  it('tell many that stand beside containers as one, and take no room for lines that cannot be drawn', async () => {
    const scene = await endOf('how-many-fit', 'the-race-to-fill');
    expect(scene.boxes.filter(({ id }) => id.startsWith('monitor/'))).toEqual([]);
    const shims = scene.boxes.find(({ bundle }) => bundle?.kind === 'monitor')!;
    expect(said(labelOf(scene, shims.id))).toBe(`shim ×${shims.bundle!.members.length}`);
    // One over the other: a shim, and the OS that it stands on.
    expect(Math.max(...scene.rows)).toBe(2);
  });

  it('have the room of a shelf that is empty by now: each guest OS on a phone has its word', async () => {
    const size = { width: 328, height: 600, fits: true };
    const step = ['many-computers-in-one', 'six-computers-hardly-busy'] as const;
    const scene = await endOf(...step, size, undefined, undefined, true);
    expect(said(labelOf(scene, 'kernel/vm-1'))).toBe('guest OS ×6');
    expect(said(labelOf(scene, 'hypervisor/xen-host-a'))).toMatch(/^hypervisor/);
  });

  it('are not needed for what fell beside floors that have their names: what became of it is in its own floor', async () => {
    for (const height of [400, 553]) {
      const scene = await endOf('one-kernel-falls', 'one-kernel', { width: 1008, height });
      const { drawn } = scene.boxes.find(({ id }) => id === 'kernel/vm-2')!;
      const { rect, role, ...label } = labelOf(scene, 'kernel/vm-2');
      expect(said(labelOf(scene, 'kernel/vm-1'))).toBe('guest OS');
      expect([role, said({ rect, role, ...label })]).toEqual(['name', expect.stringMatching(/panic$/)]);
      expect(contains(drawn, rect)).toBe(true);
    }
  });

  it('stand beside a row of floors alike, not before what stands on each', async () => {
    const scene = await endOf('snapshot-roll-back-clone-move', 'four-clones');
    const floor = scene.boxes.find(({ id }) => id === 'kernel/vm-5')!.drawn;
    const { rect, of } = labelOf(scene, 'kernel/vm-1');
    expect(of).toHaveLength(5);
    expect(rect.x).toBeGreaterThan(right(floor));
  });

  it('say of what fell that it did, before another says its longest name', async () => {
    const scene = await endOf('one-kernel-falls', 'what-vms-stand-on', { width: 328, height: 0 });
    expect(said(labelOf(scene, 'hypervisor/xen-a'))).toMatch(/^hypervisor.*: crashed/);
    expect(said(labelOf(scene, 'kernel/vm-1'))).toBe('guest OS: fell ×6');
  });

  it('say of what fell that it did on a projector and of what stands beside a container, too', async () => {
    const projector = { width: 1856, height: 640, fits: true };
    const xen = await endOf('one-kernel-falls', 'what-vms-stand-on', projector, { size: 22, smallest: 20 });
    expect(said(labelOf(xen, 'hypervisor/xen-a'))).toMatch(/^hypervisor.*: crashed/);
    for (const size of [laptop, { width: 328, height: 0 }]) {
      const killed = await endOf('a-box-around-processes', 'who-may-die', size);
      expect(said(labelOf(killed, 'monitor/shim-f-cart'))).toMatch(/^shim:? (crashed|killed)/);
    }
  });

  it('leave no VM without its word that is full to its top', async () => {
    const scene = await endOf('what-a-guest-os-costs', 'what-the-balloon-gives-back', {
      width: 328,
      height: 0,
    });
    const vms = scene.boxes.filter(({ build }) => build === 'room');
    expect(vms).toHaveLength(12);
    for (const { id } of vms) expect(said(labelOf(scene, id))).toBe(`VM ${id.replace('vm/vm-', '')}`);
  });
});

describe('tabs of what stands in a VM', () => {
  const wallsCrossed = ({ boxes, labels }: StageScene) => {
    const rooms = boxes.filter(({ build }) => build === 'room');
    return labels.flatMap((label) => {
      if (label.role !== 'tab' || label.of.length > 1) return [];
      const box = boxes.find(({ id }) => id === label.of[0])!;
      const room = rooms.find(
        ({ id, exact }) =>
          id !== box.id &&
          exact.x <= box.exact.x &&
          right(exact) >= right(box.exact) &&
          exact.y <= box.exact.y &&
          box.exact.y < bottom(exact),
      );
      if (room === undefined || label.rect.y > bottom(room.exact)) return [];
      const isWithin = label.rect.x >= room.exact.x && right(label.rect) <= right(room.exact);
      const isBeside = label.rect.x >= right(room.exact);
      return isWithin || isBeside ? [] : [`${said(label)} of ${box.id}`];
    });
  };

  it('lie across no wall between two VMs', async () => {
    const scene = await endOf('one-kernel-falls', 'draw-the-walls-yourself', { width: 328, height: 0 });
    expect(wallsCrossed(scene)).toEqual([]);
    expect(said(labelOf(scene, 'runtime/c-1'))).toMatch('runtime');
  });
});

describe('words of copies that fell', () => {
  it('tell which copy it is on every projector, be it over the hatch', async () => {
    const text = { size: 18, smallest: 14.6 };
    for (const [width, height] of [
      [1208, 351],
      [1232, 319],
    ] as const) {
      const scene = await endOf('one-kernel-falls', 'one-kernel', { width, height, fits: true }, text);
      const copies = ['search-1', 'cart-1', 'buy-2'].map((copy) => labelOf(scene, `process/b-${copy}`));
      expect(copies.map(said)).toEqual(['search 1', 'cart 1', 'buy 2']);
    }
  });
});
