// A program that was given namespaces is seen and said to have them: a part of the wall for each, and no box more.
import { expect, it } from 'vitest';
import { lessons } from 'virtual:lessons';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { WALLS } from '../../../src/layout/stage/look';
import { scenarioOf } from '../../../src/lesson/content';
import { createRun, SECOND } from '../../../src/sim';
import { NAMESPACES } from '../../../src/sim/rooms/namespaces/names';
import { sceneInWords, stageWords } from '../../../src/words';
import { sizes } from '../worlds';

const CART = 'process/cart';

async function stageWith(
  namespaces: readonly string[],
  cpuMicro = 0,
  size: { readonly width: number; readonly height: number } = sizes[0],
) {
  const content = await lessons.find(({ slug }) => slug === 'a-box-around-processes')!.open();
  const run = createRun(scenarioOf(content, 'one-kernel'));
  for (const namespace of namespaces) run.do({ name: 'unshare', target: CART, args: { namespace } });
  if (cpuMicro > 0) run.do({ name: 'limit-process', target: CART, args: { cpuMicro } });
  run.seek(2 * SECOND); // it was started again in those of processes and of time
  const view = run.view();
  const scene = layoutStage(view, size, { words: stageWords });
  const said = scene.labels
    .filter(({ of }) => of.includes(CART))
    .flatMap(({ lines }) => lines.map(({ text }) => text));
  return {
    boxes: scene.boxes,
    labels: scene.labels,
    said: said.join(' '),
    host: stageWords.host(view.get('host/host-a')!, view)[0],
    words: sceneInWords(view),
  };
}

it('knows of as many walls as there are kinds of namespaces', () => {
  expect(WALLS).toBe(NAMESPACES.length);
});

it('draws a part of the wall for each namespace of a program, and none before it has one', async () => {
  const before = await stageWith([]);
  expect(before.boxes.some(({ walls }) => walls !== undefined)).toBe(false);
  expect(before.said + before.words).not.toMatch(/namespace|limit/);
  const some = await stageWith(['pid', 'network', 'mount']);
  expect(some.boxes.flatMap(({ id, walls }) => (walls === undefined ? [] : [[id, walls]]))).toEqual([
    [CART, 3],
  ]);
  expect(some.said).toContain('3 namespaces');
  const all = await stageWith(NAMESPACES, 1_000_000);
  expect(all.boxes.find(({ id }) => id === CART)?.walls).toBe(WALLS);
  expect(all.said).toContain('8 namespaces, limit 1 core');
  expect(all.words).toContain('serving, 8 namespaces, limit 1 core');
  expect([some.host, all.host]).toEqual([
    'one kernel, three programs',
    'one kernel, two programs, one container',
  ]);
  expect(all.boxes.map(({ id }) => id)).toEqual(before.boxes.map(({ id }) => id));
});

it('says in a narrow window only what has room within the walls, above and below too', async () => {
  const { boxes, labels } = await stageWith(NAMESPACES, 1_000_000, sizes[2]);
  const box = boxes.find(({ id }) => id === CART)!.drawn;
  const label = labels.find(({ of, rect }) => of.includes(CART) && rect.y >= box.y - 8)!;
  expect(label.rect.y - box.y).toBeGreaterThan(4);
  expect(box.y + box.height - label.rect.y - label.rect.height).toBeGreaterThan(4);
});
