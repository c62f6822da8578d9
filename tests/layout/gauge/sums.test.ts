// What is said of the memory of a VM is what is drawn of it, and its parts add up to no more than it has.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { layoutGauges, type GaugeScene } from '../../../src/layout/gauge/layoutGauges';
import { allWords } from '../../../src/layout/label/allWords';
import { bottom } from '../../../src/layout/rect';
import type { BoxScene } from '../../../src/layout/stage/scene';
import { SECOND } from '../../../src/sim';
import { format } from '../../../src/i18n';
import { gaugeWords } from '../../../src/words/gauges';
import { stageIn } from '../lessonStages';

const wide = { width: 1483, height: 553 };
/** What the host takes back and swaps changes from second to second. */
const apart = SECOND;

/** What is wrong in one VM: a figure that is not its area's, pieces that lie on each other, more than there is. */
function faultsOf({ pieces, labels }: GaugeScene, room: BoxScene, perByte: number): string[] {
  const bands = pieces
    .filter(({ kind }) => kind !== 'merged')
    .sort((one, other) => one.rect.y - other.rect.y);
  const said = bands.flatMap(({ kind, rect }) => {
    const bytes = Math.round(rect.height / perByte);
    const words = labels.filter(({ key }) => key.startsWith(`${kind} `));
    const texts = words.map(({ lines }) => lines.map(({ text }) => text).join(' '));
    return texts.filter((text) => /\d/.test(text) && !text.includes(format.memory(bytes)));
  });
  const crossing = bands.slice(1).filter(({ rect }, at) => rect.y < bottom(bands[at]!.rect) - 0.01);
  const isMore = bands.reduce((sum, { bytes }) => sum + bytes, 0) * perByte > room.exact.height + 0.01;
  return [
    ...said,
    ...crossing.map(({ kind }) => `${kind} lies on another`),
    ...(isMore ? ['more than it has'] : []),
  ];
}

it('is what is drawn of it, at every instant of a night with balloons', async () => {
  const lesson = lessons[2]!;
  const [content, solution] = await Promise.all([lesson.open(), lesson.solution()]);
  const step = content.page.steps.findIndex(({ slug }) => slug === 'what-the-balloon-gives-back');
  const world = scenarioOf(content, worldOf(content.page, step));
  const run = playAttempt(world, wholeSolution(content, solution, step));
  const wrong: string[] = [];
  let figures = 0;
  for (let at = apart / 2; at <= 60 * SECOND; at += apart) {
    run.seek(at);
    const view = run.view();
    const scene = stageIn(view, wide, allWords);
    for (const gauge of layoutGauges(scene, view, gaugeWords).gauges) {
      const room = scene.boxes.find(({ id }) => id === gauge.vm)!;
      const perByte = room.exact.height / Number(view.get(gauge.vm)!.context['memoryBytes']);
      figures += gauge.labels.filter(({ key }) => key.startsWith('freed ')).length;
      wrong.push(...faultsOf(gauge, room, perByte).map((each) => `${gauge.vm} at ${at / SECOND} s: ${each}`));
    }
  }
  expect(figures).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
