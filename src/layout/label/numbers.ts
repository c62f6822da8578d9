// Words of copies alike side by side that are too narrow for a name each: one for all, and under it their numbers.
import { around, bottom, right } from '../rect';
import type { LabelScene } from '../stage/scene';
import type { TextStyle } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { lowLabel } from './low';
import { inCommon, type BoxesToLabel, type Spoken } from './onBoxes';

/** Whether two say the same and stand side by side on one floor. */
function areTwins(a: Spoken, b: Spoken): boolean {
  const [left, next] = [a.box, b.box];
  return (
    a.kind === 'process' &&
    a.kind === b.kind &&
    left.look === next.look &&
    left.tone === next.tone &&
    left.depth === next.depth &&
    Math.abs(right(left.exact) - next.exact.x) < 0.5 &&
    Math.abs(bottom(left.exact) - bottom(next.exact)) < 0.5 &&
    JSON.stringify(inCommon(a.speech)) === JSON.stringify(inCommon(b.speech))
  );
}

/** Copies alike side by side, in one list each. */
function twinsOf(spoken: readonly Spoken[]): Spoken[][] {
  const runs: Spoken[][] = [];
  for (const each of spoken) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && areTwins(before, each)) run.push(each);
    else runs.push([each]);
  }
  return runs.filter((run) => run.length > 1);
}

/** `search ×6` across all of them, as high as the lowest; null where not even that fits. */
function sharedLabel(twins: readonly Spoken[], words: StageWords, style: TextStyle): LabelScene | null {
  const [first] = twins;
  const all = around(twins.map(({ box }) => box.drawn));
  if (first === undefined || all === null) return null;
  const top = Math.max(...twins.map(({ box }) => box.drawn.y));
  const band = { ...all, y: top, height: bottom(all) - top };
  const names = inCommon(first.speech).names.map((name) => words.several(name, twins.length));
  const box = { ...first.box, drawn: band };
  const label = lowLabel(box, first.kind, band, { ...first.speech, names }, words, style);
  if (label === null) return null;
  const ground = label.ground === 'none' ? 'cover' : label.ground;
  return { ...label, of: twins.map((twin) => twin.box.id), ground, tabTone: first.box.tone };
}

/** Of more copies none is looked for by its number. */
const most = 12;

/** The numbers of copies alone, under the word that they share; none where one of them does not fit. */
export function numbersUnder(
  { rect }: LabelScene,
  twins: readonly Spoken[],
  { words, style }: Pick<BoxesToLabel, 'words' | 'style'>,
): LabelScene[] {
  if (twins.length > most) return [];
  const y = bottom(rect);
  const numbers = twins.flatMap(({ box, kind, speech }) => {
    const [common = ''] = inCommon(speech).names;
    const number = (speech.names[0] ?? '').replace(common, '').trim();
    const room = { ...box.drawn, y, height: bottom(box.drawn) - y };
    const label = lowLabel(box, kind, room, { names: [number], states: [] }, words, style);
    return number === '' || label === null ? [] : [{ ...label, key: `number ${box.id}` }];
  });
  return numbers.length === twins.length ? numbers : [];
}

/** The words that copies share, and their numbers. */
export const onTwins = (
  silent: readonly Spoken[],
  scene: Pick<BoxesToLabel, 'words' | 'style'>,
): LabelScene[] =>
  twinsOf(silent).flatMap((twins) => {
    const shared = sharedLabel(twins, scene.words, scene.style);
    return shared === null ? [] : [shared, ...numbersUnder(shared, twins, scene)];
  });
