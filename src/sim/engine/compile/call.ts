// Calls the chart's own functions with the one reused `{ context, event }` object.
import { ChartRefused } from './refuse';
import type { Args, Compute, Context, MachineEvent, Params } from './table';

/** The event of a machine's very first step, as XState makes it. */
export const INIT: MachineEvent = Object.freeze({ type: 'xstate.init', input: undefined });

/** XState also hands actors to these functions. Our entities have none: asking for one is an error, not undefined. */
class Call implements Args {
  context: Context = {};
  event: MachineEvent = INIT;

  get self(): never {
    throw new ChartRefused(
      'a chart function asks for "self": entities are not actors; use context and event only',
    );
  }

  get system(): never {
    throw new ChartRefused(
      'a chart function asks for "system": there is no actor system; use context and event only',
    );
  }

  get spawn(): never {
    throw new ChartRefused(
      'a chart function asks for "spawn": there are no child actors; name an effect instead',
    );
  }
}

const call = new Call();

/** Runs one function of the chart. The object is filled for each call: an effect may have stepped another entity. */
export function evaluate(compute: Compute, context: Context, event: MachineEvent, params: unknown): unknown {
  call.context = context;
  call.event = event;
  return compute(call, params);
}

/** Params as they are at this moment. */
export function resolve(params: Params, context: Context, event: MachineEvent): unknown {
  return params.compute === null ? params.fixed : evaluate(params.compute, context, event, undefined);
}
