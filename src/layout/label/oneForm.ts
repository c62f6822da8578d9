// Copies in one row of one host that are in one state are named in one form: all with their number or none, the state of
// all or of none, at one place and in one size. What fell is never named as if it lived.
import type { LabelScene } from '../stage/scene';
import { sizesOf } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { bold, plain, state, type Paragraph } from './block';
import { captionFrom, inPlain, isMostlySeen, tenants } from './inside';
import { saidBeside } from './narrow';
import { lowLabel } from './low';
import { narrowest, type BoxesToLabel, type Spoken } from './onBoxes';

/** How a box is named: which of its names, on one line or on one for each word, and which of its states. */
interface Form {
  readonly name: number;
  readonly isSplit: boolean;
  readonly state: number | null;
  /** Name and state share a line. */
  readonly isJoined: boolean;
}

/** Boxes of one row differ in nothing but what they are called; tiles of a host are one row, whatever is off there. */
function rowOf({ box, kind, speech }: Spoken): string {
  if (box.build === 'tile') return box.host;
  const states = speech.states.map((text) => text.replace(/\d+/gu, '#'));
  const names = kind === 'process' ? speech.names.length : speech.names;
  return JSON.stringify([kind, box.build, box.depth, box.look, names, states]);
}

/** Whether a box is not to be read as one that runs: it fell, or it is a floor that is off. */
const isStill = ({ box, kind }: Pick<Spoken, 'box' | 'kind'>): boolean =>
  box.look === 'fallen' || (box.look === 'off' && box.build === 'floor' && !tenants.has(kind));

/**
 * Forms, the better ones first; all of one group are tried, in smaller type too, before the next: the number of a copy is
 * worth that. A floor that fell or is off has no name without its state, unless it is beside it on a tab.
 */
function formsFor({ box, kind, speech: { names, states } }: Spoken, tellsState: boolean): Form[][] {
  const isProcess = kind === 'process';
  const at = [...names.keys()];
  const groups = isProcess ? [at.slice(0, -1), at.slice(-1)] : [at];
  const alone = (group: readonly number[], isSplit: boolean) =>
    group.map((name): Form => ({ name, isSplit, state: null, isJoined: false }));
  const told = (group: readonly number[], isSplit: boolean) => {
    const all = (isJoined: boolean) =>
      group.flatMap((name) => [...states.keys()].map((state): Form => ({ name, isSplit, state, isJoined })));
    if (isSplit) return all(false);
    return box.drawn.width >= captionFrom ? [...all(true), ...all(false)] : [...all(false), ...all(true)];
  };
  const isStillFloor = isStill({ box, kind }) && !tenants.has(kind);
  const ways = !tellsState || states.length === 0 ? [alone] : isStillFloor ? [told] : [told, alone];
  const splits = isProcess ? [false, true] : [false];
  const forms = ways.flatMap((way) =>
    groups.flatMap((group) => splits.map((isSplit) => way(group, isSplit))),
  );
  // How it came to be off is worth smaller type: that it is, is seen.
  if (box.look !== 'off') return forms;
  return forms.flatMap((group) =>
    [...new Set(group.map(({ state }) => state))].map((told) => group.filter(({ state }) => state === told)),
  );
}

/** The words in this form, and how many lines have the name. */
function said({ kind, speech }: Spoken, form: Form, words: StageWords): readonly [Paragraph[], number] {
  const name = speech.names[form.name] ?? speech.names.at(-1) ?? '';
  const parts = form.isSplit ? name.split(' ') : [name];
  const told = form.state === null ? undefined : (speech.states[form.state] ?? speech.states.at(-1));
  if (told === undefined) return [parts.map(tenants.has(kind) ? bold : plain), parts.length];
  if (form.isJoined) return [[state(words.nameAndState(name, told))], 0];
  return [[...parts.map(bold), state(told)], parts.length];
}

/** What the words of a row are set in. */
interface Type {
  readonly size: number;
  /** Names are not bold. */
  readonly isPlain: boolean;
}

/** The words of one box in this form and size; null where they do not fit, or the name of a program would break. */
function written(each: Spoken, form: Form, { size, isPlain }: Type, words: StageWords): LabelScene | null {
  const { box, kind, room, speech } = each;
  const [way, nameLines] = said(each, form, words);
  const ways = isPlain ? inPlain([way]) : [way];
  const label = lowLabel(box, kind, room, speech, words, { size, smallest: size }, [ways]);
  if (label === null || kind !== 'process') return label;
  const isWhole = form.isJoined
    ? label.lines.length === 1
    : label.lines.filter(({ tellsState }) => !tellsState).length === nameLines;
  return isWhole ? label : null;
}

/** A row: those that have room for words, and those whose words are beside them. */
interface Row {
  readonly inside: Spoken[];
  readonly beside: Spoken[];
}

/** The words of all boxes of a row in the best form that all have room for; null where there is none. */
function writeRow(
  { inside: row, beside }: Row,
  sizes: readonly number[],
  { words, style }: Pick<BoxesToLabel, 'words' | 'style'>,
): LabelScene[] | null {
  const [first] = row;
  if (first === undefined) return null;
  const tellsState = beside.every(
    ({ box, speech }) => speech.states.length === 0 || saidBeside(box, speech, style).states.length > 0,
  );
  const inGroup = (group: readonly Form[], leavesHatch: boolean, isPlain: boolean): LabelScene[] | null => {
    for (const size of sizes) {
      for (const form of group) {
        const labels: LabelScene[] = [];
        const isDone = row.every((each) => {
          const label = written(each, form, { size, isPlain }, words);
          const mayStand = label !== null && (!leavesHatch || isMostlySeen(label, each.box.drawn));
          if (mayStand) labels.push(label);
          return mayStand;
        });
        if (isDone) return labels;
      }
    }
    return null;
  };
  const groups = formsFor(first, tellsState);
  /** Names alone, those with the numbers of copies. */
  const numbered = groups.find(
    ([form]) => form?.state === null && !form.isSplit && form.name < first.speech.names.length - 1,
  );
  for (const isPlain of first.kind === 'process' ? [false, true] : [false]) {
    for (const leavesHatch of first.box.look === 'fallen' ? [true, false] : [false]) {
      for (const group of groups) {
        const labels = inGroup(group, leavesHatch, isPlain);
        if (labels === null) continue;
        // Which copy it is, is worth more than hatch that is seen: the outline tells that it fell.
        const isNumberless = leavesHatch && group[0]?.state === null && group !== numbered;
        return (isNumberless && numbered ? inGroup(numbered, false, isPlain) : null) ?? labels;
      }
    }
  }
  return null;
}

/** The words on all boxes that have room for any, by the ids of the boxes. */
export function oneForm(
  spoken: readonly Spoken[],
  { words, style }: BoxesToLabel,
  sizes: ReadonlyMap<string, number>,
): ReadonlyMap<string, LabelScene> {
  const labels = new Map<string, LabelScene>();
  const rows = new Map<string, Row>();
  for (const each of spoken) {
    const { box, kind, room, speech } = each;
    const size = sizes.get(kind) ?? style.size;
    const label =
      room.width < narrowest ? null : lowLabel(box, kind, room, speech, words, { ...style, size });
    if (label !== null) labels.set(box.id, label);
    if (kind === 'bundle') continue;
    const row = rows.get(rowOf(each)) ?? { inside: [], beside: [] };
    rows.set(rowOf(each), row);
    (label === null ? row.beside : row.inside).push(each);
  }
  for (const row of rows.values()) {
    const size = sizes.get(row.inside[0]?.kind ?? '') ?? style.size;
    const alike = writeRow(row, sizesOf({ ...style, size }), { words, style });
    row.inside.forEach(({ box, kind }, at) => {
      const label = alike?.[at];
      if (label !== undefined) labels.set(box.id, label);
      else if (isStill({ box, kind })) labels.delete(box.id);
    });
  }
  return labels;
}

/** What fell and has no room for its state has its name in the colour of what fell. */
export function asFallen(label: LabelScene): LabelScene {
  if (label.tone !== 'fallen' || label.lines.some(({ tellsState }) => tellsState)) return label;
  return { ...label, lines: label.lines.map((line) => ({ ...line, tellsState: true })) };
}
