// Turns the actions of a chart into ops. The names of those that the engine carries out are collected on the way.
import { adviceFor } from './closed';
import { type Chart, listOf } from './internals';
import { NO_PARAMS, functionNamed, isCompute, referenceTo } from './names';
import { type Where, placeOf, refuse, refuseIf } from './refuse';
import type { Compute, Op, OpKind, Params, Write } from './table';

/** What turning actions into ops needs to know, and what it collects. */
export interface Actions {
  readonly chart: Chart;
  /** Keys of the context. */
  readonly keys: readonly string[];
  /** Names of effects; grows. */
  readonly effects: string[];
}

/** An op with every field, in one order, so that all ops have one shape. */
export function opOf(kind: OpKind, label: string, fields: Partial<Omit<Op, 'kind' | 'label'>>): Op {
  return {
    kind,
    index: fields.index ?? -1,
    delay: fields.delay ?? 0,
    key: fields.key ?? '',
    fixed: fields.fixed,
    compute: fields.compute ?? null,
    writes: fields.writes ?? [],
    params: fields.params ?? NO_PARAMS,
    label,
  };
}

function writesOf(actions: Actions, where: Where, assignment: object): readonly Write[] {
  return Object.entries(assignment).map(([key, value]: [string, unknown]) => {
    const known = actions.keys.includes(key);
    refuseIf(!known, where, `assign writes "${key}", which the context does not have`, 'add it there');
    return isCompute(value)
      ? { key, fixed: undefined, compute: value }
      : { key, fixed: value, compute: null };
  });
}

/** XState's own action creators: assign is the only one on the list. */
function builtInOp(actions: Actions, where: Where, action: Compute, params: Params): Op {
  const { type, assignment } = action as Compute & { readonly type?: unknown; readonly assignment?: unknown };
  const name = String(type);
  refuseIf(name !== 'xstate.assign', where, `an action is ${name}`, adviceFor(name));
  if (isCompute(assignment)) return opOf('patch', placeOf(where), { compute: assignment, params });
  if (typeof assignment !== 'object' || assignment === null) {
    return refuse(where, 'assign has nothing to assign', 'give it an object or a function');
  }
  const writes = writesOf(actions, where, assignment);
  const [only] = writes;
  if (only && writes.length === 1) return opOf('write', placeOf(where), { ...only, params });
  return opOf('writeAll', placeOf(where), { writes, params });
}

function opFor(actions: Actions, where: Where, written: unknown): Op {
  if (isCompute(written) && 'resolve' in written) return builtInOp(actions, where, written, NO_PARAMS);
  const { name, params } = referenceTo(where, 'an action', written);
  const action = functionNamed(where, 'action', actions.chart.implementations.actions, name);
  if ('resolve' in action) return builtInOp(actions, where, action, params);
  if (!actions.effects.includes(name)) actions.effects.push(name);
  return opOf('effect', placeOf(where), { index: actions.effects.indexOf(name), params });
}

/** The ops of a list of actions, in order. Throws ChartRefused. */
export function opsOf(actions: Actions, where: Where, written: unknown): readonly Op[] {
  return listOf(written).map((action) => opFor(actions, where, action));
}
