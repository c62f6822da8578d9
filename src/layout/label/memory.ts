// What was said and where it was written in the scene before, so that only what changed is asked and placed again.
import type { Entity, WorldView } from '../../sim/engine/view';
import type { Rect } from '../rect';
import type { BoxScene } from '../stage/scene';
import { labelHost, type HostLabels, type HostToLabel } from './labelHost';
import type { Speech } from './inside';

/** Remembers from one layout to the next; what it gives equals what it would be asked for anew. */
export interface StageMemory {
  /** What a box says: `ask` is called only when something that it may depend on changed. */
  speech(box: Entity, view: WorldView, ask: () => Speech): Speech;
  /** The words of one host. */
  labels(scene: HostToLabel): HostLabels;
}

const SECOND = 1_000_000;

/** Countdowns are told in whole seconds. */
const secondOf = ({ due }: Entity, at: number) => (due === null ? null : Math.ceil((due - at) / SECOND));

interface Said {
  readonly box: Entity;
  readonly floor: Entity | undefined;
  readonly second: number | null;
  readonly floorSecond: number | null;
  readonly speech: Speech;
}

/** Nobody counts down, but who picks it up may change without the box changing. */
const isOpen = (box: Entity | undefined) => box?.due === null && box.tags.includes('down');

const isSameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const isSameText = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, at) => text === b[at]));

const isSameSpeech = (a: Speech, b: Speech): boolean =>
  a === b || (isSameText(a.names, b.names) && isSameText(a.states, b.states));

/** Whether the words on and beside a box find the same: all of it but how far a start has come. */
function isSameBox(a: BoxScene, b: BoxScene): boolean {
  if (a.bundle !== null || b.bundle !== null) return false;
  return a.id === b.id && a.look === b.look && a.tone === b.tone && isSameRect(a.exact, b.exact);
}

/** What the boxes of a host say, in their order, and what its hardware does. */
const spokenBy = ({ boxes, entity, view, telling }: HostToLabel) => ({
  speeches: boxes.map(({ id }) => {
    const box = view.get(id);
    return box === undefined ? null : telling.of(box);
  }),
  hardware: telling.hardware(entity),
});

interface Written {
  readonly scene: HostToLabel;
  readonly spoken: ReturnType<typeof spokenBy>;
  readonly labels: HostLabels;
}

function isSameScene({ scene: a, spoken }: Written, b: HostToLabel, now: Written['spoken']): boolean {
  return (
    a.rows === b.rows &&
    a.words === b.words &&
    a.style.size === b.style.size &&
    a.style.smallest === b.style.smallest &&
    a.host.look === b.host.look &&
    isSameRect(a.host.frame, b.host.frame) &&
    isSameRect(a.host.foundation, b.host.foundation) &&
    isSameText(spoken.hardware, now.hardware) &&
    a.boxes.length === b.boxes.length &&
    a.boxes.every((box, at) => {
      const other = b.boxes[at];
      const [said, says] = [spoken.speeches[at], now.speeches[at]];
      return other !== undefined && said && says ? isSameBox(box, other) && isSameSpeech(said, says) : false;
    })
  );
}

/** A memory that knows nothing yet. */
export function createStageMemory(): StageMemory {
  const said = new Map<string, Said>();
  const written = new Map<string, Written>();
  return {
    speech(box, view, ask) {
      const floor = box.standsOn === null ? undefined : view.get(box.standsOn);
      const second = secondOf(box, view.at);
      const floorSecond = floor === undefined ? null : secondOf(floor, view.at);
      const before = said.get(box.id);
      const isSame =
        before?.box === box &&
        before.floor === floor &&
        before.second === second &&
        before.floorSecond === floorSecond;
      if (isSame && !isOpen(box) && !isOpen(floor)) return before.speech;
      const speech = ask();
      said.set(box.id, { box, floor, second, floorSecond, speech });
      return speech;
    },
    labels(scene) {
      const spoken = spokenBy(scene);
      const before = written.get(scene.host.id);
      if (before !== undefined && isSameScene(before, scene, spoken)) return before.labels;
      const labels = labelHost(scene);
      written.set(scene.host.id, { scene, spoken, labels });
      return labels;
    },
  };
}
