// CPU is shared out when an instant is over, on the hosts where something changed.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { Grants } from '../../engine/model';
import { NO_CAP, shareCpu, type CpuTree } from '../../resources/cpu';
import { CORE } from '../../resources/units';
import { everythingAbove } from '../standing/fall';
import { capOf, demandOf, virtualCpus, weightOf } from './limits';

/** Solves the shares of every host that holds something that changed, and writes them down. */
export function shareHosts(grants: Grants, changed: readonly EntityNumber[]): void {
  for (const root of new Set(changed.map((entity) => rootOf(grants, entity)))) shareHost(grants, root);
}

/** The tree of a host for the solver, with what each box wants, runs and may run. */
interface HostTree extends CpuTree {
  readonly boxes: readonly EntityNumber[];
  /** Demand of a box with all it holds, whatever it may use. */
  readonly wanted: readonly number[];
  /** What it could use if nobody else were there, its own cap apart. */
  readonly runnable: readonly number[];
}

/** The tree of a host for the solver, with the boxes in the order of its columns. */
function cpuTreeOf(reader: Reader, root: EntityNumber): HostTree {
  const boxes = [root, ...everythingAbove(reader, root)];
  const place = new Map(boxes.map((box, index) => [box, index]));
  const parent = boxes.map((box) => (box === root ? -1 : (place.get(reader.floor(box)) ?? -1)));
  const cap = boxes.map((box) => capOf(reader, box));
  const demand = boxes.map((box) => demandOf(reader, box));
  const wanted = [...demand];
  const runnable = [...demand];
  for (let index = boxes.length - 1; index > 0; index--) {
    const below = parent[index]!;
    const most = cap[index] === NO_CAP ? Infinity : cap[index]!;
    wanted[below] = wanted[below]! + wanted[index]!;
    runnable[below] = runnable[below]! + Math.min(runnable[index]!, most);
  }
  const weight = boxes.map((box, index) => weightOf(reader, box, runnable[index]!));
  return { boxes, parent, weight, cap, demand, wanted, runnable };
}

function shareHost(grants: Grants, root: EntityNumber): void {
  const tree = cpuTreeOf(grants, root);
  const granted = shareCpu(tree);
  tree.boxes.forEach((box, index) => {
    const runs = Math.min(tree.runnable[index]!, virtualCpus(grants, box) * CORE);
    grants.grant(box, tree.wanted[index]!, granted[index]!, Math.max(0, runs - granted[index]!));
  });
}

function rootOf(reader: Reader, entity: EntityNumber): EntityNumber {
  let root = entity;
  for (let floor = reader.floor(root); floor !== NONE; floor = reader.floor(root)) root = floor;
  return root;
}
