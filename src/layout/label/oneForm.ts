// Boxes alike that stand in one row say it in one form: where one has no room for its number, or for its state, none has.
import { bottom } from '../rect';
import type { LabelScene } from '../stage/scene';
import type { Speech } from './inside';
import { inCommon, type Spoken } from './onBoxes';

type Write = (each: Spoken) => LabelScene | null;

/** What boxes of a row have in common: what they say of themselves, their width, and the line that their feet are on. */
const rowOf = ({ speech: { states }, box: { host, look, exact } }: Spoken): string =>
  JSON.stringify([host, look, states, Math.round(exact.width), Math.round(bottom(exact))]);

/** In which form a box says it: with the shortest of its names or not, with its state or not, on how many lines. */
function formOf({ lines }: LabelScene, { names }: Speech): string {
  const text = lines.map((line) => line.text).join(' ');
  const name = names.find((each) => text.startsWith(each)) ?? '';
  return [names.length > 1 && name === names.at(-1), text.length > name.length, lines.length].join(' ');
}

/** The first way to say it in which all of a row do so in one form; null where there is none. */
function evened(row: readonly Spoken[], write: Write): LabelScene[] | null {
  const ways: ((speech: Speech) => Speech)[] = [
    inCommon,
    ({ names }) => ({ names, states: [] }),
    (speech) => ({ ...inCommon(speech), states: [] }),
  ];
  for (const way of ways) {
    const labels = row.flatMap((each) => write({ ...each, speech: way(each.speech) }) ?? []);
    const forms = new Set(labels.map((label, at) => formOf(label, row[at]!.speech)));
    if (labels.length === row.length && forms.size === 1) return labels;
  }
  return null;
}

/** The labels of boxes, those of a row in one form; `write` says something else on a box, or null where it has no room. */
export function inOneForm(
  labels: readonly LabelScene[],
  spoken: readonly Spoken[],
  write: Write,
): LabelScene[] {
  const own = new Map(labels.flatMap((label) => (label.of.length === 1 ? [[label.of[0]!, label]] : [])));
  const rows = new Map<string, Spoken[]>();
  for (const each of spoken)
    if (each.kind === 'process' && own.has(each.box.id))
      rows.set(rowOf(each), [...(rows.get(rowOf(each)) ?? []), each]);
  const others = [...rows.values()].flatMap((row) => {
    const forms = new Set(row.map(({ box, speech }) => formOf(own.get(box.id)!, speech)));
    return forms.size > 1 ? (evened(row, write) ?? []) : [];
  });
  return labels.map((label) => others.find(({ key }) => key === label.key) ?? label);
}
