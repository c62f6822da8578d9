// The words of the timeline in the language of the page: names of lanes, states, marks, instants.
import type { LaneName, TimelineWords } from '../../layout/timeline/timelineWords';
import type { Lengths } from '../../layout/stageWords';
import { format, messages } from '../../i18n';
import type { Entity, EntityId, WorldView } from '../../playback/playback.svelte';
import { boxNoun, diskOwner } from '../../words';
import { inRanges } from './ranges';

const words = messages.timeline;
const NUMBERED = /^(.*[\s-])(\d+)$/;

/** The words of one run. What is `made` after the head has its lane already, and is called by its place as all others are. */
export function timelineWords(now: WorldView, made: readonly Entity[] = []): TimelineWords {
  const later = made.filter(({ id }) => now.get(id) === undefined);
  const get = (id: EntityId) => now.get(id) ?? later.find((box) => box.id === id);
  const ofKind = (kind: string) => [...now.ofKind(kind), ...later.filter((box) => box.kind === kind)];
  const view = later.length > 0 ? { ...now, get, ofKind } : now;
  const nameOf = (id: EntityId) => boxNoun(id, view).name;
  return {
    lane: (name) =>
      name.kind === 'images' ? [words.images(placeOf(name.disk, view))] : laneWords(name, nameOf),
    state: (state, count) => {
      const plain = words.states[state];
      return count > 1 ? [words.all(format.number(count), plain[0]!), ...plain] : plain;
    },
    serving: (count, of, others) => {
      const own = words.servingOf(format.number(count), format.number(of));
      return others === undefined ? own : [words.enumeration([own[0]!, others]), others, ...own];
    },
    tick: (at) => format.countdown(at),
    notRun: () => words.notRun,
    hidden: () => words.hidden,
  };
}

/** "laptop", "CI machine"; a disk that all hosts reach by its own name. */
function placeOf(id: EntityId, view: WorldView): string {
  const disk = view.get(id);
  return (disk && diskOwner(disk, view)?.name) ?? id.replace('disk/', '');
}

function laneWords(
  name: Exclude<LaneName, { readonly kind: 'images' }>,
  nameOf: (id: EntityId) => string,
): Lengths {
  switch (name.kind) {
    case 'host':
      return [...(name.copy === undefined ? [] : [nameOf(name.copy)]), nameOf(name.host)];
    case 'hosts':
      return [namesInRanges(name.hosts.map(nameOf)), format.counted(name.hosts.length, words.hosts)];
    case 'vms':
      return [namesInRanges(name.vms.map(nameOf)), format.counted(name.vms.length, words.vms)];
    case 'copy':
      return [nameOf(name.copy)];
    case 'copies': {
      const some = format.counted(name.count, name.rest ? words.others : words.copies);
      return [words.on(some, nameOf(name.host)), some];
    }
    case 'unplaced':
      return words.unplaced(format.number(name.count));
  }
}

/** `VM 1, 3 to 6`, `pc-1 to 6` for names that differ by their number only; else all of them. */
function namesInRanges(names: readonly string[]): string {
  const parts = names.map((name) => NUMBERED.exec(name));
  const kind = parts[0]?.[1];
  if (kind === undefined || parts.some((part) => part?.[1] !== kind)) return words.enumeration(names);
  return (
    kind +
    inRanges(
      parts.map((part) => part![2]!),
      words.enumeration,
    )
  );
}
