// What each box and each host has to say, from the words and from what it stands in; asked once for each layout.
import type { Entity, WorldView } from '../../sim/engine/view';
import { standing } from '../stage/claim';
import { lookCounts } from '../stage/bundle';
import { lookOf } from '../stage/look';
import type { isCalmNamed, reserveFor } from '../stage/reserve';
import type { Bundle } from '../stage/scene';
import type { Lengths, StageWords } from '../stageWords';
import type { aboveHost } from './above';
import type { dotsAbove } from './dotsAbove';
import type { giveWay } from './giveWay';
import type { raisedTabs } from './beside';
import type { HeaderSpeech } from './header';
import type { Speech } from './inside';
import type { createStageMemory, StageMemory } from './memory';
import type { lineNotes } from './lineNotes';
import type { besideWish } from './narrow';
import type { onTwins } from './numbers';
import type { asFallen, oneForm } from './oneForm';
import type { RaiseTab, StandLate } from './standing';
import type { BundleWriter } from './onBundle';
import type { overLine } from './overLine';
import type { underHeader } from './underHeader';

/** Words that most first views have none of; a stage that does not know them yet leaves them out. */
export interface LateWords {
  /** Writes on bundles; where it is left out, each has one word for all. */
  readonly onBundle?: BundleWriter | undefined;
  /** Writes at the line of hosts that have promised more than they have. */
  readonly overLine?: typeof overLine | undefined;
  readonly dotsAbove: typeof dotsAbove;
  readonly lineNotes: typeof lineNotes;
  readonly aboveHost: typeof aboveHost;
  readonly oneForm: typeof oneForm;
  readonly asFallen: typeof asFallen;
  readonly onTwins: typeof onTwins;
  readonly raisedTabs: typeof raisedTabs;
  readonly giveWay: typeof giveWay;
  /** Remembers what was said from one scene to the next: a first one has none before it. */
  readonly createMemory: typeof createStageMemory;
  readonly raiseOver: RaiseTab;
  /** How much room a stage keeps for what comes and goes. */
  readonly reserveFor: typeof reserveFor;
  readonly standLate: StandLate;
  readonly besideWish: typeof besideWish;
  readonly isCalmNamed: typeof isCalmNamed;
  readonly underHeader: typeof underHeader;
}

/** What is said on one stage at one instant. */
export interface Telling {
  of(box: Entity): Speech;
  ofBundle(bundle: Bundle): Speech;
  readonly late?: LateWords | undefined;
  header(host: Entity, ownScale: boolean): HeaderSpeech;
  hardware(host: Entity): Lengths;
}

const isOff = (box: Entity): boolean => lookOf(box) === 'off';

/** Whether all that a box stands on is off, down to its machine. */
function isOffUnder({ standsOn }: Entity, view: WorldView): boolean {
  const floor = standsOn === null ? undefined : view.get(standsOn);
  if (floor === undefined || !isOff(floor)) return false;
  return floor.kind === 'vm' || floor.kind === 'host' || isOffUnder(floor, view);
}

/**
 * The word of a wrapping that does not run (its back-off, its exit) is told on what stands in it. What is off in a
 * machine that is off says its name only.
 */
function speechOf(box: Entity, view: WorldView, words: StageWords, names = words.name(box, view)): Speech {
  const floor = box.standsOn === null ? undefined : view.get(box.standsOn);
  if (floor?.kind === 'container' && lookOf(floor) !== 'running') {
    const told = words.state(floor, view);
    if (told.length > 0) return { names, states: told };
  }
  return { names, states: isOff(box) && isOffUnder(box, view) ? [] : words.state(box, view) };
}

/** Copies on a host: programs that carry a service. */
function copiesOn(box: Entity, view: WorldView): Entity[] {
  const above = standing(box, view).flatMap((each) => copiesOn(each, view));
  return box.kind === 'process' && typeof box.context['service'] === 'string' ? [box, ...above] : above;
}

function headerOf(host: Entity, view: WorldView, words: StageWords): HeaderSpeech {
  const copies = copiesOn(host, view);
  return {
    title: words.name(host, view)[0] ?? host.name,
    what: words.host(host, view),
    serving: words.copiesServing(host, view),
    scale: [],
    hasFallen: copies.some((copy) => lookOf(copy) === 'fallen'),
  };
}

function remembered<T>(answer: (box: Entity) => T): (box: Entity) => T {
  const known = new Map<string, T>();
  return (box) => {
    const before = known.get(box.id);
    if (before !== undefined) return before;
    const now = answer(box);
    known.set(box.id, now);
    return now;
  };
}

/** The words of this view; each question is put to them once. */
export function tell(view: WorldView, words: StageWords, memory?: StageMemory): Telling {
  const header = remembered((host) => headerOf(host, view, words));
  return {
    of: remembered((box) => {
      const ask = (names?: Lengths) => speechOf(box, view, words, names);
      return memory === undefined ? ask() : memory.speech(box, view, ask);
    }),
    ofBundle: (bundle) => ({
      names: words.gathered(
        bundle.members.flatMap(({ id }) => view.get(id) ?? []),
        view,
      ),
      states: words.gatheredStates(
        lookCounts(bundle),
        bundle.members.every(({ look }) => look === bundle.members[0]?.look),
      ),
    }),
    header: (host, ownScale) => ({ ...header(host), scale: ownScale ? words.ownScale() : [] }),
    hardware: remembered((host) => words.hardware(host, view)),
  };
}

/** Bytes of a host that can be handed out now; null while nothing on it could hand them out. */
export function freeBytes(host: Entity, view: WorldView): number | null {
  const floors = standing(host, view);
  const isUp = lookOf(host) === 'running' && floors.every((floor) => floor.tags.includes('up'));
  const size = host.memory.size ?? 0;
  return isUp && size > host.memory.charged ? size - host.memory.charged : null;
}
