// Words under marks: which of them share a label, and where each stands. Loaded once there is something to mark.
import { placeLabels, type LabelGroup } from './labels';
import type { Mark } from './marks';
import type { MarkWording } from './timelineWords';
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';

/** Words for marks that stand close together: `panic in VM 2, 3`, `panic in VM 2 and 1 more`, `2 panics`; what broke keeps its word longest. */
export type MarkWriter = (marks: readonly Mark[]) => readonly MarkWording[];

/** Where marks may have words. */
export interface MarkRoom {
  /** Where an instant stands. */
  readonly scale: (at: Micros) => number;
  /** How much time is shown. */
  readonly span: Micros;
  readonly width: number;
  readonly rows: number;
  /** Width of a text. */
  readonly measure: (text: string) => number;
}

/** A label of marks, and all that it would say with room enough. */
export interface MarkGroup extends LabelGroup<Mark> {
  readonly says: string;
}

/** Labels for marks in their room. */
export type MarkLabels = (marks: readonly Mark[], room: MarkRoom) => readonly MarkGroup[];

/** Labels in these words. */
export function markLabels(write: MarkWriter): MarkLabels {
  let of: readonly Mark[] = [];
  let known = new Map<string, readonly MarkWording[]>();
  // Asked for again and again while places are tried; some are always neighbours.
  const words: MarkWriter = (some) => {
    const key = `${some[0]!.at} ${some.at(-1)!.at}`;
    const said = known.get(key) ?? write(some);
    known.set(key, said);
    return said;
  };
  return (marks, { scale, rows, ...room }) => {
    if (marks !== of) [of, known] = [marks, new Map<string, readonly MarkWording[]>()];
    const { width } = room;
    const widths = new Map<string, number>();
    const measure = (text: string) => {
      const wide = widths.get(text) ?? room.measure(text);
      widths.set(text, wide);
      return wide;
    };
    // What all began with says most of why the rest happened.
    const lossIn = (mark: Mark) => lossOf(mark) * (mark === marks[0] ? 2 : 1);
    const groups = placeLabels(
      marks.map((item) => ({ x: scale(item.at), item })),
      {
        ...{ left: 0, right: width, rows, sharing, measure },
        isSeries: (some) => isSeries(some, words, room),
        words: (some) =>
          words(some).map(({ text, untold, isVague }) => ({
            text,
            loss: sum(untold.map(lossIn)) + (isVague ? VAGUE : 0),
          })),
      },
    );
    return groups.map((group) => {
      const says = words(group.items.map(({ item }) => item))[0]?.text ?? group.text;
      return { ...group, says };
    });
  };
}

/** So much of the time that is shown may lie between one act of a series and the next, and so much of the width its words take. */
const SERIES = { gap: 1 / 15, width: 0.6 };

/** Whether these are acts one soon after the other that one phrase tells. */
function isSeries(
  some: readonly Mark[],
  words: MarkWriter,
  { span, width, measure }: Omit<MarkRoom, 'scale' | 'rows'>,
): boolean {
  const [before, last] = some.slice(-2);
  if (!before || !last || last.at - before.at > span * SERIES.gap) return false;
  if (some.some(({ kind }) => kind === 'break')) return false;
  return words(some).some(({ isOne, text }) => isOne && measure(text) <= width * SERIES.width);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
/** What it costs that the own word of a mark is not told. */
const lossOf = ({ kind, facts }: Mark) => (kind === 'break' ? 60 : facts.some(isYours) ? 14 : 10);
const isYours = ({ name }: Fact) => name.startsWith('command.');
/** What it costs that a label says no more than how many others there are. */
const VAGUE = 12;
/** What it costs that marks share a label: a fall shares one last. */
const sharing = (some: readonly Mark[]) =>
  (some.length - 1) * (some.some(({ kind }) => kind === 'break') ? 5 : 3);
