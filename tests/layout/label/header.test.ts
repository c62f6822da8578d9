// The words over hosts have one form for all of them.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { bottom } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { textStyleFor } from '../../../src/layout/stage/textStyle';
import { textWidth } from '../../../src/layout/text/measure';
import { SECOND } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { solvedSteps } from '../lessonStages';
import { references, runOf } from '../worlds';

const widths = Array.from({ length: 30 }, (_, at) => 300 + at * 50);

describe('headers of hosts', () => {
  it.each(['both hosts', 'three hosts', 'three scales'])(
    'of %s tell their counts on the same line',
    (name) => {
      const view = runOf(references[name]!).view();
      for (const width of widths) {
        const scene = layoutStage(
          view,
          { width, height: 500 },
          { words: stageWords, text: textStyleFor(width) },
        );
        const lines = scene.labels
          .filter(({ role }) => role === 'serving')
          .map(({ of, rect }) => Math.round(rect.y - scene.hosts.find(({ id }) => id === of[0])!.area.y));
        expect(lines.length).toBeGreaterThan(0);
        expect(new Set(lines).size, `${width} px: ${lines.join(' ')}`).toBe(1);
      }
    },
  );

  it.each(['both hosts', 'three hosts', 'three scales'])(
    'of %s count in one form, the narrow ones without their noun',
    (name) => {
      const run = runOf(references[name]!);
      run.seek(SECOND);
      run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
      for (const width of widths) {
        const size = { width, height: 500 };
        const text = textStyleFor(width);
        const { labels, hosts } = layoutStage(run.view(), size, { words: stageWords, text });
        const counts = labels.filter(({ role }) => role === 'serving');
        const said = counts.map(({ lines }) => lines[0]!.text);
        const isBare = (count: string) => /^\d+ of \d+$/.test(count);
        const forms = said
          .filter((count) => !isBare(count))
          .map((count) => count.replaceAll(/\d+/g, '0').replace('copy', 'copies'));
        expect(new Set(forms).size, `${width} px: ${said.join(', ')}`).toBeLessThanOrEqual(1);
        for (const { of, lines, size } of counts.filter(({ lines }) => isBare(lines[0]!.text))) {
          const host = hosts.find(({ id }) => id === of[0])!;
          const title = labels.find(({ role, of: named }) => role === 'title' && named[0] === host.id)!;
          const isBeside = Math.abs(title.lines[0]!.y - lines[0]!.y) < 2;
          const room = host.area.width - (isBeside ? title.rect.width + 12 : 0);
          expect(textWidth(`${lines[0]!.text} serving`, size, 700)).toBeGreaterThan(room);
        }
      }
    },
  );
});

it('is nearer to its own host than to that above it, however much stands over those in the first row', async () => {
  const entry = lessons.find(({ slug }) => slug === 'many-computers-in-one')!;
  for await (const { run } of solvedSteps(entry)) {
    const { hosts, labels, shelf } = layoutStage(
      run.view(),
      { width: 328, height: 0 },
      { words: stageWords, late: allWords, text: textStyleFor(328), shelf: 1 },
    );
    if (hosts.length < 7) continue;
    expect(shelf).toBe(1);
    const last = hosts.at(-1)!;
    const above = Math.max(...hosts.map(({ area }) => bottom(area)).filter((end) => end <= last.area.y));
    const own = labels.filter(({ role, of }) => ['title', 'serving'].includes(role) && of[0] === last.id);
    expect(own).toHaveLength(2);
    const [title, serving] = own.map(({ rect }) => rect);
    expect(last.frame.y - bottom(serving!)).toBeLessThan(title!.y - above);
    return;
  }
  expect.unreachable();
});
