// A tab: a word beside a box that is too thin to carry it, on a plate in the box's own colour.
import type { Point, Rect } from '../rect';
import type { StageWords } from '../stageWords';
import { toneOf, type Tone } from '../stage/look';
import type { BoxScene, LabelScene } from '../stage/scene';
import { lineHeight, textWidth } from '../text/measure';
import { bold, plain, setLines, state, type Block, type Paragraph } from './block';
import type { Speech } from './inside';
import { inkOn } from './paint';

/** Left and right of the text, px. */
const padding = 6;

/** Height of a tab of one line for a font size. */
export const tabHeight = (size: number, lines = 1): number => Math.round(size * lineHeight * lines + 5);

/** A word for one box, or for several alike, that looks for a place. */
export interface TabWish {
  readonly boxes: readonly BoxScene[];
  /** Ways to say it on one line, longest first: so many that say all, then the name, then shorter states. */
  readonly oneLine: readonly Paragraph[];
  readonly full: number;
  /** Ways in which each of several alike would say it: for a place beside them all. */
  readonly each?: readonly Paragraph[];
  /** Ways to say it with the name over the state, longest first. */
  readonly twoLines: readonly (readonly Paragraph[])[];
  /** What its tab may not reach beyond, on either side: the walls of the VM that it is in. */
  readonly walls?: Rect | undefined;
  /** Boxes alike that this one speaks for. */
  readonly echoes?: readonly BoxScene[];
  /** Ids of all that these boxes stand on: they are not named over them. */
  readonly under?: readonly string[] | undefined;
}

/** What a box that is too thin says beside itself. */
export function tabWish(box: BoxScene, kind: string, { names, states }: Speech, words: StageWords): TabWish {
  const shortestName = Math.min(...names.map(({ length }) => length));
  // Only the colour of a tenant says whose it is: a floor is never without its name.
  // Of what is off nothing is seen that its state alone could be read with.
  const shorter =
    kind === 'process' && box.look !== 'off' ? states.filter(({ length }) => length < shortestName) : [];
  const both = names.flatMap((name) => states.map((told) => ({ name, told })));
  return {
    boxes: [box],
    oneLine: [
      ...both.map(({ name, told }) => state(words.nameAndState(name, told))),
      ...names.map(plain),
      ...shorter.map(state),
    ],
    full: states.length > 0 ? both.length : names.length,
    twoLines: both.map(({ name, told }) => [bold(name), state(told)]),
  };
}

/** The wish without its longest words: with the texts from this one on. */
export function briefer(wish: TabWish, brevity: number): TabWish {
  const left = Math.min(brevity, wish.oneLine.length - 1);
  return { ...wish, oneLine: wish.oneLine.slice(left), full: Math.max(0, wish.full - left) };
}

/** Boxes whose words are the same share one tab: `guest OS ×6`. Order of first appearance. */
export function gatherAlike(wishes: readonly TabWish[], words: StageWords): TabWish[] {
  const keyOf = (wish: TabWish) => JSON.stringify([wish.oneLine, wish.boxes[0]?.look, wish.boxes[0]?.tone]);
  const groups = new Map<string, TabWish[]>();
  for (const wish of wishes) groups.set(keyOf(wish), [...(groups.get(keyOf(wish)) ?? []), wish]);
  return [...groups.values()].flatMap((alike) => {
    const first = alike[0];
    if (first === undefined || alike.length === 1) return alike;
    const oneLine = first.oneLine.map((line) => ({ ...line, text: words.several(line.text, alike.length) }));
    const under = alike.flatMap((wish) => wish.under ?? []);
    const boxes = alike.flatMap((wish) => wish.boxes);
    return [{ boxes, oneLine, each: first.oneLine, full: first.full, twoLines: [], under }];
  });
}

/** Lines as they are, however wide. */
export function tabBlock(lines: readonly Paragraph[], size: number): Block {
  const width = Math.max(...lines.map((line) => textWidth(line.text, size, line.weight)));
  return { lines, size, width, height: lines.length * size * lineHeight };
}

/** Width of the plate under a block. */
export const plateWidth = (block: Block): number => Math.ceil(block.width + 2 * padding);

/** Where a tab found its place. */
export interface TabPlace {
  readonly plate: Rect;
  readonly joins: LabelScene['joins'];
  readonly leaders: readonly (readonly Point[])[];
}

/** The colour of a box; that of its kind where boxes of several colours are gathered in it. */
function toneOfTab({ tone, bundle }: BoxScene): Tone {
  const isMixed = bundle !== null && new Set(bundle.parts.map((part) => part.tone)).size > 1;
  return isMixed ? toneOf({ kind: bundle.kind, context: {} }) : tone;
}

/** The tab's label on its plate. */
export function tabLabel(
  wish: TabWish,
  block: Block,
  { plate, joins, leaders }: TabPlace,
): LabelScene | null {
  const first = wish.boxes[0];
  if (first === undefined) return null;
  const tone = toneOfTab(first);
  const y = plate.y + (plate.height - block.height) / 2;
  const text = { x: plate.x + (plate.width - block.width) / 2, y, width: block.width, height: block.height };
  return {
    key: `tab ${first.id}`,
    role: 'tab',
    of: wish.boxes.map((box) => box.id),
    lines: setLines(block, text, 'middle'),
    align: 'middle',
    size: block.size,
    tone: inkOn(tone, first.look),
    rect: plate,
    ground: 'tab',
    joins,
    tabTone: tone,
    look: first.look,
    leaders,
  };
}
