// Makes first contexts: from the chart's object or factory, always with the same keys.
import { type Where, refuse } from './refuse';
import type { Context } from './table';

/** What a chart has under `context`: an object, or a factory that XState calls with the input. */
export type ContextSource = unknown;

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

function create(where: Where, source: ContextSource, input: unknown): Context {
  const made: unknown =
    typeof source === 'function'
      ? (source as (args: Creation) => unknown)(new Creation(where, input))
      : source;
  return { ...(made as Context | undefined) };
}

/** The keys of a chart's context, read by making one from `input`. Throws ChartRefused when that does not work. */
export function keysOf(chart: string, source: ContextSource, input: unknown): readonly string[] {
  const where = { chart, state: '' };
  try {
    return Object.keys(create(where, source, input));
  } catch (error) {
    return refuse(
      where,
      `the context cannot be made from an empty input (${String(error)})`,
      'give its fields defaults',
    );
  }
}

/** How to make a fresh context; what it gives throws ChartRefused when the chart makes other keys than `keys`. */
export function makerOf(
  chart: string,
  source: ContextSource,
  keys: readonly string[],
): (input: unknown) => Context {
  const where = { chart, state: '' };
  return (input) => {
    const context = create(where, source, input);
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
}
