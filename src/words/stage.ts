// The words that the stage draws, in several lengths, and the names of boxes for those who do not see it.
import type { Lengths, StageWords } from '../layout/stageWords';
import type { Ending } from '../sim';
import type { EntityId } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { boxLabel, boxName, boxNoun, copyName, isProcess, isStop, serviceOf } from './name';
import { servingLengths, servingWords } from './serving';
import { givenTold, isBoxed, leafOf, stateSentence } from './state';

const picture = messages.picture;

/** An OS; Windows is told, since the others here are Linux. */
function osName(isGuest: boolean, { context }: Entity): Lengths {
  const { names } = picture;
  if (context['os'] === 'windows') return isGuest ? names.guestWindows : names.hostWindows;
  return isGuest ? names.guestOs : names.hostOs;
}

function nameOf(box: Entity, view: WorldView): Lengths {
  switch (box.kind) {
    case 'hypervisor':
      return box.context['named'] === true
        ? (picture.names.products[String(box.context['product'])] ?? picture.names.hypervisor)
        : picture.names.hypervisor;
    case 'kernel':
      return osName(boxLabel(box, view) === messages.boxes.labels.guestOs, box);
    case 'runtime':
      return [boxLabel(box, view)];
    case 'container':
      return box.tags.includes('absent')
        ? [copyName(box, view), serviceOf(box, view)]
        : picture.names.container;
    case 'process':
      return [...new Set([...(isOneOfSeveral(box, view) ? [copyName(box, view)] : []), boxLabel(box, view)])];
    default:
      return [boxLabel(box, view)];
  }
}

/** Copies of one service are told apart by their numbers, as sentences and buttons name them. */
const isOneOfSeveral = ({ context: { service } }: Entity, view: WorldView): boolean =>
  view.ofKind('process').filter(({ context }) => context['service'] === service).length > 1;

/** Words for a box whose own delay runs: it boots, starts or waits to be picked up. */
function timedState(box: Entity, left: string): Lengths {
  if (box.tags.includes('waiting')) return picture.again(left);
  if (box.state === 'firmware') return picture.firmware(left);
  if (box.kind === 'process') return picture.starting(left);
  return box.kind === 'kernel' || box.kind === 'hypervisor' ? picture.booting(left) : picture.getsReady(left);
}

/** Words for a box that is down and that nobody was told to pick up. */
function leftDown(box: Entity, words: Lengths, view: WorldView): Lengths {
  const longest = words[0];
  if (longest === undefined || view.waitOf(box.id)?.condition !== 'nobody') return words;
  return [picture.nobody(longest), ...words];
}

function stateOf(box: Entity, view: WorldView): Lengths {
  const leaf = leafOf(box, view);
  const isTimed = box.tags.includes('starting') || box.tags.includes('waiting');
  if (isTimed && box.due !== null) return timedState(box, format.countdown(box.due - view.at));
  if (leaf === 'exited' && box.tags.includes('off')) return picture.states['stopped'] ?? [];
  if (box.tags.includes('serving')) return givenTold(box, view);
  const isOomKilled = leaf === 'exited' && box.context['oomKilled'] === true;
  if (isOomKilled) return picture.states['oom-killed'] ?? [];
  // With which code, the caption and the inspector tell: of two boxes side by side, one might have no room for it.
  const words = picture.states[leaf] ?? [];
  const isFallen = box.tags.includes('down') && !box.tags.includes('ended');
  return isFallen ? leftDown(box, words, view) : words;
}

/** Several boxes as one: by what they are all called, else by how many of their kind there are. */
function gatheredWords(boxes: readonly Entity[], view: WorldView): Lengths {
  const [first] = boxes;
  if (first === undefined) return [];
  const count = boxes.length;
  if (first.kind === 'monitor') return [picture.several(boxLabel(first, view), count), picture.times(count)];
  const name = serviceOf(first, view);
  if (boxes.every((box) => serviceOf(box, view) === name)) {
    return [picture.several(name, count), picture.times(count)];
  }
  const { vms, containers, programs } = picture.hosts;
  const things = first.kind === 'vm' ? vms : first.kind === 'container' ? containers : programs;
  const isFull = first.kind === 'vm' && boxes.every(({ id }) => view.waitOf(id)?.condition === 'room');
  return [...(isFull ? [picture.withoutRoom(things(count))] : []), things(count), picture.times(count)];
}

/** The setting of its Docker where others beside it have another: hosts alike would seem to differ in nothing. */
function ownSetting(here: readonly Entity[], view: WorldView): Lengths {
  const isOn = ({ context }: Entity) => context['liveRestore'] === true;
  const dockers = view.ofKind('runtime').filter(({ context }) => /^docker/.test(String(context['product'])));
  const own = dockers.find(({ id }) => here.some((floor) => floor.holds.includes(id)));
  if (own === undefined || dockers.every((each) => isOn(each) === isOn(own))) return [];
  return picture.hosts.liveRestore(isOn(own));
}

/** So many boxes that are off cannot be told from those that run. */
const CROWD = 50;

/** `130 VMs`; of a crowd that is still to be started, how many are on. */
function crowdWords(all: string, boxes: readonly Entity[]): string {
  const isNone = (tag: 'off' | 'down') => boxes.filter(({ tags }) => tags.includes(tag)).length;
  const off = isNone('off');
  return off < CROWD ? all : picture.hosts.on(boxes.length - off - isNone('down'), all);
}

/** What a host is, from what stands on it: `hypervisor, six VMs`, `one kernel, one program, one container`. */
function hostWords(host: Entity, view: WorldView): Lengths {
  const { hosts } = picture;
  const on = ({ holds }: Entity) => holds.flatMap((id) => view.get(id) ?? []);
  const floors = [host, ...on(host)].flatMap((each) => [each, ...on(each)]);
  const carried = floors.filter(({ kind }) => kind === 'kernel' || kind === 'hypervisor');
  const here = [...new Set(carried)].flatMap(on).filter(({ id }) => view.deliveryOf(id) === null);
  const ofKind = (kind: string) =>
    here.filter((box) => (isBoxed(box, view) ? 'container' : box.kind) === kind);
  const hasHypervisor = carried.some(({ kind }) => kind === 'hypervisor');
  const base = on(host).some(({ kind }) => kind === 'kernel')
    ? [hasHypervisor ? hosts.hostOs : hosts.kernel]
    : [];
  if (hasHypervisor) base.push(hosts.hypervisor);
  const nothing = hasHypervisor
    ? hosts.vms
    : ofKind('runtime').length > 0
      ? hosts.containers
      : hosts.programs;
  const told = [
    { is: hosts.programs, boxes: ofKind('process') },
    { is: hosts.containers, boxes: ofKind('container') },
    { is: hosts.vms, boxes: ofKind('vm') },
  ];
  const some = told.flatMap(({ is, boxes }) =>
    boxes.length > 0 ? [crowdWords(is(boxes.length), boxes)] : [],
  );
  const top = some.length > 0 ? some : [nothing(0)];
  const vms = here.filter(({ kind }) => kind === 'vm');
  const bytes = vms.reduce((sum, { context }) => sum + Number(context['swappedBytes'] ?? 0), 0);
  const swapped = bytes > 0 ? [hosts.swapped(format.memory(bytes))] : [];
  const differs = ownSetting(floors, view);
  const ways = [
    [...base, ...top, ...swapped],
    [...top, ...swapped],
  ];
  if (differs.length === 0) return [...ways, top].map(hosts.join);
  return [...ways, []].flatMap((way) => differs.map((setting) => hosts.join([...way, setting])));
}

function hardwareWords(host: Entity, view: WorldView): Lengths {
  const state = stateOf(host, view);
  return [
    ...state.map((word) => picture.nameAndState(picture.hardware, word)),
    ...(state.length ? state : [picture.hardware]),
  ];
}

/** How copies are counted that a blast took. */
function endOf(root: EntityId, { isNotStarted, isOrdered, isOomKilled }: Ending) {
  if (isNotStarted) return picture.notStarted;
  if (isOomKilled) return picture.oomKilled;
  if (isProcess(root) && !isOrdered) return picture.exited;
  return isOrdered || isStop(root) ? picture.stopped : picture.fell;
}

/** The words of the stage in the language of the page. */
export const stageWords: StageWords = {
  name: nameOf,
  state: stateOf,
  nameAndState: picture.nameAndState,
  several: picture.several,
  gathered: gatheredWords,
  gatheredStates: picture.gatheredStates,
  host: hostWords,
  copiesServing: servingLengths,
  copiesFell: (fell, suffer, root, how) => endOf(root, how)(fell, suffer),
  copiesWouldFall: (fell, suffer, root) =>
    // What would end by itself, not at somebody's word: a runtime that is told to stop may stop its containers.
    (isStop(root) && !root.startsWith('runtime/') ? picture.wouldStop : picture.wouldFall)(fell, suffer),
  onHosts: picture.onHosts,
  free: (bytes, isMore) =>
    bytes === null ? picture.unused : (isMore ? picture.freeInAll : picture.free)(format.memory(bytes)),
  allThereIs: (bytes, free) => picture.allThereIs(format.memory(bytes), free > 0 ? format.memory(free) : ''),
  underLine: (bytes) => picture.underLine(format.memory(bytes)),
  promisedOnly: () => picture.promisedOnly,
  promisedUnused: (rooms) => (rooms > 1 ? picture.whitePromised : picture.promisedUnused),
  reservedUnused: () => picture.dotsUnused,
  keptFor: (vm, view) => picture.keptFor(boxName(vm, view)),
  hardware: hardwareWords,
  cpuInUse: () => picture.cpuInUse,
  areaIsMemory: () => picture.areaIsMemory,
  ownScale: () => picture.ownScale,
  size: (bytes) => format.memory(bytes),
  label(box, view) {
    const floor = box.standsOn === null ? [] : [picture.standsOn(boxNoun(box.standsOn, view).the)];
    const serving = box.kind === 'host' ? servingWords(box, view) : null;
    const said = [boxName(box, view), stateSentence(box, view), ...(serving === null ? [] : [serving])];
    return picture.label([...said, ...floor]);
  },
  gatheredLabel(boxes, counts, view) {
    const [name = ''] = gatheredWords(boxes, view);
    const states = picture
      .gatheredStates(counts)
      .slice(0, 1)
      .map((state) => picture.allOf(name, state));
    const under = boxes[0]?.standsOn;
    const floor = typeof under === 'string' ? [picture.standOn(boxNoun(under, view).the)] : [];
    return picture.label([name, ...states, ...floor, picture.opens]);
  },
  lens(boxes, view) {
    const [name = ''] = gatheredWords(boxes, view);
    const under = boxes[0]?.standsOn;
    return typeof under === 'string' ? picture.lens(name, boxNoun(under, view).the) : name;
  },
  lensScale: (times) => picture.lensScale(format.number(times)),
  closeLens: () => picture.closeLens,
  stage: (view) => picture.stage(format.list(view.ofKind('host').map((host) => boxName(host, view)))),
};
