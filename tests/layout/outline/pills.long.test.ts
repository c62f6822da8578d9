// Counts of what fell or would, at every moment of every lesson and for whatever box is chosen then: each is at its own
// outline, covers no word, gauge or limit line, and no two words touch.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { momentsIn } from '../../../src/lesson/content';
import { waysThrough } from '../../../src/lesson/moments';
import { playAttempt } from '../../../src/lesson/player';
import { crowdHeight, sideBySideFrom } from '../../../src/layout/stage/frames';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { blastIfDown, blastsNow, type WorldView } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { pillFaults } from './pillFaults';

/** The stage on a laptop and on a large screen, a box being inspected beside it, and on a phone. */
const sizes = [
  { width: 663, height: 325 },
  { width: 1025, height: 470 },
  { width: 328, height: 0 },
];

function draw(view: WorldView, { width, height }: (typeof sizes)[number]) {
  const crowd = width < sideBySideFrom ? crowdHeight(width, view.ofKind('host').length) : 0;
  const size = { width, height: width < sideBySideFrom ? crowd : height, fits: crowd > 0 };
  return layoutStage(view, size, { words: stageWords });
}

describe.each(lessons)('$slug', (lesson) => {
  it('has every count at its outline, and no word on another', async () => {
    const [content, solution] = await Promise.all([lesson.open(), lesson.solution()]);
    const found = new Set<string>();
    for (const way of waysThrough(content, solution)) {
      const run = playAttempt(way.scenario, way.solution);
      const moments = Object.values(momentsIn(content.scenario, run.facts.slice(0)));
      const instants = new Set([0, ...moments.flatMap((fact) => fact?.at ?? []), way.solution.until]);
      for (const at of instants) {
        run.seek(at);
        const view = run.view();
        const blasts = blastsNow(run.facts, run.factsAtHead, view);
        for (const size of sizes) {
          const scene = draw(view, size);
          const ids = [...scene.boxes, ...scene.hosts].map(({ id }) => id).filter((id) => view.get(id));
          for (const id of [null, ...ids]) {
            const preview = id === null ? null : blastIfDown(view, id);
            const faults = pillFaults(scene, view, blasts, preview?.fell.length ? preview : null);
            for (const fault of faults) found.add(`${way.step}, ${size.width} px: ${fault}`);
          }
        }
      }
    }
    expect([...found]).toEqual([]);
  });
});
