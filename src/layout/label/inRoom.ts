// The word of a guest OS that fell while its VM stands: in the VM, over what stood on it, with a line down to it. In the
// hardware it would seem to lie under the hypervisor.
import { bottom, contains, overlaps, right } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { lineHeight } from '../text/measure';
import { fitBlock } from './block';
import { uprightStrip } from './board';
import type { Surroundings } from './standing';
import { tabHeight, tabLabel, type TabWish } from './tab';

/** Left and right of the word, and from its tab to the walls and to what it stands over, px. */
const [padding, air] = [4, 4] as const;

/** Under the name of a VM its virtual CPUs are drawn, px, and what they get is told on one line. */
const cells = 14;

/** From the sides of the floor to the line that leads to it, clear of the outline: the first that crosses no word, px. */
const insets = [9, 7, 5, 3];

function inRoom(
  wish: TabWish,
  box: BoxScene,
  labels: readonly LabelScene[],
  { boxes, board, size }: Surroundings,
): LabelScene | null {
  const room = boxes.find(({ build, id }) => build === 'room' && id === box.parent);
  if (room === undefined || room.look === 'fallen' || box.look !== 'fallen') return null;
  const inside = boxes.filter(
    ({ build, drawn }) => build === 'floor' && contains(room.exact, drawn) && overlaps(room.exact, drawn),
  );
  const foot = Math.min(...inside.map(({ drawn }) => drawn.y)) - air;
  const name = labels.find(({ of, role }) => role === 'name' && of.includes(room.id));
  const top = name ? bottom(name.rect) + cells + size * lineHeight : room.drawn.y + air;
  const { x, width } = room.drawn;
  const most = { width: width - 2 * (padding + air), height: foot - top - 5 };
  const wholeName = wish.twoLines[0]?.[0]?.text;
  // "OS" alone says little, and the count of what fell needs the room.
  for (const lines of wish.twoLines.filter(([name]) => name?.text === wholeName)) {
    const block = fitBlock(lines, size, most, 2);
    if (block === null) continue;
    const wide = Math.ceil(block.width) + 2 * padding;
    const height = tabHeight(size, block.lines.length);
    const plate = { x: x + (width - wide) / 2, y: foot - height, width: wide, height };
    const ends = insets.flatMap((inset) => [right(box.drawn) - inset, box.drawn.x + inset]);
    for (const end of ends) {
      if (end < plate.x || end > right(plate)) continue;
      const leader = [
        { x: end, y: bottom(plate) },
        { x: end, y: box.drawn.y + box.drawn.height / 2 },
      ] as const;
      const isFree = board.isFree(plate) && board.isFree(uprightStrip(...leader));
      if (isFree) return tabLabel(wish, block, { plate, joins: null, leaders: [leader] });
    }
  }
  return null;
}

/** Tabs of what fell in VMs that stand, where they have room there; what is placed is taken on the board. */
export const roomTabs = (
  wishes: readonly TabWish[],
  labels: readonly LabelScene[],
  around: Surroundings,
): LabelScene[] =>
  wishes.flatMap((wish) => {
    const label = wish.boxes[0] ? inRoom(wish, wish.boxes[0], labels, around) : null;
    if (label === null) return [];
    const [from, to] = label.leaders[0]!;
    around.board.take(label.rect);
    around.board.take(uprightStrip(from!, to!));
    return [label];
  });
