// What is on the screen: the frame that is looked at, that of the run beside it, the list of runs, the selection.
import type { EntityId } from '../sim';
import type { Report } from './door';
import { EMPTY_FRAME, frameOf, stillThere, type Frame } from './frame';
import type { Together } from './happenings';
import type { RunInfo, Runs } from './runs';

/** One frame, or two of the same instant; both change at once. */
export class Shown {
  readonly #runs: Runs;
  #frame = $state.raw<Frame>(EMPTY_FRAME);
  #opened = $state.raw<Frame>(EMPTY_FRAME);
  #compared = $state.raw<Frame | null>(null);
  #list = $state.raw<readonly RunInfo[]>([]);
  #selected = $state<EntityId | null>(null);

  constructor(runs: Runs) {
    this.#runs = runs;
  }

  get frame(): Frame {
    return this.#frame;
  }

  /** The frame that was shown first since the scenario was opened. */
  get opened(): Frame {
    return this.#opened;
  }

  /** The frame beside it while two runs are compared, else null. */
  get compared(): Frame | null {
    return this.#compared;
  }

  get list(): readonly RunInfo[] {
    return this.#list;
  }

  get selected(): EntityId | null {
    return this.#selected;
  }

  set selected(id: EntityId | null) {
    this.#selected = stillThere(id, this.#frame.view);
  }

  /** All frames there are, the one that is looked at first. */
  get together(): Together {
    return this.#compared === null ? [this.#frame] : [this.#frame, this.#compared];
  }

  /** The frame of a run if it is on the screen. */
  of(run: string): Frame | null {
    return this.together.find((frame) => frame.run === run) ?? null;
  }

  /** Publishes the first report of a scenario, and the one beside it. */
  open(report: Report, beside: Report | null): void {
    this.alone();
    this.show(report, beside);
    this.#opened = this.#frame;
  }

  /** Takes the run beside away. */
  alone(): void {
    this.#compared = null;
  }

  /** Publishes what was reported and taken in; the run beside stays as it is when nothing is reported of it. */
  show(report: Report, beside: Report | null): void {
    const draw = (each: Report) =>
      frameOf(each, this.#runs.toldOf(each.run), this.#runs.boxes, this.of(each.run) ?? EMPTY_FRAME);
    const frame = draw(report);
    if (beside !== null) this.#compared = draw(beside);
    this.#frame = frame;
    this.#list = this.#runs.list;
    this.selected = this.#selected;
  }
}
