// Numbers in words: those that follow each other as a range.
import { messages } from '../../i18n';

/** From so many neighbours on, a range is shorter to read than all of them. */
const RANGE = 3;

/** `1, 3 to 6` for numbers, in order; other texts as they are. `list` writes several of them. */
export function inRanges(values: readonly string[], list: (texts: readonly string[]) => string): string {
  const texts = values.some((value) => !/^\d+$/.test(value)) ? values : rangesOf(values.map(Number));
  return texts.length < 2 ? texts.join('') : list(texts);
}

function rangesOf(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) =>
    run.length < RANGE ? run.map(String) : [messages.timeline.range(String(run[0]), String(run.at(-1)))],
  );
}
