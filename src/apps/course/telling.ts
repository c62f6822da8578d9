// What the live region and the captions say when the world has moved on: as much as the reader wants, never a flood.
import type { Fact, WorldView } from '../../sim';
import { format } from '../../i18n';
import { sentences } from '../../i18n/sentences';
import { isBreak, isGiven } from '../../layout/timeline/weight';
import { freshFacts } from '../../playback/happenings';
import { factSentence } from '../../words';
import type { Telling } from './preferences.svelte';

/** How many sentences are said at once. */
const MOST_SENTENCES: Readonly<Record<Telling, number>> = { little: 4, some: 6, all: 40 };

/** Verbs of decisions, and of what those do who pick boxes up. */
const DECIDED = new Set([
  'backing-off',
  'given-up',
  'left-alone',
  'placed',
  'rebooting',
  'recovered',
  'refused',
  'removed',
  'reset',
  'stopped',
  'suffering',
  'waiting',
]);

/** The part of a frame that is told. */
export interface Seen {
  readonly run: string;
  readonly head: number;
  readonly facts: readonly Fact[];
  readonly view: WorldView;
}

/** Copies that fell or serve, counted. */
interface Counted {
  readonly what: 'fell' | 'serving';
  copies: number;
}

/** Something to say: a sentence or a count. */
type Said = string | Counted;

const verbOf = ({ name }: Fact) => name.slice(name.indexOf('.') + 1);

/** A copy that fell or serves is counted; anything else that falls is told by what broke under it. */
function countedAs({ name, about }: Fact, view: WorldView): 'fell' | 'serving' | 'nothing' | null {
  const service = about === null ? undefined : view.get(about)?.context['service'];
  const isCopy = name.startsWith('process.') && typeof service === 'string';
  if (name.endsWith('.fell')) return isCopy ? 'fell' : 'nothing';
  return name === 'process.up' && isCopy ? 'serving' : null;
}

/** Whether a fact that is not counted is told; a container's exit is that of its process. */
function isTold(fact: Fact, telling: Telling): boolean {
  if (isBreak(fact.name)) return telling !== 'little' || fact.name !== 'container.exited';
  return telling === 'some' && (isGiven(fact.name) || DECIDED.has(verbOf(fact)));
}

function collect(facts: readonly Fact[], view: WorldView, telling: Telling): Said[] {
  if (telling === 'all') return facts.map((fact) => factSentence(fact, view));
  const said: Said[] = [];
  let last: Counted | null = null;
  for (const fact of facts) {
    const what = countedAs(fact, view);
    if (what === null && isTold(fact, telling)) said.push(factSentence(fact, view));
    // What falls with the next break is counted with that one.
    if (isBreak(fact.name)) last = null;
    if (what === null || what === 'nothing') continue;
    const counted: Counted = last?.what === what ? last : { what, copies: 0 };
    if (counted !== last) said.push(counted);
    counted.copies += 1;
    last = counted;
  }
  return said;
}

/** What to say about the step from one frame to the next; null to leave what was said. */
export function tell(before: Seen, after: Seen, telling: Telling): string | null {
  const { heard } = sentences;
  const isSameWorld = after.facts.length > 0 && before.facts[0] === after.facts[0];
  const fresh = freshFacts(before, after).filter(({ name }) => name !== 'scenario.started');
  const said = collect(fresh, after.view, telling)
    .map((each) => (typeof each === 'string' ? each : heard[each.what](each.copies)))
    .filter((text) => text !== '');
  const most = MOST_SENTENCES[telling];
  const more = said.length - most;
  const facts = more <= 0 ? said : [...said.slice(0, most), heard.more(more)];
  const isBack = isSameWorld && after.head < before.head;
  const all = isBack ? [heard.back(format.clock(after.head)), ...facts] : facts;
  return all.length === 0 ? null : all.join(' ');
}
