// The line of a host that has promised more than it has goes through no word, and what it is about is told with it.
import { describe, expect, it } from 'vitest';
import { scenario as guests } from '../../../lessons/03-what-a-guest-os-costs/scenario';
import { allWords } from '../../../src/layout/label/allWords';
import { bottom, right } from '../../../src/layout/rect';
import { lineOf } from '../../../src/layout/stage/topLine';
import { createRun, SECOND } from '../../../src/sim';
import { ROOMS, stageIn } from '../lessonStages';

describe('the line of a host that overcommits', () => {
  const run = createRun({ id: 'twelve-vms', seed: 3, world: guests.worlds['twelve-vms']! });
  run.do({ name: 'set-overcommit', target: 'hypervisor/hypervisor-a', args: { on: true } });

  it.each([8, 9, 10, 11, 12])('goes through no name and is told in a sentence (%i VMs)', (count) => {
    for (let at = 1; at <= count; at++) run.do({ name: 'start-vm', target: `vm/vm-${at}` });
    for (const seconds of [0, 60]) {
      run.seek(run.view().at + seconds * SECOND);
      for (const size of ROOMS.filter(({ width, height }) => width > 1000 && height > 300)) {
        const { hosts, boxes, labels } = stageIn(run.view(), size, allWords);
        const line = lineOf(hosts[0]!, boxes);
        expect(line.length).toBeGreaterThan(0);
        const names = labels.filter(({ of }) => of[0]?.startsWith('vm/'));
        const cut = names.filter(({ rect }) =>
          line.some(
            ({ x, width, y }) =>
              x < right(rect) && x + width > rect.x && y > rect.y + 1 && y < bottom(rect) - 1,
          ),
        );
        expect(cut.map(({ key }) => key)).toEqual([]);
        const texts = labels.flatMap(({ role, lines }) =>
          role === 'reserved' ? [lines.map(({ text }) => text).join(' ')] : [],
        );
        expect(texts).not.toContain('32 GiB');
        expect(texts.join('; ')).toMatch(/32 GiB/);
      }
    }
  });
});
