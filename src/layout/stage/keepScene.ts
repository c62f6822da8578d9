// Scenes one after the other: nothing is laid out again while nothing changed, and what is equal stays the same
// object, so that the view redraws only what did change.
import type { WorldView } from '../../sim/engine/view';
import type { StageMemory } from '../label/memory';
import { countdownSecond, isSameCast } from './countdown';
import { keepSame } from './keepSame';
import { layoutStage, type StageOptions } from './layoutStage';
import type { StageScene } from './scene';

/** Lays out a world; whoever draws a stage asks it at each frame. */
export type SceneKeeper = (view: WorldView, size: Size, options: StageOptions) => StageScene;

/** The room that a stage is given. */
export type Size = Parameters<typeof layoutStage>[1];

interface Last {
  readonly view: WorldView;
  readonly size: Size;
  readonly options: StageOptions;
  readonly scene: StageScene;
}

/** Whether two instants look the same but for their bars: the same entities, and no countdown that tells another second. */
export function isStill(before: WorldView, now: WorldView): boolean {
  return (
    before.entities.length === now.entities.length &&
    now.entities.every(
      (entity, at) =>
        entity === before.entities[at] &&
        countdownSecond(entity, before.at) === countdownSecond(entity, now.at),
    )
  );
}

/** Whether two rooms are as large; nothing else of them moves what stands there. */
export const isSameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

/** `next` with every part that equals the one before replaced by that very object. */
export function keepParts<T extends StageScene>(before: StageScene | null, next: T): T {
  return {
    ...next,
    hosts: keepSame(before?.hosts ?? [], next.hosts, ({ id }) => id),
    boxes: keepSame(before?.boxes ?? [], next.boxes, ({ id }) => id),
    labels: keepSame(before?.labels ?? [], next.labels, ({ key }) => key),
    arrivals: keepSame(before?.arrivals ?? [], next.arrivals, ({ id }) => id),
    tiles: keepSame(before?.tiles ?? [], next.tiles, ({ host }) => host),
  };
}

/** So much higher than its room, px, a scene is laid out closer: words that find no place give way. */
export const slack = 8;
/** But not so close that a host's memory is lower than this, px: then it scrolls. */
const lowestFrame = 72;

/** A layout that remembers its last scene; the scene it gives is that of a stage opened at this instant. */
export function createSceneKeeper(): SceneKeeper {
  let last: Last | null = null;
  let memory: StageMemory | undefined;
  return (view, size, options) => {
    const known = last !== null && isSameSize(last.size, size) ? last : null;
    const isSaid = (['words', 'text', 'late', 'start'] as const).every(
      (each) => known?.options[each] === options[each],
    );
    if (known !== null && isSaid && isStill(known.view, view)) return known.scene;
    const retold =
      known !== null && isSaid && isSameCast(known.view, view)
        ? (memory?.retell(known.scene, view, options.words) ?? null)
        : null;
    if (retold !== null) {
      last = { view, size, options, scene: retold };
      return retold;
    }
    // Another language says everything anew.
    if (last?.options.words !== options.words) memory = undefined;
    memory ??= options.late?.createMemory();
    const kept = { ...options, ...(memory && { memory }) };
    let next = layoutStage(view, size, kept);
    if (size.height > 0 && next.height > size.height + slack) {
      const closer = layoutStage(view, { ...size, fits: true }, kept);
      if (closer.hosts.every(({ frame }) => frame.height >= lowestFrame)) next = closer;
    }
    const scene = keepParts(last?.scene ?? null, next);
    last = { view, size, options, scene };
    return scene;
  };
}
