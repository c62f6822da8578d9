// On a laptop with a box inspected beside the stage, columns are narrow: a count still stands over what it counts or has a
// line to it, what a deed did is told on each box, and each guest OS is named in its VM.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { blastIfDown, blastsNow, type Run } from '../../../src/sim';
import { allWords } from '../../../src/layout/label/allWords';
import { layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { centre, overlaps, right } from '../../../src/layout/rect';
import { stageWords } from '../../../src/words';
import { solvedSteps, stageIn } from '../lessonStages';

/** Where a step of a lesson ends. */
async function endOf(lesson: string, step: string): Promise<Run> {
  for await (const { slug, run } of solvedSteps(lessons.find(({ slug }) => slug === lesson)!))
    if (slug === step) return run;
  throw new Error(`no ${step} in ${lesson}`);
}

const stageOf = (run: Run) => stageIn(run.view(), { width: 663, height: 428 }, allWords);

describe('a count', () => {
  it.each(['who-may-die', 'a-stop-in-order'])(
    'stands over what it counts, or is led to it: %s',
    async (step) => {
      const run = await endOf('a-box-around-processes', step);
      const [view, scene] = [run.view(), stageOf(run)];
      const preview = blastIfDown(view, 'container/e-search');
      const blasts = blastsNow(run.facts, run.factsAtHead, view);
      const outlines = layoutOutlines(scene, { blasts, preview, hideOutcome: false }, stageWords);
      for (const { kind, pill } of outlines) {
        if (pill === null || pill.stem !== null) continue;
        const fell = kind === 'preview' ? preview.fell : blasts.flatMap((blast) => blast.fell);
        const own = scene.boxes.filter(({ id }) => fell.includes(id));
        const x = centre(pill.rect);
        const isOver = own.some(({ exact }) => exact.x <= x && x <= right(exact));
        const isAtTab = scene.labels.some(
          ({ role, of, rect }) =>
            role === 'tab' && of.every((id) => fell.includes(id)) && Math.abs(centre(rect) - x) < 18,
        );
        expect(isOver || isAtTab, pill.line.text).toBe(true);
      }
      expect(outlines.filter(({ pill }) => pill !== null).length).toBeGreaterThan(0);
    },
  );
});

it('on a phone it does not hide the copy that it counts', async () => {
  const run = await endOf('many-computers-in-one', 'six-products');
  const scene = stageIn(run.view(), { width: 328, height: 0 }, allWords);
  const blasts = blastsNow(run.facts, run.factsAtHead, run.view());
  const input = { blasts, preview: null, hideOutcome: false };
  const pills = layoutOutlines(scene, input, stageWords).flatMap(({ pill }) => pill?.rect ?? []);
  expect(pills.length).toBeGreaterThan(3);
  const copies = scene.boxes.filter(({ id }) => id.startsWith('process/'));
  const hidden = copies.filter(({ exact }) => pills.some((pill) => overlaps(pill, exact)));
  expect(hidden.map(({ id }) => id)).toEqual([]);
});

describe('narrow columns', () => {
  it('tell of each daemon what an order to stop did to it, and call no stopped copy off', async () => {
    const scene = stageOf(await endOf('a-box-around-processes', 'a-stop-in-order'));
    const said = (id: string) =>
      scene.labels
        .flatMap(({ of, lines }) => (of.includes(id) ? lines.map(({ text }) => text) : []))
        .join(' ');
    expect(['e', 'f'].map((host) => said(`runtime/dockerd-${host}`))).toEqual([
      'dockerd: stopped',
      'dockerd: stopped',
    ]);
    // Where "stopped" has no room the count over all three says it: "off" is what never ran.
    for (const copy of ['search', 'cart', 'buy'])
      expect([copy, `${copy} stopped`]).toContain(said(`process/e-${copy}`));
  });

  it('name each guest OS in its VM, not under the hypervisor', async () => {
    const { labels, boxes } = stageOf(await endOf('one-kernel-falls', 'one-program'));
    for (const { id } of boxes.filter((box) => /^kernel\/vm/.test(box.id)))
      expect(labels.find(({ of }) => of.includes(id))).toMatchObject({ role: 'name', of: [id] });
  });
});
