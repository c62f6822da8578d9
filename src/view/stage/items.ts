// What is drawn of each box, from everything that has a say in it.
import type { EntityId } from '../../layout/stage/input';
import { keepSame } from '../../layout/stage/keepSame';
import { holds } from '../../layout/stage/places';
import type { BoxScene } from '../../layout/stage/scene';

/** A box as one walks to it and chooses it. */
export interface ItemScene {
  readonly box: BoxScene;
  /** Its accessible name. */
  readonly label: string;
  readonly pressed: boolean;
  /** Whether Tab leads to it; null: no key does. */
  readonly reachable: boolean | null;
  /** Floors between it and the box that broke, or 0. */
  readonly rank: number;
}

interface Around {
  readonly labels: ReadonlyMap<EntityId, string>;
  readonly ranks: ReadonlyMap<EntityId, number>;
  readonly selected: EntityId | null;
  /** The box that Tab leads to; null: no key leads to any. */
  readonly reachable: EntityId | null | undefined;
}

/** Items one after the other: the same objects where nothing about them changed. */
export function createItemKeeper(): (boxes: readonly BoxScene[], around: Around) => readonly ItemScene[] {
  let last: readonly ItemScene[] = [];
  return (boxes, { labels, ranks, selected, reachable }) => {
    const next = boxes.map((box) => ({
      box,
      label: labels.get(box.id) ?? '',
      pressed: box.bundle === null ? box.id === selected : holds(box, selected),
      reachable: reachable === null ? null : box.id === reachable,
      rank: ranks.get(box.id) ?? 0,
    }));
    last = keepSame(last, next, ({ box }) => box.id);
    return last;
  };
}
