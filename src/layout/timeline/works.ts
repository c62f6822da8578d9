// Builds and pulls as lanes: how long images of a disk were worked on, read from facts.
import type { EntityId, Fact } from '../../sim/engine/fact';
import type { Entity } from '../../sim/engine/view';
import type { Lane, Span } from './lanes';
import type { LaneState } from './phases';

const BEGINS: Readonly<Record<string, LaneState>> = {
  'builder.started': 'building',
  'image.pulling': 'pulling',
  'image.fetching': 'pulling',
  'image.retrying': 'cut',
};
/** What a disk is said to do while several are at work, the first that one of them does. */
const ORDER: readonly LaneState[] = ['building', 'pulling', 'cut', 'idle'];
const ENDS: ReadonlySet<string> = new Set([
  'builder.built',
  'builder.failed',
  'image.pulled',
  'image.failed',
  'image.lost',
]);

/** The disk that a builder or an image works on. */
function diskOf({ kind, standsOn, context }: Entity): unknown {
  if (kind === 'builder') return context['disk'];
  return kind === 'image' ? standsOn : null;
}

/** A lane for each disk on which an image was built or pulled. `start`: the boxes at instant 0; `facts` begin with seq 0. */
export function worksOf(facts: readonly Fact[], start: readonly Entity[]): Lane[] {
  const disks = new Map(start.map((box) => [box.id, diskOf(box)]));
  const spans = new Map<EntityId, Span[]>();
  const busy = new Map<EntityId, LaneState>();
  for (const { about, name, at } of facts) {
    const begun = BEGINS[name];
    if (about === null || (begun === undefined && !ENDS.has(name))) continue;
    const disk = disks.get(about);
    if (typeof disk !== 'string') continue;
    if (begun === undefined) busy.delete(about);
    else busy.set(about, begun);
    const own = spans.get(disk) ?? [spanFrom(0, 'idle')];
    spans.set(disk, own);
    const states = [...busy].flatMap(([box, state]) => (disks.get(box) === disk ? [state] : []));
    enter(own, ORDER.find((state) => states.includes(state)) ?? 'idle', at);
  }
  return Array.from(spans, ([disk, own]) => ({
    id: disk,
    name: { kind: 'images', disk },
    copies: [],
    machines: 0,
    spans: own,
  }));
}

const spanFrom = (from: number, state: LaneState): Span => ({
  from,
  to: Infinity,
  state,
  serving: 0,
  down: 0,
  coming: 0,
  off: 0,
  count: 1,
});

/** What took no time leaves the span before it as it was. */
function enter(spans: Span[], state: LaneState, at: number): void {
  if (spans.at(-1)!.from === at) spans.pop();
  const last = spans.pop();
  if (last) spans.push({ ...last, to: last.state === state ? Infinity : at });
  if (last?.state !== state) spans.push(spanFrom(at, state));
}
