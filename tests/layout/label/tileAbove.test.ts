// A stage whose point is how many fit has a measure, also where no host has white enough for it.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { allWords } from '../../../src/layout/label/allWords';
import { besideCounts } from '../../../src/layout/outline/placePills';
import { createSceneKeeper } from '../../../src/layout/stage/keepScene';
import { bottom, contains, overlaps } from '../../../src/layout/rect';
import { stageWords } from '../../../src/words';

const entry = lessons.find(({ slug }) => slug === 'how-many-fit')!;
const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
const run = playAttempt(
  { ...scenarioOf(content, worldOf(content.page, 1)), commands: content.scenario.commands },
  wholeSolution(content, solution, 1),
);

it.each([
  [1232, 300, 18, 14.6],
  [1384, 400, 20, 16.6],
  [1854, 470, 24.7, 20],
])('on a stage of %i x %i px', (width, height, size, smallest) => {
  const { tiles, boxes, labels } = createSceneKeeper()(
    run.view(),
    { width, height, fits: true },
    { words: stageWords, late: allWords, text: { size, smallest } },
  );
  expect(tiles).toHaveLength(1);
  const { rect } = tiles[0]!;
  expect(boxes.filter(({ drawn }) => overlaps(drawn, rect)).map(({ id }) => id)).toEqual([]);
  const over = labels.filter(({ role, rect: word }) => role !== 'tile' && overlaps(word, rect));
  expect(over.map(({ key }) => key)).toEqual([]);
  expect(labels.filter(({ role }) => role === 'tile')).toHaveLength(2);
});

it('goes with what it is for, where a count takes the place of that', () => {
  const scene = createSceneKeeper()(
    run.view(),
    { width: 1384, height: 400, fits: true },
    { words: stageWords, late: allWords },
  );
  const note = scene.labels.find(({ key }) => key.startsWith('note '))!;
  const left = besideCounts(scene, [{ hides: [note.key], pill: null }]);
  expect(scene.tiles).toHaveLength(1);
  expect(left.tiles).toEqual([]);
  expect(left.labels.filter(({ role }) => role === 'tile')).toEqual([]);
  expect(besideCounts(scene, [{ hides: [], pill: null }])).toBe(scene);
});

it('gives way to a count under it, as large as before', async () => {
  const works = await lessons.find(({ slug }) => slug === 'works-on-my-machine')!.open();
  const start = playAttempt(scenarioOf(works, worldOf(works.page, 0)), { commands: [], until: 0 });
  const scene = createSceneKeeper()(start.view(), { width: 663, height: 325 }, { words: stageWords });
  const [tile] = scene.tiles;
  const rect = { ...tile!.rect, y: bottom(tile!.rect) - 8, height: 22 };
  const line = { text: '', x: 0, y: 0, width: 0, weight: 400, tellsState: false } as const;
  const left = besideCounts(scene, [{ hides: [], pill: { rect, line, size: 12, stem: null } }]);
  const [lower] = left.tiles;
  expect(bottom(lower!.rect)).toBeLessThan(rect.y);
  expect(lower!.rect.width * lower!.rect.height).toBeCloseTo(tile!.rect.width * tile!.rect.height, 6);
  const word = left.labels.find(({ key }) => key === `tile ${tile!.host}`)!;
  expect(contains(lower!.rect, word.rect)).toBe(true);
});

it('says that area is memory in a whole sentence, and the dots apart from what is free', async () => {
  const first = lessons.find(({ slug }) => slug === 'many-computers-in-one')!;
  const [computers, way] = await Promise.all([first.open(), first.solution()]);
  const shut = playAttempt(
    { ...scenarioOf(computers, worldOf(computers.page, 0)), commands: computers.scenario.commands },
    wholeSolution(computers, way, 0),
  );
  for (const width of [700, 1008, 1488]) {
    const { labels } = createSceneKeeper()(
      shut.view(),
      { width, height: 370, fits: true },
      { words: stageWords, late: allWords },
    );
    const said = labels.filter(({ key }) => key.startsWith('note '));
    for (const { lines } of said) expect(lines.map(({ text }) => text).join(' ')).toMatch(/^area is memory:/);
    const [free, dots] = ['free host/host-a', 'reserved host/host-a'].map((key) =>
      labels.find((label) => label.key === key),
    );
    if (!free || !dots) continue;
    const { x, y, height } = dots.rect;
    const isBeside = y < free.rect.y + free.rect.height && y + height > free.rect.y;
    if (isBeside) expect(Math.abs(x - (free.rect.x + free.rect.width))).toBeGreaterThanOrEqual(12);
  }
});
