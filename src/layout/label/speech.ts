// What each box has to say, from the words and from what it stands in.
import type { Entity, WorldView } from '../../sim/engine/view';
import { standing } from '../stage/claim';
import { lookOf } from '../stage/look';
import type { StageWords } from '../stageWords';
import type { HeaderSpeech } from './header';
import type { Speech } from './inside';

/**
 * The word of a wrapping that does not run (its back-off, its exit) is told on what stands in it. What is off on
 * something that is off says its name only.
 */
export function speechOf(box: Entity, view: WorldView, words: StageWords): Speech {
  const floor = box.standsOn === null ? undefined : view.get(box.standsOn);
  const names = words.name(box, view);
  if (floor?.kind === 'container' && lookOf(floor) !== 'running') {
    const told = words.state(floor, view);
    if (told.length > 0) return { names, states: told };
  }
  const quiet = lookOf(box) === 'off' && floor !== undefined && lookOf(floor) === 'off';
  return { names, states: quiet ? [] : words.state(box, view) };
}

/** Copies on a host: programs that carry a service. */
function copiesOn(box: Entity, view: WorldView): Entity[] {
  const above = standing(box, view).flatMap((each) => copiesOn(each, view));
  return box.kind === 'process' && typeof box.context['service'] === 'string' ? [box, ...above] : above;
}

/** What a host's header says. */
export function headerSpeech(
  host: Entity,
  ownScale: boolean,
  view: WorldView,
  words: StageWords,
): HeaderSpeech {
  const copies = copiesOn(host, view);
  const serving = copies.filter(
    (copy) => copy.tags.includes('serving') || copy.tags.includes('suffering'),
  ).length;
  return {
    title: words.name(host, view)[0] ?? host.name,
    what: words.host(host, view),
    serving: copies.length > 0 ? words.copiesServing(serving, copies.length) : [],
    scale: ownScale ? words.ownScale() : [],
    isLost: serving === 0 && copies.some((copy) => lookOf(copy) === 'fallen'),
  };
}

/** Bytes of a host that can be handed out now; null while nothing on it could hand them out. */
export function freeBytes(host: Entity, view: WorldView): number | null {
  const floors = standing(host, view);
  const isUp = lookOf(host) === 'running' && floors.every((floor) => floor.tags.includes('up'));
  const size = host.memory.size ?? 0;
  return isUp && size > host.memory.charged ? size - host.memory.charged : null;
}
