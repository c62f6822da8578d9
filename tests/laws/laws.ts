// The laws of the world, checked whenever time is about to advance. Each throws with the box and the figures.
import type { EntityNumber } from '../../src/sim/engine/acts';
import { NONE } from '../../src/sim/engine/facts';
import type { World } from '../../src/sim/engine/world';
import { CLUSTER, clustersOf } from '../../src/sim/resources/images';
import { filesOf, filesOver, isThere, layerOf } from '../../src/sim/rooms/disk/layers';
import { below } from '../../src/sim/rooms/standing/fall';
import { CORE } from '../../src/sim';

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

/** Kinds that stand on nothing. */
const STANDS_ALONE: readonly string[] = ['host', 'disk', 'registry', 'repository', 'builder', 'distribution'];
/** Kinds whose bytes are those of a disk, not memory. */
const ON_DISKS: readonly string[] = ['vdisk', 'image', 'layer', 'volume'];

/** Law 1: what is up stands on something that is up, down to a host with power. */
export function lawOfStanding(world: World): void {
  for (const entity of all(world)) {
    if (!isAlive(world, entity) || STANDS_ALONE.includes(world.kind(entity))) continue;
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

/** Whether virtual CPUs that a box runs on stand still: of its VM, or of one that this is nested in. */
function isStill(world: World, box: EntityNumber): boolean {
  const vm = world.kind(box) === 'vm' ? box : below(world, box, 'vm');
  return vm !== NONE && (world.value(vm, 'paused') === true || isStill(world, world.floor(vm)));
}

/** Law 1, standing still: nothing answers in a VM that stands still, and nothing stands still elsewhere; nobody serves without an answer. */
export function lawOfStandstill(world: World): void {
  for (const process of all(world).filter(
    (each) => world.kind(each) === 'process' && world.has(each, 'up'),
  )) {
    const told = `${world.id(process)} is ${world.state(process)}`;
    if (isStill(world, process) !== (world.state(process) === 'running.paused'))
      throw new LawBroken(1, `${told} in ${world.id(below(world, process, 'vm'))}`);
    const silent = world.needs(process).find((need) => isStill(world, need));
    if (silent !== undefined && world.has(process, 'serving'))
      throw new LawBroken(1, `${told} without ${world.id(silent)}, which stands still`);
  }
}

/** Bytes that a box may give to what stands on it, read from its own fields; Infinity without a limit. */
function mostMemory(world: World, box: EntityNumber): number {
  switch (world.kind(box)) {
    case 'host':
    case 'vm':
      return world.amount(box, 'memoryBytes');
    case 'disk':
      return world.amount(box, 'capacityBytes');
    case 'container':
      return world.amount(box, 'memoryLimitBytes') || Infinity;
    default:
      return Infinity;
  }
}

/** Law 2, memory: no level gives more than it has, parts add up, and only what is up (or hangs) holds any. */
export function lawOfMemory(world: World): void {
  for (const entity of all(world)) {
    const held = world.heldBytes(entity);
    const size = mostMemory(world, entity);
    if (world.chargedBytes(entity) > size) {
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
    if (isPromised(world, entity)) lawOfPromises(world, entity);
    else if (!ON_DISKS.includes(world.kind(entity)) && held > 0 !== world.has(entity, 'holds-memory')) {
      throw new LawBroken(2, `${world.id(entity)} is ${world.state(entity)} and holds ${held} bytes`);
    }
  }
}

/** Kinds of box that may come to stand elsewhere: what is moved or placed, and files that are deleted. */
const MAY_LEAVE: readonly string[] = ['vm', 'container', ...ON_DISKS];

/** Law 2, boxes: none is lost, stands in two places or is there twice; only what is moved or deleted changes its floor. */
export class LawOfBoxes {
  readonly #floors: EntityNumber[] = [];

  check(world: World): void {
    const boxes = all(world);
    if (boxes.length < this.#floors.length) throw new LawBroken(2, 'a box is gone');
    if (new Set(boxes.map((box) => world.id(box))).size < boxes.length)
      throw new LawBroken(2, 'two boxes have one id');
    const places = new Map<EntityNumber, EntityNumber>();
    for (const floor of boxes) {
      for (const box of world.above(floor)) {
        if (places.has(box)) throw new LawBroken(2, `${world.id(box)} stands in two places`);
        places.set(box, floor);
      }
    }
    for (const box of boxes) {
      const floor = world.floor(box);
      if ((places.get(box) ?? NONE) !== floor)
        throw new LawBroken(2, `${world.id(box)} is not where it stands`);
      const before = this.#floors[box] ?? floor;
      if (before !== floor && !MAY_LEAVE.includes(world.kind(box)))
        throw new LawBroken(2, `${world.id(box)} stands elsewhere than before`);
      this.#floors[box] = floor;
      for (const other of world.needs(box)) {
        if (world.neededBy(other).filter((needer) => needer === box).length !== 1)
          throw new LawBroken(2, `${world.id(other)} does not know that ${world.id(box)} needs it`);
      }
    }
  }
}

/** Law 2, a migration: while it lasts, both hosts keep memory for the VM, and only then. */
export function lawOfPeers(world: World): void {
  const kept = new Map<EntityNumber, number>();
  for (const vm of all(world).filter((entity) => world.kind(entity) === 'vm')) {
    const peer = world.value(vm, 'peer') as string | null;
    if ((peer !== null) !== world.state(vm).startsWith('up.migrating')) {
      throw new LawBroken(2, `${world.id(vm)} is ${world.state(vm)} with the peer ${peer}`);
    }
    if (peer === null) continue;
    const other = world.find(peer);
    kept.set(other, (kept.get(other) ?? 0) + world.amount(vm, 'peerBytes'));
  }
  for (const box of all(world).filter((entity) => world.kind(entity) === 'hypervisor')) {
    const own = world.has(box, 'holds-memory') ? world.amount(box, 'memoryBytes') : 0;
    const due = own + (kept.get(box) ?? 0);
    if (world.heldBytes(box) !== due) {
      throw new LawBroken(2, `${world.id(box)} holds ${world.heldBytes(box)} bytes instead of ${due}`);
    }
  }
}

function isPromised(world: World, entity: EntityNumber): boolean {
  return world.kind(entity) === 'vm' && world.value(world.floor(entity), 'overcommit') === true;
}

/** Law 2, memory that is taken as it is touched: each page of a guest is in one place, shared ones counted once. */
function lawOfPromises(world: World, vm: EntityNumber): void {
  const [touched, balloon, merged, swapped] = (
    ['touchedBytes', 'balloonBytes', 'mergedBytes', 'swappedBytes'] as const
  ).map((field) => world.amount(vm, field)) as [number, number, number, number];
  const held = world.heldBytes(vm);
  const needed = world.chargedBytes(vm);
  const image = world.value(vm, 'image');
  const twins = world.above(world.floor(vm)).filter((other) => world.value(other, 'image') === image);
  const keeps = !twins.some(
    (other) => world.has(other, 'holds-memory') && world.amount(other, 'mergedBytes') === 0,
  );
  if (
    held !== touched - balloon - merged - swapped ||
    Math.min(held, balloon, merged, swapped) < 0 ||
    needed > touched - balloon ||
    merged > world.amount(vm, 'imageBytes') ||
    (merged > 0 && keeps) ||
    (!world.has(vm, 'holds-memory') && touched > 0)
  ) {
    const figures = JSON.stringify({ held, needed, touched, balloon, merged, swapped });
    throw new LawBroken(2, `${world.id(vm)} is ${world.state(vm)} with ${figures}`);
  }
}

/**
 * Law 2, disks: a file takes what it holds, on a disk that is there; one that is read through is there as well, on the
 * same disk; a file is written by one VM, and a VM writes to one file.
 */
export function lawOfBlocks(world: World): void {
  for (const file of all(world).filter((entity) => world.kind(entity) === 'vdisk')) {
    const id = world.id(file);
    const due = isThere(world, file) ? dueBytes(world, file) : 0;
    if (world.heldBytes(file) !== due)
      throw new LawBroken(2, `${id} takes ${world.heldBytes(file)}, not ${due}`);
    const writers = world.neededBy(file).filter((needer) => world.kind(needer) === 'vm');
    if (!isThere(world, file)) continue;
    if (writers.length > 1) throw new LawBroken(2, `${id} is written by ${writers.length} VMs`);
    if (writers.length > 0 && filesOver(world, file).length > 0)
      throw new LawBroken(2, `${id} is written, and read through by others`);
    for (const below of filesOf(world, file)) {
      if (isThere(world, below) && world.floor(below) === world.floor(file)) continue;
      throw new LawBroken(2, `${id} is read through ${world.id(below)}, ${world.state(below)}`);
    }
  }
  for (const vm of all(world).filter((entity) => world.kind(entity) === 'vm')) {
    const files = world.needs(vm).filter((need) => world.kind(need) === 'vdisk');
    if (files.length > 1) throw new LawBroken(2, `${world.id(vm)} writes to ${files.length} files`);
  }
}

function dueBytes(world: World, file: EntityNumber): number {
  const layer = layerOf(world, file);
  const end = world.amount(file, 'virtualBytes') / CLUSTER;
  const isOrdered = layer.every(
    ({ from, to }, index) => from < to && to <= end && (index === 0 || layer[index - 1]!.to < from),
  );
  if (!isOrdered) throw new LawBroken(2, `${world.id(file)} holds ${JSON.stringify(layer)}`);
  return clustersOf(layer) * CLUSTER + world.amount(file, 'stateBytes') + world.amount(file, 'spareBytes');
}

/**
 * Law 2, images: a disk stores each layer once; what an image or a container needs is there; a container that is made
 * from an image has one writable layer, one that is not placed has none.
 */
export function lawOfLayers(world: World): void {
  for (const disk of all(world).filter((entity) => world.kind(entity) === 'disk')) {
    const layers = world.above(disk).filter((box) => world.kind(box) === 'layer' && world.has(box, 'up'));
    const digests = layers
      .map((box) => world.value(box, 'digest') as string)
      .filter((digest) => digest !== '');
    if (new Set(digests).size !== digests.length)
      throw new LawBroken(2, `${world.id(disk)} has a layer twice`);
    const needed = world.above(disk).flatMap((box) => {
      const field = { image: 'layers', layer: 'over' }[world.kind(box)];
      return field === undefined || world.has(box, 'down')
        ? []
        : (world.value(box, field) as string).split(' ');
    });
    const missing = needed.filter((digest) => digest !== '' && !digests.includes(digest));
    if (missing.length > 0) throw new LawBroken(2, `${world.id(disk)} lacks ${missing.join(', ')}`);
    for (const box of layers) {
      const { files } = JSON.parse(world.value(box, 'content') as string) as { files: { bytes: number }[] };
      const due = files.reduce((sum, { bytes }) => sum + bytes, 0);
      if (world.heldBytes(box) !== due)
        throw new LawBroken(2, `${world.id(box)} takes ${world.heldBytes(box)}`);
    }
  }
  for (const box of all(world).filter((entity) => world.kind(entity) === 'container')) {
    const image = world.find((world.value(box, 'image') as string | null) ?? '');
    if (image === NONE || world.has(image, 'down')) continue;
    const own = all(world).filter(
      (layer) =>
        world.kind(layer) === 'layer' && world.has(layer, 'up') && world.value(layer, 'of') === world.id(box),
    );
    if (own.length !== (world.floor(box) === NONE ? 0 : 1))
      throw new LawBroken(2, `${world.id(box)} has ${own.length} writable layers`);
  }
}

/** What a box with all it holds may use at most, in micro-cores, read from its own fields; Infinity without a cap. */
function mostCpu(world: World, box: EntityNumber): number {
  switch (world.kind(box)) {
    case 'host':
      return world.amount(box, 'cores') * CORE;
    case 'vm': {
      if (world.value(box, 'paused') === true) return 0;
      const awake = (100 - world.amount(box, 'throttlePercent')) / 100;
      const percent = world.amount(box, 'capPercent') || Infinity;
      const swapped = world.amount(box, 'swapCapMicro') || Infinity;
      return Math.min(world.amount(box, 'vcpus') * CORE * awake, (percent * CORE) / 100, swapped);
    }
    case 'container':
      return world.amount(box, 'cpuLimitMicro') || Infinity;
    case 'process': {
      // What waits for memory sleeps.
      const waits = world.has(box, 'up') && world.heldBytes(box) < world.amount(box, 'memoryBytes');
      return waits ? 0 : world.amount(box, 'cpuLimitMicro') || Infinity;
    }
    default:
      return Infinity;
  }
}

/** What a box itself asks for: a program that is up, its demand; others nothing. */
function ownDemand(world: World, box: EntityNumber): number {
  return world.kind(box) === 'process' && world.has(box, 'up') ? world.amount(box, 'cpuMicro') : 0;
}

/** Law 2, CPU: nobody gets more than he wants or may use, and the parts of a level add up to what it got. */
export function lawOfCpu(world: World): void {
  for (const box of all(world)) {
    const granted = world.cpu.granted(box);
    if (granted > mostCpu(world, box))
      throw new LawBroken(2, `${world.id(box)} gets ${granted} above its cap`);
    const above = world.above(box);
    const parts = above.reduce((sum, part) => sum + world.cpu.granted(part), 0);
    if (above.length > 0 && parts !== granted) {
      throw new LawBroken(2, `${world.id(box)} gets ${granted}, its parts ${parts}`);
    }
    if (above.length === 0 && granted > ownDemand(world, box)) {
      throw new LawBroken(2, `${world.id(box)} gets more than it asks for`);
    }
  }
}

/** Law 3: a core idles only when nobody who wants it may have it. */
export function lawOfWork(world: World): void {
  for (const box of all(world)) {
    if (world.cpu.granted(box) >= ownDemand(world, box) || isAtSomeCap(world, box)) continue;
    throw new LawBroken(3, `${world.id(box)} wants more, and no level below has given all it may`);
  }
}

function isAtSomeCap(world: World, from: EntityNumber): boolean {
  for (let box = from; box !== NONE; box = world.floor(box)) {
    if (world.cpu.granted(box) === mostCpu(world, box)) return true;
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

  /** Boxes that somebody started afresh: by hand (in new namespaces, too), when what was shipped arrived, with their container, or with their daemon. */
  #note(world: World, seq: number, fresh: Set<string>): void {
    const fact = world.facts.read(seq);
    if (fact.about === null) return;
    if (/^(command|fault)\.(start|place)-/.test(fact.name)) fresh.add(fact.about);
    if (
      /^(command|fault)\.unshare$/.test(fact.name) &&
      ['pid', 'time'].includes(String(fact.data?.['namespace']))
    )
      fresh.add(fact.about);
    if (fact.name === 'artifact.arrived') fresh.add(String(fact.data?.['to']));
    const cause = fact.because === null ? null : world.facts.read(fact.because);
    if (fact.name === 'container.starting' && cause?.name === 'runtime.up') fresh.add(fact.about);
    if (fact.name === 'process.starting' && cause?.name === 'container.starting') fresh.add(fact.about);
  }
}

/** Laws 1, 2, 3, 4 (causes) and 8 for one world, as its `beforeAdvance`. */
export function watchLaws(): (world: World) => void {
  const restarts = new LawOfRestarts();
  const boxes = new LawOfBoxes();
  let factsSeen = 0;
  return (world) => {
    boxes.check(world);
    lawOfStanding(world);
    lawOfStandstill(world);
    lawOfMemory(world);
    lawOfPeers(world);
    lawOfBlocks(world);
    lawOfLayers(world);
    lawOfCpu(world);
    lawOfWork(world);
    lawOfCauses(world, factsSeen);
    factsSeen = world.facts.length;
    restarts.check(world);
  };
}
