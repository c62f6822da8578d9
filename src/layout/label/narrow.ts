// What is said beside a program that is narrower than its own name.
import type { StageWords } from '../stageWords';
import type { BoxScene } from '../stage/scene';
import type { TextStyle } from '../stage/textStyle';
import { textWidth } from '../text/measure';
import { plain } from './block';
import type { Speech } from './inside';
import { tabWish, type TabWish } from './tab';

/** Whether even the name of a program is wider than it. */
const isNarrow = ({ id, drawn }: BoxScene, { names }: Speech, { smallest }: TextStyle): boolean =>
  id.startsWith('process/') && names.every((name) => textWidth(name, smallest, 700) + 4 > drawn.width);

/**
 * What is said beside a box: where even its name is wider than it, that alone and, under it, a state that is no wider, for
 * anything longer would stand over several neighbours, and the box shows how it is.
 */
export function saidBeside(box: BoxScene, speech: Speech, style: TextStyle): Speech {
  if (!isNarrow(box, speech, style)) return speech;
  const width = (text: string) => textWidth(text, style.smallest, 700);
  const most = Math.max(...speech.names.map(width));
  return { ...speech, states: speech.states.filter((told) => width(told) <= most) };
}

/** The tab that says it: with the state under the name where it is narrow. */
export function besideWish(
  box: BoxScene,
  kind: string,
  speech: Speech,
  words: StageWords,
  style: TextStyle,
): TabWish {
  const wish = tabWish(box, kind, saidBeside(box, speech, style), words);
  return isNarrow(box, speech, style) ? { ...wish, full: 0, oneLine: speech.names.map(plain) } : wish;
}
