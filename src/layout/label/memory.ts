// What was said and where it was written in the scene before, so that only what changed is asked and placed again.
import type { Entity, WorldView } from '../../sim/engine/view';
import { isSameRect } from '../rect';
import { countdownSecond } from '../stage/countdown';
import { keepSame } from '../stage/keepSame';
import type { BoxScene, LabelScene, StageScene } from '../stage/scene';
import type { StageWords } from '../stageWords';
import { labelHost, type HostLabels, type HostToLabel } from './labelHost';
import type { Speech } from './inside';
import { createMask, type Mask } from './mask';
import { tell, type Telling } from './telling';

/** Remembers from one layout to the next; what it gives equals what it would be asked for anew. */
export interface StageMemory {
  /**
   * What a box says: `ask` is called only when something that it may depend on changed, with its names where they
   * cannot have changed.
   */
  speech(box: Entity, view: WorldView, ask: (names?: Speech['names']) => Speech): Speech;
  /** The words of one host. */
  labels(scene: HostToLabel): HostLabels;
  /**
   * The scene a moment later, no box having changed: words stand where they stood, with other figures. Null when any of
   * them says more than other figures.
   */
  retell(scene: StageScene, view: WorldView, words: StageWords): StageScene | null;
}

interface Said {
  readonly box: Entity;
  /** How many boxes there were: a name tells a box from the others. */
  readonly among: number;
  readonly floor: Entity | undefined;
  readonly second: number | null;
  readonly floorSecond: number | null;
  readonly speech: Speech;
}

/** Nobody counts down, but who picks it up, whether it was sent, or its machine may change without the box changing. */
const isOpen = (box: Entity | undefined) =>
  box?.due === null && (box.tags.includes('down') || box.tags.includes('off'));

const isSameText = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, at) => text === b[at]));

const isSameSpeech = (a: Speech, b: Speech): boolean =>
  a === b || (isSameText(a.names, b.names) && isSameText(a.states, b.states));

/** Whether the words on and beside a box find the same. */
function isSameBox(a: BoxScene, b: BoxScene): boolean {
  if (a.bundle !== null || b.bundle !== null) return false;
  return a.id === b.id && a.look === b.look && a.tone === b.tone && isSameRect(a.exact, b.exact);
}

/** What the boxes of a host say, in their order, and what its hardware does, with blanks for the figures that run. */
function spokenBy({ boxes, entity, view, telling }: HostToLabel, mask: Mask) {
  const masked = (texts: readonly string[]) => texts.map((text) => mask.over(text));
  const speeches = boxes.map(({ id }) => {
    const box = view.get(id);
    if (box === undefined) return null;
    const { names, states } = telling.of(box);
    return { names, states: masked(states) };
  });
  return { speeches, hardware: masked(telling.hardware(entity)) };
}

/** Says again what was spoken: the words are placed by texts with blanks in them. */
function tellingOf({ boxes, telling }: HostToLabel, spoken: ReturnType<typeof spokenBy>): Telling {
  const speeches = new Map(boxes.map(({ id }, at) => [id, spoken.speeches[at]]));
  return {
    ...telling,
    of: (box) => speeches.get(box.id) ?? telling.of(box),
    hardware: () => spoken.hardware,
  };
}

/** The same words with their figures. */
function unmasked(labels: HostLabels, mask: Mask): HostLabels {
  const off = (label: LabelScene): LabelScene => {
    const texts = label.lines.map(({ text }) => mask.off(text));
    if (label.lines.every(({ text }, at) => text === texts[at])) return label;
    return { ...label, lines: label.lines.map((line, at) => ({ ...line, text: texts[at] ?? line.text })) };
  };
  return { ...labels, labels: labels.labels.map(off) };
}

interface Written {
  readonly scene: HostToLabel;
  readonly spoken: ReturnType<typeof spokenBy>;
  /** As they were placed, with blanks. */
  readonly placed: HostLabels;
  readonly figures: string;
  readonly labels: HostLabels;
}

function isSameSpoken(a: Written['spoken'], b: Written['spoken']): boolean {
  return (
    isSameText(a.hardware, b.hardware) &&
    a.speeches.length === b.speeches.length &&
    a.speeches.every((said, at) => {
      const says = b.speeches[at];
      return said && says ? isSameSpeech(said, says) : false;
    })
  );
}

function isSameScene({ scene: a, spoken }: Written, b: HostToLabel, now: Written['spoken']): boolean {
  return (
    a.rows === b.rows &&
    a.words === b.words &&
    a.telling.late === b.telling.late &&
    a.style.size === b.style.size &&
    a.style.smallest === b.style.smallest &&
    a.host.look === b.host.look &&
    isSameRect(a.host.frame, b.host.frame) &&
    isSameRect(a.host.foundation, b.host.foundation) &&
    isSameSpoken(spoken, now) &&
    a.boxes.length === b.boxes.length &&
    a.boxes.every((box, at) => {
      const other = b.boxes[at];
      return other !== undefined && isSameBox(box, other);
    })
  );
}

/** A memory that knows nothing yet. */
export function createStageMemory(): StageMemory {
  const said = new Map<string, Said>();
  const written = new Map<string, Written>();

  /** With their figures; those of before where no figure changed. */
  function write(next: Omit<Written, 'figures' | 'labels'>, mask: Mask, before: Written | null): HostLabels {
    const figures = mask.figures();
    const labels = before?.figures === figures ? before.labels : unmasked(next.placed, mask);
    written.set(next.scene.host.id, { ...next, figures, labels });
    return labels;
  }

  const memory: StageMemory = {
    speech(box, view, ask) {
      const floor = box.standsOn === null ? undefined : view.get(box.standsOn);
      const second = countdownSecond(box, view.at);
      const floorSecond = floor === undefined ? null : countdownSecond(floor, view.at);
      const before = said.get(box.id);
      const among = view.entities.length;
      const isKnown = before?.box === box && before.floor === floor && before.among === among;
      const known = isKnown ? before : null;
      const isSame = known?.second === second && known.floorSecond === floorSecond;
      if (isSame && !isOpen(box) && !isOpen(floor)) return known.speech;
      const speech = ask(known?.speech.names);
      said.set(box.id, { box, among, floor, second, floorSecond, speech });
      return speech;
    },
    labels(scene) {
      const mask = createMask();
      const spoken = spokenBy(scene, mask);
      const last = written.get(scene.host.id);
      const before = last !== undefined && isSameScene(last, scene, spoken) ? last : null;
      const placed = before?.placed ?? labelHost({ ...scene, telling: tellingOf(scene, spoken) });
      return write({ scene, spoken, placed }, mask, before);
    },
    retell(drawn, view, words) {
      const telling = tell(view, words, memory);
      const all = drawn.hosts.map(({ id }) => {
        const before = written.get(id);
        if (before === undefined) return null;
        const mask = createMask();
        const scene = { ...before.scene, view, telling };
        const spoken = spokenBy(scene, mask);
        return isSameSpoken(before.spoken, spoken)
          ? write({ scene, spoken, placed: before.placed }, mask, before).labels
          : null;
      });
      if (all.includes(null)) return null;
      const byKey = new Map(all.flatMap((labels) => labels ?? []).map((label) => [label.key, label]));
      const next = drawn.labels.map((label) => byKey.get(label.key) ?? label);
      return { ...drawn, labels: keepSame(drawn.labels, next, ({ key }) => key) };
    },
  };
  return memory;
}
