// What differs between two runs, as rows of a table: one text for each side.
import type { DifferingBox, Figures } from '../layout/compare/figures';
import type { FirstDifference } from '../layout/compare/firstDifference';
import type { EntityId, Fact } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { sentences } from '../i18n/sentences';
import { factSentence } from './fact';
import { boxNoun } from './name';
import { stateSentence } from './state';
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
      return sentences.runs.ofAll(format.number(value), format.number(figures.copies));
    case 'away':
    case 'longest':
      return format.duration(value);
    case 'memory':
      return format.memory(value);
    case 'cpu':
      return format.cores(value, sentences.runs.cores);
    default:
      return format.number(value);
  }
}

/** The figures that differ as they are written, and a sentence about those that do not (empty when all differ). */
export function figureRows(left: Figures, right: Figures): { rows: Compared[]; same: string } {
  const { runs } = sentences;
  const all = FIGURE_NAMES.map((name): Compared => ({
    ...{ key: name, what: runs.figures[name], box: null },
    ...{ left: figureText(name, left), right: figureText(name, right) },
  }));
  const alike = all.filter((row) => row.left === row.right);
  const told = alike.map((row) => runs.figure(row.what, row.left));
  return {
    rows: all.filter((row) => row.left !== row.right),
    same: told.length === 0 ? '' : runs.same(format.list(told)),
  };
}

/** The boxes that differ, each with what it does on either side, or with who would pick it up. */
export function boxRows(boxes: readonly DifferingBox[], left: WorldView, right: WorldView): Compared[] {
  return boxes.map((box) => ({
    ...{ key: box.id, box: box.id, what: boxWords(box, left) },
    ...{ left: sideWords(box, left), right: sideWords(box, right) },
  }));
}

function boxWords({ id, above }: DifferingBox, view: WorldView): string {
  const { name } = boxNoun(id, view);
  const { withBoxes, boxes } = sentences.runs;
  return above.length === 0 ? name : withBoxes(name, format.counted(above.length, boxes));
}

function sideWords({ id, in: sort }: DifferingBox, view: WorldView): string {
  const entity = view.get(id);
  if (entity === undefined) return sentences.runs.quiet;
  return sort === 'picker' ? pickerSentence(id, view) : stateSentence(entity, view);
}

/** Where two runs part: what each of them tells at that instant. */
export function partedRow(parted: FirstDifference, left: WorldView, right: WorldView): Compared {
  const { firstDifference } = sentences.runs;
  return {
    ...{ key: 'parted', what: firstDifference(format.clock(parted.at)), box: null },
    ...{ left: firstTold(parted.left, left), right: firstTold(parted.right, right) },
  };
}

/** The first of these facts that has words. */
function firstTold(facts: readonly Fact[], view: WorldView): string {
  for (const fact of facts) {
    const sentence = factSentence(fact, view);
    if (sentence !== '') return sentence;
  }
  return sentences.runs.quiet;
}
