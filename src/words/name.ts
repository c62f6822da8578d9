// Names of boxes in sentences: "VM 2", "the guest OS of VM 2", "cart in VM 2", "the hypervisor of host-a".
import type { Entity } from '../sim/engine/view';
import type { EntityId } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { messages } from '../i18n';
import type { Noun } from '../i18n/en/parts';
import { builderNoun, diskNoun, imageNoun } from './built';

/** The number at the end of a name, or the numbers of several: `vm-1`, `vm-1 to 4`. */
const NUMBER = /(?:^|-)(\d+(?:[ ,].*)?)$/;
/** So many digits of a digest are said, as Docker does. */
const DIGEST = 12;

/** The number at the end of a name, or null. */
export function numberOf(name: string): string | null {
  return NUMBER.exec(name)?.[1] ?? null;
}

/** The boxes from this one down to the host, itself first. */
export function floorsOf(entity: Entity, view: WorldView): Entity[] {
  const floors: Entity[] = [];
  let next: Entity | undefined = entity;
  while (next !== undefined && floors.length <= view.entities.length) {
    floors.push(next);
    next = next.standsOn === null ? undefined : view.get(next.standsOn);
  }
  return floors;
}

/** The nearest VM or host under (or at) a box, or undefined when it stands on nothing. */
function machineOf(entity: Entity, view: WorldView): Entity | undefined {
  return floorsOf(entity, view).find(({ kind }) => kind === 'vm' || kind === 'host');
}

/** The host under a box, as `host-b`; the box's own name where there is none. */
export function hostName(entity: Entity, view: WorldView): string {
  const host = floorsOf(entity, view).find(({ kind }) => kind === 'host');
  return host === undefined ? entity.name : messages.boxes.host(host.name).the;
}

/** "VM 2" where one VM carries that number, else its whole name. */
function vmNoun(vm: Entity, view: WorldView): Noun {
  const product = view.get(vm.standsOn ?? '')?.context['product'];
  const manager = vm.context['manages'] === true ? messages.boxes.managers[String(product)] : undefined;
  if (manager !== undefined) return manager;
  const number = numberOf(vm.name);
  const same = view.ofKind('vm').filter(({ name }) => numberOf(name) === number);
  return messages.boxes.vm(number !== null && same.length === 1 ? number : vm.name);
}

function machineNoun(machine: Entity, view: WorldView): Noun {
  return machine.kind === 'vm' ? vmNoun(machine, view) : messages.boxes.host(machine.name);
}

/** Where a box is, as `VM 2` or `host-b`: the machine whose kernel it means. Its own name when it stands on nothing. */
export function placeName(entity: Entity, view: WorldView): string {
  const machine = machineOf(entity, view);
  return machine === undefined ? entity.name : machineNoun(machine, view).the;
}

/** "in VM 2" or "on host-b"; empty when the box stands on nothing. */
export function placePhrase(entity: Entity, view: WorldView): string {
  const machine = machineOf(entity, view);
  if (machine === undefined) return '';
  const { the } = machineNoun(machine, view);
  return machine.kind === 'vm' ? messages.boxes.inVm(the) : messages.boxes.onHost(the);
}

/** What a copy is called on its box: its service; a program that serves nobody has its own name. */
export function serviceOf(entity: Entity, view: WorldView): string {
  const own = entity.context['service'];
  if (typeof own === 'string') return own;
  const inside = entity.kind === 'container' ? processIn(entity, view) : undefined;
  const theirs = inside?.context['service'];
  return typeof theirs === 'string' ? theirs : entity.name;
}

/** A container's first process. */
function processIn(container: Entity, view: WorldView): Entity | undefined {
  return container.holds.map((id) => view.get(id)).find((held) => held?.kind === 'process');
}

/** The number of a copy: always in a container, elsewhere only where its machine has two of that service. */
function copyNumber(entity: Entity, view: WorldView): string | null {
  const floors = floorsOf(entity, view);
  const number = serviceOf(entity, view) === entity.name ? null : numberOf(entity.name);
  if (floors.some(({ kind }) => kind === 'container')) return number;
  return twinsOf(entity, view).length > 1 ? number : null;
}

/** Where a program runs: "on server-a", or "in a container on server-a" where its twin runs without one. */
function programPlace(entity: Entity, view: WorldView): string {
  const place = placePhrase(entity, view);
  const isInside = (box: Entity) => view.get(box.standsOn ?? '')?.kind === 'container';
  if (!isInside(entity) || copyNumber(entity, view) !== null) return place;
  const hasTwin = twinsOf(entity, view).some((twin) => !isInside(twin));
  return hasTwin ? messages.boxes.inContainer(place) : place;
}

/** Copies of the same service on the same machine, itself among them. */
function twinsOf(entity: Entity, view: WorldView): readonly Entity[] {
  const { service } = entity.context;
  const machine = machineOf(entity, view)?.id;
  return view
    .ofKind('process')
    .filter((other) => other.context['service'] === service && machineOf(other, view)?.id === machine);
}

/** A copy without its place: "cart", "cart 1". */
export function copyName(entity: Entity, view: WorldView): string {
  return messages.boxes.copy(serviceOf(entity, view), copyNumber(entity, view), '').name;
}

/** Whether a box is a process, by its id: when it breaks by itself it stops or exits, it does not fall. */
export function isProcess(id: EntityId): boolean {
  return id.startsWith('process/');
}

/**
 * Whether what ends with a box has stopped, and not fallen, by the box's id: a process or a container breaks by itself,
 * and a runtime stands beside its containers. Nothing gave way under any of them.
 */
export function isStop(id: EntityId): boolean {
  return /^(?:process|container|runtime)\//.test(id);
}

/** An image file by what it is for and whose it is; snapshots and backups are counted from the first. */
function fileNoun(file: Entity, view: WorldView): Noun {
  const { use, of } = file.context;
  const vm = view.get(String(of));
  if (vm === undefined)
    return file.name.startsWith('vm-') ? absentNoun(`vm/${file.name}`) : { name: file.name, the: file.name };
  const alike = view.ofKind('vdisk').filter(({ context }) => context['use'] === use && context['of'] === of);
  return messages.boxes.file(String(use), alike.indexOf(file) + 1, vmNoun(vm, view).the);
}

/** A runtime that is drawn as its programs has their names; Docker as one box is just the runtime. */
function programOf({ context: { product } }: Entity): string | null {
  return typeof product === 'string' && product !== 'docker' ? product : null;
}

/** A box that is not there yet, or no more: as far as its id tells what it is called. */
function absentNoun(id: EntityId): Noun {
  const [kind, name = id] = id.split('/');
  const { vm, host, guestOs, copy } = messages.boxes;
  const number = numberOf(name);
  if (number === null) return host(name);
  if (kind === 'container' || kind === 'process') return copy(name.replace(NUMBER, ''), number, '');
  if (kind === 'vm') return vm(number);
  return kind === 'kernel' ? guestOs(vm(number).the) : host(name);
}

/** A layer by its digest, the same on every disk, or by the container that writes it. */
function layerNoun(layer: Entity, view: WorldView): Noun {
  const container = view.get(String(layer.context['of']));
  const { stored } = messages.boxes;
  const digest = String(layer.context['digest'] ?? '').replace(/^.*:/, '');
  return container === undefined
    ? stored('layer', digest.slice(0, DIGEST) || layer.name)
    : stored('writable layer of', copyName(container, view));
}

/** What stays beside a container, by what it is and whose: several of a kind stand on one host. */
function monitorNoun(monitor: Entity, view: WorldView): Noun {
  const { product, of } = monitor.context;
  const container = view.get(String(of));
  if (container === undefined) return { name: monitor.name, the: monitor.name };
  return messages.boxes.beside(String(product), copyName(container, view), placePhrase(monitor, view));
}

/** A box as a sentence needs it; a box that the world does not know keeps its own name. */
export function boxNoun(id: EntityId, view: WorldView): Noun {
  const entity = view.get(id);
  const boxes = messages.boxes;
  if (entity === undefined) return absentNoun(id);
  switch (entity.kind) {
    case 'host':
      return boxes.host(entity.name);
    case 'hypervisor':
      return boxes.hypervisor(hostName(entity, view));
    case 'vm':
      return vmNoun(entity, view);
    case 'kernel':
      return machineOf(entity, view)?.kind === 'vm'
        ? boxes.guestOs(placeName(entity, view))
        : boxes.hostOs(placeName(entity, view));
    case 'runtime':
      return boxes.runtime(programOf(entity), placePhrase(entity, view));
    case 'container':
      return boxes.container(serviceOf(entity, view), copyNumber(entity, view), placePhrase(entity, view));
    case 'process':
      return boxes.copy(serviceOf(entity, view), copyNumber(entity, view), programPlace(entity, view));
    case 'monitor':
      return monitorNoun(entity, view);
    case 'disk':
      return diskNoun(entity, view);
    case 'vdisk':
      return fileNoun(entity, view);
    case 'layer':
      return layerNoun(entity, view);
    case 'image':
      return imageNoun(entity, view);
    case 'builder':
      return builderNoun(entity, view);
    case 'volume':
    case 'registry':
    case 'repository':
    case 'distribution':
      return boxes.stored(entity.kind, entity.name);
    case 'healthcheck':
      return boxes.stored('health check of', entity.name);
    default:
      return { name: entity.name, the: entity.name };
  }
}

/** The name of a box wherever it is shown alone: "VM 2", "guest OS of VM 2", "cart 1 on host-b". */
export function boxName(entity: Entity, view: WorldView): string {
  return boxNoun(entity.id, view).name;
}

/** The word on the box itself, where its place is seen: "VM 2", "guest OS", "search". */
export function boxLabel(entity: Entity, view: WorldView): string {
  const { labels } = messages.boxes;
  switch (entity.kind) {
    case 'vm':
      return vmNoun(entity, view).name;
    case 'kernel':
      return machineOf(entity, view)?.kind === 'vm' ? labels.guestOs : labels.hostOs;
    case 'process':
      return serviceOf(entity, view);
    case 'container':
      return copyName(entity, view);
    case 'disk':
    case 'vdisk':
    case 'layer':
    case 'image':
    case 'volume':
    case 'registry':
    case 'repository':
    case 'builder':
    case 'distribution':
      return boxName(entity, view);
    case 'hypervisor':
      return labels.hypervisor;
    case 'monitor':
      return String(entity.context['product']);
    case 'runtime':
      return programOf(entity) ?? labels.runtime;
    default:
      return entity.name;
  }
}
