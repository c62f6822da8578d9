// What the names in a chart stand for: each is looked up once, and refused if setup() does not have it.
import { type Micros, fromMillis } from '../time';
import type { Chart } from './internals';
import { type Where, refuse, refuseIf } from './refuse';
import type { Compute, Guard, Params } from './table';

/** A delay that is known beforehand (`compute` is null), or a function that gives milliseconds. */
export interface Delay {
  readonly micros: Micros;
  readonly compute: Compute | null;
}

/** A name with its params, as a chart refers to a guard or an action. */
export interface Reference {
  readonly name: string;
  readonly params: Params;
}

/** What a name without params is called with. */
export const NO_PARAMS: Params = { fixed: undefined, compute: null };

/** Whether something written in a chart is a function. */
export function isCompute(value: unknown): value is Compute {
  return typeof value === 'function';
}

/** Splits `'name'` or `{ type: 'name', params }`. Throws ChartRefused at inline functions and anything else. */
export function referenceTo(where: Where, what: string, written: unknown): Reference {
  if (typeof written === 'string') return { name: written, params: NO_PARAMS };
  refuseIf(isCompute(written), where, `${what} is an inline function`, 'name it in setup()');
  if (typeof written !== 'object' || written === null) return refuse(where, `${what} has no name`, 'name it');
  const { type, params, ...rest } = written as Readonly<Record<string, unknown>>;
  const [other] = Object.keys(rest);
  refuseIf(other !== undefined, where, `${what} has the key "${other ?? ''}"`, 'write { type, params }');
  if (typeof type !== 'string') return refuse(where, `${what} has no name`, 'write { type, params }');
  if (isCompute(params)) return { name: type, params: { fixed: undefined, compute: params } };
  return { name: type, params: { fixed: params, compute: null } };
}

/** The function that a name stands for in setup(). Throws ChartRefused when there is none. */
export function functionNamed(
  where: Where,
  what: 'guard' | 'action',
  names: Readonly<Record<string, unknown>>,
  name: string,
): Compute {
  refuseIf(
    !Object.hasOwn(names, name),
    where,
    `${what} "${name}" is not in setup()`,
    'add it or correct the name',
  );
  const found = names[name];
  return isCompute(found) ? found : refuse(where, `${what} "${name}" is not a function`, 'make it one');
}

function refuseCombined(where: Where, test: Compute): void {
  refuseIf(
    'check' in test,
    where,
    'a guard is made with and, or, not or stateIn',
    'name one that tests it all',
  );
}

/** The guard of a transition, null when it has none. Throws ChartRefused. */
export function guardOf(chart: Chart, where: Where, written: unknown): Guard | null {
  if (written === undefined) return null;
  if (isCompute(written)) refuseCombined(where, written);
  const { name, params } = referenceTo(where, 'a guard', written);
  const test = functionNamed(where, 'guard', chart.implementations.guards, name);
  refuseCombined(where, test);
  return { test, params };
}

/** A key of `after`: milliseconds, or the name of a delay. Throws ChartRefused. */
export function delayOf(chart: Chart, where: Where, written: number | string): Delay {
  const { delays } = chart.implementations;
  const named = typeof written === 'string';
  const known = !named || Object.hasOwn(delays, written);
  refuseIf(!known, where, `delay "${written}" is not in setup()`, 'add it or correct the name');
  const millis = named ? delays[written] : written;
  if (isCompute(millis)) return { micros: 0, compute: millis };
  const micros = typeof millis === 'number' && millis >= 0 ? fromMillis(millis) : NaN;
  const safe = Number.isSafeInteger(micros);
  refuseIf(!safe, where, `delay "${written}" is ${String(millis)}`, 'give milliseconds, zero or more');
  return { micros, compute: null };
}
