// The words of the timeline in the language of the page: names of lanes, states, marks, instants.
import type { LaneName, TimelineWords } from '../../layout/timeline/timelineWords';
import { isGiven } from '../../layout/timeline/weight';
import type { Lengths } from '../../layout/stageWords';
import { format, messages } from '../../i18n';
import type { EntityId, Fact, WorldView } from '../../playback/playback.svelte';
import { boxNoun, copyName, diskOwner, shortLabel, worldsThen, type ToldRun } from '../../words';

const words = messages.timeline;
const NUMBERED = /^(.*[\s-])(\d+)$/;
/** From so many neighbours on, a range is shorter to read than all of them. */
const RANGE = 3;

/** The words of one run; what happened is told with the names that were true then. */
export function timelineWords(run: ToldRun): TimelineWords {
  const { view } = run;
  const then = worldsThen(run);
  const nameOf = (id: EntityId) => boxNoun(id, view).name;
  return {
    lane: (name) =>
      name.kind === 'images' ? [words.images(placeOf(name.disk, view))] : laneWords(name, nameOf),
    state: (state, count) => {
      const plain = words.states[state];
      return count > 1 ? [words.all(format.number(count), plain[0]!), ...plain] : plain;
    },
    serving: (count, of) => words.servingOf(format.number(count), format.number(of)),
    marks: (facts) => markWords(facts, then),
    tick: (at) => format.countdown(at),
    notRun: () => words.notRun,
    hidden: () => words.hidden,
  };
}

/** "laptop", "CI machine"; a disk that all hosts reach by its own name. */
function placeOf(id: EntityId, view: WorldView): string {
  const disk = view.get(id);
  return (disk && diskOwner(disk, view)?.name) ?? id.replace('disk/', '');
}

function laneWords(
  name: Exclude<LaneName, { readonly kind: 'images' }>,
  nameOf: (id: EntityId) => string,
): Lengths {
  switch (name.kind) {
    case 'host':
      return [nameOf(name.host)];
    case 'hosts':
      return [inRanges(name.hosts.map(nameOf)), format.number(name.hosts.length)];
    case 'vms':
      return [inRanges(name.vms.map(nameOf)), format.number(name.vms.length)];
    case 'copy':
      return [nameOf(name.copy)];
    case 'copies': {
      const some = format.counted(name.count, name.rest ? words.others : words.copies);
      return [words.on(some, nameOf(name.host)), some];
    }
    case 'unplaced':
      return words.unplaced(format.number(name.count));
  }
}

/** `VM 1, 3 to 6`, `pc-1 to 6` for names that differ by their number only; else all of them. */
function inRanges(names: readonly string[]): string {
  const parts = names.map((name) => NUMBERED.exec(name));
  const kind = parts[0]?.[1];
  if (kind === undefined || parts.some((part) => part?.[1] !== kind)) return words.enumeration(names);
  const numbers = parts.map((part) => Number(part![2])).sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const texts = runs.flatMap((run) =>
    run.length < RANGE ? run.map(String) : [words.range(String(run[0]), String(run.at(-1)))],
  );
  return kind + words.enumeration(texts);
}

/** What a command's mark says; a test holds that there are words for every command. */
const actOf = ({ name }: Fact) => words.acts[name.slice(name.indexOf('.') + 1)];
const isPicker = (fact: Fact) => actOf(fact) === words.picker;

/** One fact under its mark: what broke, or what was done. */
function markOf(fact: Fact, view: WorldView): string {
  if (!isGiven(fact.name)) return shortLabel(fact, view) ?? '';
  const target = view.get(fact.about ?? '');
  const isContainer = target?.kind === 'container';
  const box = isContainer ? copyName(target, view) : boxNoun(fact.about ?? '', view).the;
  return actOf(fact)?.(box) ?? box;
}

const isStart = ({ name }: Fact) => isGiven(name) && /\.(start|power-on|run)\b/.test(name);

/** What so many facts are, as far as one word says it. */
function kindOfAll(facts: readonly Fact[]) {
  if (facts.every(isStart)) return words.starts;
  if (facts.every(({ name }) => isGiven(name))) return words.done;
  return facts.some(({ name }) => isGiven(name)) ? words.happenings : words.breaks;
}

/** From so many on facts are counted by what they are, for the first of them says little of the others. */
const MANY = 4;

/** Many facts as `9 breaks, 130 starts`. */
function counts(facts: readonly Fact[]): Lengths {
  const broke = facts.filter(({ name }) => !isGiven(name)).length;
  const starts = facts.filter(isStart).length;
  const done = facts.length - broke - starts;
  const kinds = [
    [broke, words.breaks],
    [starts, words.starts],
    [done, words.done],
  ] as const;
  const told = kinds.flatMap(([count, kind]) => (count > 0 ? [format.counted(count, kind)] : []));
  return [words.enumeration(told), format.counted(facts.length, kindOfAll(facts))];
}

/** The label of neighbouring marks: what broke comes before what was done. */
function markWords(facts: readonly Fact[], then: (fact: Fact) => WorldView): Lengths {
  const broke = facts.filter(({ name }) => !isGiven(name));
  const given = facts.filter(({ name }) => isGiven(name));
  const labels = [...broke, ...given].map((fact) => markOf(fact, then(fact)));
  const [first = '', second] = [...new Set(labels)];
  const short = format.counted(facts.length, kindOfAll(facts));
  if (facts.length === 1) return [first];
  const more = words.more(first, format.number(facts.length - 1));
  if (given.length === facts.length && given.every(isPicker)) {
    return [...(second === undefined ? [first] : []), format.counted(facts.length, words.settings), short];
  }
  if (facts.length >= MANY && second !== undefined) return counts(facts);
  return facts.length === 2 && second !== undefined
    ? [words.both(first, second), more, short]
    : [more, short];
}
