// A VM that cannot start is said to have no room, in its box, in words and by the inspector, until there is some.
import { expect, it } from 'vitest';
import { lessons } from 'virtual:lessons';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { scenarioOf } from '../../../src/lesson/content';
import { createRun, SECOND, type Run } from '../../../src/sim';
import { sceneInWords, stageWords } from '../../../src/words';
import { waitSentence } from '../../../src/words/wait';
import { sizes } from '../worlds';

async function filled(): Promise<Run> {
  const content = await lessons.find(({ slug }) => slug === 'what-a-guest-os-costs')!.open();
  const run = createRun(scenarioOf(content, 'nine-vms'));
  for (let number = 1; number <= 9; number++) run.do({ name: 'start-vm', target: `vm/vm-${number}` });
  run.seek(SECOND);
  return run;
}

function told(run: Run) {
  const view = run.view();
  const { labels } = layoutStage(view, sizes[0], { words: stageWords });
  const lines = labels.flatMap((label) => label.lines.map(({ text }) => text));
  return { stage: lines.join('; '), tree: sceneInWords(view), wait: waitSentence('vm/vm-9', view) };
}

it('is said of those that were refused, and of none that could start', async () => {
  const run = await filled();
  const full = told(run);
  expect(full.tree.match(/VM \d: off, no room/g)).toEqual(['VM 8: off, no room', 'VM 9: off, no room']);
  expect(full.stage).toMatch(/no room/);
  expect(full.wait).toBe('VM 9 waits for room on host-a.');
  const gathered = (...ids: string[]) => {
    const view = run.view();
    return stageWords.gathered(
      ids.map((id) => view.get(`vm/${id}`)!),
      view,
    );
  };
  expect(gathered('vm-8', 'vm-9')[0]).toBe('two VMs without room');
  expect(gathered('vm-7', 'vm-8')[0]).toBe('two VMs');
  run.do({ name: 'stop-vm', target: 'vm/vm-1' });
  const free = told(run);
  expect(free.stage + free.tree).not.toMatch(/no room/);
  expect(free.wait).toBe('VM 9 waits for somebody to start it.');
});
