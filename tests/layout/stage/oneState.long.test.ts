// A state is drawn in one way, however one came there; and a fall moves no ground line.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { createSceneKeeper } from '../../../src/layout/stage/keepScene';
import { stageWords } from '../../../src/words';
import { solvedSteps } from '../lessonStages';

const options = { words: stageWords, late: allWords };
/** On a laptop: alone, over its disks and layers, and beside an open inspector. */
const sizes = [
  { width: 1008, height: 432 },
  { width: 1008, height: 280 },
  { width: 663, height: 325 },
];

/** A step with its solution played, and forty instants of it. */
async function stepOf(slug: string, step: string) {
  for await (const each of solvedSteps(lessons.find((lesson) => lesson.slug === slug)!)) {
    if (each.slug !== step) continue;
    const instants = Array.from({ length: 40 }, (_, at) => Math.round((at * each.run.head) / 39));
    each.run.seek(0);
    const said = { ...options, start: each.run.view().entities };
    return { run: each.run, instants, said };
  }
  throw new Error(`no step ${step}`);
}

it.each([
  ['many-computers-in-one', 'six-computers-hardly-busy'],
  ['images-are-layers', 'ten-containers'],
  ['one-kernel-falls', 'who-picks-it-up'],
])('%s, %s: a stage that was looked at all the way equals one that is opened there', async (slug, step) => {
  const { run, instants, said } = await stepOf(slug, step);
  for (const size of sizes) {
    const live = createSceneKeeper();
    for (const at of instants) {
      run.seek(at);
      const scene = live(run.view(), size, said);
      expect(scene).toEqual(createSceneKeeper()(run.view(), size, said));
    }
  }
});

it('one-kernel-falls, what-vms-stand-on: the scale stays when all falls', async () => {
  const { run, instants, said } = await stepOf('one-kernel-falls', 'what-vms-stand-on');
  for (const size of sizes) {
    const keep = createSceneKeeper();
    const heights = instants.map((at) => {
      run.seek(at);
      return keep(run.view(), size, said).hosts.map(({ frame }) => frame);
    });
    for (const each of heights) expect(each).toEqual(heights[0]);
  }
});
