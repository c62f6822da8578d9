// Which of the upright tracks beside a column each wire takes: no two that would touch share one.

/** How far the wires to a state reach, px. */
export interface Span {
  readonly to: string;
  readonly top: number;
  readonly bottom: number;
}

/** Room between two wires on the same track, px. */
const apart = 6;

/** The track of each state that is led to, 0 the nearest; short wires come nearer, so that fewer cross. */
export function assignTracks(spans: readonly Span[]): ReadonlyMap<string, number> {
  const taken: Span[][] = [];
  const tracks = new Map<string, number>();
  const shortFirst = [...spans].sort((one, other) => one.bottom - one.top - (other.bottom - other.top));
  for (const span of shortFirst) {
    const meets = (other: Span) => span.top - apart < other.bottom && other.top < span.bottom + apart;
    const free = taken.findIndex((track) => !track.some(meets));
    const track = free === -1 ? taken.length : free;
    (taken[track] ??= []).push(span);
    tracks.set(span.to, track);
  }
  return tracks;
}
