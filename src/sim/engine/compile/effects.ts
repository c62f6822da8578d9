// Looks up every name in a chart, also where no step ever gets, and collects those of its effects.
import { whereIs } from './check';
import { type Chart, nodesOf, written } from './internals';
import { guardOf } from './names';
import { opsOf } from './ops';

/**
 * Names of all actions that are not assigns, in document order. `keys` are those of the context. Throws ChartRefused at
 * unknown names, inline functions and actions off the list.
 */
export function effectsOf(chart: Chart, keys: readonly string[]): string[] {
  const actions = { chart, keys, effects: [] };
  for (const node of nodesOf(chart.root)) {
    const where = whereIs(chart, node);
    opsOf(actions, where, [...written(node, 'entry'), ...written(node, 'exit')]);
    for (const transition of [...node.transitions.values(), node.always ?? []].flat()) {
      guardOf(chart, where, transition.guard);
      opsOf(actions, where, transition.actions);
    }
  }
  return actions.effects;
}
