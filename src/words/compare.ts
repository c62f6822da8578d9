// What differs between two runs, as rows of a table: one text for each side.
import type { DifferingBox, Figures } from '../layout/compare/figures';
import type { FirstDifference } from '../layout/compare/firstDifference';
import type { EntityId, Fact } from '../sim/engine/fact';
import type { Micros } from '../sim/engine/time';
import type { Entity, WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { comparison } from '../i18n/comparison';
import { factSentence } from './fact';
import { boxNoun, copyName, placePhrase } from './name';
import { stateSentence } from './state';
import { worldsThen, type ToldRun } from './then';
import { pickerSentence } from './wait';

/** One thing in which two runs differ. */
export interface Compared {
  readonly key: string;
  readonly what: string;
  readonly left: string;
  readonly right: string;
  /** The box that it is about, or null. */
  readonly box: EntityId | null;
}

const FIGURE_NAMES = ['serving', 'fallen', 'away', 'longest', 'memory', 'cpu', 'commands'] as const;

function figureText(name: (typeof FIGURE_NAMES)[number], figures: Figures): string {
  const value = figures[name];
  switch (name) {
    case 'serving':
      return comparison.ofAll(format.number(value), format.number(figures.copies));
    case 'away':
    case 'longest':
      return format.duration(cut(value));
    case 'memory':
      return format.memory(value);
    case 'cpu':
      return format.cores(value, comparison.cores);
    default:
      return format.number(value);
  }
}

const MICROS_PER_SECOND = 1_000_000;

/**
 * As the clock is cut, so that nobody is told to be away for longer than the run lasts; but to the nearest hundredth
 * first: what is added up of milliseconds that were rounded is not cut below their sum.
 */
function cut(time: Micros): Micros {
  if (time < MICROS_PER_SECOND) return time;
  const near = Math.round(time / (MICROS_PER_SECOND / 100)) * (MICROS_PER_SECOND / 100);
  return near - (near % (MICROS_PER_SECOND / 10));
}

/** The figures that differ as they are written, and a sentence about those that do not (empty when all differ). */
export function figureRows(left: Figures, right: Figures): { rows: Compared[]; same: string } {
  const all = FIGURE_NAMES.map((name): Compared => ({
    ...{ key: name, what: comparison.figures[name], box: null },
    ...{ left: figureText(name, left), right: figureText(name, right) },
  }));
  const alike = all.filter((row) => row.left === row.right);
  const told = alike.map((row) => comparison.figure(row.what, row.left));
  return {
    rows: all.filter((row) => row.left !== row.right),
    same: told.length === 0 ? '' : comparison.same(format.list(told)),
  };
}

/**
 * The boxes that differ, each with what it does on either side and where, or with who would pick it up.
 * A box that both sides tell alike (times are rounded) gives way to what differs on it.
 */
export function boxRows(boxes: readonly DifferingBox[], left: WorldView, right: WorldView): Compared[] {
  return boxes.flatMap((box) => {
    const row = boxRow(box, left, right);
    if (row.left !== row.right) return [row];
    return boxRows(
      box.above.map((id) => ({ id, in: 'state', above: [] })),
      left,
      right,
    );
  });
}

function boxRow(box: DifferingBox, left: WorldView, right: WorldView): Compared {
  const isMoved = placeIn(box.id, left) !== placeIn(box.id, right);
  return {
    ...{ key: box.id, box: box.id, what: boxWords(box, left, isMoved) },
    left: sideWords(box, left, isMoved ? placeIn(box.id, left) : ''),
    right: sideWords(box, right, isMoved ? placeIn(box.id, right) : calledOtherwise(box.id, left, right)),
  };
}

function placeIn(id: EntityId, view: WorldView): string {
  const entity = view.get(id);
  return entity === undefined ? '' : placePhrase(entity, view);
}

/** A box that stands elsewhere on the other side is named without its place. */
function boxWords({ id, above }: DifferingBox, view: WorldView, isMoved: boolean): string {
  const entity = view.get(id);
  const name = isMoved && entity !== undefined ? copyName(entity, view) : boxNoun(id, view).name;
  const { withBoxes, boxes, copies } = comparison;
  // A container is a copy, its program told with it.
  if (above.length === 0 || entity?.kind === 'container') return name;
  const serving = above.filter((each) => isServing(view.get(each))).length;
  return withBoxes(name, serving > 0 ? format.counted(serving, copies) : format.counted(above.length, boxes));
}

const isServing = (box: Entity | undefined) =>
  box?.kind === 'process' && typeof box.context['service'] === 'string';

/** What a box is called on the right where it has another name there: a file that is a snapshot on one side alone. */
function calledOtherwise(id: EntityId, left: WorldView, right: WorldView): string {
  const isOnBoth = left.get(id) !== undefined && right.get(id) !== undefined;
  const { name } = boxNoun(id, right);
  return isOnBoth && name !== boxNoun(id, left).name ? name : '';
}

function sideWords({ id, in: sort }: DifferingBox, view: WorldView, place: string): string {
  const entity = view.get(id);
  if (entity === undefined) return comparison.notThere;
  if (sort === 'picker') return pickerSentence(id, view);
  const state = stateSentence(entity, view);
  return place === '' ? state : comparison.inPlace(place, state);
}

/** Programs that do the same on both sides with another part of the cores, where the words for both parts differ. */
export function grantedRows(left: WorldView, right: WorldView): Compared[] {
  const inCores = (granted: number) => format.cores(granted, comparison.cores);
  return left.ofKind('process').flatMap(({ id, state, cpu }) => {
    const other = right.get(id);
    if (other?.state !== state) return [];
    const sides = { left: inCores(cpu.granted), right: inCores(other.cpu.granted) };
    if (sides.left === sides.right) return [];
    return [{ key: `cpu ${id}`, box: id, what: comparison.cpuOf(boxNoun(id, left).name), ...sides }];
  });
}

/** Where two runs part: what each of them tells at that instant. */
export function partedRow(parted: FirstDifference, left: ToldRun, right: ToldRun): Compared {
  const { firstDifference } = comparison;
  return {
    ...{ key: 'parted', what: firstDifference(format.clock(parted.at)), box: null },
    ...{ left: firstTold(parted.left, left), right: firstTold(parted.right, right) },
  };
}

/** The first of these facts that has words. */
function firstTold(facts: readonly Fact[], run: ToldRun): string {
  const then = worldsThen(run);
  for (const fact of facts) {
    const sentence = factSentence(fact, then(fact));
    if (sentence !== '') return sentence;
  }
  return comparison.quiet;
}
