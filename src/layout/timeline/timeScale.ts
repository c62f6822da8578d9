// The time scale: how much time is shown, which instants are written under it, and where each lies.
import type { Micros } from '../../sim/engine/time';

const SECOND: Micros = 1_000_000;
const MINUTE: Micros = 60 * SECOND;

/** How much of the span may be played before a longer one is shown: there is always room for what comes. */
const FULL = 0.96;
const DAY = 24 * 60 * MINUTE;

// prettier-ignore
const SPANS: readonly Micros[] = [0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 180, 240, 300, 360, 480, 600, 720, 900, 1080, 1440]
  .map((minutes) => minutes * MINUTE);

// prettier-ignore
const STEPS: readonly Micros[] = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400]
  .map((seconds) => seconds * SECOND);

/** How much time the timeline shows for a run that was played to `furthest`: it grows in steps. */
export function spanFor(furthest: Micros): Micros {
  return SPANS.find((span) => furthest <= span * FULL) ?? Math.ceil(furthest / FULL / DAY) * DAY;
}

/** Places an instant on the screen, and back; both ends are kept. */
export interface TimeScale {
  (at: Micros): number;
  invert(x: number): Micros;
}

/** How far `value` lies between two ends, 0 to 1. */
function shareOf(value: number, from: number, to: number): number {
  return to === from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** Instants 0 to `span` on pixels `left` to `right`. d3's linear scale would load its colours. */
export function timeScale(span: Micros, left: number, right: number): TimeScale {
  const toPixel = (at: Micros) => left + (right - left) * shareOf(at, 0, span);
  return Object.assign(toPixel, { invert: (x: number) => Math.round(span * shareOf(x, left, right)) });
}

/** The instants to write under a scale of `width` pixels, the least distance between two being `distance`. */
export function ticksOf(span: Micros, width: number, distance: number): Micros[] {
  const fitting = (step: Micros) => (step / span) * width >= distance;
  const step = STEPS.find((one) => fitting(one) && span % one === 0) ?? STEPS.find(fitting) ?? span;
  const ticks: Micros[] = [];
  for (let at = 0; at <= span; at += step) ticks.push(at);
  return ticks;
}
