// What is written under marks: the word of each, those that say the same in one, and counts where that is too long.
import type { Mark } from '../../layout/timeline/marks';
import { markLabels, type MarkLabels, type MarkWriter } from '../../layout/timeline/markLabels';
import type { MarkWording } from '../../layout/timeline/timelineWords';
import { isGiven } from '../../layout/timeline/weight';
import { format, messages } from '../../i18n';
import { markMessages as words } from '../../i18n/marks';
import type { Entity, Fact, WorldView } from '../../playback/playback.svelte';
import {
  boxNoun,
  copyName,
  namedData,
  numbersOf,
  placePhrase,
  shortLabel,
  worldsThen,
  type ToldRun,
} from '../../words';
import { inRanges } from './ranges';

const { enumeration } = messages.timeline;

/** More than this in one label is not read any more. */
const MOST_PARTS = 6;

/** A fact under its mark. */
interface Told {
  readonly fact: Fact;
  readonly text: string;
  /** By what it differs from others that are told in the same words, or null. */
  readonly value: string | null;
  /** What is the same for all of them. */
  readonly same: string;
  /** The words for several of them. */
  readonly says: (values: string) => string;
  /** The same told of all that is in its VM; null where it is in none. */
  readonly inVm?: (isBrief: boolean) => Told | null;
}

type Tell = (fact: Fact) => Told;

/** `panicked`, `oom-killed`; of a command its name. */
const verbOf = ({ name }: Fact) => name.slice(name.indexOf('.') + 1);
const isOfVm = ({ about }: Fact) => about?.startsWith('vm/') === true;
/** What a command's mark says; a test holds that there are words for every command. */
const actOf = (fact: Fact, isBrief = false) =>
  (isOfVm(fact) ? words[isBrief ? 'brieflyInVm' : 'withinVm'][verbOf(fact)] : undefined) ??
  words.acts[verbOf(fact)];
const isPicker = ({ fact }: Told) => actOf(fact) === words.picker;

/** Numbers that no box has: what is the same when they are told is the same but for its number. */
const ANY = '0,';

/** A container by what is in it; without a number, with its place where another one is called the same. */
function containerName(container: Entity, where: string, view: WorldView): string {
  const name = copyName(container, view);
  const isTwin = (other: Entity) => other.id !== container.id && copyName(other, view) === name;
  return !/\d$/.test(name) && view.ofKind('container').some(isTwin) ? `${name} ${where}` : name;
}

/** The words of a fact. */
function labelOf(fact: Fact, view: WorldView, isBrief: boolean): string {
  if (!isGiven(fact.name)) return shortLabel(fact, view) ?? '';
  const target = view.get(fact.about ?? '');
  const isContainer = target?.kind === 'container';
  const where = target === undefined ? '' : placePhrase(target, view);
  const box = isContainer ? containerName(target, where, view) : boxNoun(fact.about ?? '', view).the;
  return actOf(fact, isBrief)?.(box, namedData(fact.data ?? {}, view), where) ?? box;
}

/** The argument by which what was done differs from others of its kind, where its words say one. */
const argumentOf = (fact: Fact) => (isGiven(fact.name) ? words.argumentOf[verbOf(fact)] : undefined);

/** A fact, told: it differs from others by an argument that its words say, or else by the number of its box. */
function tell(fact: Fact, view: WorldView, isBrief = false): Told {
  const text = labelOf(fact, view, isBrief);
  const argument = argumentOf(fact);
  const asked = argument === undefined ? undefined : fact.data?.[argument];
  if (argument !== undefined && typeof asked === 'string') {
    const says = (value: string) =>
      labelOf({ ...fact, data: { ...fact.data, [argument]: value } }, view, isBrief);
    return { fact, text, value: asked, same: says(ANY), says };
  }
  for (const { number, as } of numbersOf(fact.about ?? '', view)) {
    const says = (numbers: string) => {
      const many = as(numbers);
      return labelOf({ ...fact, about: many.id }, many.view, isBrief);
    };
    const same = says(ANY);
    if (same !== text)
      return { fact, text, value: number, same, says, inVm: (briefly) => inVm(fact, view, briefly) };
  }
  return { fact, text, value: null, same: text, says: () => text };
}

function inVm(fact: Fact, view: WorldView, isBrief: boolean): Told | null {
  const floor = view.get(view.get(fact.about ?? '')?.standsOn ?? '')?.standsOn;
  return floor && isMemory({ fact }) && view.get(floor)?.kind === 'vm'
    ? tell({ ...fact, about: floor }, view, isBrief)
    : null;
}

/** Labels in order of time, each once, those whose words differ in their values alone as one: `start of VM 1 to 4`, `search run ×2`. */
function gathered(told: readonly Told[]): string[] {
  const parts = new Map<string, { first: Told; values: Set<string>; count: number }>();
  for (const one of told) {
    const part = parts.get(one.same) ?? { first: one, values: new Set<string>(), count: 0 };
    parts.set(one.same, part);
    part.count += 1;
    if (one.value !== null) part.values.add(one.value);
  }
  return Array.from(parts.values(), ({ first, values, count }) => {
    if (values.size > 1) return first.says(inRanges([...values], words.and));
    return count > 1 ? words.repeated(first.text, format.number(count)) : first.text;
  });
}

const isMemory = ({ fact }: Pick<Told, 'fact'>) => verbOf(fact) === 'use-memory';

/** As gathered; that a setting was changed several times says no more, and memory of several programs is that of their VMs. */
function partsOf(all: readonly Told[], isBrief = false): string[] {
  const isMixed = new Set(all.filter(isMemory).map(({ same }) => same)).size > 1;
  const told = all.map((one) => (isMixed && one.inVm?.(isBrief)) || one);
  return told.every(isPicker) ? [...new Set(told.map(({ text }) => text))] : gathered(told);
}

/** Several facts of one kind, as they are counted. */
interface Kind {
  readonly forms: ReturnType<typeof words.kind>;
  readonly isFall: boolean;
  readonly count: number;
}

/** The kinds of what happened, those that weigh most first: what broke, then the most. */
function kindsOf(marks: readonly Mark[]): Kind[] {
  const kinds = new Map<Kind['forms'], Kind>();
  for (const { kind, facts } of marks) {
    const isFall = kind === 'break';
    for (const fact of facts) {
      const forms = words.kind(verbOf(fact));
      kinds.set(forms, { forms, isFall, count: (kinds.get(forms)?.count ?? 0) + 1 });
    }
  }
  return [...kinds.values()].sort((a, b) => Number(b.isFall) - Number(a.isFall) || b.count - a.count);
}

const counted = (kinds: readonly Kind[]) =>
  enumeration(kinds.map(({ count, forms }) => format.counted(count, forms)));

/** The kind that weighs most, and how many more there are. */
function shortest(kinds: readonly Kind[]): string {
  const [most, ...others] = kinds;
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  return words.rest(counted([most!]), format.number(rest));
}

/** With the words of what broke; what was done in between is counted. */
function fallsTold(marks: readonly Mark[], tell: Tell): MarkWording[] {
  const runs: Mark[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === mark.kind) run.push(mark);
    else runs.push([mark]);
  }
  if (runs.length < 2 || runs.length > MOST_PARTS) return [];
  const untold: Mark[] = [];
  const texts = runs.flatMap((run) => {
    const told = run.flatMap((mark) => mark.facts.map(tell));
    if (run[0]!.kind === 'break' || told.length === 1) return partsOf(told);
    untold.push(...run);
    return [counted(kindsOf(run))];
  });
  return texts.length > MOST_PARTS ? [] : [{ text: enumeration(texts), untold }];
}

/** More kinds than this beside a word are not told but counted. */
const MOST_KINDS = 3;

/** The one that broke, or the first of all where none did, and what more there is, or how much. */
function firstAndMore(marks: readonly Mark[], told: readonly Told[]): MarkWording[] {
  const falls = marks.filter(({ kind }) => kind === 'break');
  const first = falls[0] ?? marks[0]!;
  if (falls.length > 1 || (falls.length === 1 && first.facts.length > 1)) return [];
  const { text } = told.find(({ fact }) => fact === first.facts[0])!;
  const untold = marks.filter((mark) => mark !== first);
  const rest = kindsOf([{ ...first, facts: first.facts.slice(1) }, ...untold]);
  const more = told.length - 1;
  const [{ forms }] = rest as [Kind];
  const isOfKind = rest.some((kind) => kind.forms === words.kind(verbOf(first.facts[0]!)));
  const known = isOfKind ? words.moreOf(text, more, forms) : enumeration([text, counted(rest)]);
  return [
    ...(rest.length > (isOfKind ? 1 : MOST_KINDS) ? [] : [{ text: known, untold }]),
    { text: words.more(text, format.number(more)), untold, isVague: true },
  ];
}

/** A fact that names its snapshot as the disks do: by its number, counted by what happened. The world may not have it yet, or no more. */
function withSnapshot(fact: Fact, view: WorldView, facts: readonly Fact[]): Fact {
  const snapshot = fact.data?.['snapshot'];
  if (typeof snapshot !== 'string') return fact;
  const taken = facts.filter(({ name, about }) => name === 'vm.snapshot-taken' && about === fact.about);
  const number = taken.findIndex(({ data }) => data?.['snapshot'] === snapshot) + 1;
  const named = words.snapshot(number, boxNoun(fact.about ?? '', view).the);
  return { ...fact, data: { ...fact.data, snapshot: named } };
}

/** Ways to write marks that stand close together, from the one that tells most; parts stand in order of time. */
export function markWords(then: (fact: Fact) => WorldView, facts: readonly Fact[] = []): MarkWriter {
  const known = new Map<Fact, Told>();
  // Asked for with ever other neighbours.
  const toldOf = (fact: Fact): Told => {
    const told = known.get(fact) ?? { ...tell(withSnapshot(fact, then(fact), facts), then(fact)), fact };
    known.set(fact, told);
    return told;
  };
  return (marks) => wordings(marks, toldOf);
}

/** The same, each in its place; what happened is told with the names that were true then. */
export function labelsOf(run: ToldRun): MarkLabels {
  return markLabels(markWords(worldsThen(run), run.facts));
}

function wordings(marks: readonly Mark[], tell: Tell): readonly MarkWording[] {
  const told = marks.flatMap((mark) => mark.facts.map(tell));
  const parts = partsOf(told);
  // Said of all of them, and not of one several times.
  const isOne = parts.length === 1 && new Set(told.map(({ value }) => value)).size === told.length;
  const whole = parts.length > MOST_PARTS ? [] : [{ text: enumeration(parts), untold: [], isOne }];
  if (told.length === 1) return whole;
  const kinds = kindsOf(marks);
  const brief = enumeration(partsOf(told, true));
  const isBriefer = whole.length > 0 && brief !== whole[0]!.text;
  return [
    ...whole,
    ...(isBriefer ? [{ text: brief, untold: [], isOne }] : []),
    ...(isOne && argumentOf(told[0]!.fact) !== undefined
      ? [{ text: told[0]!.says(format.number(told.length)), untold: [], isOne, isVague: true }]
      : []),
    ...fallsTold(marks, tell),
    ...(parts.length > 1 && !told.every(isPicker) ? firstAndMore(marks, told) : []),
    { text: counted(kinds), untold: marks },
    ...(kinds.length > 2 ? [{ text: shortest(kinds), untold: marks, isVague: true }] : []),
  ];
}
