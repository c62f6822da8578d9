// What a panicked kernel keeps taken, and that no tool answers on it.
import { describe, expect, it } from 'vitest';
import { createRun, MEBIBYTE, SECOND, type Command, type EntityId, type WorldView } from '../../../src/sim';
import { sceneTree } from '../../../src/words/tree';
import { memoryRows, toolRows, type Row } from '../../../src/words/inspector';
import { withoutDriver } from '../../fixtures/disks';
import { hostA, hostB, laptop, scenario } from '../../fixtures/worlds';

const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const kill = (name: string): Command => ({ name: 'kill-process', target: `process/${name}` });

function after(...commands: Command[]): WorldView {
  const run = createRun(scenario([hostA, hostB, laptop]));
  run.seek(SECOND);
  for (const command of commands) {
    expect(run.do(command)).toMatchObject({ done: true });
    run.seek(run.head + SECOND);
  }
  return run.view();
}

const said = (rows: readonly Row[]) => rows.map(({ label, text }) => `${label}: ${text}`);
const memory = (id: EntityId, view: WorldView) => said(memoryRows(view.get(id)!, view));

const STILL = 'still taken: a panicked kernel frees nothing';

describe('what fell with a kernel that panicked', () => {
  it('keeps its memory taken, in a guest as on a host', () => {
    const view = after(panic('vm-2'), panic('host-b'));
    expect(memory('process/a-cart-1', view)[0]).toBe(`its own: 768 MiB, ${STILL}`);
    expect(memory('process/b-cart-1', view)[0]).toBe(`its own: 768 MiB, ${STILL}`);
    expect(memory('runtime/docker-b', view)[0]).toMatch(new RegExp(`^its own: about .*, ${STILL}$`));
    expect(memory('container/b-cart-1', view)).toContain(`with what fell with it: 768 MiB, ${STILL}`);
  });

  it('adds up to what the kernel keeps', () => {
    const view = after(kill('b-cart-1'), panic('host-b'));
    expect(memory('kernel/host-b', view)[1]).toMatch(/^with what fell with it: .*, still taken/);
    const whole = view.get('kernel/host-b')!.memory.charged;
    const own = view.get('kernel/host-b')!.memory.own + view.get('runtime/docker-b')!.memory.own;
    expect(whole).toBe(own + 5 * 768 * MEBIBYTE);
    // It had given its memory back before.
    expect(memory('process/b-cart-1', view)[0]).toBe('its own: 768 MiB when it is up, now none');
    expect(memory('container/b-cart-1', view)).toContain('with what stands on it: 0 B');
  });

  it('is a VM, too: its host keeps what it had reserved', () => {
    const view = after(panic('windows'));
    expect(memory('vm/linux-1', view)[0]).toBe(`reserves: 4 GiB, ${STILL}`);
    expect(memory('kernel/linux-1', view)[0]).toMatch(/when it is up, now none$/);
  });

  it('is none where it was ended before, and only was to come back', () => {
    const run = createRun(scenario(withoutDriver));
    expect(run.do({ name: 'upgrade-guest', target: 'vm/vm-1' })).toMatchObject({ done: true });
    run.seek(60 * SECOND);
    const view = run.view();
    expect(view.get('kernel/vm-1')!.state).toBe('panicked');
    expect(memory('process/vm-1-search-1', view)[0]).toBe('its own: 256 MiB when it is up, now none');
  });

  it('is free again once its machine is off', () => {
    const view = after(panic('vm-2'), { name: 'stop-vm', target: 'vm/vm-2' });
    expect(memory('process/a-cart-1', view)[0]).not.toContain('taken');
  });
});

describe('tools', () => {
  const told = (view: WorldView) => said(toolRows(view.get('container/b-cart-1')!, view));

  it('answer nobody where the kernel is down', () => {
    const nothing = 'nothing: nothing runs on host-b';
    expect(told(after(panic('host-b')))).toEqual([`docker ps: ${nothing}`, `runc state: ${nothing}`]);
    expect(told(after())[1]).toBe('runc state: running');
  });
});

describe('the memory of a host in words', () => {
  it('is told apart from what VMs have reserved of it', () => {
    const [first, second] = sceneTree(after());
    expect(first!.says).toContain('25 GiB of 32 GiB reserved or used');
    expect(second!.says).toMatch(/GiB of 32 GiB used/);
  });
});
