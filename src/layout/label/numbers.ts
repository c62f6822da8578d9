// Numbers of copies that are too narrow for a name each.
import { bottom } from '../rect';
import type { LabelScene } from '../stage/scene';
import { insideLabel } from './inside';
import { inCommon, type BoxesToLabel, type Spoken } from './onBoxes';

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
    const label = insideLabel(box, kind, room, { names: [number], states: [] }, words, style);
    return number === '' || label === null ? [] : [{ ...label, key: `number ${box.id}` }];
  });
  return numbers.length === twins.length ? numbers : [];
}
