// While a step's solution is played the scale of the stage stays: a fall, a start or a word moves no ground line. It
// changes where an act does that by itself: memory is promised that no host has, a machine is made, a header gets its
// second line, or a second row of what is off is gone.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { createSceneKeeper } from '../../../src/layout/stage/keepScene';
import { stageWords } from '../../../src/words';
import { solvedSteps } from '../lessonStages';

/** On a laptop and on a large screen. */
const sizes = [
  { width: 1008, height: 432 },
  { width: 1483, height: 553 },
];
/** So many instants of a step are looked at. */
const looked = 60;

it.each(lessons.map((lesson) => [lesson.slug, lesson] as const))('%s', async (_, lesson) => {
  for await (const { slug, run } of solvedSteps(lesson)) {
    const { head } = run;
    const happened = [...new Set([0, ...run.facts.slice(0).map(({ at }) => at), head])];
    const all = happened.filter((at) => at <= head).sort((one, other) => one - other);
    const each = Math.ceil(all.length / looked);
    const instants = all.filter((_, nth) => nth % each === 0 || nth === all.length - 1);
    run.seek(0);
    const start = run.view().entities;
    for (const size of sizes) {
      const keep = createSceneKeeper();
      const scales = new Map<string, Set<string>>();
      for (const at of instants) {
        run.seek(at);
        const scene = keep(run.view(), size, { words: stageWords, late: allWords, start });
        const vms = run.view().ofKind('vm').length;
        const tiles = Math.max(1, scene.shelf);
        const why = `${slug} ${size.width}: ${scene.overcommit} promised, ${vms} VMs, ${scene.lines} lines, ${tiles} rows`;
        const frames = scene.hosts.map(({ frame }) => [frame.y, frame.height]);
        scales.set(why, (scales.get(why) ?? new Set()).add(JSON.stringify(frames)));
      }
      const moved = [...scales].filter(([, drawn]) => drawn.size > 1).map(([why]) => why);
      expect(moved).toEqual([]);
    }
  }
});
