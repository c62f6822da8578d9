// A world that stands still, for tests of words: boxes with a state, what they stand on, and nothing else.
import type { Entity, Lack, Picker, StateTag, Wait, WorldView } from '../../src/sim/engine/view';
import { stillView } from '../fixtures/stillView';

/** One box of the still world; everything has a default. */
export interface StillBox {
  id: string;
  on?: string;
  state?: string;
  tags?: readonly StateTag[];
  due?: number;
  needs?: readonly string[];
  context?: Entity['context'];
  size?: number;
}

/** What the still world says beside its boxes. */
export interface StillAnswers {
  at?: number;
  pickers?: Readonly<Record<string, readonly Picker[]>>;
  waits?: Readonly<Record<string, Wait>>;
  lacks?: Readonly<Record<string, readonly Lack[]>>;
  namespaces?: Readonly<Record<string, readonly string[]>>;
}

/** A frozen view of these boxes, hosts first. */
export function stillWorld(boxes: readonly StillBox[], answers: StillAnswers = {}): WorldView {
  const entities = boxes.map((box): Entity => {
    const [kind = '', name = ''] = box.id.split('/');
    return {
      id: box.id,
      kind,
      name,
      state: box.state ?? 'up',
      tags: box.tags ?? ['up'],
      since: 0,
      due: box.due ?? null,
      standsOn: box.on ?? null,
      holds: boxes.filter(({ on }) => on === box.id).map(({ id }) => id),
      needs: box.needs ?? [],
      context: box.context ?? {},
      cpu: { wanted: 0, granted: 0, stolen: 0 },
      lastTransition: null,
      isAsMade: true,
      memory: { own: 0, size: box.size ?? null, charged: 0 },
    };
  });
  return stillView(entities, {
    at: answers.at ?? 0,
    pickersOf: (id) => answers.pickers?.[id] ?? [],
    waitOf: (id) => answers.waits?.[id] ?? null,
    lacksOf: (id) => answers.lacks?.[id] ?? [],
    namespacesOf: (id) => answers.namespaces?.[id] ?? [],
  });
}

const copy = (service: string) => ({ service });
const serving = { state: 'running.serving', tags: ['up', 'serving'] as const };

/** Both hosts of lesson 10, two boxes of each sort instead of six. */
export const twoHosts: readonly StillBox[] = [
  { id: 'host/host-a', size: 32 * 1024 ** 3 },
  { id: 'hypervisor/xen-a', on: 'host/host-a', context: { type: 1 } },
  { id: 'vm/vm-1', on: 'hypervisor/xen-a' },
  { id: 'vm/vm-2', on: 'hypervisor/xen-a' },
  { id: 'kernel/vm-1', on: 'vm/vm-1' },
  { id: 'kernel/vm-2', on: 'vm/vm-2' },
  { id: 'process/a-search-1', on: 'kernel/vm-1', context: copy('search'), ...serving },
  { id: 'process/a-cart-1', on: 'kernel/vm-2', context: copy('cart'), ...serving },
  { id: 'host/host-b' },
  { id: 'kernel/host-b', on: 'host/host-b' },
  { id: 'runtime/docker-b', on: 'kernel/host-b' },
  { id: 'container/b-cart-1', on: 'kernel/host-b' },
  { id: 'container/b-cart-2', on: 'kernel/host-b' },
  { id: 'process/b-cart-1', on: 'container/b-cart-1', context: copy('cart'), ...serving },
  { id: 'process/b-cart-2', on: 'container/b-cart-2', context: copy('cart'), ...serving },
];
