// Copies in one row that fell together are told in one form: all with their numbers, or none.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { allWords } from '../../../src/layout/label/allWords';
import { createSceneKeeper } from '../../../src/layout/stage/keepScene';
import { stageWords } from '../../../src/words';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
const run = playAttempt(
  { ...scenarioOf(content, worldOf(content.page, 1)), commands: content.scenario.commands },
  wholeSolution(content, solution, 1),
);

// Sizes of stages on a projector of 1280 to 3840 px, on a laptop, and in a narrow frame.
it.each([
  [1232, 320, 18, 14.6],
  [1232, 360, 18, 14.6],
  [1400, 420, 18.5, 15],
  [1854, 560, 24.7, 20],
  [1008, 370, 14, 12],
  [700, 370, 14, 12],
])('on a stage of %i x %i px in type of %d px', (width, height, size, smallest) => {
  const scene = createSceneKeeper()(
    run.view(),
    { width, height, fits: true },
    { words: stageWords, late: allWords, text: { size, smallest } },
  );
  const said = scene.labels
    .filter(({ of, role }) => role === 'name' && of.length === 1 && of[0]!.startsWith('process/b-'))
    .map(({ lines }) => lines.map(({ text }) => text).join(' / '));
  const forms = said.map((text) => text.replace(/^(search|cart|buy)/, 'name').replace(/\d/, 'n'));
  expect(said).toHaveLength(6);
  expect(new Set(forms).size, said.join(' | ')).toBe(1);
});
