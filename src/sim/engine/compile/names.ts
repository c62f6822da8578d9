// What the names in a chart stand for: guards, actions, assigns and delays, each looked up once and refused if unknown.
import { fromMillis, type Micros } from '../time';
import { type Chart, listOf } from './internals';
import { type Where, placeOf, refuse } from './refuse';
import type { Compute, Guard, Op, OpKind, Params, Write } from './table';

/** A delay that is known beforehand, or a function that gives milliseconds. */
export interface Delay {
  readonly micros: Micros;
  readonly compute: Compute | null;
}

const NO_PARAMS: Params = { fixed: undefined, compute: null };

const INSTEAD_OF: Readonly<Record<string, string>> = {
  'xstate.raise': 'target the next state directly, or use always',
  'xstate.cancel': 'a timer ends when its state is left; move it to a state of its own',
  'xstate.sendTo': 'name an effect; the engine delivers it to the other entity',
  'xstate.emit': 'name an effect; the engine makes it a fact',
  'xstate.log': 'name an effect; the engine makes it a fact',
  'xstate.spawnChild': 'name an effect; the engine creates entities',
  'xstate.stopChild': 'name an effect; the engine ends entities',
  'xstate.enqueueActions': 'write guarded candidates with lists of actions',
};

/** An op with every field, in one order, so that all ops have one shape. */
export function opOf(kind: OpKind, label: string, fields: Partial<Omit<Op, 'kind' | 'label'>>): Op {
  return {
    kind,
    index: fields.index ?? -1,
    delay: fields.delay ?? 0,
    compute: fields.compute ?? null,
    writes: fields.writes ?? [],
    params: fields.params ?? NO_PARAMS,
    label,
  };
}

function isCompute(value: unknown): value is Compute {
  return typeof value === 'function';
}

/** Splits `'name'` or `{ type: 'name', params }`; anything else is refused. */
function referenceOf(where: Where, what: string, written: unknown): { name: string; params: Params } {
  if (typeof written === 'string') return { name: written, params: NO_PARAMS };
  if (typeof written !== 'object' || written === null) {
    return refuse(
      where,
      `${what} is ${typeof written === 'function' ? 'an inline function' : String(written)}`,
      `name it in setup() and write the name`,
    );
  }
  const { type, params, ...rest } = written as Readonly<Record<string, unknown>>;
  const unknownKey = Object.keys(rest)[0];
  if (unknownKey !== undefined)
    refuse(where, `${what} has the key "${unknownKey}"`, 'write only type and params');
  if (typeof type !== 'string') return refuse(where, `${what} has no name`, 'write { type, params }');
  return {
    name: type,
    params: isCompute(params) ? { fixed: undefined, compute: params } : { fixed: params, compute: null },
  };
}

function lookUp(where: Where, what: string, names: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!Object.hasOwn(names, name))
    return refuse(where, `${what} "${name}" is not in setup()`, 'add it there or correct the name');
  return names[name];
}

/** All names of one chart. `keys` are those of its context; `effects` grows with each action that is not an assign. */
export class Names {
  readonly effects: string[] = [];
  readonly #chart: Chart;
  readonly #keys: readonly string[];

  constructor(chart: Chart, keys: readonly string[]) {
    this.#chart = chart;
    this.#keys = keys;
  }

  /** The guard of a transition, null when it has none. Throws ChartRefused. */
  guard(where: Where, written: unknown): Guard | null {
    if (written === undefined) return null;
    if (isCompute(written) && 'check' in written) {
      return refuse(where, 'guard is made with and, or, not or stateIn', 'name one guard that tests it all');
    }
    const { name, params } = referenceOf(where, 'guard', written);
    const test = lookUp(where, 'guard', this.#chart.implementations.guards, name);
    if (!isCompute(test))
      return refuse(
        where,
        `guard "${name}" is not a function`,
        'write ({ context, event }, params) => boolean',
      );
    if ('check' in test) {
      return refuse(
        where,
        `guard "${name}" is made with and, or, not or stateIn`,
        'write one function that tests it all',
      );
    }
    return { test, params };
  }

  /** The ops of a list of actions, in order. Throws ChartRefused. */
  actions(where: Where, written: unknown): readonly Op[] {
    return listOf(written).map((action) => this.#action(where, action));
  }

  /** A key of `after`: milliseconds, or the name of a delay. Throws ChartRefused. */
  delay(where: Where, written: number | string): Delay {
    const millis =
      typeof written === 'number'
        ? written
        : lookUp(where, 'delay', this.#chart.implementations.delays, written);
    if (isCompute(millis)) return { micros: 0, compute: millis };
    if (typeof millis !== 'number' || !(millis >= 0) || !Number.isSafeInteger(fromMillis(millis))) {
      return refuse(
        where,
        `delay "${written}" is ${String(millis)}`,
        'write a number of milliseconds, zero or more, or a function',
      );
    }
    return { micros: fromMillis(millis), compute: null };
  }

  #action(where: Where, written: unknown): Op {
    if (isCompute(written) && 'resolve' in written) return this.#builtIn(where, 'action', written, NO_PARAMS);
    const { name, params } = referenceOf(where, 'action', written);
    const action = lookUp(where, 'action', this.#chart.implementations.actions, name);
    if (!isCompute(action))
      return refuse(
        where,
        `action "${name}" is not a function`,
        'write assign(...), or an empty function for an effect',
      );
    if ('resolve' in action) return this.#builtIn(where, `action "${name}"`, action, params);
    if (!this.effects.includes(name)) this.effects.push(name);
    return opOf('effect', placeOf(where), { index: this.effects.indexOf(name), params });
  }

  #builtIn(where: Where, what: string, action: Compute, params: Params): Op {
    const { type, assignment } = action as Compute & {
      readonly type?: string;
      readonly assignment?: unknown;
    };
    if (type !== 'xstate.assign') {
      return refuse(where, `${what} is ${String(type)}`, INSTEAD_OF[String(type)] ?? 'name an effect');
    }
    if (isCompute(assignment))
      return opOf('patch', `${placeOf(where)}: ${what}`, { compute: assignment, params });
    const writes = this.#writes(where, what, assignment);
    return opOf(writes.length === 1 ? 'write' : 'writeAll', placeOf(where), { writes, params });
  }

  #writes(where: Where, what: string, assignment: unknown): readonly Write[] {
    if (typeof assignment !== 'object' || assignment === null) {
      return refuse(where, `${what} assigns ${String(assignment)}`, 'give assign an object or a function');
    }
    return Object.entries(assignment).map(([key, value]: [string, unknown]) => {
      if (!this.#keys.includes(key)) {
        return refuse(
          where,
          `${what} assigns "${key}", which the context does not have`,
          'add it to the context',
        );
      }
      return isCompute(value)
        ? { key, fixed: undefined, compute: value }
        : { key, fixed: value, compute: null };
    });
  }
}
