// The laws of the world, checked whenever time is about to advance. Each throws with the box and the figures.
import type { EntityNumber } from '../../src/sim/engine/acts';
import { NONE } from '../../src/sim/engine/facts';
import type { World } from '../../src/sim/engine/world';
import { cpuTreeOf } from '../../src/sim/rooms/cpu/shares';
import { sizeOf } from '../../src/sim/rooms/memory/claims';
import { NO_CAP } from '../../src/sim/resources/cpu';

/** Thrown when the world breaks one of its laws. */
export class LawBroken extends Error {
  readonly law: number;
  constructor(law: number, what: string) {
    super(`Law ${law}: ${what}`);
    this.law = law;
  }
}

function all(world: World): EntityNumber[] {
  return Array.from({ length: world.count }, (_, entity) => entity);
}

function isAlive(world: World, entity: EntityNumber): boolean {
  return world.has(entity, 'up') || world.has(entity, 'starting');
}

/** Law 1: what is up stands on something that is up, down to a host with power. */
export function lawOfStanding(world: World): void {
  for (const entity of all(world)) {
    if (!isAlive(world, entity) || world.kind(entity) === 'host') continue;
    const floor = world.floor(entity);
    if (floor === NONE) throw new LawBroken(1, `${world.id(entity)} is up and stands on nothing`);
    if (!world.has(floor, 'up')) {
      throw new LawBroken(
        1,
        `${world.id(entity)} is ${world.state(entity)} on ${world.id(floor)}, ${world.state(floor)}`,
      );
    }
  }
}

/** Law 2, memory: no level gives more than it has, parts add up, and only what is up (or hangs) holds any. */
export function lawOfMemory(world: World): void {
  for (const entity of all(world)) {
    const held = world.heldBytes(entity);
    const size = sizeOf(world, entity);
    if (size !== null && world.chargedBytes(entity) > size) {
      throw new LawBroken(2, `${world.id(entity)} is charged ${world.chargedBytes(entity)} of ${size} bytes`);
    }
    const parts = world
      .above(entity)
      .map((above) => world.heldBytes(above) + (world.kind(above) === 'vm' ? 0 : world.chargedBytes(above)))
      .reduce((sum, part) => sum + part, 0);
    if (parts !== world.chargedBytes(entity)) {
      throw new LawBroken(
        2,
        `${world.id(entity)} is charged ${world.chargedBytes(entity)}, its parts are ${parts}`,
      );
    }
    if (held > 0 !== world.has(entity, 'holds-memory')) {
      throw new LawBroken(2, `${world.id(entity)} is ${world.state(entity)} and holds ${held} bytes`);
    }
  }
}

/** Law 2, CPU: nobody gets more than he wants or may use, and the parts of a level add up to what it got. */
export function lawOfCpu(world: World): void {
  for (const host of all(world).filter((entity) => world.kind(entity) === 'host')) {
    const tree = cpuTreeOf(world, host);
    tree.boxes.forEach((box, index) => {
      const granted = world.cpu.granted(box);
      const cap = tree.cap[index]!;
      if (cap !== NO_CAP && granted > cap)
        throw new LawBroken(2, `${world.id(box)} gets ${granted} above its cap ${cap}`);
      const parts = world.above(box).reduce((sum, above) => sum + world.cpu.granted(above), 0);
      if (world.above(box).length > 0 && parts !== granted) {
        throw new LawBroken(2, `${world.id(box)} gets ${granted}, its parts ${parts}`);
      }
      if (granted > world.cpu.wanted(box)) throw new LawBroken(2, `${world.id(box)} gets more than it wants`);
    });
  }
}

/** Law 3: a core idles only when nobody who wants it may have it. */
export function lawOfWork(world: World): void {
  for (const host of all(world).filter((entity) => world.kind(entity) === 'host')) {
    const tree = cpuTreeOf(world, host);
    const cap = tree.cap[0]!;
    if (world.cpu.granted(host) === cap) continue;
    tree.boxes.forEach((box, index) => {
      if (world.cpu.granted(box) >= tree.demand[index]! || hitsACap(world, box, tree)) return;
      throw new LawBroken(3, `${world.id(box)} wants more while ${world.id(host)} idles`);
    });
  }
}

function hitsACap(world: World, from: EntityNumber, tree: ReturnType<typeof cpuTreeOf>): boolean {
  for (let box = from; box !== NONE; box = world.floor(box)) {
    const cap = tree.cap[tree.boxes.indexOf(box)] ?? NO_CAP;
    if (cap !== NO_CAP && world.cpu.granted(box) === cap) return true;
  }
  return false;
}

/** Law 4, first half: every fact but a root has a cause that came before it and ends in a root. */
export function lawOfCauses(world: World, from: number): void {
  for (let seq = from; seq < world.facts.length; seq++) {
    const fact = world.facts.read(seq);
    const isRoot = /^(command|fault)\./.test(fact.name) || fact.name === 'scenario.started';
    if (isRoot !== (fact.because === null))
      throw new LawBroken(4, `fact ${seq} ${fact.name} because ${fact.because}`);
    if (fact.because !== null && fact.because >= seq)
      throw new LawBroken(4, `fact ${seq} is caused by a later one`);
    for (const given of fact.given ?? [])
      if (given >= seq) throw new LawBroken(4, `fact ${seq} is given a later one`);
  }
}

/** Law 8: restart counts rise until somebody starts the box by hand (or its daemon starts); every exit has a reason. */
export class LawOfRestarts {
  readonly #seen = new Map<EntityNumber, number>();
  #read = 0;

  check(world: World): void {
    const fresh = new Set<string>();
    for (; this.#read < world.facts.length; this.#read++) this.#note(world, this.#read, fresh);
    for (const entity of all(world)) {
      if (!['process', 'runtime', 'container'].includes(world.kind(entity))) continue;
      const restarts = world.amount(entity, 'restarts');
      const before = this.#seen.get(entity) ?? 0;
      if (restarts < before && !fresh.has(world.id(entity))) {
        throw new LawBroken(8, `${world.id(entity)} was restarted ${before} times, now ${restarts}`);
      }
      this.#seen.set(entity, restarts);
      if (world.state(entity) === 'exited' && world.value(entity, 'exitCode') === null) {
        throw new LawBroken(8, `${world.id(entity)} exited without a reason`);
      }
    }
  }

  /** Boxes that somebody started afresh: by hand, with their container, or with their daemon. */
  #note(world: World, seq: number, fresh: Set<string>): void {
    const fact = world.facts.read(seq);
    if (fact.about === null) return;
    if (/^(command|fault)\.(start|place)-/.test(fact.name)) fresh.add(fact.about);
    const cause = fact.because === null ? null : world.facts.read(fact.because);
    if (fact.name === 'container.starting' && cause?.name === 'runtime.up') fresh.add(fact.about);
    if (fact.name === 'process.starting' && cause?.name === 'container.running') fresh.add(fact.about);
  }
}

/** Laws 1, 2, 3, 4 (causes) and 8 for one world, as its `beforeAdvance`. */
export function watchLaws(): (world: World) => void {
  const restarts = new LawOfRestarts();
  let factsSeen = 0;
  return (world) => {
    lawOfStanding(world);
    lawOfMemory(world);
    lawOfCpu(world);
    lawOfWork(world);
    lawOfCauses(world, factsSeen);
    factsSeen = world.facts.length;
    restarts.check(world);
  };
}
