// What the live region says when the world has moved on: new facts in words, falls counted, never a flood.
import type { Fact, WorldView } from '../../sim';
import { format } from '../../i18n';
import { sentences } from '../../i18n/sentences';
import { factSentence } from '../../words';

/** How many sentences are said at once. */
const MOST_SENTENCES = 4;

/** The part of a frame that is told. */
export interface Seen {
  readonly run: string;
  readonly head: number;
  readonly facts: readonly Fact[];
  readonly view: WorldView;
}

/** Whether `after` goes on where `before` stood. */
function isLater(before: Seen, after: Seen): boolean {
  const last = before.facts.at(-1);
  return before.run === after.run && (last === undefined || after.facts[last.seq]?.at === last.at);
}

/** Sentences for these facts: one for each, but one count for all copies that fell. */
function allTold(facts: readonly Fact[], view: WorldView): string[] {
  const isFall = ({ name }: Fact) => name.endsWith('.fell');
  const copies = facts.filter(({ name, about }) => {
    const service = about === null ? null : view.get(about)?.context['service'];
    return name === 'process.fell' && typeof service === 'string';
  }).length;
  const told = facts.filter((fact) => !isFall(fact)).map((fact) => factSentence(fact, view));
  const fell = copies === 0 ? [] : [sentences.heard.fell(copies)];
  const said = [...told, ...fell].filter((text) => text !== '');
  const more = said.length - MOST_SENTENCES;
  return more <= 0 ? said : [...said.slice(0, MOST_SENTENCES), sentences.heard.more(more)];
}

/** What to say about the step from one frame to the next; null to leave what was said. */
export function tell(before: Seen, after: Seen): string | null {
  if (!isLater(before, after)) return sentences.heard.back(format.clock(after.head));
  const fresh = after.facts.slice(before.facts.length).filter(({ name }) => name !== 'scenario.started');
  return fresh.length === 0 ? null : allTold(fresh, after.view).join(' ');
}
