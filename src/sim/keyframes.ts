// Keyframes: copies of a run's world left on its way. Whoever goes back begins at the last one before.
import type { Micros } from './engine/time';
import type { Player } from './player';

/** How far keyframes are apart, and how many are kept. */
export interface Spacing {
  /** Events from one to the next, at first. */
  readonly events: number;
  /** And at least so many for each entity: the larger the world, the dearer is its copy. */
  readonly perEntity: number;
  /** More keyframes than this are not kept, the start included. */
  readonly most: number;
  /** Nor more entities in all of them together. */
  readonly mostEntities: number;
}

/**
 * To play what lies between two keyframes takes a millisecond in a lesson, and a tenth of the whole in a world of
 * any size; an entity takes about 150 bytes in each.
 */
export const USUAL: Spacing = { events: 2_000, perEntity: 3, most: 32, mostEntities: 2_400_000 };

/** The keyframes of one run, in order of time. The first is the start; nobody plays any of them on. */
export class Keyframes {
  #kept: readonly Player[];
  #spacing: Spacing;

  constructor(start: Player, spacing: Spacing, later: readonly Player[] = []) {
    this.#kept = [start, ...later];
    this.#spacing = spacing;
  }

  /** How many boxes the scenario put. */
  get boxesAtStart(): number {
    return this.#kept[0]!.world.count;
  }

  /** How many there are, the start included. */
  get count(): number {
    return this.#kept.length;
  }

  /** How many events are delivered when the next one is to be kept. */
  get due(): number {
    const { world } = this.#kept.at(-1)!;
    const { events, perEntity } = this.#spacing;
    return world.delivered + Math.max(events, perEntity * world.count);
  }

  /** Keeps one more. When they become too many, every second one goes, and the next ones come half as often. */
  keep(keyframe: Player): void {
    this.#kept = [...this.#kept, keyframe];
    const { events, perEntity, most, mostEntities } = this.#spacing;
    const entities = this.#kept.reduce((sum, { world }) => sum + world.count, 0);
    if (this.#kept.length <= most && entities <= mostEntities) return;
    this.#kept = this.#kept.filter((_, index) => index % 2 === 0);
    this.#spacing = { ...this.#spacing, events: 2 * events, perEntity: 2 * perEntity };
  }

  /** The last one at or before an instant. */
  before(at: Micros): Player {
    return this.#kept.findLast(({ world }) => world.now <= at) ?? this.#kept[0]!;
  }

  /** Those that a run shares which has the first `obeyed` commands of the journal and is another one after `at`. */
  upTo(at: Micros, obeyed: number): Keyframes {
    const [start, ...later] = this.#kept;
    const shared = later.filter((keyframe) => keyframe.world.now <= at && keyframe.obeyed <= obeyed);
    return new Keyframes(start!, this.#spacing, shared);
  }
}
