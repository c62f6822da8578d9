// What can be done is offered by name, for the selected box and everything it stands on.
import { describe, expect, it } from 'vitest';
import * as late from '../../../src/apps/course/lateActs';
import {
  allowsActs,
  allowsPickers,
  areAllPickers,
  asWanted,
  offersFor,
  placementGroup,
  suggestions,
} from '../../../src/apps/course/offers';
import type { Asked, Group } from '../../../src/apps/course/offers';
import { furtherOffers } from '../../../src/apps/course/further';
import { PICKERS, SETTINGS } from '../../../src/apps/course/offerings';
import { messages } from '../../../src/i18n';
import { markMessages } from '../../../src/i18n/marks';
import { scenario } from '../../../lessons/10-one-kernel-falls/scenario';
import { scenario as machines } from '../../../lessons/01-works-on-my-machine/scenario';
import { scenario as guests } from '../../../lessons/03-what-a-guest-os-costs/scenario';
import { scenario as layers } from '../../../lessons/06-images-are-layers/scenario';
import { scenario as snapshots } from '../../../lessons/04-snapshot-roll-back-clone-move/scenario';
import { createRun, SECOND, type Command, type Run } from '../../../src/sim';
import { withDisks } from '../../fixtures/disks';
import { stillWorld, twoHosts, type StillBox } from '../../words/stillWorld';

const isStart = (command: Command) => /^(start|power)-/.test(command.name);

/** A world in which everything is up: what starts is refused. */
function asking(boxes: readonly StillBox[], allows: (name: string) => boolean = () => true) {
  const view = stillWorld(boxes);
  const check = (command: Command) => (isStart(command) ? { code: 'already-up', data: {} } : null);
  return { view, allows, check, late };
}

const labels = (groups: readonly Group[]) => groups.flatMap(({ offers }) => offers.map(({ label }) => label));

/** A world as the model itself answers for it. */
function askedOf(run: Run, allows: Asked['allows'] = () => true): Asked {
  return { view: run.view(), allows, check: (command) => run.check(command), late };
}

/** One of the lesson. */
const asked = (name: string) => askedOf(createRun({ id: name, seed: 1, world: scenario.worlds[name]! }));

describe('offersFor', () => {
  it('goes from the copy down to the plug', () => {
    const allows = (name: string) => !/^(stop-|unshare$)/.test(name);
    expect(labels(offersFor('vm/vm-2', asking(twoHosts, allows)))).toEqual([
      'Kill cart in VM 2',
      'Send a kernel panic to VM 2',
      'Crash VM 2',
      'Shut down VM 2',
      'Crash the hypervisor of host-a',
      'Pull the plug of host-a',
      'Shut down host-a',
    ]);
  });

  it('offers only what the lesson allows', () => {
    const groups = offersFor(
      'process/b-cart-1',
      asking(twoHosts, (name) => name === 'panic-kernel'),
    );
    expect(labels(groups)).toEqual(['Send a kernel panic to host-b']);
    expect(groups.flatMap(({ settings }) => settings)).toEqual([]);
  });

  it('offers a process every namespace, and beside its container who stays with it', () => {
    const shim = {
      id: 'monitor/shim-1',
      on: 'kernel/host-b',
      context: { of: 'container/b-cart-1', product: 'shim' },
    };
    const allows = (name: string) => ['unshare', 'kill-process', 'crash-runtime'].includes(name);
    const offered = labels(offersFor('process/b-cart-1', asking([...twoHosts, shim], allows)));
    expect(offered[1]).toBe('Give cart 1 its own list of processes (pid) by a new start');
    expect(offered.slice(9)).toEqual(['Kill the shim of cart 1 on host-b', 'Crash the runtime on host-b']);
  });

  it.each(['already-down', 'already-up'])('says why nothing can be done, not that it is up: %s', (code) => {
    const groups = offersFor('host/host-b', { ...asking(twoHosts), check: () => ({ code, data: {} }) });
    const reasons = code === 'already-down' ? ['host-b is already down.'] : [];
    expect(groups).toMatchObject([{ offers: [], reasons }]);
  });

  it('shows a setting with its value, also one that is not usual', () => {
    const boxes = twoHosts.map((box) =>
      box.id === 'kernel/host-b' ? { ...box, context: { rebootOnPanicSeconds: 30 } } : box,
    );
    const [setting] = offersFor('kernel/host-b', asking(boxes)).flatMap(({ settings }) => settings);
    expect(setting).toMatchObject({ label: 'host-b: after a panic, reboot', value: '30' });
    expect(setting?.choices.map(({ label }) => label)).toEqual([
      'after 30 s',
      'never',
      'after 10 s',
      'after 1 min',
    ]);
    expect(setting?.choices[2]?.commands).toEqual([
      { name: 'set-reboot-on-panic', target: 'kernel/host-b', args: { seconds: 10 } },
    ]);
  });

  it('sorts what breaks something from what starts and stops it', () => {
    const allows = (name: string) => name !== 'unshare';
    const offers = offersFor('vm/vm-2', asking(twoHosts, allows)).flatMap((group) => group.offers);
    const others = offers.filter(({ sort }) => sort !== 'break').map(({ label }) => label);
    expect(others).toEqual(['Stop cart in VM 2', 'Switch off VM 2', 'Shut down VM 2', 'Shut down host-a']);
  });

  it('keeps an act in sight that has to wait for what is under way, and says for what', () => {
    const check = () => ({ code: 'vdisk-busy', data: {} });
    const allows = (name: string) => name === 'start-vm';
    const offers = offersFor('vm/vm-2', { ...asking(twoHosts, allows), check }).flatMap(
      (group) => group.offers,
    );
    expect(offers).toMatchObject([{ label: 'Start VM 2', waits: 'being copied' }]);
  });

  it('offers with a file what can be done with the VM whose disk it is', () => {
    const run = createRun({ id: 'files', seed: 1, world: { boxes: withDisks } });
    const asked = askedOf(run);
    expect(labels(offersFor('vdisk/vm-1', asked))).toContain('Take a snapshot of the disk of VM 1');
  });

  it('offers nothing for a box that is gone', () => {
    expect(offersFor('vm/nowhere', asking(twoHosts))).toEqual([]);
  });
});

describe('suggestions', () => {
  const third: readonly StillBox[] = [
    { id: 'vm/vm-3', on: 'hypervisor/xen-a' },
    { id: 'kernel/vm-3', on: 'vm/vm-3' },
    { id: 'process/a-buy-1', on: 'kernel/vm-3', context: { service: 'buy' } },
  ];

  it('takes a box with neighbours on each host, and both where there are two', () => {
    expect(labels(suggestions(asking([...twoHosts, ...third])))).toEqual([
      'Kill cart in VM 2',
      'Send a kernel panic to VM 2',
      'Crash the hypervisor of host-a',
      'Pull the plug of host-a',
      'Shut down host-a',
      'Crash the runtime on host-b',
      'Kill cart 1 on host-b',
      'Kill cart 2 on host-b',
      'Send a kernel panic to host-b',
      'Pull the plug of host-b',
      'Shut down host-b',
    ]);
  });

  it('offers the next VM that can be started', () => {
    const check = ({ target }: Command) => (target < 'vm/vm-3' ? { code: 'already-up', data: {} } : null);
    const allows = (name: string) => name === 'start-vm';
    const groups = suggestions({ ...asking([...twoHosts, ...third], allows), check });
    expect(labels(groups)).toEqual(['Start VM 3']);
  });

  it('keeps the first VM in sight that has no room any more, and says how much it lacks', () => {
    const run = createRun({ id: 'nine', seed: 1, world: guests.worlds['nine-vms']! });
    const offered = () =>
      suggestions({
        view: run.view(),
        allows: (name) => name === 'start-vm',
        check: (command) => run.check(command),
      });
    for (let vm = 1; vm <= 7; vm++) {
      expect(offered().flatMap(({ offers }) => offers)).toMatchObject([
        { label: `Start VM ${vm}`, waits: null },
      ]);
      run.do({ name: 'start-vm', target: `vm/vm-${vm}` });
    }
    expect(offered().flatMap(({ offers }) => offers)).toMatchObject([
      { label: 'Start VM 8', waits: messages.desk.commands.lacks['no-memory'] },
    ]);
    expect(offered().flatMap(({ reasons }) => reasons)).toMatchObject([
      expect.stringMatching(/^VM 8 needs 4 GiB; host-a has .* too little\.$/),
    ]);
  });

  it('stands in the order in which the tasks name it, whichever host it is on', () => {
    const run = createRun({ id: 'server', seed: 1, world: machines.worlds['one-server']! });
    const wanted = ['deploy-build', 'install-library', 'start-process', 'stop-process'];
    const asked = askedOf(run, (name) => wanted.includes(name));
    const groups = suggestions(asked);
    expect(labels(asWanted(groups, wanted))).toEqual([
      'Deploy search on server-a',
      'Install libshop-2.0 on server-a',
      'Start search on server-a',
      'Stop cart on server-a',
    ]);
    expect(labels(asWanted(groups, []))).toEqual(labels(groups));
  });

  it('leaves out what would be refused, and does not look for another', () => {
    const check = ({ target }: Command) =>
      target === 'kernel/vm-2' ? { code: 'already-down', data: {} } : null;
    const allows = (name: string) => name === 'panic-kernel';
    const groups = suggestions({ ...asking([...twoHosts, ...third], allows), check });
    expect(labels(groups)).toEqual(['Send a kernel panic to host-b']);
  });
});

describe('furtherOffers', () => {
  it('offers an image once, though it stands by itself and with its runtime', () => {
    const run = createRun({ id: 'update', seed: 1, world: layers.worlds['after-an-update']! });
    const names = ['prune-images', 'replace-container', 'remove-container', 'remove-image'];
    for (const second of [0, 2, 5, 12]) {
      run.seek(second * SECOND);
      const asked = askedOf(run, (name) => names.includes(name));
      const suggested = suggestions(asked);
      const all = labels([...suggested, ...furtherOffers(asked, suggested).groups]);
      expect(all).toEqual([...new Set(all)]);
    }
  });

  it('keeps an image that a container uses in sight, and says why Docker does not remove it', () => {
    const run = createRun({ id: 'used', seed: 1, world: layers.worlds['after-an-update']! });
    const asked = askedOf(run, (name) => ['prune-images', 'remove-image'].includes(name));
    const { groups } = furtherOffers(asked, []);
    expect(groups.flatMap(({ offers }) => offers)).toContainEqual(
      expect.objectContaining({ label: 'Remove the image search', waits: 'a container uses it' }),
    );
    expect(groups.flatMap(({ reasons }) => reasons).join(' ')).toContain('is using its referenced image');
  });

  const further = (boxes: readonly StillBox[], names: readonly string[]) => {
    const asked = asking(boxes, (name) => names.includes(name));
    return furtherOffers(asked, suggestions(asked));
  };

  it('offers what else a lesson asks for where that is not much', () => {
    const { groups, hint } = further(twoHosts, ['stop-runtime', 'panic-kernel', 'set-live-restore']);
    expect(labels(groups)).toEqual(['Stop the runtime on host-b']);
    expect(groups.flatMap(({ settings }) => settings.map(({ id }) => id))).toEqual([
      'set-live-restore runtime/docker-b',
    ]);
    expect(hint).toBe('');
  });

  it('says what to select where it is much', () => {
    const { groups, hint } = further(twoHosts, ['unshare']);
    expect(labels(groups)).toEqual([]);
    expect(hint).toMatch(/^Select .*cart in VM 2.* on the stage/);
  });
});

describe('settings', () => {
  const settings = (id: string, allows?: (name: string) => boolean) =>
    offersFor(id, asking(twoHosts, allows)).flatMap((group) => group.settings);

  it('sets the policy of all containers beside a runtime at once', () => {
    const all = settings('container/b-cart-1').find(({ label }) => label.startsWith('all 2 containers'));
    expect(all?.label).toBe('all 2 containers on host-b: restart policy');
    expect(all?.choices.at(-1)?.commands.map(({ target }) => target)).toEqual([
      'container/b-cart-1',
      'container/b-cart-2',
    ]);
  });

  it('leaves the service manager out of a container: the model would refuse', () => {
    const own = offersFor('process/b-cart-1', asked('two-hosts')).flatMap((group) => group.settings);
    expect(own.filter(({ id }) => id.endsWith('process/b-cart-1')).map(({ id }) => id)).toEqual([
      'set-demand process/b-cart-1',
      'set-oom-score-adj process/b-cart-1',
    ]);
  });

  it.each([
    ['two-hosts', 'hypervisor/xen-a', 'set-restart-on-crash'],
    ['laptop', 'hypervisor/virtualbox', 'set-start-at-boot'],
  ])(
    'in %s, %s offers %s, overcommit and page sharing, and nothing that the model would refuse',
    (name, id, setting) => {
      const own = offersFor(id, asked(name)).find((group) => group.id === id);
      const names = [setting, 'set-overcommit', 'set-page-sharing'];
      expect(own?.settings.map((each) => each.id)).toEqual(names.map((each) => `${each} ${id}`));
    },
  );

  it('knows whether there is anything to break', () => {
    expect(allowsActs((name) => name.startsWith('set-'))).toBe(false);
    expect(allowsActs((name) => name === 'panic-kernel')).toBe(true);
    expect(allowsActs((name) => name === 'migrate-vm')).toBe(true);
  });

  it('says whether a lesson lets one say who picks it up, or set something else alone', () => {
    const only = (allows: (name: string) => boolean) =>
      areAllPickers(offersFor('vm/vm-2', asking(twoHosts, allows)));
    expect(only((name) => PICKERS.some((picker) => picker === name))).toBe(true);
    expect(only((name) => name.startsWith('set-'))).toBe(false);
    expect(allowsPickers((name) => name === 'set-on-crash')).toBe(true);
    expect(allowsPickers((name) => ['set-overcommit', 'set-demand', 'set-balloon'].includes(name))).toBe(
      false,
    );
  });
});

it('marks on the timeline say picker only of settings that say who picks up', () => {
  const others = Object.values(SETTINGS)
    .flat()
    .map(({ command }) => command)
    .filter((command) => !PICKERS.some((picker) => picker === command));
  expect(others.filter((command) => markMessages.acts[command] === undefined)).toEqual([]);
});

describe('placementGroup', () => {
  const walls: readonly StillBox[] = [
    ...twoHosts,
    { id: 'runtime/r', on: 'kernel/vm-1' },
    { id: 'container/c-buy-1', on: 'kernel/vm-1' },
    { id: 'container/c-buy-2', tags: ['absent'] },
  ];
  const commands = (container: string, value: string) =>
    placementGroup(asking(walls))
      ?.settings.find(({ id }) => id === `place-container container/${container}`)
      ?.choices.find((choice) => choice.value === value)
      ?.commands.map(({ name }) => name);

  it('places a container where a runtime is', () => {
    expect(commands('c-buy-2', 'kernel/vm-1')).toEqual(['place-container']);
    expect(commands('c-buy-2', 'kernel/vm-2')).toBeUndefined();
    expect(commands('c-buy-2', '')).toEqual([]);
  });

  it('takes a container away before it is placed elsewhere', () => {
    expect(commands('c-buy-1', 'kernel/host-b')).toEqual(['remove-container', 'place-container']);
    expect(commands('c-buy-1', '')).toEqual(['remove-container']);
  });

  it('is not offered where the walls are given', () => {
    expect(placementGroup(asking(walls, () => false))).toBeNull();
  });
});

describe('acts that name another box', () => {
  const run = createRun({ id: 'disks', seed: 1, world: { boxes: withDisks } });
  run.do({ name: 'take-snapshot', target: 'vm/vm-1' });
  const disks = ['take-snapshot', 'roll-back', 'delete-snapshot', 'clone-vm', 'back-up', 'break-disk'];
  const doing = (names: readonly string[]) => ({
    view: run.view(),
    allows: (name: string) => names.includes(name),
    check: (command: Command) => run.check(command),
    late,
  });

  it('are offered once for each box that they could name', () => {
    expect(labels(offersFor('vm/vm-1', doing(disks)))).toEqual([
      'Take a snapshot of the disk of VM 1',
      'Take a snapshot of VM 1 with its memory',
      'Roll VM 1 back to snapshot 1 of VM 1',
      'Delete snapshot 1 of VM 1',
      'Clone VM 1 in full, with a disk of its own',
      'Clone VM 1, linked: over the same disk',
      'Back VM 1 up to the disk ssd-a',
      'Back VM 1 up to the disk old-a',
      'Back VM 1 up to the disk of disk-b',
      'Back VM 1 up to the disk san',
      'Break the disk ssd-a',
    ]);
  });

  it('stay in sight where the disk has no room for them, and say how much they lack', () => {
    const full = createRun({ id: 'clones', seed: 1, world: snapshots.worlds['clones']! });
    const offered = () =>
      offersFor(
        'vm/vm-1',
        askedOf(full, (name) => name === 'clone-vm'),
      );
    for (const second of [1, 120]) {
      full.seek(second * SECOND);
      expect(full.do({ name: 'clone-vm', target: 'vm/vm-1', args: { kind: 'full' } }).done).toBe(true);
    }
    full.seek(240 * SECOND);
    const waits = messages.desk.commands.lacks['disk-full'];
    expect(offered().flatMap(({ offers }) => offers)).toMatchObject([
      { label: 'Clone VM 1 in full, with a disk of its own', waits },
      { label: 'Clone VM 1, linked: over the same disk', waits: null },
    ]);
    expect(offered().flatMap(({ reasons }) => reasons)).toMatchObject([
      expect.stringMatching(/takes 8 GiB, and the disk .* too little\.$/),
    ]);
  });

  it('move a VM only where its disk is reached', () => {
    expect(labels(offersFor('vm/vm-1', doing(['migrate-vm'])))).toEqual([]);
    expect(labels(offersFor('vm/vm-9', doing(['migrate-vm'])))).toHaveLength(3);
  });
});
