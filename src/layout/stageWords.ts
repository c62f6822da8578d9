// The words that the stage needs, as an interface: src/words implements it, layout measures and places what it
// says. Layout itself knows no language. Lists go from the longest text to the shortest; the longest that fits is taken.
import type { Ending } from '../sim';
import type { EntityId } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import type { Look } from './stage/look';

/** One text in several lengths, longest first. Empty: there is nothing to say. */
export type Lengths = readonly string[];

/** What the stage says. Every text is one line; layout breaks lines at spaces where it must. */
export interface StageWords {
  /** On the box: `VM 2`, `search`, `guest OS`, `hypervisor and its services` > `hypervisor`, `runtime`. */
  name(box: Entity, view: WorldView): Lengths;
  /**
   * The word of a state that is not plain running: `kernel panic, nobody picks it up` > `kernel panic` > `panic`;
   * `serving again in 0:34` > `in 0:34` > `0:34`; `fell`, `off`, `with errors`, `booting 0:12`. What
   * serves has none, but for what it was given by itself: `3 namespaces, limit 1 core`.
   */
  state(box: Entity, view: WorldView): Lengths;
  /** A name and a state on one line: `host OS: kernel panic`. */
  nameAndState(name: string, state: string): string;
  /** One word for several boxes alike: `guest OS ×6`. */
  several(name: string, count: number): string;
  /** Several small boxes of one kind as one: `search ×67`, `200 containers` > `×200`. */
  gathered(boxes: readonly Entity[], view: WorldView): Lengths;
  /** How the boxes of a bundle are, where not all simply run: `3 fell, 1 starting` > `3 fell`; all in one way: `all off` > `off`. */
  gatheredStates(counts: Readonly<Record<Look, number>>, isAll?: boolean): Lengths;
  /** What a host is, beside its name: `hypervisor, six VMs`. */
  host(host: Entity, view: WorldView): Lengths;
  /** `5 of 6 copies serving` > `5 of 6 serving` > `5 of 6`, of those that are here; nothing where none is. */
  copiesServing(host: Entity, view: WorldView): Lengths;
  /**
   * The pill on a blast outline: `1 copy fell`, `6 copies fell, 2 with errors`; with no copy in it `no copy fell`.
   * A process that ended by itself did not fall, nor did what somebody ended with its VM: `1 copy stopped`. One that the
   * kernel ended for want of memory: `1 copy OOM killed`.
   */
  copiesFell(fell: number, suffer: number, root: EntityId, how: Ending): Lengths;
  /** The pill on the preview of the selected box: `6 copies would fall`. */
  copiesWouldFall(fell: number, suffer: number, root: EntityId): Lengths;
  /** Of a count whose copies are on several hosts: `2 copies fell, on 2 hosts`. */
  onHosts(counted: string, hosts: number): string;
  /**
   * `free: 6 GiB`; where it is more than the white that bears the words, `free in all: 6 GiB`; null where what gives it
   * away fell: `unused`.
   */
  free(bytes: number | null, isMore: boolean): Lengths;
  /** Under the line of a host that has promised more: `32 GiB: all there is, free: 19 GiB`. */
  allThereIs(bytes: number, free: number): Lengths;
  /** Above that line, or farther below it: `under the line: 32 GiB, all there is`. */
  underLine(bytes: number): Lengths;
  /** Above that line: `promised, not there`. */
  promisedOnly(): Lengths;
  /** Where there is no such line: `promised, not used`; in one of several rooms `white in VMs: promised, not used`. */
  promisedUnused(rooms: number): Lengths;
  /** `dots: reserved, not used`. */
  reservedUnused(): Lengths;
  /** In memory that a host keeps for a VM that stands elsewhere now: `kept for VM 2`. */
  keptFor(vm: Entity, view: WorldView): Lengths;
  /** The strip under the ground line: `hardware`; `hardware: no power`, `firmware 2:41`. */
  hardware(host: Entity, view: WorldView): Lengths;
  /** Beside the cells that fill with CPU: `CPU in use`. */
  cpuInUse(): Lengths;
  /** Beside the corner tile, which says its size: `area is memory: this much is`. */
  areaIsMemory(): Lengths;
  /** A host that is not drawn to the common scale says so: `own scale`. */
  ownScale(): Lengths;
  /** A size, as on the corner tile: `1 GiB`. */
  size(bytes: number): string;
  /** Accessible name of a box: name, state and, once, what it stands on. Never tells what a fall would take. */
  label(box: Entity, view: WorldView): string;
  /** Accessible name of a bundle: what it gathers, how that is, what it stands on. */
  gatheredLabel(boxes: readonly Entity[], counts: Readonly<Record<Look, number>>, view: WorldView): string;
  /** What a lens shows: `200 containers on the host OS of host-b`. */
  lens(boxes: readonly Entity[], view: WorldView): string;
  /** How much larger an area is in a lens than on the stage: `drawn 6 times as large`. */
  lensScale(times: number): string;
  closeLens(): string;
  /** Accessible name of the whole stage. */
  stage(view: WorldView): string;
}
