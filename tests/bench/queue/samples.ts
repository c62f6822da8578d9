// One queue, one server: the same arrivals and service times for everybody, drawn beforehand.
import { ln } from '../../../src/sim/engine/number';
import { purposeOf, randomUnit } from '../../../src/sim/engine/random';

/** Gaps between arrivals and lengths of service, in microseconds: whole eighths of a millisecond. */
export interface Samples {
  readonly gaps: Float64Array;
  readonly services: Float64Array;
}

const SEED = 42;
const MEAN_GAP = 1_000_000;
const MEAN_SERVICE = 800_000;
const GAP = purposeOf('gap');
const SERVICE = purposeOf('service');

/** Delays of charts are milliseconds; an eighth of one is a number that binary fractions hold exactly. */
const GRAIN = 125;

function exponential(mean: number, customer: number, purpose: number): number {
  return Math.ceil((-ln(1 - randomUnit(SEED, customer, purpose, 0)) * mean) / GRAIN) * GRAIN;
}

/** Samples for so many customers; the server is busy four fifths of the time. */
export function drawSamples(customers: number): Samples {
  return {
    gaps: Float64Array.from({ length: customers }, (_, i) => exponential(MEAN_GAP, i, GAP)),
    services: Float64Array.from({ length: customers }, (_, i) => exponential(MEAN_SERVICE, i, SERVICE)),
  };
}

/** Mean wait in theory, in microseconds: load / (1 - load) services. */
export const MEAN_WAIT_IN_THEORY = (0.8 / (1 - 0.8)) * MEAN_SERVICE;
