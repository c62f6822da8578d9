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

it.each([150, 176, 240])('%s px high', (height) => {
  const run = playAttempt(way.scenario, way.solution);
  run.seek(at);
  const view = run.view();
  const blasts = blastsNow(run.facts, run.factsAtHead, view);
  const text = { size: 18, smallest: 14.6 };
  const scene = layoutStage(view, { width: 976, height }, { words: stageWords, text });
  const outlines = layoutOutlines(scene, { blasts, preview: null, hideOutcome: false }, stageWords);
  const pills = outlines.flatMap(({ pill }) => (pill ? [pill.rect] : []));
  const cells = scene.hosts.flatMap(({ cores }) => cores.map(({ rect }) => rect));
  expect(pills.length).toBeGreaterThan(0);
  expect(pills.filter((pill) => cells.some((cell) => overlaps(pill, cell)))).toEqual([]);
});
