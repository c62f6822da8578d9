// A machine of the same chart whose every function is watched: by the oracle to freeze what it sees, on the table's
// side to notice a function that writes into its context.
import type { AnyStateMachine } from 'xstate';
import { assign, setup } from 'xstate';
import { chartOf, listOf } from '../../../../src/sim/engine/compile/internals';
import type { Args, Compute } from '../../../../src/sim/engine/compile/table';

/** Called in place of each function of the chart; `label` says which one it is. */
export type Watch = (label: string, compute: Compute, args: Args, params: unknown) => unknown;

type Written = Readonly<Record<string, unknown>>;

const isFunction = (value: unknown): value is Compute => typeof value === 'function';
const isObject = (value: unknown): value is Written => typeof value === 'object' && value !== null;

function mapped(values: Written, change: (value: unknown, key: string) => unknown): Written {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}

class Twin {
  readonly #watch: Watch;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  function(value: unknown, label: string): unknown {
    if (!isFunction(value) || 'check' in value) return value;
    return (args: Args, params: unknown) => this.#watch(label, value, args, params);
  }

  action(value: unknown, label: string): unknown {
    const assignment = isFunction(value) && 'assignment' in value ? value.assignment : undefined;
    if (isFunction(assignment)) return assign(this.function(assignment, label) as never);
    if (isObject(assignment)) {
      return assign(mapped(assignment, (each, key) => this.function(each, `${label}.${key}`)) as never);
    }
    return this.reference(value, label);
  }

  reference(value: unknown, label: string): unknown {
    if (!isObject(value) || !('params' in value)) return value;
    return { ...value, params: this.function(value['params'], `${label} params`) };
  }

  actions(value: unknown, label: string): unknown {
    return listOf(value).map((each, index) => this.action(each, `${label} ${index}`));
  }

  transitions(value: unknown, label: string): unknown {
    const one = (each: unknown, index: number): unknown => {
      if (!isObject(each)) return each;
      const guard =
        'guard' in each ? { guard: this.reference(each['guard'], `${label} ${index} guard`) } : {};
      const actions =
        'actions' in each ? { actions: this.actions(each['actions'], `${label} ${index}`) } : {};
      return { ...each, ...guard, ...actions };
    };
    return Array.isArray(value) ? value.map(one) : one(value, 0);
  }

  state(config: Written, path: string): Written {
    return mapped(config, (value, key) => {
      const label = `${path} ${key}`;
      if (key === 'entry' || key === 'exit') return this.actions(value, label);
      if (key === 'always') return this.transitions(value, label);
      if ((key === 'on' || key === 'after') && isObject(value)) {
        return mapped(value, (each, name) => this.transitions(each, `${label} ${name}`));
      }
      if (key !== 'states' || !isObject(value)) return value;
      return mapped(value, (child, name) => (isObject(child) ? this.state(child, `${path}.${name}`) : child));
    });
  }
}

/** A copy of the machine whose functions go through `watch`; `extra` is added to the machine's own keys. */
export function twinOf(machine: AnyStateMachine, watch: Watch, extra: Written = {}): AnyStateMachine {
  const { config, implementations } = chartOf(machine);
  const twin = new Twin(watch);
  const named = {
    guards: mapped(implementations.guards, (value, name) => twin.function(value, `guard ${name}`)),
    actions: mapped(implementations.actions, (value, name) => twin.action(value, `action ${name}`)),
    delays: mapped(implementations.delays, (value, name) => twin.function(value, `delay ${name}`)),
  };
  // A chart that is only known at run time has no types for XState to check.
  const { createMachine } = setup(named as object);
  return createMachine({ ...twin.state(config, 'chart'), ...extra });
}
