// Small and many: which boxes on one floor are gathered into a bundle instead of being drawn one by one.
import type { Entity } from '../../sim/engine/view';
import type { Claims } from './claim';
import { toneOf, type Tone } from './look';

/** A box needs at least this much room to be drawn on its own, px. */
export const least = { width: 24, height: 14 } as const;

/** From this width on a colour gets a bundle of its own, px. */
const ownBundleFrom = 72;

/** Kinds that come in crowds. Structure is drawn however thin it is. */
const crowds: ReadonlySet<string> = new Set(['vm', 'container', 'process']);

/** So many that stay beside containers are told one by one: there is one for each container. */
const fewBeside = 8;

/** The kinds that come in crowds among these, which stand on one floor. */
export function crowdsAmong(boxes: readonly Entity[]): ReadonlySet<string> {
  const beside = boxes.filter(({ kind }) => kind === 'monitor').length;
  return beside > fewBeside ? new Set([...crowds, 'monitor']) : crowds;
}

/** A box and the width of its column. */
export interface Column {
  readonly box: Entity;
  readonly width: number;
  /** px² that it takes with everything on it. */
  readonly area: number;
}

/** A thing of structure takes at most this part of the floor that it is kept visible on. */
const mostOfFloor = 1 / 16;

/** The width that a box keeps beside a crowd, on a floor of this width, px: what is gathered keeps none. */
export const leastWidth = (box: Entity, floor: number, gathered = crowds): number =>
  gathered.has(box.kind) ? 0 : Math.min(least.width, floor * mostOfFloor);

/** Whether a box would be drawn under the least size; its height is that of its area. */
const isSmall = ({ width, area }: Column): boolean => width < least.width || area < least.height * width;

/** The colour of a box in a crowd: a wrapping has that of what stands in it. */
export function crowdTone(box: Entity, claims: Claims): Tone {
  const inside = box.kind === 'container' ? claims.above(box)[0] : undefined;
  return toneOf(inside ?? box);
}

const widthOf = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width, 0);

/** Neighbours that agree, in one list each. */
function runsOf<T>(items: readonly T[], agree: (before: T, next: T) => boolean): T[][] {
  const runs: T[][] = [];
  let last: T | undefined;
  for (const item of items) {
    const run = runs.at(-1);
    if (last !== undefined && run !== undefined && agree(last, item)) run.push(item);
    else runs.push([item]);
    last = item;
  }
  return runs;
}

/**
 * The columns of one floor in order, in lists: several in one list make a bundle, one alone is drawn as it is.
 * Neighbours of one kind that are all too small are gathered, each colour on its own where that is wide enough.
 */
export function gatherColumns(columns: readonly Column[], claims: Claims): readonly (readonly Column[])[] {
  const gathered = crowdsAmong(columns.map(({ box }) => box));
  const small = new Map(columns.map((each) => [each, gathered.has(each.box.kind) && isSmall(each)]));
  const agree = (before: Column, next: Column) =>
    small.get(before) === true && small.get(next) === true && before.box.kind === next.box.kind;
  return runsOf(columns, agree).flatMap((run) => {
    if (run.length < 2) return [run];
    const tones = new Map(run.map((column) => [column, crowdTone(column.box, claims)]));
    const byTone = runsOf(run, (before, next) => tones.get(before) === tones.get(next));
    const isRoomy = byTone.every((part) => part.length > 1 && widthOf(part) >= ownBundleFrom);
    return isRoomy ? byTone : [run];
  });
}
