// Facts, commands and refusals as sentences, read as a learner reads them.
import { describe, expect, it } from 'vitest';
import type { FactData } from '../../src/sim/engine/fact';
import { commandLabel, factSentence, refusalSentence, shortLabel } from '../../src/words';
import { stillWorld, twoHosts } from './stillWorld';

const view = stillWorld(twoHosts);
const fact = (name: string, about: string, data?: FactData) => ({
  seq: 1,
  at: 0,
  about,
  name,
  because: null,
  ...(data === undefined ? {} : { data }),
});
const told = (name: string, about: string, data?: FactData) => factSentence(fact(name, about, data), view);

describe('factSentence', () => {
  it('speaks to the learner about commands', () => {
    expect(told('command.panic-kernel', 'kernel/vm-2')).toBe('You sent a kernel panic to VM 2.');
    expect(told('command.panic-kernel', 'kernel/host-b')).toBe('You sent a kernel panic to host-b.');
    expect(told('command.kill-process', 'process/b-cart-1')).toBe('You killed cart 1 on host-b.');
    expect(told('fault.pull-plug', 'host/host-b')).toBe('Somebody pulled the plug of host-b.');
  });

  it('tells what happened with its figures', () => {
    expect(told('kernel.panicked', 'kernel/host-b')).toBe('The kernel of host-b panicked.');
    expect(told('host.lost-power', 'host/host-a')).toBe('host-a lost its power.');
    expect(told('process.exited', 'process/a-cart-1', { exitCode: 137, signal: 'SIGKILL' })).toBe(
      'Cart in VM 2 exited with code 137 (SIGKILL).',
    );
    expect(told('container.backing-off', 'container/b-cart-1', { backoffMs: 400, restarts: 3 })).toBe(
      'The container of cart 1 on host-b is started again in 400 ms (3 restarts so far).',
    );
    expect(told('vm.refused', 'vm/vm-1', { neededBytes: 4 * 1024 ** 3, freeBytes: 1.5 * 1024 ** 3 })).toBe(
      'VM 1 was not started: it needs 4 GiB, free are 1.5 GiB.',
    );
  });

  it('says settings in whole sentences', () => {
    expect(told('command.set-restart', 'process/a-cart-1', { policy: 'always' })).toBe(
      'You set the restart setting of cart in VM 2 to always.',
    );
    expect(told('command.set-reboot-on-panic', 'kernel/host-b', { seconds: 10 })).toBe(
      'You told the kernel of host-b to reboot 10 s after a panic.',
    );
    expect(told('command.set-reboot-on-panic', 'kernel/host-b', { seconds: 0 })).toBe(
      'You told the kernel of host-b to stay down after a panic.',
    );
  });
});

describe('shortLabel', () => {
  it('fits under the timeline, and leaves out what is not worth a mark', () => {
    expect(shortLabel(fact('kernel.panicked', 'kernel/vm-2'), view)).toBe('panic in VM 2');
    expect(shortLabel(fact('kernel.panicked', 'kernel/host-b'), view)).toBe('panic on host-b');
    expect(shortLabel(fact('scenario.started', 'host/host-a'), view)).toBeNull();
  });
});

describe('commandLabel', () => {
  it('says what the button does', () => {
    const label = (name: string, target: string, args = {}) => commandLabel({ name, target, args }, view);
    expect(label('panic-kernel', 'kernel/vm-2')).toBe('Send a kernel panic to VM 2');
    expect(label('kill-process', 'process/a-cart-1')).toBe('Kill cart in VM 2');
    expect(label('pull-plug', 'host/host-b')).toBe('Pull the plug of host-b');
    expect(label('place-container', 'container/b-cart-1', { kernel: 'kernel/vm-2' })).toBe(
      'Place cart 1 in VM 2',
    );
    expect(label('deploy-build', 'process/a-cart-1', { build: 'artifact/x' })).toBe('Deploy cart in VM 2');
    expect(label('deploy-vm-image', 'vm/vm-2', { image: 'artifact/shop-1' })).toBe(
      'Ship the whole machine shop-1 to host-a',
    );
    expect(label('grant-permission', 'kernel/vm-2', { path: 'C:/shop/x', mode: '644' })).toBe(
      'Let everybody read C:\\shop\\x on VM 2',
    );
  });
});

describe('refusalSentence', () => {
  const refused = (code: string, data: FactData = {}) =>
    refusalSentence({ code, data }, { name: 'start-vm', target: 'vm/vm-2' }, view);

  it('says what is wrong', () => {
    expect(refused('already-down')).toBe('VM 2 is already down.');
    expect(refused('floor-down', { floor: 'hypervisor/xen-a' })).toBe(
      'VM 2 cannot start: the hypervisor of host-a, which it stands on, is down.',
    );
    expect(
      refused('no-memory', { neededBytes: 4 * 1024 ** 3, freeBytes: 1024 ** 3, where: 'host/host-a' }),
    ).toBe('VM 2 needs 4 GiB; host-a has 1 GiB free: 3 GiB too little.');
    // A command of a VM may lack room elsewhere.
    const GIB = 1024 ** 3;
    const room = { box: 'host/host-a', freeBytes: 2 * GIB, neededBytes: 8 * GIB, overBytes: 6 * GIB };
    expect(refused('disk-full', room)).toBe('VM 2 takes 8 GiB, and host-a has 2 GiB free: 6 GiB too little.');
    const cloning = { name: 'clone-vm', target: 'vm/vm-2' };
    expect(refusalSentence({ code: 'disk-full', data: room }, cloning, view)).toBe(
      'A full clone of VM 2 takes 8 GiB, and host-a has 2 GiB free: 6 GiB too little.',
    );
    expect(refusalSentence({ code: 'already-up', data: {} }, { ...cloning, name: 'move-vm' }, view)).toBe(
      'VM 2 runs: that can only be done while it is off.',
    );
    expect(refused('bad-argument', { argument: 'seconds', wanted: 'a whole number' })).toBe(
      '"seconds" must be a whole number.',
    );
  });

  it('is never empty, even for a code nobody has heard of', () => {
    expect(refused('out-of-luck')).not.toBe('');
  });
});
