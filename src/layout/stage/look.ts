// What a box looks like. Tags alone decide; the names of states are not known here.
import type { Entity, StateTag, WorldView } from '../../sim/engine/view';
import type { NAMESPACES } from '../../sim/rooms/namespaces/names';

/** What a box can look like, from well to gone. */
export const looks = ['running', 'suffering', 'starting', 'fallen', 'off'] as const;

/** One look for each state that the eye must tell apart. */
export type Look = (typeof looks)[number];

const order: readonly (readonly [StateTag, Look])[] = [
  ['ended', 'off'],
  ['down', 'fallen'],
  ['starting', 'starting'],
  ['suffering', 'suffering'],
  ['up', 'running'],
];

/** The look of a box from its tags; a box without any of them is off. */
export function lookOf(box: Entity): Look {
  return order.find(([tag]) => box.tags.includes(tag))?.[1] ?? 'off';
}

/** Structure is dark, tenants are light: a colour for each kind of floor and each service. */
export const tones = [
  'host',
  'hypervisor',
  'vm',
  'kernel',
  'runtime',
  'container',
  'search',
  'cart',
  'buy',
  'program',
] as const;

/** One of these colours. */
export type Tone = (typeof tones)[number];

const isTone = (name: unknown): name is Tone => (tones as readonly unknown[]).includes(name);

/** The colour of a box: its service's, else its kind's, else that of any program. */
export function toneOf(box: Pick<Entity, 'kind' | 'context'>): Tone {
  const { service } = box.context;
  if (isTone(service)) return service;
  if (isTone(box.kind)) return box.kind;
  return box.kind === 'monitor' ? 'runtime' : 'program';
}

/** Kinds of namespaces that there are: with one of each a program is walled all around. */
export const WALLS: (typeof NAMESPACES)['length'] = 8;

/** How many walls a program that is up has by its own namespaces: a container is drawn as a box by itself. */
export const wallsOf = ({ id, tags }: Entity, view: WorldView): number =>
  tags.includes('up') ? view.namespacesOf(id).length : 0;

/** How far a start or a wait for the picker has come, 0 to 1, or null when no delay runs. */
export function progressOf(box: Entity, at: number): number | null {
  const waits = box.tags.includes('starting') || box.tags.includes('waiting');
  if (!waits || box.due === null || box.due <= box.since) return null;
  return Math.min(1, Math.max(0, (at - box.since) / (box.due - box.since)));
}
