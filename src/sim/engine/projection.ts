// From columns to what everybody else sees: one frozen object for each entity, made anew only when it changed.
import type { EntityNumber, Reader } from './acts';
import type { EntityId } from './fact';
import { NONE } from './facts';
import type { KindDefinition } from './kind';
import type { CpuPeriod, Entity, Installed, Lack, Picker, WorldView } from './view';
import type { World } from './world';

const NOBODY: readonly Picker[] = Object.freeze([]);
const NO_LACK: readonly Lack[] = Object.freeze([]);
const NO_PACKAGES: readonly Installed[] = Object.freeze([]);
const NOTHING: readonly string[] = Object.freeze([]);

/**
 * Hands out views of the worlds of one run, at whatever instants. Entities that did not change keep their reference
 * from view to view: within a run, an entity of one version is the same in every world.
 */
export class Projection {
  readonly #made: Entity[] = [];
  readonly #version: number[] = [];

  /** A world as it is now; a new reference at each call. */
  view(world: World): WorldView {
    const at = world.now;
    const entities = Object.freeze(
      Array.from({ length: world.count }, (_, entity) => this.#entity(world, entity)),
    );
    const versions = Object.fromEntries(world.kinds.map((kind) => [kind.definition.kind, kind.version]));
    const numberOf = (id: EntityId): EntityNumber => world.find(id);
    const ask = asking(world);
    return Object.freeze({
      at,
      seed: world.seed,
      entities,
      versions: Object.freeze(versions),
      get: (id: EntityId) => {
        const entity = numberOf(id);
        return entity === NONE ? undefined : entities[entity];
      },
      ofKind: byKind(entities),
      cpuUsed: (id: EntityId) => world.cpu.usedSinceStart(numberOf(id), at),
      orderOf: (id: EntityId) => world.columns.order[numberOf(id)] ?? NONE,
      pickersOf: (id: EntityId) => ask(id, (kind) => kind.pickersOf, NOBODY),
      waitOf: (id: EntityId) => ask(id, (kind) => kind.waitOf, null),
      lacksOf: (id: EntityId) => ask(id, (kind) => kind.lacksOf, NO_LACK),
      periodOf: (id: EntityId) => periodOf(world, numberOf(id)),
      shareOf: (id: EntityId) => ask(id, (kind) => kind.shareOf, null),
      deliveryOf: (id: EntityId) => ask(id, (kind) => kind.deliveryOf, null),
      isPromised: (id: EntityId) => ask(id, (kind) => kind.isPromised, false),
      namespacesOf: (id: EntityId) => ask(id, (kind) => kind.namespacesOf, NOTHING),
      hidesOf: (id: EntityId) => ask(id, (kind) => kind.hidesOf, NOTHING),
      packagesOf: (id: EntityId) => ask(id, (kind) => kind.packagesOf, NO_PACKAGES),
    });
  }

  #entity(world: World, entity: EntityNumber): Entity {
    const version = world.columns.version[entity]!;
    if (this.#version[entity] !== version) {
      this.#made[entity] = entityOf(world, entity);
      this.#version[entity] = version;
    }
    return this.#made[entity]!;
  }
}

/** Entities of a kind in order of creation; each kind is looked for once. */
function byKind(entities: readonly Entity[]): (kind: string) => readonly Entity[] {
  const known = new Map<string, readonly Entity[]>();
  return (kind) => {
    const found = known.get(kind) ?? entities.filter((entity) => entity.kind === kind);
    known.set(kind, found);
    return found;
  };
}

function entityOf(world: World, entity: EntityNumber): Entity {
  const kind = world.kindOf(entity);
  const columns = world.columns;
  const floor = world.floor(entity);
  const ids = (others: readonly EntityNumber[]): readonly EntityId[] =>
    Object.freeze(others.map((other) => world.id(other)));
  const context = kind.copyOf(columns.row[entity]!);
  return Object.freeze({
    id: world.id(entity),
    kind: kind.definition.kind,
    name: columns.names[entity]!,
    state: world.state(entity),
    tags: kind.table.tags[columns.leaf[entity]!]!,
    since: world.since(entity),
    due: world.due(entity),
    lastTransition: world.lastTransition(entity),
    isAsMade: world.isAsMade(entity),
    standsOn: floor === NONE ? null : world.id(floor),
    holds: ids(world.above(entity)),
    needs: ids(world.needs(entity)),
    context,
    cpu: Object.freeze({
      wanted: world.cpu.wanted(entity),
      granted: world.cpu.granted(entity),
      stolen: world.cpu.stolen(entity),
    }),
    memory: Object.freeze(memoryOf(world, entity, context)),
  });
}

function memoryOf(world: World, entity: EntityNumber, context: Entity['context']): Entity['memory'] {
  const { sizeField, reserves } = world.kindOf(entity).definition;
  const size = sizeField === undefined ? 0 : (context[sizeField] as number);
  const whole = sizeField === 'memoryBytes';
  const own = whole ? 0 : ((context['memoryBytes'] as number | undefined) ?? 0);
  const held = reserves === true || whole ? 0 : world.heldBytes(entity);
  return { own, size: size === 0 ? null : size, charged: held + world.chargedBytes(entity) };
}

/** A question that a kind may have an answer to. */
type Question<Answer> = (
  kind: KindDefinition,
) => ((reader: Reader, self: EntityNumber) => Answer) | undefined;

/** Asks the kinds of a world about its boxes; `none` is the answer of a kind that has no other, and about no box. */
function asking(world: World) {
  return <Answer>(id: EntityId, question: Question<Answer>, none: Answer): Answer => {
    const entity = world.find(id);
    return entity === NONE ? none : (question(world.kindOf(entity).definition)?.(world, entity) ?? none);
  };
}

function periodOf(world: World, entity: EntityNumber): CpuPeriod | null {
  if (entity === NONE) return null;
  const { cpu } = world;
  const { periodOf: of } = world.kindOf(entity).definition;
  return of?.(world, entity, cpu.wanted(entity), cpu.granted(entity)) ?? null;
}
