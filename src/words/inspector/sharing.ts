// What a box shares: CPU by weight and limit, memory level by level, and with whom. The second of the three questions.
import type { EntityId } from '../../sim/engine/fact';
import type { CpuShare, Entity, WorldView } from '../../sim/engine/view';
import type { Competing } from '../../sim/rooms/cpu/limits';
import { format } from '../../i18n';
import { inspector } from '../../i18n/inspector';
import { floorsOf } from '../name';
import { holdsMemory, reservesOn } from '../reserved';
import { isFloorDown, isHung, isKept, keptBytes } from './kept';
import { boxRow, textRow, type Row } from './row';

const MICROS_PER_SECOND = 1_000_000;

/** CPU in the units of the stage. */
const inCores = (microCores: number) => format.cores(microCores, inspector.cpu.coreForms);

/** Kinds whose own memory the real systems' documents give only roughly (MODEL-FACTS marks it [M]). */
const ROUGH: readonly string[] = ['hypervisor', 'kernel', 'runtime', 'monitor'];

function numberIn(entity: Entity, field: string): number {
  const value = entity.context[field];
  return typeof value === 'number' ? value : 0;
}

/** Kinds that are a disk or lie on one. */
const STORED: readonly string[] = ['disk', 'image', 'layer', 'vdisk', 'volume'];

/** A disk, or what lies on one: it computes nothing, and what it takes and gives is room on the disk. */
export const isStored = ({ kind }: Entity): boolean => STORED.includes(kind);

/** Boxes that compete for the CPU of their floor: a hypervisor does beside programs of an OS. */
const COMPETING: Readonly<Record<Competing, true>> = {
  container: true,
  hypervisor: true,
  process: true,
  vm: true,
};
/** What is off or down asks for no CPU. */
const competes = ({ kind, tags }: Entity) => Object.hasOwn(COMPETING, kind) && tags.includes('up');

function held(ids: readonly EntityId[], view: WorldView): Entity[] {
  return ids.map((id) => view.get(id)).filter((each) => each !== undefined);
}

function vmLimit(entity: Entity): string {
  const { cpu } = inspector;
  const percent = numberIn(entity, 'capPercent');
  const vcpus = format.counted(numberIn(entity, 'vcpus'), cpu.vcpuForms);
  return percent === 0 ? vcpus : cpu.capped(vcpus, format.number(percent));
}

function cpuLimit(entity: Entity): string {
  const { cpu } = inspector;
  if (entity.kind === 'host') return cpu.cores(format.number(numberIn(entity, 'cores')));
  if (entity.kind === 'vm') return vmLimit(entity);
  const limit = numberIn(entity, 'cpuLimitMicro');
  if (limit === 0) return cpu.noLimit;
  const period = numberIn(entity, 'cpuPeriodMicros');
  if (period === 0) return inCores(limit);
  const quota = Math.round((period * limit) / MICROS_PER_SECOND);
  return cpu.quota(inCores(limit), format.duration(quota), format.duration(period));
}

/** What a quota does within its period, and what cpu.stat counts in a second of that. */
function periodRows(entity: Entity, view: WorldView): Row[] {
  const { cpu } = inspector;
  const period = view.periodOf(entity.id);
  if (period === null) return [];
  const { periodMicros, runsMicros, throttled, throttledMicros } = period;
  const stands = format.duration(periodMicros - runsMicros);
  const told = throttled === 0 ? cpu.notThrottled : cpu.throttled(format.duration(runsMicros), stands);
  const inSecond = (count: number) => format.number(Math.round((count * MICROS_PER_SECOND) / periodMicros));
  const stat = cpu.stat(inSecond(1), inSecond(throttled), inSecond(throttledMicros));
  return [textRow(cpu.inPeriod, told), textRow(cpu.perSecond, stat)];
}

/** A weight as a share of the CPU below, as far as no limit makes it another. */
function weightWords({ weight, ofWeights, part, limited }: CpuShare): string {
  const { cpu } = inspector;
  const weights = [format.number(weight), format.number(ofWeights)] as const;
  if (limited === 'own') return cpu.ofWeightsCapped(...weights);
  const percent = format.number(Math.round(100 * part));
  return limited === 'others'
    ? cpu.ofWeightsAtLeast(...weights, percent)
    : cpu.ofWeights(...weights, percent);
}

function weightRows(entity: Entity, view: WorldView): Row[] {
  const { cpu } = inspector;
  if (typeof entity.context['weight'] !== 'number' || entity.standsOn === null) return [];
  const share = view.shareOf(entity.id);
  const weight = format.number(numberIn(entity, 'weight'));
  if (share === null) return [textRow(cpu.weight, competes(entity) ? cpu.alone(weight) : weight)];
  return [textRow(cpu.weight, weightWords(share)), boxRow(cpu.with, share.beside, entity, view)];
}

/** Whether images are built on this computer, or under its own OS: in the model that takes time and disk, and no CPU. */
function hasBuilder({ id, kind, standsOn }: Entity, view: WorldView): boolean {
  const host = kind === 'kernel' ? standsOn : id;
  return view
    .ofKind('builder')
    .some(({ context }) => view.get(String(context['disk']))?.context['host'] === host && host !== null);
}

/** CPU: what it gets and asks for, limit, weight among those beside it, what it used so far. */
export function cpuRows(entity: Entity, view: WorldView): Row[] {
  if (isStored(entity)) return [];
  const { cpu } = inspector;
  const granted = inCores(entity.cpu.granted);
  const isShort = entity.cpu.granted < entity.cpu.wanted;
  const used = Math.round(view.cpuUsed(entity.id) / (MICROS_PER_SECOND / 10)) / 10;
  const seconds = cpu.coreSeconds(format.number(used));
  const above = held(entity.holds, view).filter(competes);
  return [
    textRow(cpu.now, isShort ? cpu.gets(granted, inCores(entity.cpu.wanted)) : cpu.uses(granted)),
    ...(entity.cpu.stolen === 0 ? [] : [textRow(cpu.steal, inCores(entity.cpu.stolen))]),
    textRow(cpu.limit, cpuLimit(entity)),
    ...periodRows(entity, view),
    ...weightRows(entity, view),
    ...(above.length < 2
      ? []
      : [
          boxRow(
            cpu.among,
            above.map(({ id }) => id),
            entity,
            view,
          ),
        ]),
    textRow(
      entity.kind === 'host' ? cpu.used : cpu.usedSince,
      hasBuilder(entity, view) ? cpu.withoutBuilds(seconds) : seconds,
    ),
  ];
}

/** The nearest level under a box that gives room: a container's limit, a VM's reservation, a host's RAM. */
function levelOf(entity: Entity, view: WorldView): Entity | undefined {
  return floorsOf(entity, view)
    .slice(1)
    .find(({ memory }) => memory.size !== null);
}

/**
 * Whose memory is charged to a level, without a box; a VM counts as one, and what a kernel that panicked keeps is taken,
 * too. A box with none of its own, as a container, has that of what stands on it.
 */
function usersOf(level: Entity, without: EntityId, view: WorldView): EntityId[] {
  return held(level.holds, view).flatMap((box) => {
    if (box.id === without) return box.memory.own > 0 ? usersOf(box, without, view) : [];
    const holds = holdsMemory(box) || isKept(box, view);
    if (box.kind === 'vm') return holds ? [box.id] : [];
    const inside = usersOf(box, without, view);
    return box.memory.own > 0 && holds ? [box.id, ...inside] : inside;
  });
}

/** Whether somebody is up who gives the room of a level to what asks for it: a machine has an OS or a hypervisor for that. */
const isGiven = ({ kind, holds }: Entity, view: WorldView): boolean =>
  (kind !== 'host' && kind !== 'vm') || !held(holds, view).some(isFloorDown);

/** `4 GiB: 1.05 GiB used, 2.95 GiB free`; what a balloon gave back is not free; of a disk in the figures of its picture. */
function roomWords(level: Entity, size: number, view: WorldView): string {
  const { memory: words } = inspector;
  const told = (bytes: number) => format[level.kind === 'disk' ? 'memory' : 'quantity'](bytes);
  const { charged } = level.memory;
  const balloon = numberIn(level, 'balloonBytes');
  const used = told(charged);
  const free = told(Math.max(0, size - charged - balloon));
  return words.room(told(size), [
    level.kind === 'host' && reservesOn(level, view) ? words.usedOrReserved(used) : words.used(used),
    ...(balloon === 0 ? [] : [words.byBalloon(told(balloon))]),
    ...(balloon > 0 && charged + balloon >= size
      ? []
      : [isGiven(level, view) ? words.free(free) : words.notGiven(free)]),
  ]);
}

/** What a box has with all that stands on it, or had: a kernel that panicked keeps that. */
function allRow(entity: Entity, view: WorldView): Row {
  const { memory: words } = inspector;
  const kept = isHung(entity) ? entity.memory.charged : keptBytes(entity, view);
  const isEmpty = entity.memory.own === 0;
  return kept > 0
    ? textRow(isEmpty ? words.inside : words.allFell, words.kept(format.quantity(kept)))
    : textRow(isEmpty ? words.inside : words.all, format.quantity(entity.memory.charged));
}

function ownRows(entity: Entity, view: WorldView): Row[] {
  const { kind, memory, holds } = entity;
  const { memory: words } = inspector;
  if (memory.own === 0) return [];
  const bytes = format.quantity(memory.own);
  const own = ROUGH.includes(kind) ? inspector.values.about(bytes) : bytes;
  const isHeld = holdsMemory(entity);
  if (kind === 'process' && isHeld && memory.charged < memory.own)
    return [textRow(words.own, inspector.cpu.gets(format.quantity(memory.charged), own))];
  const down = isKept(entity, view) ? words.kept(own) : words.ownDown(own);
  return [textRow(words.own, isHeld ? own : down), ...(holds.length === 0 ? [] : [allRow(entity, view)])];
}

function sizeRows(entity: Entity, view: WorldView): Row[] {
  const { memory: words } = inspector;
  const { size } = entity.memory;
  const { ram, capacity, limit } = words;
  const ofVm = view.isPromised(entity.id) ? words.promised : words.reserved;
  const label = { host: ram, vm: ofVm, disk: capacity }[entity.kind] ?? limit;
  if (size !== null && entity.kind === 'vm' && !holdsMemory(entity)) {
    const bytes = format.quantity(size);
    return [textRow(label, isKept(entity, view) ? words.kept(bytes) : words.ownOff(bytes))];
  }
  if (size !== null && isKept(entity, view))
    return [textRow(label, format.quantity(size)), allRow(entity, view)];
  if (size !== null) return [textRow(label, roomWords(entity, size, view))];
  return entity.kind === 'container' ? [textRow(label, words.noLimit), allRow(entity, view)] : [];
}

/** Room on a disk: what it takes of it, or that it is a list of layers that do, and what else lies there. */
function storedRows(entity: Entity, view: WorldView): Row[] {
  const { memory: words } = inspector;
  const disk = entity.standsOn === null ? undefined : view.get(entity.standsOn);
  if (disk === undefined || disk.memory.size === null) return sizeRows(entity, view);
  const room = roomWords(disk, disk.memory.size, view);
  const from = { ...boxRow(words.from, [disk.id], entity, view), text: room };
  if (entity.kind === 'image') return [textRow(words.own, words.inLayers), from];
  const beside = held(disk.holds, view).filter(({ id, memory }) => id !== entity.id && memory.charged > 0);
  return [
    textRow(words.own, format.memory(entity.memory.charged)),
    from,
    boxRow(
      words.with,
      beside.map(({ id }) => id),
      entity,
      view,
      inspector.standing.nobody,
    ),
  ];
}

/** Memory: its own, the room it gives, the level it takes from, and who takes from that too; of files, the disk. */
export function memoryRows(entity: Entity, view: WorldView): Row[] {
  if (isStored(entity)) return storedRows(entity, view);
  const { memory: words } = inspector;
  const level = levelOf(entity, view);
  const size = level?.memory.size ?? null;
  const from =
    level === undefined || size === null
      ? []
      : [
          { ...boxRow(words.from, [level.id], entity, view), text: roomWords(level, size, view) },
          boxRow(words.with, usersOf(level, entity.id, view), entity, view, inspector.standing.nobody),
        ];
  return [...ownRows(entity, view), ...sizeRows(entity, view), ...from];
}
