// Makes first contexts: from the chart's object or factory, always with the same keys.
import type { Chart } from './internals';
import { type Where, refuse } from './refuse';
import type { Context } from './table';

/** The keys of a chart's context and how to make one. */
export interface ContextMaker {
  readonly keys: readonly string[];
  /** A fresh context; throws ChartRefused when the factory gives other keys than the first time. */
  readonly make: (input: unknown) => Context;
}

/** What XState hands to a factory, without actors. */
class Creation {
  readonly input: unknown;
  readonly #where: Where;

  constructor(where: Where, input: unknown) {
    this.#where = where;
    this.input = input;
  }

  get spawn(): never {
    return refuse(this.#where, 'the context asks for "spawn"', 'there are no child actors; use input only');
  }

  get self(): never {
    return refuse(this.#where, 'the context asks for "self"', 'entities are not actors; use input only');
  }
}

/** Reads the keys by making one context from the empty input. Throws ChartRefused when that does not work. */
export function contextMaker(chart: Chart): ContextMaker {
  const where = { chart: chart.id, state: '' };
  const source = chart.config['context'];
  const create = (input: unknown): Context => {
    const made: unknown =
      typeof source === 'function'
        ? (source as (args: Creation) => unknown)(new Creation(where, input))
        : source;
    return { ...(made as Context | undefined) };
  };
  let keys: readonly string[] = [];
  try {
    keys = Object.keys(create({}));
  } catch (error) {
    refuse(
      where,
      `the context cannot be made from an empty input (${String(error)})`,
      'give its fields defaults',
    );
  }
  const make = (input: unknown): Context => {
    const context = create(input);
    const got = Object.keys(context);
    if (got.length !== keys.length || got.some((key, at) => key !== keys[at])) {
      refuse(
        where,
        `the context has the keys ${got.join(', ')} instead of ${keys.join(', ')}`,
        'always make the same keys',
      );
    }
    return context;
  };
  return { keys, make };
}
