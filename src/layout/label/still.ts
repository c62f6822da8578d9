// What became of programs beside containers, such as a runtime that was stopped, goes before the names of their neighbours.
import type { LabelScene } from '../stage/scene';
import { isStill, neck, type StandLate } from './standing';
import { briefer, type TabWish } from './tab';

const heightOf = ({ boxes: [box] }: TabWish): number => box?.drawn.height ?? 0;

/** How much is told of what became of these, by their height; of several alike, that of some is worse than of none. */
function toldOf(wishes: readonly TabWish[], labels: readonly LabelScene[]): number {
  const isTold = ({ boxes: [box] }: TabWish) =>
    labels.some(({ of, lines }) => of[0] === box?.id && lines.some(({ tellsState }) => tellsState));
  const rows = new Map<string, TabWish[]>();
  for (const wish of wishes) {
    const saying = JSON.stringify(wish.oneLine);
    rows.set(saying, [...(rows.get(saying) ?? []), wish]);
  }
  return [...rows.values()].reduce((sum, row) => {
    const told = row.filter(isTold).length;
    const whole = row.reduce((total, wish) => total + heightOf(wish), 0);
    return sum + (told === row.length ? whole : told > 0 ? -1 : 0);
  }, 0);
}

/** Of so many copies beside those that speak for them each has its name over itself where all of them have room. */
const mostEchoes = 3;

/** The tabs as they are where they tell all; else raised far, in their shortest words, or what became of some first. */
export const standLate: StandLate = (wishes, placed, again, size) => {
  const shortest = wishes.map((wish) => briefer(wish, wish.oneLine.length));
  const mustTell = wishes.filter((wish) => isStill(wish) && wish.twoLines.length > 0);
  const all = mustTell.reduce((sum, wish) => sum + heightOf(wish), 0);
  const score = (labels: readonly LabelScene[]) => toldOf(mustTell, labels);
  const first = [...mustTell, ...wishes.filter((wish) => !mustTell.includes(wish))];
  const isThin = (wish: TabWish) => heightOf(wish) < neck && wish.full < wish.oneLine.length;
  const briefly = first.map((wish) => (isThin(wish) ? { ...briefer(wish, wish.full), twoLines: [] } : wish));
  // In names alone, as before all of them fell: that they did is seen.
  const named = wishes.map((wish) => (wish.full > 0 ? briefer(wish, wish.full) : { ...wish, twoLines: [] }));
  const attempts = [
    () => again(wishes, { size, isFar: true }),
    () => again(wishes, { isFar: true }),
    () => again(first, {}),
    () => again(first, { isFar: true }),
    () => again(briefly, {}),
    () => again(named, { size }),
    () => again(shortest, { isFar: true }),
    () => again(shortest.toReversed(), { isFar: true }),
  ];
  let best = placed;
  for (const attempt of attempts) {
    if (best.length === wishes.length && score(best) === all) break;
    const next = attempt();
    const isBetter = next.length === best.length && score(next) > score(best);
    if (next.length > best.length || isBetter) best = next;
  }
  const echoes = wishes.flatMap((wish) => (wish.echoes ?? []).map((box) => ({ ...wish, boxes: [box] })));
  if (echoes.length === 0 || echoes.length > mostEchoes) return best;
  const each = again([...wishes, ...echoes], { size });
  return each.length === wishes.length + echoes.length ? each : best;
};
