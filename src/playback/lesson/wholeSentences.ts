// Lines whose figures no run gives: the sentences that need one are left out, so that none has a hole. Pure.
import type { SceneInline, SceneLine } from './scene';

/** Whether a figure in it is unknown. */
export function hasHole(line: SceneLine): boolean {
  return line.some((part) => {
    if (part.type === 'figure') return part.value === null;
    return 'children' in part && hasHole(part.children);
  });
}

/** The line without its sentences that have a hole; the same line where there is none. */
export function wholeSentences(line: SceneLine): SceneLine {
  if (!hasHole(line)) return line;
  const whole = sentencesOf(line)
    .filter((sentence) => !hasHole(sentence))
    .flat();
  const [first, ...rest] = whole;
  return first?.type === 'text' ? [{ ...first, text: first.text.trimStart() }, ...rest] : whole;
}

/** A full stop, or what does its work, with a quotation mark behind it, before the next sentence. */
const END = /(?<=[.?!]["”]?)(?= )/;

function sentencesOf(line: SceneLine): SceneInline[][] {
  const sentences: SceneInline[][] = [[]];
  for (const part of line) {
    const pieces = part.type === 'text' ? part.text.split(END).map((text) => ({ ...part, text })) : [part];
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) sentences.push([]);
      sentences.at(-1)!.push(piece);
    }
  }
  return sentences;
}
