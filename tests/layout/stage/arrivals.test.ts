// Memory that a host keeps for a VM on its way is a room on its picture: areas there add up to what is charged.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { runAtMoment } from '../../../src/build/still/request';
import { isNamed } from '../../../src/build/play/request';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { sceneInWords, stageWords } from '../../../src/words';

async function moving() {
  const entry = lessons.find((each) => isNamed(each, '04'))!;
  return runAtMoment(await entry.open(), await entry.solution(), 'too-busy').view();
}
const drawn = (view: Awaited<ReturnType<typeof moving>>) =>
  layoutStage(view, { width: 1000, height: 500 }, { words: stageWords });

it('has the bytes that are kept, on the host that keeps them', async () => {
  const view = await moving();
  const vm = view.ofKind('vm').find(({ context }) => typeof context['peer'] === 'string')!;
  const { arrivals, hosts } = drawn(view);
  expect(arrivals.map(({ id }) => id)).toEqual([`arrival/${vm.id}`]);
  const [{ exact, host }] = arrivals as [(typeof arrivals)[number]];
  expect(host).toBe(view.get(String(vm.context['peer']))!.standsOn);
  const { scale } = hosts.find(({ id }) => id === host)!;
  expect((exact.width * exact.height) / scale).toBeCloseTo(Number(vm.context['peerBytes']), -3);
});

it('leaves as much of the host free as the host says', async () => {
  const view = await moving();
  const { arrivals, boxes, hosts } = drawn(view);
  for (const { id, scale, frame } of hosts) {
    const { size, charged } = view.get(id)!.memory;
    const ground = [...boxes, ...arrivals].filter(
      (box) => box.host === id && ['hypervisor', 'vm', 'arrival'].includes(box.id.split('/')[0]!),
    );
    const taken = ground.reduce((sum, { exact }) => sum + exact.width * exact.height, 0);
    const free = (frame.width * frame.height - taken) / scale;
    const reserved = view.ofKind('vm').filter(({ standsOn }) => view.get(standsOn!)?.standsOn === id);
    const held = reserved.reduce((sum, { memory }) => sum + memory.size! - memory.charged, 0);
    expect(free).toBeLessThanOrEqual(size! - charged + 4096);
    expect(free).toBeGreaterThanOrEqual(size! - charged - held - 4096);
  }
});

it('says for whom it is kept, and is no box of the world', async () => {
  const view = await moving();
  const { boxes, labels } = drawn(view);
  expect(boxes.every(({ id }) => view.get(id) !== undefined)).toBe(true);
  expect(
    labels.some(({ lines }) =>
      lines
        .map(({ text }) => text)
        .join(' ')
        .startsWith('kept for VM'),
    ),
  ).toBe(true);
  expect(sceneInWords(view)).toMatch(/hypervisor of host-b: .*keeps 4 GiB for VM 2/);
});
