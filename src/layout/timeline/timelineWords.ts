// The words that the timeline needs, as an interface: whoever knows the language implements it, layout
// measures and places what it says. Lists go from the longest text to the shortest; the longest that fits is taken.
import type { EntityId } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import type { Lengths } from '../stageWords';
import type { Mark } from './marks';
import type { LaneState } from './phases';

/** A text for marks that stand close together. */
export interface MarkWording {
  readonly text: string;
  /** Those whose own word is not in it. */
  readonly untold: readonly Mark[];
  /** All of them are one thing, done to one box after the other. */
  readonly isOne?: boolean;
  /** Of some of them it says no more than how many they are. */
  readonly isVague?: boolean;
}

/** What a lane stands for. */
export type LaneName =
  /** All copies of a host; `copy` where it has one only, which may be down while the host is up. */
  | { readonly kind: 'host'; readonly host: EntityId; readonly count: number; readonly copy?: EntityId }
  /** All copies of several hosts. */
  | { readonly kind: 'hosts'; readonly hosts: readonly EntityId[]; readonly count: number }
  /** All copies in some VMs of a host. */
  | { readonly kind: 'vms'; readonly host: EntityId; readonly vms: readonly EntityId[] }
  | { readonly kind: 'copy'; readonly host: EntityId; readonly copy: EntityId }
  /** Some copies of a host; `rest`: more than in any other lane of that host. */
  | { readonly kind: 'copies'; readonly host: EntityId; readonly count: number; readonly rest: boolean }
  /** Copies that stand nowhere. */
  | { readonly kind: 'unplaced'; readonly count: number }
  /** What is built and pulled on a disk. */
  | { readonly kind: 'images'; readonly disk: EntityId };

/** What the timeline says. Every text is one line. */
export interface TimelineWords {
  /** `VM 1, 3 to 6`, `host-b`, `5 others on host-b` > `5 others`. */
  lane(name: LaneName): Lengths;
  /** In a segment: `serving`, `6 serving`, `fell`. `count` copies are in that state, all of the lane. */
  state(state: LaneState, count: number): Lengths;
  /** In a segment of a lane whose copies differ: `4 of 6 serving`, and what the others do: `1 of 5 serving, 4 booting`. */
  serving(count: number, of: number, others?: string): Lengths;
  /** On the time scale: `0:30`. */
  tick(at: Micros): string;
  /** Where nothing was played: `not run yet`. */
  notRun(): Lengths;
  /** Where something was played that is not shown yet: `hidden until you answer`. */
  hidden(): Lengths;
}
