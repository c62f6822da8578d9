// From columns to what everybody else sees: one frozen object for each entity, made anew only when it changed.
import type { EntityNumber } from './acts';
import type { EntityId } from './fact';
import { NONE } from './facts';
import type { CpuPeriod, CpuShare, Entity, Lack, Picker, Wait, WorldView } from './view';
import type { World } from './world';

const NOBODY: readonly Picker[] = Object.freeze([]);
const NOTHING: readonly Lack[] = Object.freeze([]);

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
      pickersOf: (id: EntityId) => pickersOf(world, numberOf(id)),
      waitOf: (id: EntityId) => waitOf(world, numberOf(id)),
      lacksOf: (id: EntityId) => lacksOf(world, numberOf(id)),
      periodOf: (id: EntityId) => periodOf(world, numberOf(id)),
      shareOf: (id: EntityId) => shareOf(world, numberOf(id)),
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
  const lastTransition = world.lastTransition(entity);
  return Object.freeze({
    id: world.id(entity),
    kind: kind.definition.kind,
    name: columns.names[entity]!,
    state: world.state(entity),
    tags: kind.table.tags[columns.leaf[entity]!]!,
    since: world.since(entity),
    due: world.due(entity),
    lastTransition,
    isAsMade: lastTransition === null || lastTransition.from === 'placed',
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

function pickersOf(world: World, entity: EntityNumber): readonly Picker[] {
  if (entity === NONE) return NOBODY;
  return world.kindOf(entity).definition.pickersOf?.(world, entity) ?? NOBODY;
}

function waitOf(world: World, entity: EntityNumber): Wait | null {
  if (entity === NONE) return null;
  return world.kindOf(entity).definition.waitOf?.(world, entity) ?? null;
}

function lacksOf(world: World, entity: EntityNumber): readonly Lack[] {
  if (entity === NONE) return NOTHING;
  return world.kindOf(entity).definition.lacksOf?.(world, entity) ?? NOTHING;
}

function periodOf(world: World, entity: EntityNumber): CpuPeriod | null {
  if (entity === NONE) return null;
  const { cpu } = world;
  const { periodOf: of } = world.kindOf(entity).definition;
  return of?.(world, entity, cpu.wanted(entity), cpu.granted(entity)) ?? null;
}

function shareOf(world: World, entity: EntityNumber): CpuShare | null {
  if (entity === NONE) return null;
  return world.kindOf(entity).definition.shareOf?.(world, entity) ?? null;
}
