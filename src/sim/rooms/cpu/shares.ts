// CPU is shared out when an instant is over, on the hosts where something changed.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { Grants } from '../../engine/model';
import { NO_CAP, shareCpu, type CpuTree } from '../../resources/cpu';
import { CORE } from '../../resources/units';
import { everythingAbove } from '../standing/fall';

/** Weight of boxes whose kind has none: they have no siblings that compete for CPU. */
const USUAL_WEIGHT = 100;

/** Solves the shares of every host that holds something that changed, and writes them down. */
export function shareHosts(grants: Grants, changed: readonly EntityNumber[]): void {
  for (const root of new Set(changed.map((entity) => rootOf(grants, entity)))) shareHost(grants, root);
}

/** The tree of a host for the solver, with the boxes in the order of its columns. */
export function cpuTreeOf(
  reader: Reader,
  root: EntityNumber,
): CpuTree & { readonly boxes: readonly EntityNumber[] } {
  const boxes = [root, ...everythingAbove(reader, root)];
  const place = new Map(boxes.map((box, index) => [box, index]));
  return {
    boxes,
    parent: boxes.map((box) => (box === root ? -1 : (place.get(reader.floor(box)) ?? -1))),
    weight: boxes.map((box) => weightOf(reader, box)),
    cap: boxes.map((box) => capOf(reader, box)),
    demand: boxes.map((box) => demandOf(reader, box)),
  };
}

function shareHost(grants: Grants, root: EntityNumber): void {
  const tree = cpuTreeOf(grants, root);
  const granted = shareCpu(tree);
  const wanted = Array.from(tree.demand);
  for (let index = tree.boxes.length - 1; index > 0; index--) {
    const parent = tree.parent[index]!;
    wanted[parent] = (wanted[parent] ?? 0) + wanted[index]!;
  }
  tree.boxes.forEach((box, index) => grants.grant(box, wanted[index]!, granted[index]!));
}

function rootOf(reader: Reader, entity: EntityNumber): EntityNumber {
  let root = entity;
  for (let floor = reader.floor(root); floor !== NONE; floor = reader.floor(root)) root = floor;
  return root;
}

function weightOf(reader: Reader, box: EntityNumber): number {
  const kind = reader.kind(box);
  return kind === 'vm' || kind === 'container' || kind === 'process'
    ? reader.amount(box, 'weight')
    : USUAL_WEIGHT;
}

/** Micro-cores that a box with all it holds may use: a host's cores, a VM's vCPUs, a container's limit. */
function capOf(reader: Reader, box: EntityNumber): number {
  switch (reader.kind(box)) {
    case 'host':
      return reader.amount(box, 'cores') * CORE;
    case 'vm':
      return reader.amount(box, 'vcpus') * CORE;
    case 'container': {
      const limit = reader.amount(box, 'cpuLimitMicro');
      return limit === 0 ? NO_CAP : limit;
    }
    default:
      return NO_CAP;
  }
}

function demandOf(reader: Reader, box: EntityNumber): number {
  return reader.kind(box) === 'process' && reader.has(box, 'up') ? reader.amount(box, 'cpuMicro') : 0;
}
