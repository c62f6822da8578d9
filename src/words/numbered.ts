// What many boxes are called that differ by a number alone: "VM 1 to 4", "search 1 to 3 on host-b".
import type { EntityId } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import { floorsOf, numberOf } from './name';

/** A number that the name of a box may say, and the box in a world where it has the numbers of many. */
export interface Numbered {
  readonly number: string;
  readonly as: (numbers: string) => { readonly id: EntityId; readonly view: WorldView };
}

/** A name or id with other numbers. */
const renumbered = (name: string, number: string, numbers: string) =>
  name.slice(0, name.length - number.length) + numbers;

/** The numbers that the name of a box may say: its own, that of whose it is, that of what it stands on. */
export function numbersOf(id: EntityId, view: WorldView): readonly Numbered[] {
  const box = view.get(id);
  if (box === undefined) {
    const number = numberOf(id);
    if (number === null) return [];
    return [{ number, as: (numbers) => ({ id: renumbered(id, number, numbers), view }) }];
  }
  const [, ...floors] = floorsOf(box, view);
  return [box, view.get(String(box.context['of'])), ...floors].flatMap((one): Numbered[] => {
    const number = one === undefined ? null : numberOf(one.name);
    return one === undefined || number === null
      ? []
      : [{ number, as: (numbers) => ({ id, view: worldWith(one, number, numbers, view) }) }];
  });
}

/** Where a box has the numbers of many; others of its kind that share its number as well, so that it is told from them. */
function worldWith({ kind }: Entity, number: string, numbers: string, view: WorldView): WorldView {
  const called = (box: Entity): Entity =>
    box.kind === kind && numberOf(box.name) === number
      ? { ...box, name: renumbered(box.name, number, numbers) }
      : box;
  return {
    ...view,
    get(id) {
      const box = view.get(id);
      return box && called(box);
    },
    ofKind: (asked) => (asked === kind ? view.ofKind(kind).map(called) : view.ofKind(asked)),
  };
}
