// A tab: a word beside a box that is too thin to carry it, on a plate in the box's own colour.
import type { Point, Rect } from '../rect';
import type { StageWords } from '../stageWords';
import type { BoxScene, LabelScene } from '../stage/scene';
import { lineBlock, plain, setLines, state, type Block } from './block';
import { inkOn } from './paint';
import type { Speech } from './inside';

/** Left and right of the text, px. */
const padding = 6;

/** Height of a tab for a font size. */
export const tabHeight = (size: number): number => Math.round(size * 1.3 + 5);

/** A word for one box, or for several alike, that looks for a place. */
export interface TabWish {
  readonly boxes: readonly BoxScene[];
  /** Longest first. */
  readonly texts: readonly string[];
  readonly tellsState: boolean;
}

/** What a box that is too thin says beside itself, on one line. */
export function tabWish(box: BoxScene, speech: Speech, words: StageWords): TabWish {
  const { names, states } = speech;
  const both = states.flatMap((told) => names.map((name) => words.nameAndState(name, told)));
  return { boxes: [box], texts: states.length > 0 ? both : names, tellsState: states.length > 0 };
}

/** Boxes whose words are the same share one tab: `guest OS ×6`. Order of first appearance. */
export function gatherAlike(wishes: readonly TabWish[], words: StageWords): TabWish[] {
  const byText = new Map<string, TabWish[]>();
  for (const wish of wishes) {
    const key = JSON.stringify([wish.texts, wish.boxes[0]?.look, wish.boxes[0]?.tone]);
    byText.set(key, [...(byText.get(key) ?? []), wish]);
  }
  return [...byText.values()].map((alike) => ({
    boxes: alike.flatMap((wish) => wish.boxes),
    texts: (alike[0]?.texts ?? []).map((text) =>
      alike.length > 1 ? words.several(text, alike.length) : text,
    ),
    tellsState: alike[0]?.tellsState ?? false,
  }));
}

/** The text as a block; a state is bold. */
export function tabBlock(text: string, wish: TabWish, size: number): Block {
  return lineBlock(wish.tellsState ? state(text) : plain(text), size);
}

/** Width of the plate under a block. */
export const plateWidth = (block: Block): number => Math.ceil(block.width + 2 * padding);

/** The tab's label on its plate. */
export function tabLabel(
  wish: TabWish,
  block: Block,
  plate: Rect,
  leaders: readonly (readonly Point[])[],
): LabelScene | null {
  const first = wish.boxes[0];
  if (first === undefined) return null;
  const y = plate.y + (plate.height - block.height) / 2;
  const text = { x: plate.x + (plate.width - block.width) / 2, y, width: block.width, height: block.height };
  return {
    key: `tab ${first.id}`,
    role: 'tab',
    of: wish.boxes.map((box) => box.id),
    lines: setLines(block, text, 'middle'),
    align: 'middle',
    size: block.size,
    tone: inkOn(first.tone, first.look),
    rect: plate,
    ground: 'tab',
    tabTone: first.tone,
    look: first.look,
    leaders,
  };
}
