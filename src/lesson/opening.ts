// How a world of a lesson stands when it is entered, as plain data: computed where the lesson is built, so that its
// stage can be seen before the model is there to play it.
import { blastsNow, SECOND, type Blast, type Run, type Scenario } from '../sim';
import type { EntityId, Fact } from '../sim/engine/fact';
import type { Micros } from '../sim/engine/time';
import type {
  CpuPeriod,
  DeliveryState,
  Entity,
  Installed,
  Lack,
  Picker,
  Wait,
  WorldView,
} from '../sim/engine/view';

/** A world is entered after this time, so that there is a past to go back to. */
const PAST = 3 * SECOND;

/** Where a world is entered: after some seconds, but before anything that the scenario does to it. */
export function entryOf({ world }: Scenario): Micros {
  const firstFault = Math.min(...(world.faults ?? []).map(({ at }) => at));
  return firstFault > PAST ? PAST : 0;
}

/** A box; its kind and its name stand in its id. */
type Box = Omit<Entity, 'kind' | 'name'>;

/** What a view answers about a box; left out where there is nothing to say. */
interface Answers {
  readonly used?: number;
  /** Where it is not the order in which they were made. */
  readonly order?: number;
  readonly pickers?: readonly Picker[];
  readonly wait?: Wait;
  readonly lacks?: readonly Lack[];
  readonly period?: CpuPeriod;
  readonly delivery?: DeliveryState;
  readonly isPromised?: true;
  readonly namespaces?: readonly string[];
  readonly hides?: readonly string[];
  readonly packages?: readonly Installed[];
}

/** A world as it stands when it is entered. */
export interface PreparedOpening {
  /** Its name in the lesson. */
  readonly world: string;
  readonly at: Micros;
  readonly seed: number;
  /** Of the run at `at`. */
  readonly digest: string;
  readonly versions: WorldView['versions'];
  /** In order of creation. */
  readonly boxes: readonly Box[];
  readonly answers: readonly (Answers | 0)[];
  /** The boxes as the scenario puts them; 0 for one that is still as it was. */
  readonly start: readonly (Box | 0)[];
  /** All that happened before. */
  readonly facts: readonly Fact[];
  /** What fell of it and is still down. */
  readonly blasts: readonly Blast[];
}

const boxOf = ({ kind: _, name: __, ...box }: Entity): Box => box;

/** What is to be known of a run that stands where its world is entered; `start`: its boxes before anything happened. */
export function preparedOpening(world: string, run: Run, start: readonly Entity[]): PreparedOpening {
  const view = run.view();
  const { at, seed, versions } = view;
  const same = (one: Box, other: Box | undefined) => JSON.stringify(one) === JSON.stringify(other);
  const boxes = view.entities.map(boxOf);
  return {
    ...{ world, at, seed, versions, boxes, digest: run.digest() },
    answers: boxes.map(({ id }, index) => answersOf(view, id, index)),
    start: start.map(boxOf).map((box, index) => (same(box, boxes[index]) ? 0 : box)),
    facts: run.facts.slice(0),
    blasts: blastsNow(run.facts, run.factsAtHead, view),
  };
}

function answersOf(view: WorldView, id: EntityId, made: number): Answers | 0 {
  const [used, order, pickers] = [view.cpuUsed(id), view.orderOf(id), view.pickersOf(id)];
  const [wait, lacks, period] = [view.waitOf(id), view.lacksOf(id), view.periodOf(id)];
  const [delivery, namespaces, hides] = [view.deliveryOf(id), view.namespacesOf(id), view.hidesOf(id)];
  const packages = view.packagesOf(id);
  const answers: Answers = {
    ...(used > 0 && { used }),
    ...(order !== made && { order }),
    ...(pickers.length > 0 && { pickers }),
    ...(wait && { wait }),
    ...(lacks.length > 0 && { lacks }),
    ...(period && { period }),
    ...(delivery && { delivery }),
    ...(view.isPromised(id) && { isPromised: true }),
    ...(namespaces.length > 0 && { namespaces }),
    ...(hides.length > 0 && { hides }),
    ...(packages.length > 0 && { packages }),
  };
  return Object.keys(answers).length > 0 ? answers : 0;
}

function entityOf(box: Box): Entity {
  const [kind = '', name = ''] = box.id.split('/');
  return { kind, name, ...box };
}

/** A prepared opening as a run tells it: the view of its world, and the boxes that it started from. */
export function openedWorld({ at, seed, versions, boxes, answers, start }: PreparedOpening): {
  readonly view: WorldView;
  readonly start: readonly Entity[];
} {
  const entities = boxes.map(entityOf);
  const indexOf = (id: EntityId) => entities.findIndex((entity) => entity.id === id);
  const about = (id: EntityId): Answers => answers[indexOf(id)] || {};
  const view: WorldView = {
    ...{ at, seed, versions, entities },
    get: (id) => entities[indexOf(id)],
    ofKind: (kind) => entities.filter((entity) => entity.kind === kind),
    cpuUsed: (id) => about(id).used ?? 0,
    orderOf: (id) => about(id).order ?? indexOf(id),
    pickersOf: (id) => about(id).pickers ?? [],
    waitOf: (id) => about(id).wait ?? null,
    lacksOf: (id) => about(id).lacks ?? [],
    periodOf: (id) => about(id).period ?? null,
    // The inspector alone asks what a weight is worth: that comes with the engine.
    shareOf: () => null,
    deliveryOf: (id) => about(id).delivery ?? null,
    isPromised: (id) => about(id).isPromised ?? false,
    namespacesOf: (id) => about(id).namespaces ?? [],
    hidesOf: (id) => about(id).hides ?? [],
    packagesOf: (id) => about(id).packages ?? [],
  };
  return { view, start: start.map((box, index) => (box === 0 ? entities[index]! : entityOf(box))) };
}
