// What a panicked kernel keeps taken, and that no tool answers on it.
import { describe, expect, it } from 'vitest';
import { createRun, MEBIBYTE, SECOND, type Command, type EntityId, type WorldView } from '../../../src/sim';
import { sceneTree } from '../../../src/words/tree';
import { memoryRows, nowWords, toolRows, type Row } from '../../../src/words/inspector';
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
const beside = (id: EntityId, view: WorldView) =>
  memoryRows(view.get(id)!, view)
    .at(-1)!
    .boxes.map(({ text }) => text);

const STILL = 'still taken: a panicked kernel frees nothing';

describe('what fell with a kernel that panicked', () => {
  it('keeps its memory taken, in a guest as on a host', () => {
    const view = after(panic('vm-2'), panic('host-b'));
    expect(memory('process/a-cart-1', view)[0]).toBe(`its own: 768 MiB, ${STILL}`);
    expect(memory('process/b-cart-1', view)[0]).toBe(`its own: 768 MiB, ${STILL}`);
    expect(memory('runtime/docker-b', view)[0]).toMatch(new RegExp(`^its own: about .*, ${STILL}$`));
    expect(memory('container/b-cart-1', view)).toContain(`what is in it has: 768 MiB, ${STILL}`);
  });

  it('is said at the head of its machine, which is on', () => {
    const view = after(panic('vm-2'));
    expect(nowWords(view.get('vm/vm-2')!, view)).toBe(
      'running (since 0:00.0); its guest OS: panicked, nobody picks it up (since 0:01.0)',
    );
    expect(nowWords(view.get('vm/vm-1')!, view)).toBe('running (since 0:00.0)');
  });

  it('is shared by all that keep it, and what is left is given to nobody', () => {
    const others = ['search 1', 'buy 1', 'search 2', 'cart 2', 'buy 2'];
    expect(beside('container/b-cart-1', after())).toEqual(expect.arrayContaining(['host OS', ...others]));
    expect(beside('kernel/vm-2', after())).toEqual(['cart']);
    const view = after(panic('host-b'));
    expect(beside('container/b-cart-1', view)).toEqual(expect.arrayContaining(['host OS', ...others]));
    expect(beside('container/b-cart-1', view)).not.toContain('cart 1');
    expect(memory('host/host-b', view)[0]).toMatch(/ used, [\d.]+ GiB that nobody gives away now$/);
  });

  it('adds up to what the kernel keeps', () => {
    const view = after(kill('b-cart-1'), panic('host-b'));
    expect(memory('kernel/host-b', view)[1]).toMatch(/^with what fell with it: .*, still taken/);
    const whole = view.get('kernel/host-b')!.memory.charged;
    const own = view.get('kernel/host-b')!.memory.own + view.get('runtime/docker-b')!.memory.own;
    expect(whole).toBe(own + 5 * 768 * MEBIBYTE);
    // It had given its memory back before.
    expect(memory('process/b-cart-1', view)[0]).toBe('its own: 768 MiB when it is up, now none');
    expect(memory('container/b-cart-1', view)).toContain('what is in it has: 0 B');
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
