// What a transition leaves and enters: XState's own algorithm, for charts where one leaf is active at a time.
import { outwards, type ChartNode, type ChartTransition } from './internals';

/** States left from the inside out, states entered from the outside in, and the leaf one is in at the end. */
export interface Move {
  readonly exits: readonly ChartNode[];
  readonly enters: readonly ChartNode[];
  readonly to: ChartNode;
}

function isInside(node: ChartNode, around: ChartNode): boolean {
  return node !== around && outwards(node).includes(around);
}

/** The state itself, or the first child of its first child and so on, from the outside in. */
export function initialChain(node: ChartNode): readonly ChartNode[] {
  const child = node.type === 'compound' ? node.initial.target[0] : undefined;
  return child ? [node, ...initialChain(child)] : [node];
}

/** The innermost state that stays active; undefined when even the root is left and entered again. */
function domainOf(source: ChartNode, target: ChartNode, reenter: boolean): ChartNode | undefined {
  if (!reenter && (target === source || isInside(target, source))) return source;
  const common = outwards(target).find((node) => isInside(target, node) && isInside(source, node));
  return common ?? (reenter ? undefined : outwards(source).at(-1));
}

/** How one gets from `leaf` to where the transition leads. A transition without target moves nothing. */
export function moveOf(leaf: ChartNode, transition: ChartTransition): Move {
  const target = transition.target?.[0];
  if (!target) return { exits: [], enters: [], to: leaf };
  const { source, reenter } = transition;
  const domain = domainOf(source, target, reenter);
  const exits = outwards(leaf).filter((node) => !domain || isInside(node, domain));
  const around = outwards(target).filter((node) => node !== target && (!domain || isInside(node, domain)));
  // A transition to its own source that does not re-enter keeps the source and starts its children afresh.
  const stays = target === source && source === domain && !reenter;
  const [, ...below] = initialChain(target);
  const enters = [...around.reverse(), ...(stays ? [] : [target]), ...below];
  return { exits, enters, to: below.at(-1) ?? target };
}
