// What was sent to a computer and not taken there looks otherwise than what may still come.
import { expect, it } from 'vitest';
import { scenario } from '../../../lessons/01-works-on-my-machine/scenario';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { createRun, SECOND } from '../../../src/sim';
import { stageWords } from '../../../src/words';

it('is told of the tile whose image was refused alone', () => {
  const run = createRun({ id: 'boxes', seed: 1, world: scenario.worlds['boxes']! });
  const refused = () =>
    layoutStage(run.view(), { width: 900, height: 380 }, { words: stageWords })
      .boxes.filter(({ isRefused }) => isRefused)
      .map(({ id, build, look }) => [id, build, look]);
  expect(refused()).toEqual([]);
  run.do({ name: 'run-image', target: 'container/box-b', args: { image: 'artifact/search-image' } });
  run.seek(SECOND);
  expect(refused()).toEqual([['container/box-b', 'tile', 'off']]);
});
