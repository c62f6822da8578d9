// Calls the chart's own functions with the one reused `{ context, event }` object.
import { ChartRefused } from './refuse';
import type { Args, Compute, Context, MachineEvent, Params } from './table';

/** The event of a machine's very first step, as XState makes it. */
export const INIT: MachineEvent = Object.freeze({ type: 'xstate.init', input: undefined });

/** XState also hands actors to these functions. Our entities have none: asking for one is an error, not undefined. */
class Call implements Args {
  chart = '';
  context: Context = {};
  event: MachineEvent = INIT;

  get self(): never {
    return this.#refuse('self', 'use context and event only');
  }

  get system(): never {
    return this.#refuse('system', 'use context and event only');
  }

  get spawn(): never {
    return this.#refuse('spawn', 'name an effect; the engine creates entities');
  }

  #refuse(what: string, instead: string): never {
    throw new ChartRefused(
      `machine "${this.chart}", event "${this.event.type}": a function asks for "${what}"; ${instead}`,
    );
  }
}

const call = new Call();

/** Says what the next calls are about: at the start of a step, and again after a sink may have stepped something else. */
export function aim(chart: string, context: Context, event: MachineEvent): void {
  if (call.context === context && call.event === event) return;
  call.chart = chart;
  call.context = context;
  call.event = event;
}

/** Runs one function of the chart that was aimed at. */
export function evaluate(compute: Compute, params: unknown): unknown {
  return compute(call, params);
}

/** Params as they are at this moment. */
export function resolve(params: Params): unknown {
  return params.compute === null ? params.fixed : evaluate(params.compute, undefined);
}
