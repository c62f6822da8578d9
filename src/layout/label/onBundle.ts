// Words on a bundle: each part and each floor in it has its own, one that is too narrow a line that leads to it.
import type { Entity } from '../../sim/engine/view';
import { bottom, contains, overlaps, right, type Rect } from '../rect';
import { toneOf, type Look, type Tone } from '../stage/look';
import type { BoxScene, BundlePart, LabelScene } from '../stage/scene';
import type { Lengths } from '../stageWords';
import { lineHeight, textWidth } from '../text/measure';
import type { Speech } from './inside';
import { lowLabel } from './low';
import type { BoxesToLabel, Spoken } from './onBoxes';

/** From the word of a part that is too narrow to the part, px. */
const toPart = 14;

/**
 * Its words, or null where one for all is better: where its boxes are alike and all in one colour, or where the words
 * of its largest part do not fit.
 */
export function bundleLabels(
  { box, room, speech }: Spoken,
  { boxes, view, words, style }: BoxesToLabel,
): LabelScene[] | null {
  const { parts = [], kind = '' } = box.bundle ?? {};
  const areRooms = kind === 'vm';
  if (box.build !== 'bundle') return null;
  if (parts.length < 2 && !areRooms) {
    const states = box.look === 'fallen' ? endOf(box, { view, words }) : [];
    const label = states.length > 0 && lowLabel(box, 'bundle', room, { ...speech, states }, words, style);
    if (!label || !label.lines.some(({ tellsState }) => tellsState)) return null;
    const [name = '', shorter] = speech.names;
    const isNamed = shorter === undefined || label.lines[0]?.text !== shorter;
    const beside = isNamed ? null : besideBundle(box, [name, states[0]!], boxes, style.size);
    return [beside ?? label];
  }
  const labels: LabelScene[] = [];
  const write = (rect: Rect, said: Speech, spokenBy: string, tone: Tone, look: Look): LabelScene | null => {
    const floor = { ...box, build: 'floor', bundle: null, drawn: rect, tone, look } as const;
    const label = lowLabel(floor, spokenBy, rect, said, words, style);
    if (label !== null) labels.push({ ...label, key: `${label.key} ${labels.length}` });
    return label;
  };
  const sayingOf = (boxes: readonly Entity[], states: Speech['states'] = []): Speech => {
    const [first] = boxes;
    if (first?.kind !== 'kernel') return { names: words.gathered(boxes, view).slice(0, 1), states };
    return { names: words.name(first, view).map((name) => words.several(name, boxes.length)), states };
  };
  const widest = parts.reduce((a, b) => (b.drawn.width > a.drawn.width ? b : a));
  if (areRooms) {
    // Where no room is left above what is in them, their word is on a plate at the top.
    const strip = room === box.drawn ? { ...room, height: style.size * lineHeight + 6 } : room;
    const isOne = parts.length === 1;
    const said = isOne ? speech : { ...speech, states: [] };
    const all = lowLabel({ ...box, drawn: strip }, 'bundle', strip, said, words, style);
    const isTold = said.states.length === 0 || all?.lines.some(({ tellsState }) => tellsState);
    if (all === null || !isTold) return null;
    labels.push(all);
    const ids = new Set(widest.ids);
    const inside = (box.bundle?.members ?? [])
      .flatMap((member) => (ids.has(member.id) ? member.ids : []))
      .flatMap((id) => view.get(id) ?? []);
    for (const { tone, drawn } of widest.layers) {
      const here = inside.filter((each) => each.kind !== 'vm' && toneOf(each) === tone);
      const y = Math.max(drawn.y, bottom(strip));
      const rect = { ...drawn, y, height: bottom(drawn) - y };
      if (!write(rect, sayingOf(here), here[0]?.kind ?? '', tone, widest.look)) return null;
    }
  }
  for (const part of parts) {
    if (areRooms && part === widest) continue;
    const boxes = part.ids.flatMap((id) => view.get(id) ?? []);
    const counts = { running: 0, suffering: 0, starting: 0, fallen: 0, off: 0, [part.look]: boxes.length };
    const states = words.gatheredStates(counts);
    const said = sayingOf(boxes, states);
    if (write(part.drawn, said, 'process', part.tone, part.look)) continue;
    const [text] = states;
    if (part === widest || text === undefined) return null;
    const beside = besideLabel(box.id, [text], part, widest, style.size);
    const isFree =
      contains(widest.drawn, beside.rect) && labels.every(({ rect }) => !overlaps(rect, beside.rect));
    if (!isFree) return null;
    labels.push(beside);
  }
  return labels;
}

/** What became of all that is gathered, where it was the same: that they are down would leave out how. */
function endOf({ bundle }: BoxScene, { view, words }: Pick<BoxesToLabel, 'view' | 'words'>): Lengths {
  const ends = (bundle?.members ?? []).flatMap(({ id }) => {
    const box = view.get(id);
    return box === undefined ? [] : [words.state(box, view)];
  });
  return (ends[0] ?? []).filter((told) => ends.every((all) => all.includes(told)));
}

/** Writes on bundles; a stage that has none yet needs not know how. */
export type BundleWriter = typeof bundleLabels;

/** Above and below what is said of a narrow bundle on its neighbour: the name of that one is in its middle, px. */
const clear = 30;

/** Who a narrow bundle is, on the wide box at its right, with a line that leads there; null where there is no such box. */
function besideBundle(
  box: BoxScene,
  texts: readonly string[],
  boxes: readonly BoxScene[],
  size: number,
): LabelScene | null {
  const next = boxes.find(
    ({ parent, exact }) => parent === box.parent && Math.abs(exact.x - right(box.exact)) < 0.5,
  );
  if (next === undefined || next.look !== 'running') return null;
  const label = besideLabel(box.id, texts, box, next, size);
  const isClear = next.drawn.height / 2 >= label.rect.height + clear;
  return isClear && contains(next.drawn, label.rect) ? label : null;
}

/** What is said of something that is too narrow, on its wide neighbour, with a line that leads there. */
function besideLabel(
  id: string,
  texts: readonly string[],
  { drawn, look }: Pick<BundlePart, 'drawn' | 'look'>,
  widest: Pick<BundlePart, 'drawn'>,
  size: number,
): LabelScene {
  const widths = texts.map((text) => textWidth(text, size, 700));
  const width = Math.max(...widths);
  const isLeft = widest.drawn.x < drawn.x;
  const height = texts.length * size * lineHeight;
  const x = isLeft ? drawn.x - toPart - width : right(drawn) + toPart;
  const rect = { x, y: drawn.y + drawn.height * 0.7, width, height };
  const y = rect.y + height / 2;
  const from = isLeft ? right(rect) + 3 : x - 3;
  const to = isLeft ? drawn.x + 1 : right(drawn) - 1;
  return {
    key: `name ${id} ${look}`,
    role: 'name',
    of: [id],
    lines: texts.map((text, at) => ({
      ...{ text, x: x + width / 2, y: rect.y + size * (1 + at * lineHeight) },
      ...{ width: widths[at]!, weight: 700, tellsState: true },
    })),
    align: 'middle',
    size,
    tone: look === 'fallen' ? 'fallen' : 'ink',
    rect,
    ground: 'plate',
    joins: null,
    tabTone: null,
    look,
    leaders: [
      [
        { x: from, y },
        { x: to, y },
      ],
    ],
  };
}
