// The words that are drawn: the longest first, and nothing on a box that simply runs.
import { describe, expect, it } from 'vitest';
import { stageWords } from '../../src/words';
import { stillWorld, twoHosts, type StillBox } from './stillWorld';

function wordsOf(box: StillBox, around: readonly StillBox[] = [], at = 0) {
  const waits = box.tags?.includes('down') ? { [box.id]: { condition: 'nobody', who: null, at: null } } : {};
  const view = stillWorld([...around.filter(({ id }) => id !== box.id), box], { at, waits });
  const entity = view.get(box.id);
  if (entity === undefined) throw new Error(box.id);
  return {
    name: stageWords.name(entity, view),
    state: stageWords.state(entity, view),
    hardware: stageWords.hardware(entity, view),
    host: stageWords.host(entity, view),
    label: stageWords.label(entity, view),
  };
}

describe('stageWords', () => {
  it('says nothing about a box that simply runs', () => {
    expect(wordsOf({ id: 'vm/vm-1' })).toMatchObject({ name: ['VM 1'], state: [] });
    const serving = { id: 'process/x', state: 'running.serving', tags: ['up', 'serving'] as const };
    expect(wordsOf(serving).state).toEqual([]);
  });

  it('numbers copies of one service, as sentences do, and none that is alone', () => {
    const copy = (name: string, service: string) => [
      { id: `container/${name}`, on: 'kernel/x' },
      { id: `process/${name}`, on: `container/${name}`, context: { service } },
    ];
    const boxes = [{ id: 'kernel/x' }, ...['search-1', 'search-2'].flatMap((name) => copy(name, 'search'))];
    const view = stillWorld([...boxes, ...copy('cart-1', 'cart')]);
    const names = view.ofKind('process').map((box) => stageWords.name(box, view));
    expect(names).toEqual([['search 1', 'search'], ['search 2', 'search'], ['cart']]);
  });

  it('shortens a panic that nobody picks up', () => {
    const panicked = { id: 'kernel/host-b', state: 'panicked', tags: ['down', 'holds-memory'] as const };
    expect(wordsOf(panicked).state).toEqual(['kernel panic, nobody picks it up', 'kernel panic', 'panic']);
  });

  it('says that a box fell, and blames nobody for not picking it up', () => {
    const fallen = { id: 'process/x', on: 'kernel/x', state: 'fallen', tags: ['down'] as const };
    const view = stillWorld([fallen], {
      waits: { 'process/x': { condition: 'floor', who: 'kernel/x', at: null } },
    });
    expect(view.entities.map((box) => stageWords.state(box, view))).toEqual([['fell']]);
  });

  it('counts down on the box itself', () => {
    const waiting = {
      id: 'container/x',
      state: 'backing-off',
      tags: ['down', 'waiting'] as const,
      due: 34_000_000,
    };
    expect(wordsOf(waiting).state).toEqual(['starting again in 0:34', 'again in 0:34', 'in 0:34', '0:34']);
    const booting = { id: 'kernel/vm-1', state: 'booting', tags: ['starting'] as const, due: 20_000_000 };
    expect(wordsOf(booting, [], 8_000_000).state[1]).toBe('booting 0:12');
  });

  it('says of what the OOM killer ended that, not a code', () => {
    const exited = { id: 'container/x', state: 'exited', tags: ['down'] as const };
    expect(wordsOf({ ...exited, context: { exitCode: 137, oomKilled: true } }).state).toContain('OOM killed');
    // With which code is told beside the stage: not every box has room for it, and two of one end have one word.
    expect(wordsOf({ ...exited, context: { exitCode: 137, oomKilled: false } }).state).toContain('exited');
  });

  it('tells hardware without power', () => {
    const lost = { id: 'host/host-a', state: 'lost', tags: ['down'] as const };
    expect(wordsOf(lost).hardware).toContain('hardware: no power');
    expect(wordsOf({ id: 'host/host-a' }).hardware).toEqual(['hardware']);
  });

  it('says what a host is from what stands on it', () => {
    const host = (id: string) => wordsOf(twoHosts.find((box) => box.id === id) ?? { id }, twoHosts).host[0];
    expect(host('host/host-a')).toBe('hypervisor, two VMs');
    expect(host('host/host-b')).toBe('one kernel, two containers');
    const beside = { id: 'process/cron', on: 'kernel/host-b' };
    const bare = { id: 'hypervisor/host-c', on: 'host/host-c' };
    expect(
      wordsOf(
        twoHosts.find(({ id }) => id === 'host/host-b')!,
        [...twoHosts, beside],
      ).host[0],
    ).toBe('one kernel, one program, two containers');
    expect(wordsOf({ id: 'host/host-c' }, [bare]).host[0]).toBe('hypervisor, no VMs');
    expect(wordsOf({ id: 'host/host-d' }, [{ id: 'kernel/host-d', on: 'host/host-d' }]).host[0]).toBe(
      'one kernel, no programs',
    );
    const kernel = { id: 'kernel/host-d', on: 'host/host-d' };
    const docker = { id: 'runtime/docker', on: 'kernel/host-d' };
    expect(wordsOf({ id: 'host/host-d' }, [kernel, docker]).host[0]).toBe('one kernel, no containers');
    const type2 = { id: 'hypervisor/host-d', on: 'kernel/host-d' };
    expect(wordsOf({ id: 'host/host-d' }, [kernel, type2]).host[0]).toBe('host OS, hypervisor, no VMs');
  });

  it('says of a host in what its Docker is set otherwise than that of another, and nothing where all are set alike', () => {
    const host = (letter: string, liveRestore: boolean): StillBox[] => [
      { id: `host/host-${letter}` },
      { id: `kernel/host-${letter}`, on: `host/host-${letter}` },
      {
        id: `runtime/dockerd-${letter}`,
        on: `kernel/host-${letter}`,
        context: { product: 'dockerd', liveRestore },
      },
    ];
    const bare: StillBox[] = [{ id: 'host/bare' }, { id: 'kernel/bare', on: 'host/bare' }];
    const boxes = [...host('e', false), ...host('f', true), ...bare];
    const said = (at: number) => wordsOf(boxes[at]!, boxes).host;
    const settings = ['Docker: live-restore off', 'live-restore off'];
    expect(said(0)).toEqual([
      ...settings.map((setting) => `one kernel, no containers, ${setting}`),
      ...settings.map((setting) => `no containers, ${setting}`),
      ...settings,
    ]);
    expect(said(3).at(-1)).toBe('live-restore on');
    expect(said(6)[0]).toBe('one kernel, no programs');
    const alike = [...host('e', false), ...host('f', false)];
    expect(wordsOf(alike[0]!, alike).host[0]).toBe('one kernel, no containers');
  });

  it('counts copies apart from those that answer with errors', () => {
    const kernel = 'kernel/vm-2';
    expect(stageWords.copiesFell(1, 0, kernel, {})[0]).toBe('1 copy fell');
    expect(stageWords.copiesFell(1, 0, 'process/cart', {})[0]).toBe('1 copy exited');
    expect(stageWords.copiesFell(1, 0, 'process/cart', { isNotStarted: true })).toEqual([
      '1 copy did not start',
      '1 did not start',
    ]);
    expect(stageWords.copiesFell(1, 2, 'process/cart', { isNotStarted: true })).toEqual([
      '1 copy did not start, 2 with errors',
      '1 did not start, 2 with errors',
    ]);
    expect(stageWords.copiesFell(0, 0, 'process/job', { isNotStarted: true })).toEqual(['did not start']);
    // Nobody asked for it.
    expect(stageWords.copiesFell(1, 0, 'process/cart', { isOomKilled: true })[0]).toBe('1 copy OOM killed');
    // Switched off by its owner: nothing gave way under them.
    expect(stageWords.copiesFell(1, 0, 'vm/vm-1', { isOrdered: true })[0]).toBe('1 copy stopped');
    // A runtime stands beside its containers: nothing gives way under them.
    expect(stageWords.copiesFell(3, 0, 'runtime/dockerd', {})[0]).toBe('3 copies stopped');
    expect(stageWords.copiesFell(0, 0, 'runtime/dockerd', {})).toEqual(['no copy stopped', 'none stopped']);
    expect(stageWords.copiesWouldFall(1, 2, 'process/cart')[0]).toBe('1 copy would stop, 2 with errors');
    // Beside its button "Stop" this would deny what an orderly stop does.
    expect(stageWords.copiesWouldFall(0, 0, 'runtime/docker-b')[0]).toBe('no copy would fall');
    expect(stageWords.copiesWouldFall(0, 0, 'kernel/host-b')).toEqual([
      'no copy would fall',
      'none would fall',
    ]);
    expect(stageWords.copiesFell(0, 2, 'kernel/host-b', {})).toEqual([
      'no copy fell, 2 with errors',
      'none fell, 2 with errors',
      '2 with errors',
    ]);
    expect(stageWords.copiesFell(6, 2, kernel, {})[0]).toBe('6 copies fell, 2 with errors');
    expect(stageWords.copiesFell(0, 0, kernel, {})[0]).toBe('no copy fell');
    expect(stageWords.copiesWouldFall(6, 0, kernel)[0]).toBe('6 copies would fall');
  });

  it('names a box for those who do not see it, without telling what a fall would take', () => {
    expect(wordsOf({ id: 'kernel/vm-2', on: 'vm/vm-2' }, twoHosts).label).toBe(
      'guest OS of VM 2, running, stands on VM 2',
    );
    expect(stageWords.stage(stillWorld(twoHosts))).toBe('What stands on what: host-a and host-b');
  });
});
