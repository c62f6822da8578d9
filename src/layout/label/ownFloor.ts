// What became of a guest OS that fell while its VM stands, in its own floor: over what stood on it, it would be read as
// standing there; in the hardware, as lying under the hypervisor. Its name is that of the floors beside it.
import type { BoxScene, LabelScene } from '../stage/scene';
import type { TextStyle } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { lowLabel } from './low';
import type { Surroundings } from './standing';
import type { TabWish } from './tab';

/** Whether a floor like it in another room has its name on itself. */
const isNamedBeside = (box: BoxScene, labels: readonly LabelScene[], boxes: readonly BoxScene[]): boolean =>
  boxes.some(
    ({ id, tone, depth, parent }) =>
      id !== box.id &&
      tone === box.tone &&
      depth === box.depth &&
      parent !== box.parent &&
      labels.some(({ of, role }) => role === 'name' && of.includes(id)),
  );

/** Words in the floors of what fell in VMs that stand, where floors like them have theirs. */
export function ownFloors(
  wishes: readonly TabWish[],
  labels: readonly LabelScene[],
  { boxes, board, size, smallest }: Surroundings & TextStyle,
  words: StageWords,
): LabelScene[] {
  return wishes.flatMap(({ boxes: [box], twoLines }) => {
    const room = boxes.find(({ build, id }) => build === 'room' && id === box?.parent);
    if (box?.look !== 'fallen' || room === undefined || room.look === 'fallen') return [];
    if (!isNamedBeside(box, labels, boxes)) return [];
    for (const [, told] of twoLines) {
      if (told === undefined) continue;
      const speech = { names: [told.text], states: [] };
      const label = lowLabel(box, 'kernel', box.drawn, speech, words, { size, smallest }, [[[told]]]);
      if (label === null || label.lines.length > 1) continue;
      board.take(label.rect);
      return [label];
    }
    return [];
  });
}
