// How far starts and waits have come, as bars at the foot of what starts or waits: all that moves while only time
// passes. Apart from the scene, which stays the same object meanwhile.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import { keepSame } from './keepSame';
import { isSameCast } from './countdown';
import { progressOf } from './look';
import type { BoxScene, StageScene } from './scene';

/** The bars of one host and of what stands on it. */
export interface BarScene {
  readonly host: EntityId;
  /** The whole way of those that need a ground of their own to be seen on. */
  readonly courses: readonly Rect[];
  /** The part of the way that is behind. */
  readonly parts: readonly Rect[];
}

/** Nobody sees a bar move by less, px. */
const leastMove = 0.5;

/** Height of a bar, px; a thin floor leaves most of its height to its words. */
const thickness = (height: number): number => Math.min(height < 24 ? 2 : 4, height);

/** Height of a bar over a name, px. */
const atHead = 3;

const isIn = (box: BoxScene, room: Rect): boolean =>
  box.drawn.y >= room.y && bottom(box.drawn) <= bottom(room) + 1;

interface Way {
  readonly host: EntityId;
  readonly entity: Entity;
  readonly rect: Rect;
  readonly hasCourse: boolean;
}

function waysOn({ hosts, boxes }: StageScene, view: WorldView): Way[] {
  const runs = (id: EntityId) => {
    const entity = view.get(id);
    return entity !== undefined && progressOf(entity, view.at) !== null ? entity : null;
  };
  return [
    ...hosts.flatMap(({ id, foundation }): Way[] => {
      const entity = runs(id);
      const rect = { ...foundation, y: bottom(foundation) - 4, height: 4 };
      return entity === null ? [] : [{ host: id, entity, rect, hasCourse: true }];
    }),
    ...boxes.flatMap(({ id, host, drawn, bundle }): Way[] => {
      const entity = bundle === null ? runs(id) : null;
      // At the foot of a room stands a floor, whose own way it would seem to be: that of the room is at its head, by its name.
      const isRoom = boxes.some(
        (box) => entity && box.parent === id && box.build === 'floor' && isIn(box, drawn),
      );
      const height = isRoom ? atHead : thickness(drawn.height);
      const rect = { ...drawn, y: isRoom ? drawn.y : bottom(drawn) - height, height };
      return entity === null ? [] : [{ host, entity, rect, hasCourse: false }];
    }),
  ];
}

/** Microseconds in which the fastest of them gets ahead by the least move that is seen. */
function stepOf(ways: readonly Way[]): number {
  const steps = ways.map(({ entity, rect }) => (((entity.due ?? 0) - entity.since) * leastMove) / rect.width);
  return Math.max(1, Math.floor(Math.min(...steps)));
}

/** What starts and waits in a scene, and how long it takes until any of its bars is seen to move. */
interface Race {
  readonly ways: readonly Way[];
  /** Microseconds. */
  readonly step: number;
}

function raceIn(scene: StageScene, view: WorldView): Race {
  const ways = waysOn(scene, view);
  return { ways, step: stepOf(ways) };
}

/** The instant for which the bars are drawn: all move on together, when the fastest is seen to move. */
const drawnAt = (at: number, { step }: Race): number => at - (at % step);

function barsAt(at: number, { ways }: Race): BarScene[] {
  const byHost = new Map<EntityId, { host: EntityId; courses: Rect[]; parts: Rect[] }>();
  for (const { host, entity, rect, hasCourse } of ways) {
    const bars = byHost.get(host) ?? { host, courses: [], parts: [] };
    byHost.set(host, bars);
    if (hasCourse) bars.courses.push(rect);
    bars.parts.push({ ...rect, width: rect.width * (progressOf(entity, at) ?? 0) });
  }
  return [...byHost.values()];
}

/** The bars of a scene at the instant of its world. */
export function layoutBars(scene: StageScene, view: WorldView): BarScene[] {
  const race = raceIn(scene, view);
  return barsAt(drawnAt(view.at, race), race);
}

interface Last {
  readonly scene: StageScene;
  readonly view: WorldView;
  readonly race: Race;
  /** For which instant. */
  readonly at: number;
  readonly bars: readonly BarScene[];
}

/** Bars one after the other: the same objects while none has moved; they equal those of `layoutBars`. */
export function createBarKeeper(): (scene: StageScene, view: WorldView) => readonly BarScene[] {
  let last: Last | null = null;
  return (scene, view) => {
    const stands = last?.scene.boxes === scene.boxes && last.scene.hosts === scene.hosts;
    const known = stands && last !== null && isSameCast(last.view, view) ? last : null;
    const race = known?.race ?? raceIn(scene, view);
    const at = drawnAt(view.at, race);
    const isSame = known?.at === at;
    const bars = isSame ? known.bars : keepSame(last?.bars ?? [], barsAt(at, race), ({ host }) => host);
    last = { scene, view, race, at, bars };
    return bars;
  };
}
