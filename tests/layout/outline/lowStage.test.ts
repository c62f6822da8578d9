// On a low stage a count finds a place beside the core cells, which say what is in use.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { layoutOutlines } from '../../../src/layout/outline/layoutOutlines';
import { overlaps } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { playAttempt } from '../../../src/lesson/player';
import { programmeOf } from '../../../src/lesson/programme';
import { blastsNow } from '../../../src/sim';
import { stageWords } from '../../../src/words/stage';

const entry = lessons.find(({ slug }) => slug === 'works-on-my-machine')!;
const stops = programmeOf(await entry.open(), await entry.solution());
const { way, at } = stops.find(({ moment }) => moment?.id === 'not-found-there')!;

it('a count of one box is beside the core cells, or left out', () => {
  const run = playAttempt(way.scenario, way.solution);
  run.seek(at);
  const view = run.view();
  const blasts = blastsNow(run.facts, run.factsAtHead, view);
  const text = { size: 18, smallest: 14.6 };
  const counted = Array.from({ length: 12 }, (_, at) => 120 + 12 * at).flatMap((height) => {
    const scene = layoutStage(view, { width: 976, height }, { words: stageWords, text });
    const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
    const cells = scene.hosts.flatMap(({ cores }) => cores.map(({ rect }) => rect));
    return outlines.flatMap(({ pill }) => (pill ? [{ height, pill: pill.rect, cells }] : []));
  });
  expect(counted.length).toBeGreaterThan(0);
  const covering = counted.filter(({ pill, cells }) => cells.some((cell) => overlaps(pill, cell)));
  expect(covering.map(({ height }) => height)).toEqual([]);
});
