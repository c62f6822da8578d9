// Counts of what fell or would, at every moment of every lesson and for whatever box is chosen then: each is at its own
// outline, covers no word, gauge or limit line, and no two words touch.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { blastIfDown, blastsNow } from '../../../src/sim';
import { pillFaults } from './pillFaults';
import { lessonInstants, stageIn } from '../lessonStages';

/** The stage on a laptop and on a large screen, a box being inspected beside it, and on a phone. */
const sizes = [
  { width: 663, height: 325 },
  { width: 1025, height: 470 },
  { width: 328, height: 0 },
];

describe.each(lessons)('$slug', (lesson) => {
  it('has every count at its outline, and no word on another', async () => {
    const found = new Set<string>();
    for await (const { step, run, view } of lessonInstants(lesson)) {
      const blasts = blastsNow(run.facts, run.factsAtHead, view);
      for (const size of sizes) {
        const scene = stageIn(view, size);
        const ids = [...scene.boxes, ...scene.hosts].map(({ id }) => id).filter((id) => view.get(id));
        // With all that take nothing down, the stage is the one on which nothing is chosen: that is looked at once.
        const previews = ids.map((id) => blastIfDown(view, id)).filter(({ fell }) => fell.length > 0);
        for (const preview of [null, ...previews])
          for (const fault of pillFaults(scene, view, blasts, preview))
            found.add(`${step}, ${size.width} px: ${fault}`);
      }
    }
    expect([...found]).toEqual([]);
  });
});
