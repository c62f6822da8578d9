// What a box is doing, in words: from its state and tags, and from who picks it up.
import type { Lengths } from '../layout/stageWords';
import type { Entity, WorldView } from '../sim/engine/view';
import type { NAMESPACES } from '../sim/rooms/namespaces/names';
import { format, messages } from '../i18n';
import { pickerName } from './picker';

/** Tags from the most to the least telling, for states that have no word of their own. */
const TELLING = ['absent', 'suffering', 'starting', 'waiting', 'down', 'off', 'up'] as const;

/** The last part of a box's state, by which its word is found; what nobody started yet was not stopped either. */
export function leafOf(entity: Entity, view: WorldView): string {
  const delivery = view.deliveryOf(entity.id);
  if (delivery !== null) return delivery;
  if (entity.kind === 'vm' && view.waitOf(entity.id)?.condition === 'room') return 'no-room';
  const leaf = entity.state.split('.').at(-1) ?? entity.state;
  // Somebody ended it, as its fact says: it did not crash by itself.
  if (entity.kind === 'monitor' && leaf === 'crashed') return 'killed';
  return leaf === 'stopped' && entity.isAsMade ? 'created' : leaf;
}

/** The state of a box in one or two words: "serving", "panicked", "exited with code 137". */
export function stateWord(entity: Entity, view: WorldView): string {
  const states = messages.states;
  const leaf = leafOf(entity, view);
  const code = entity.context['exitCode'];
  if (leaf === 'exited' && typeof code === 'number') return states.exitedWith(code);
  if (leaf === 'exited' && entity.tags.includes('off')) return states.words['stopped'] ?? '';
  const tag = TELLING.find((each) => entity.tags.includes(each)) ?? 'up';
  return states.words[leaf] ?? states.byTag[tag] ?? '';
}

/** What a program that is up on an OS was given: walls of its own, and a limit. Of a container its gauges tell it. */
export function givenTold(entity: Entity, view: WorldView): Lengths {
  if (entity.kind !== 'process' || !entity.tags.includes('up')) return [];
  const limit = Number(entity.context['cpuLimitMicro'] ?? 0);
  const { walls, cores, limitOf } = messages.picture;
  const own = view.namespacesOf(entity.id).length;
  const told = [
    ...(own > 0 ? [walls(own)] : []),
    ...(limit > 0 ? [limitOf(format.cores(limit, cores))] : []),
  ];
  return told.map((_, at) => told.slice(0, told.length - at).join(', '));
}

/** Kinds of namespaces that there are. */
const ALL: (typeof NAMESPACES)['length'] = 8;

/** Whether a program that runs on an OS has all that makes a container: namespaces of every kind, and a limit. */
export const isBoxed = ({ id, kind, tags, context }: Entity, view: WorldView): boolean =>
  kind === 'process' &&
  tags.includes('up') &&
  Number(context['cpuLimitMicro'] ?? 0) > 0 &&
  view.namespacesOf(id).length === ALL;

/** Whether it waits for its own delay: boots, starts, or is picked up at a known time. */
function isTimed(entity: Entity): boolean {
  return entity.due !== null && (entity.tags.includes('starting') || entity.tags.includes('waiting'));
}

/** The state with what comes next: "panicked, nobody picks it up", "booting, 0:20 left". */
export function stateSentence(entity: Entity, view: WorldView): string {
  const states = messages.states;
  const word = stateWord(entity, view);
  if (isTimed(entity)) {
    const left = format.countdown((entity.due ?? view.at) - view.at);
    return `${word}, ${entity.tags.includes('waiting') ? states.again(left) : states.left(left)}`;
  }
  if (!entity.tags.includes('down')) return [word, ...givenTold(entity, view).slice(0, 1)].join(', ');
  const condition = view.waitOf(entity.id)?.condition;
  if (condition === 'nobody') return `${word}, ${states.nobody}`;
  const picker = view.pickersOf(entity.id).find(({ by }) => by !== 'person');
  if (condition !== 'floor' || picker === undefined) return word;
  return `${word}, ${states.by(pickerName(picker, view))}`;
}
