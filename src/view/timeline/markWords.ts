// What is written under marks: the word of each, those that say the same in one, and counts where that is too long.
import type { Mark } from '../../layout/timeline/marks';
import type { MarkWording } from '../../layout/timeline/timelineWords';
import { isGiven } from '../../layout/timeline/weight';
import { format, messages } from '../../i18n';
import type { Fact, WorldView } from '../../playback/playback.svelte';
import { boxNoun, copyName, shortLabel } from '../../words';
import { inRanges } from './ranges';

const words = messages.timeline;

/** More than this in one label is not read any more. */
const MOST_PARTS = 6;

/** What a command's mark says; a test holds that there are words for every command. */
const actOf = ({ name }: Fact) => words.acts[name.slice(name.indexOf('.') + 1)];
const isPicker = (fact: Fact) => actOf(fact) === words.picker;
const isStart = ({ name }: Fact) => isGiven(name) && /\.(start|power-on|run)\b/.test(name);

/** One fact under its mark: what broke, or what was done. */
function labelOf(fact: Fact, view: WorldView): string {
  if (!isGiven(fact.name)) return shortLabel(fact, view) ?? '';
  const target = view.get(fact.about ?? '');
  const isContainer = target?.kind === 'container';
  const box = isContainer ? copyName(target, view) : boxNoun(fact.about ?? '', view).the;
  return actOf(fact)?.(box, fact.data?.['namespace']) ?? box;
}

/** The last part of a label that may differ where the rest is the same: `VM 2`, `walls of cart: pid`. */
const DIFFERS = /^(.*?(?:[\s-]))(\d+)((?:\s\D*)?)$|^(.*: )(\w+)()$/;

/** Labels in order of time, each once: `start of VM 1 to 4`, `search run ×2`. */
function gathered(labels: readonly string[]): string[] {
  const parts = new Map<string, { before: string; after: string; values: string[]; count: number }>();
  for (const label of labels) {
    const found = DIFFERS.exec(label);
    const [before = label, value, after = ''] = found?.slice(found[1] === undefined ? 4 : 1) ?? [];
    const key = value === undefined ? label : `${before}#${after}`;
    const part = parts.get(key) ?? { before, after, values: [], count: 0 };
    parts.set(key, part);
    part.count += 1;
    if (value !== undefined && !part.values.includes(value)) part.values.push(value);
  }
  return Array.from(parts.values(), ({ before, after, values, count }) => {
    const text = before + inRanges(values, words.and) + after;
    return count > 1 && values.length < 2 ? words.repeated(text, format.number(count)) : text;
  });
}

/** As gathered; that a setting was changed several times says no more. */
function partsOf(facts: readonly Fact[], label: (fact: Fact) => string): string[] {
  const labels = facts.map(label);
  return gathered(facts.every(isPicker) ? [...new Set(labels)] : labels);
}

/** What broke, by what it was; else as a break. */
const fallOf = ({ name }: Fact) => words.falls[name] ?? words.breaks;

/** Many facts as `9 OOM kills, 130 starts`, in the order in which each kind came first. */
function counted(facts: readonly Fact[]): string {
  const isAllSet = facts.every(isPicker);
  const kinds = new Map<ReturnType<typeof fallOf>, number>();
  for (const fact of facts) {
    const given = isAllSet ? words.settings : isStart(fact) ? words.starts : words.done;
    const kind = isGiven(fact.name) ? given : fallOf(fact);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return words.enumeration(Array.from(kinds, ([kind, count]) => format.counted(count, kind)));
}

/** With the words of what broke; what was done in between is counted. */
function fallsTold(marks: readonly Mark[], label: (fact: Fact) => string): MarkWording[] {
  const runs: Mark[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === mark.kind) run.push(mark);
    else runs.push([mark]);
  }
  if (runs.length < 2 || runs.length > MOST_PARTS) return [];
  const untold: Mark[] = [];
  const texts = runs.flatMap((run) => {
    const facts = run.flatMap((mark) => mark.facts);
    const parts = partsOf(facts, label);
    if (run[0]!.kind === 'break' || facts.length === 1) return parts;
    untold.push(...run);
    return [counted(facts)];
  });
  return texts.length > MOST_PARTS ? [] : [{ text: words.enumeration(texts), untold }];
}

/** The first that broke, or the first of all, and how many more there are. */
function firstAndMore(marks: readonly Mark[], facts: readonly Fact[], label: (fact: Fact) => string) {
  const first = marks.find(({ kind }) => kind === 'break') ?? marks[0]!;
  return {
    text: words.more(label(first.facts[0]!), format.number(facts.length - 1)),
    untold: marks.filter((mark) => mark !== first),
  };
}

/** Ways to write marks that stand close together, from the one that tells most; parts stand in order of time. */
export function markWords(
  then: (fact: Fact) => WorldView,
): (marks: readonly Mark[]) => readonly MarkWording[] {
  const labels = new Map<Fact, string>();
  // Asked for with ever other neighbours.
  const label = (fact: Fact): string => {
    const known = labels.get(fact) ?? labelOf(fact, then(fact));
    labels.set(fact, known);
    return known;
  };
  return (marks) => wordings(marks, label);
}

function wordings(marks: readonly Mark[], label: (fact: Fact) => string): readonly MarkWording[] {
  const facts = marks.flatMap((mark) => mark.facts);
  const parts = partsOf(facts, label);
  const whole = parts.length > MOST_PARTS ? [] : [{ text: words.enumeration(parts), untold: [] }];
  if (facts.length === 1) return whole;
  return [
    ...whole,
    ...fallsTold(marks, label),
    ...(parts.length > 1 && !facts.every(isPicker) ? [firstAndMore(marks, facts, label)] : []),
    { text: counted(facts), untold: marks },
    { text: format.counted(facts.length, words.happenings), untold: marks },
  ];
}
