// Draws charts from everything the compiler supports.
import { assign } from 'xstate';
import type { Dice } from '../dice';
import type { Grid } from './names';

/** A state as it is being drawn. */
export interface Sketch {
  readonly key: string;
  readonly parent: Sketch | null;
  readonly children: Sketch[];
  /** Its XState config, without `states`. */
  readonly config: Record<string, unknown>;
}

/** The events random machines listen to. */
export const EVENTS = ['E0', 'E1', 'E2', 'E3'];

const TAGS = ['up', 'down', 'waiting', 'off'];

function pathOf(sketch: Sketch): readonly string[] {
  return sketch.parent ? [...pathOf(sketch.parent), sketch.key] : [];
}

/** A sketch and all below it. */
export function allOf(sketch: Sketch): readonly Sketch[] {
  return [sketch, ...sketch.children.flatMap((child) => allOf(child))];
}

function grow(dice: Dice, parent: Sketch | null, key: string, depth: number): Sketch {
  const sketch: Sketch = { key, parent, children: [], config: {} };
  const splits = depth === 0 || (depth < 3 && dice.chance(0.35));
  const count = splits ? 1 + dice.below(3) + (depth === 0 ? 2 : 0) : 0;
  for (let index = 0; index < count; index++) {
    sketch.children.push(grow(dice, sketch, `s${index}`, depth + 1));
  }
  return sketch;
}

/** One way to write a target: by id, by path from the root, as a sibling, or as a descendant. */
function targetOf(dice: Dice, source: Sketch, target: Sketch): string {
  const [from, to] = [pathOf(source), pathOf(target)];
  const ways = [['#m', ...to].join('.')];
  if (typeof target.config['id'] === 'string') ways.push(`#${target.config['id']}`);
  const below = from.every((key, index) => key === to[index]);
  if (below && to.length > from.length) ways.push(`.${to.slice(from.length).join('.')}`);
  const beside = from.slice(0, -1).every((key, index) => key === to[index]);
  if (source.parent && beside && to.length >= from.length) ways.push(to.slice(from.length - 1).join('.'));
  return dice.pick(ways);
}

/** A guard by name, sometimes with params, sometimes computed. */
export function guard(dice: Dice): unknown {
  const plain = ['isEven', 'isSame', 'isBig', 'isE1', 'isDone', { type: 'isEven' }];
  const withParams = [
    { type: 'isAtLeast', params: { n: dice.below(4) } },
    { type: 'isAtLeast', params: ({ context }: { context: Grid }) => ({ n: context.a }) },
  ];
  return dice.pick([...plain, ...withParams, ...withParams]);
}

function action(dice: Dice): unknown {
  const assigns = [
    'up',
    'take',
    'swap',
    'mix',
    'clear',
    'keep',
    assign({ a: 3, b: ({ context }) => (context as Grid).a }),
  ];
  const effects = ['ring', 'buzz', { type: 'ring' }, { type: 'tell', params: { word: 'hello' } }];
  const computed = [
    { type: 'add', params: { by: 1 + dice.below(3) } },
    { type: 'add', params: ({ context }: { context: Grid }) => ({ by: context.a }) },
    {
      type: 'tell',
      params: ({ context, event }: { context: Grid; event: { type: string } }) => ({
        word: `${event.type} ${context.a}${context.b}`,
      }),
    },
  ];
  return dice.pick([...effects, ...dice.pick([assigns, effects, computed])]);
}

/** No, one or several actions, as charts may write them. */
export function actions(dice: Dice): unknown {
  const count = Math.max(0, dice.below(5) - 2);
  if (count === 1 && dice.chance(0.5)) return action(dice);
  return Array.from({ length: count }, () => action(dice));
}

/** A transition as an object. */
export function transition(dice: Dice, source: Sketch, states: readonly Sketch[]): Record<string, unknown> {
  return {
    ...(dice.chance(0.8) ? { target: targetOf(dice, source, dice.pick(states)) } : {}),
    ...(dice.chance(0.3) ? { reenter: dice.chance(0.8) } : {}),
    ...(dice.chance(0.5) ? { guard: guard(dice) } : {}),
    ...(dice.chance(0.7) ? { actions: actions(dice) } : {}),
    ...(dice.chance(0.1) ? { description: 'drawn', meta: { drawn: true } } : {}),
  };
}

function transitions(dice: Dice, source: Sketch, states: readonly Sketch[], bare: boolean): unknown {
  if (bare && dice.chance(0.1)) return targetOf(dice, source, dice.pick(states));
  if (bare && dice.chance(0.05)) return dice.pick([undefined, [], '']);
  if (dice.chance(0.5)) return transition(dice, source, states);
  return Array.from({ length: 1 + dice.below(3) }, () => transition(dice, source, states));
}

function decorate(dice: Dice, sketch: Sketch, states: readonly Sketch[]): void {
  const { config, parent, children } = sketch;
  const leaf = children.length === 0;
  if (dice.chance(0.3)) config['entry'] = actions(dice);
  if (dice.chance(0.3)) config['exit'] = actions(dice);
  if (dice.chance(0.3)) config['tags'] = dice.chance(0.5) ? dice.pick(TAGS) : [dice.pick(TAGS), 'up'];
  if (dice.chance(0.1)) Object.assign(config, { description: 'drawn', meta: { drawn: true } });
  const events = EVENTS.filter(() => dice.chance(parent ? 0.4 : 0.2));
  config['on'] = Object.fromEntries(events.map((type) => [type, transitions(dice, sketch, states, true)]));
  const delays = ['0', '250', '99.999', '1e3', 'short', 'byA', 'byN'].filter(() => dice.chance(0.08));
  config['after'] = Object.fromEntries(
    delays.map((delay) => [delay, transitions(dice, sketch, states, false)]),
  );
  if (dice.chance(leaf ? 0.15 : 0.06)) {
    const choices = [transition(dice, sketch, states), transition(dice, sketch, states)];
    config['always'] = choices.map((choice) =>
      dice.chance(0.8) ? { ...choice, guard: guard(dice) } : choice,
    );
  }
  if (leaf && dice.chance(0.1)) config['type'] = 'final';
}

/** Draws the states of one machine; the first is the root. */
export function draw(dice: Dice): readonly Sketch[] {
  const states = allOf(grow(dice, null, 'm', 0));
  const [root, ...others] = states;
  others.forEach((sketch, index) => {
    if (dice.chance(0.3)) sketch.config['id'] = `id${index}`;
  });
  for (const sketch of states) {
    if (sketch.children.length > 0) sketch.config['initial'] = dice.pick(sketch.children).key;
    decorate(dice, sketch, states);
  }
  const first: Grid = { a: dice.below(4), b: dice.below(4), who: '' };
  if (root) Object.assign(root.config, { id: 'm', context: dice.chance(0.5) ? first : () => ({ ...first }) });
  return states;
}

/** The config that XState takes. */
export function configOf(sketch: Sketch): Record<string, unknown> {
  if (sketch.children.length === 0) return sketch.config;
  return {
    ...sketch.config,
    states: Object.fromEntries(sketch.children.map((child) => [child.key, configOf(child)])),
  };
}
