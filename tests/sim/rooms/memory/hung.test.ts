// A kernel that panicked frees nothing: what fell with it stays taken until its machine is reset or loses power.
import { describe, expect, it } from 'vitest';
import { createRun, GIBIBYTE, SECOND, type Run } from '../../../../src/sim';
import { hostA, hostB, laptop, scenario } from '../../../fixtures/worlds';

const charged = (run: Run, id: string) => run.view().get(id)!.memory.charged;

describe('memory of what fell with a panicked kernel', () => {
  it('stays taken in the VM, until that is switched off', () => {
    const run = createRun(scenario([hostA]));
    const before = charged(run, 'vm/vm-2');
    run.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
    expect(run.view().get('process/a-cart-1')!.state).toBe('fallen');
    expect(charged(run, 'vm/vm-2')).toBe(before);
    run.do({ name: 'stop-vm', target: 'vm/vm-2' });
    expect(charged(run, 'vm/vm-2')).toBe(0);
  });

  it('stays taken on the host, and is free again when that restarts', () => {
    const run = createRun(scenario([hostB]));
    run.do({ name: 'set-reboot-on-panic', target: 'kernel/host-b', args: { seconds: 10 } });
    const before = charged(run, 'host/host-b');
    run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
    run.seek(5 * SECOND);
    expect(charged(run, 'host/host-b')).toBe(before);
    run.seek(11 * SECOND);
    expect(charged(run, 'host/host-b')).toBe(0);
  });

  it('counts the reservation of a VM once, and nothing that was in it', () => {
    const run = createRun(scenario([laptop]));
    const before = charged(run, 'host/laptop');
    run.do({ name: 'panic-kernel', target: 'kernel/windows' });
    expect(charged(run, 'host/laptop')).toBe(before);
    run.do({ name: 'pull-plug', target: 'host/laptop' });
    expect(charged(run, 'host/laptop')).toBe(0);
  });

  it('leaves no room for a VM on a hypervisor beside it: nothing stands on a kernel that hangs', () => {
    const run = createRun(scenario([laptop]));
    run.do({ name: 'crash-hypervisor', target: 'hypervisor/virtualbox' });
    const freed = charged(run, 'host/laptop');
    run.do({ name: 'panic-kernel', target: 'kernel/windows' });
    expect(charged(run, 'host/laptop')).toBe(freed);
    expect(freed).toBeLessThan(4 * GIBIBYTE);
  });
});
