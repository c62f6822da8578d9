// Facts as sentences and as short marks.
import type { EntityId, Fact, FactData } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { sentences } from '../i18n/sentences';
import type { Told } from '../i18n/en/facts';
import { askedOf } from './command';
import { boxNoun, copyName, placeName, placePhrase } from './name';

const COMMAND = 'command.';
const FAULT = 'fault.';

/** Ids in the data of a fact (`kernel/vm-2`) become names, the other end of a move that of its host; the rest stays. */
export function namedData(data: FactData, view: WorldView): Told['data'] {
  const named = (key: string, value: unknown) => {
    const box = typeof value === 'string' ? view.get(value) : undefined;
    if (box === undefined) return value;
    return key === 'peer' ? placeName(box, view) : boxNoun(box.id, view).the;
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, named(key, value)]));
}

/** Files of a machine or a container are called by that: they are named by nobody. */
function boxOf(about: EntityId, view: WorldView): string {
  const isFiles = view.get(about)?.kind === 'filesystem';
  const user = isFiles ? view.entities.find(({ context }) => context['root'] === about) : undefined;
  return user?.kind === 'kernel' ? placeName(user, view) : boxNoun(user?.id ?? about, view).the;
}

function toldOf(about: EntityId | null, data: FactData, view: WorldView): Told {
  const entity = about === null ? undefined : view.get(about);
  const absent = about === null ? '' : boxNoun(about, view).the;
  return {
    box: about === null ? '' : boxOf(about, view),
    place: entity === undefined ? absent : placeName(entity, view),
    inside: entity === undefined ? absent : copyName(entity, view),
    where: entity === undefined ? '' : placePhrase(entity, view),
    data: namedData(data, view),
  };
}

/** The phrase of a command or fault that a fact reports, or undefined. */
function givenPhrase(fact: Fact, view: WorldView): string | undefined {
  const isFault = fact.name.startsWith(FAULT);
  if (!isFault && !fact.name.startsWith(COMMAND)) return undefined;
  const phrase = sentences.commands[fact.name.slice((isFault ? FAULT : COMMAND).length)];
  const asked = askedOf(fact.about ?? '', fact.data ?? {}, view);
  return isFault ? phrase?.fault(asked) : phrase?.you(asked);
}

/**
 * What happened, in one sentence; commands speak to the learner: "You sent a kernel panic to VM 2."
 * `view` gives the names; it may be the world at any instant near the fact. Empty for a fact without words.
 */
export function factSentence(fact: Fact, view: WorldView): string {
  const given = givenPhrase(fact, view);
  if (given !== undefined) return given;
  return sentences.facts[fact.name]?.(toldOf(fact.about, fact.data ?? {}, view)) ?? '';
}

/** A fact as a mark on the timeline: "panic in VM 2"; null when it is not worth a mark. */
export function shortLabel(fact: Fact, view: WorldView): string | null {
  return sentences.marks[fact.name]?.(toldOf(fact.about, fact.data ?? {}, view)) ?? null;
}
