// The word of a box on the box itself, when it fits there.
import { bottom, grow, type Rect } from '../rect';
import type { StageWords } from '../stageWords';
import type { BoxScene, LabelScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import { textWidth } from '../text/measure';
import { bold, fitBlock, plain, setLines, state, type Block, type Paragraph } from './block';
import { inkOn } from './paint';

/** What a box has to say: its name and, when it does not simply run, its state; longest first. */
export interface Speech {
  readonly names: readonly string[];
  readonly states: readonly string[];
}

/** Between a text and the edge of its box. What is off has no colour that would keep its words apart from its neighbour's. */
const padding = { x: 2, y: 1, off: 4 };

/** From this width on a floor's word stands at its left, as a caption does. */
export const captionFrom = 220;

/** From the floor's edge to such a caption, px. */
const captionIndent = 7;

/** Kinds whose names are bold. */
export const tenants: ReadonlySet<string> = new Set(['process', 'container', 'bundle']);

/** Names in groups: all of one are tried, also in smaller type, before the next: the number of a copy is worth that. */
const namesOf = (kind: string, { names }: Speech): (readonly string[])[] =>
  kind === 'process' ? [names.slice(0, -1), names.slice(-1)] : [names];

/**
 * Ways to say it, the better ones first: name over state and both on one line; then the name, for the box itself
 * shows that it fell or starts, but not which one it is. How many are gathered is no name: it is the last that is said
 * of a bundle. Names of tenants are bold.
 */
export function ways(box: BoxScene, kind: string, speech: Speech, words: StageWords): Paragraph[][][] {
  const name = tenants.has(kind) ? bold : plain;
  const alone = (names: readonly string[]) => names.map((text) => [name(text)]);
  if (speech.states.length === 0) return namesOf(kind, speech).map(alone);
  const flat = box.drawn.width >= captionFrom;
  const told = (names: readonly string[]): Paragraph[][] => {
    // What is said of it gets shorter before its name does.
    const both = names.flatMap((text) => speech.states.map((told) => [bold(text), state(told)]));
    const oneLine = names.flatMap((text) =>
      speech.states.map((told) => [state(words.nameAndState(text, told))]),
    );
    return flat ? [...oneLine, ...both] : [...both, ...oneLine];
  };
  if (kind !== 'bundle') return [told, alone].flatMap((way) => namesOf(kind, speech).map(way));
  return [speech.names.slice(0, -1), speech.names.slice(-1)].flatMap((names) => [told(names), alone(names)]);
}

/** The same ways with names that are not bold: for boxes that would be too narrow for them else. */
export const inPlain = (all: readonly Paragraph[][]): Paragraph[][] =>
  all.map((way) => way.map((each) => (each.tellsState ? each : plain(each.text))));

function firstFit(
  all: Paragraph[][],
  sizes: readonly number[],
  room: { readonly width: number; readonly height: number },
  mostLines: number,
  mayStand: (block: Block) => boolean = () => true,
): Block | null {
  for (const size of sizes) {
    for (const way of all) {
      const block = fitBlock(way, size, room, mostLines);
      if (block !== null && mayStand(block)) return block;
    }
  }
  return null;
}

/** Plates under words may cover this part of what is hatched: with more, it would seem to be white. */
const mostHidden = 0.6;

/** Whether plates under these lines leave enough of the hatch to be seen. */
export function isMostlySeen(
  { lines, size }: Pick<Block, 'lines' | 'size'>,
  { width, height }: Rect,
): boolean {
  const plates = lines.map(({ text, weight }) => (textWidth(text, size, weight) + 5) * size * 1.16);
  return plates.reduce((sum, each) => sum + each, 0) <= mostHidden * width * height;
}

/** The largest size at which the name alone fits on the box, or null. */
export function nameSize(room: Rect, kind: string, speech: Speech, style: TextStyle): number | null {
  const name = tenants.has(kind) ? bold : plain;
  const inner = { ...grow(room, -padding.x), height: room.height - padding.y };
  let block: Block | null = null;
  for (const names of namesOf(kind, speech)) {
    block ??= firstFit(
      names.map((text) => [name(text)]),
      sizesOf(style),
      inner,
      2,
    );
  }
  return block?.size ?? null;
}

/**
 * The label of a box set into `room`, or null when no way to say it fits at the smallest size. A room's name
 * stands at its top, all other words in the middle. It may be said in these ways only.
 */
export function insideLabel(
  box: BoxScene,
  kind: string,
  room: Rect,
  speech: Speech,
  words: StageWords,
  style: TextStyle,
  only?: Paragraph[][][],
): LabelScene | null {
  // The parts of a bundle have colours of their own.
  const parts = box.bundle?.parts ?? [];
  const isMixed = parts.length > 1 || parts.some(({ layers }) => layers.length > 0);
  // What fades cannot carry words, either.
  const isPlain = box.look !== 'fallen' && (isMixed || box.isEnding === true);
  const plate = box.look === 'fallen' || isPlain;
  const isCaption = room.width >= captionFrom && kind !== 'process' && box.build === 'floor';
  const indent = isCaption ? captionIndent : 0;
  const isOff = kind === 'process' && box.look === 'off';
  const aside = isOff || (kind === 'runtime' && !isCaption) ? padding.off : padding.x;
  const inner = {
    x: room.x + aside + indent,
    width: room.width - 2 * aside - indent,
    height: room.height - padding.y,
  };
  const leavesHatch = (block: Block) => box.look !== 'fallen' || isMostlySeen(block, box.drawn);
  let block: Block | null = null;
  const groups = ways(box, kind, speech, words);
  for (const some of only ? [only] : [groups, groups.map(inPlain)]) {
    for (const mayStand of [leavesHatch, () => true]) {
      for (const group of some) block ??= firstFit(group, sizesOf(style), inner, 4, mayStand);
    }
  }
  if (block === null) return null;
  const align = isCaption ? 'start' : 'middle';
  const x = isCaption ? inner.x : inner.x + (inner.width - block.width) / 2;
  const y = box.build === 'room' ? room.y + 3 : room.y + (room.height - block.height) / 2;
  const text: Rect = {
    x,
    y: Math.min(y, bottom(room) - block.height),
    width: block.width,
    height: block.height,
  };
  return {
    key: `name ${box.id}`,
    role: 'name',
    of: [box.id],
    lines: setLines(block, text, align),
    align,
    size: block.size,
    tone: isPlain ? 'ink' : inkOn(box.tone, box.look),
    rect: plate ? { ...text, x: text.x - padding.x, width: text.width + 2 * padding.x } : text,
    ground: plate ? 'plate' : box.build === 'room' ? 'halo' : 'none',
    joins: null,
    tabTone: null,
    look: box.look,
    leaders: [],
  };
}
