// The virtual CPUs of a VM as cells under its name: filled with the CPU it gets, hollow where it would run and may not.
import type { Entity } from '../../sim/engine/view';
import type { Rect } from '../rect';

/** A core in micro-cores, as CPU is counted. */
const CORE = 1_000_000;

/** Between two cells, px. */
export const cellGap = 2;
const widest = 44;
const height = 10;
/** Cells are not drawn narrower than this: then one bar stands for all, px. */
const narrowest = 4;

/** A virtual CPU; from 0 to 1, the part of it that runs, and the part that would run if it got a core. */
export interface CellScene {
  readonly rect: Rect;
  readonly used: number;
  readonly stolen: number;
}

const vcpusOf = ({ context }: Entity): number => Math.max(1, Math.round(Number(context['vcpus'] ?? 1)));

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** The cells of one VM in a strip of its room, from the left and as high as it; none where there is no room. */
export function cpuCells(vm: Entity, strip: Rect): CellScene[] {
  const vcpus = vcpusOf(vm);
  const fitting = (strip.width - (vcpus - 1) * cellGap) / vcpus;
  const count = fitting >= narrowest ? vcpus : 1;
  const most = (widest * strip.height) / height;
  const width = count === 1 ? Math.min(strip.width, most * vcpus) : Math.min(most, fitting);
  if (width < narrowest || strip.height < height) return [];
  const cores = count / vcpus / CORE;
  const [granted, runs] = [vm.cpu.granted * cores, (vm.cpu.granted + vm.cpu.stolen) * cores];
  const start = strip.x + (strip.width - count * width - (count - 1) * cellGap) / 2;
  return Array.from({ length: count }, (_, at) => {
    const used = within(granted - at);
    const rect = { x: start + at * (width + cellGap), y: strip.y, width, height: strip.height };
    return { rect, used, stolen: within(runs - at) - used };
  });
}

/** Height of a row of cells, px. */
export const cellHeight = height;
