// What a program looked for when it was started last, and whether it reaches what it needs elsewhere, in words.
import type { EntityId } from '../sim/engine/fact';
import type { Entity, Lack, WorldView } from '../sim/engine/view';
import type { Looked, Start } from '../sim/rooms/filesystem/starting';
import { format } from '../i18n';
import { needs } from '../i18n/needs';
import { boxName, boxNoun } from './name';

/** One thing that was looked for. */
export interface Need {
  readonly what: string;
  /** A few words with the version; says what is wrong where it is not met. */
  readonly says: string;
  readonly isMet: boolean;
  /** Where it was found, or where it was looked for; may be empty. */
  readonly where: string;
}

/** A program with all that it looked for. */
export interface Needing {
  readonly id: EntityId;
  readonly name: string;
  readonly needs: readonly Need[];
  /** What the real system said when it did not start, or how long a shipment takes; empty when it runs. */
  readonly said: string;
}

function saysOf({ what: path, wanted, found, problem }: Looked): string {
  const what = needs.path(path);
  switch (problem) {
    case null:
      return needs.found(nameOf(path), found);
    case 'missing':
      return needs.missing(what);
    case 'permission':
      return needs.permission(what);
    case 'version':
      return needs.version(what, wanted, found);
    default:
      return needs.platform(wanted, found);
  }
}

/** The last part of a path. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function needOf(looked: Looked): Need {
  const { what, path, tried, problem } = looked;
  const places = tried.length === 0 ? '' : needs.tried(format.list(tried.map(needs.path)));
  const at = path === '' ? '' : needs.at(needs.path(path));
  const where = [at, places].filter(Boolean).join(', ');
  return { what, says: saysOf(looked), isMet: problem === null, where };
}

/** What comes back from what does not answer: a machine says that nobody listens there, all else says nothing. */
const UNANSWERED: Readonly<Record<Lack['why'], (what: string) => string>> = {
  down: needs.refused,
  paused: needs.timedOut,
  'shut-off': needs.timedOut,
};

/** A need of something elsewhere. */
function elsewhere(process: Entity, id: EntityId, view: WorldView): Need {
  const what = view.get(id)?.name ?? id;
  const lack = view.lacksOf(process.id).find((each) => each.id === id);
  const says = lack === undefined ? needs.reached(what) : UNANSWERED[lack.why](what);
  return { what, says, isMet: lack === undefined, where: '' };
}

/** What a process looked for; null for one that was not started, or whose files are not known. */
export function needsOf(process: Entity, view: WorldView): Needing | null {
  const text = process.context['lookedUp'];
  if (typeof text !== 'string') return null;
  const { looked, failure } = JSON.parse(text) as Start;
  const runs = process.tags.includes('up') ? process.needs : [];
  return {
    id: process.id,
    name: boxName(process, view),
    needs: [
      ...looked.filter(isTelling(process)).map(needOf),
      ...runs.map((id) => elsewhere(process, id, view)),
    ],
    said: failure?.error ?? '',
  };
}

/** The program's own file is worth a word only where it is not there or cannot be used. */
const isTelling =
  ({ context }: Entity) =>
  ({ what, problem }: Looked): boolean =>
    problem !== null || what !== context['program'];

/** Images that a runtime did not take, with what it said. */
function refusals(view: WorldView): Needing[] {
  return view.ofKind('artifact').flatMap(({ name, context: { to, error } }) => {
    if (typeof error !== 'string' || typeof to !== 'string') return [];
    return [{ id: to, name: needs.refusedImage(name, boxNoun(to, view).the), needs: [], said: error }];
  });
}

/** What is on its way, and how long it still takes. */
function sent(view: WorldView): Needing[] {
  return view.ofKind('artifact').flatMap(({ name, state, due, context: { to } }) => {
    if (state !== 'sending' || typeof to !== 'string' || due === null) return [];
    const title = needs.sending(name, boxNoun(to, view).the);
    return [{ id: to, name: title, needs: [], said: needs.sendingFor(format.countdown(due - view.at)) }];
  });
}

/** All programs that looked for something, in order of creation, then what is on its way, and what was not taken. */
export const allNeeds = (view: WorldView): Needing[] => [
  ...view.ofKind('process').flatMap((process) => needsOf(process, view) ?? []),
  ...sent(view),
  ...refusals(view),
];
