// What is made after the head is called in its lane as it will be called when it is there.
import { expect, it } from 'vitest';
import { createRun, SECOND } from '../../../src/sim';
import { timelineWords } from '../../../src/view/timeline/timelineWords';
import { file, hostOn, vmOn } from '../../fixtures/disks';
import { scenario } from '../../fixtures/worlds';

it('calls the copy in a clone by the number of its VM, before that is there as afterwards', () => {
  const run = createRun(
    scenario([
      hostOn('disk-a', [vmOn('vm-1', 'vdisk/vm-1')]),
      { kind: 'disk', name: 'ssd', spec: { host: 'host/disk-a' }, holds: [file('vm-1')] },
    ]),
  );
  const before = run.view();
  run.seek(SECOND);
  expect(run.do({ name: 'clone-vm', target: 'vm/vm-1', args: { kind: 'linked' } })).toMatchObject({
    done: true,
  });
  run.seek(2 * SECOND);
  const after = run.view();
  const made = after.entities.filter(({ id }) => before.get(id) === undefined);
  const copy = made.find(({ kind }) => kind === 'process')!;
  const lane = (view: typeof before) =>
    timelineWords(view, made).lane({
      kind: 'copy',
      host: 'host/disk-a',
      copy: copy.id,
    })[0];
  expect(lane(after)).toBe('search in VM 2');
  expect(lane(before)).toBe('search in VM 2');
});
