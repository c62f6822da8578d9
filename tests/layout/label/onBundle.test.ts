// Each floor and each part of a bundle has its word: only what differs splits off.
import { describe, expect, it } from 'vitest';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { allWords } from '../../../src/layout/label/allWords';
import { contains, grow } from '../../../src/layout/rect';
import { GIBIBYTE, MEBIBYTE, type BoxSpec, type Run } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { runAfter } from '../../fixtures/lessonViews';
import { copy, vm } from '../../fixtures/worlds';
import { runOf } from '../worlds';

const search = (name: string): BoxSpec => ({
  ...copy(name),
  spec: { service: 'search', memoryBytes: 256 * MEBIBYTE },
});

const host = (name: string, holds: readonly BoxSpec[]): BoxSpec => ({
  kind: 'host',
  name,
  spec: { memoryBytes: 32 * GIBIBYTE },
  holds,
});

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

const saidOn = (run: Run, width: number, height = 480) => {
  const scene = layoutStage(run.view(), { width, height }, { words: stageWords, late: allWords });
  const bundle = scene.boxes.find((box) => box.bundle !== null)!;
  const labels = scene.labels.filter(({ of }) => of.includes(bundle.id));
  return { bundle, labels, texts: labels.map(({ lines }) => lines.map(({ text }) => text).join(' ')) };
};

describe('words on a bundle', () => {
  const own = { memoryBytes: 563 * MEBIBYTE };
  const vms = numbers(50).map((at) => vm(`vm-${at}`, [search(`search-${at}`)], own));

  it.each([740, 520, 336])('name its floors and say how many machines they are, %i px wide', (width) => {
    const run = runOf([host('host-a', [{ kind: 'hypervisor', name: 'xen-a', holds: vms }])]);
    const { bundle, labels, texts } = saidOn(run, width);
    expect(texts).toEqual(expect.arrayContaining(['50 VMs', 'search ×50', 'guest OS ×50']));
    expect(labels[texts.indexOf('50 VMs')]!.ground).toBe('plate');
    const [part] = bundle.bundle!.parts;
    for (const { tone, drawn } of part!.layers) {
      const word = tone === 'kernel' ? 'guest OS ×50' : 'search ×50';
      expect(contains(grow(drawn, 1), labels[texts.indexOf(word)]!.rect)).toBe(true);
    }
    expect(new Set(labels.map(({ key }) => key)).size).toBe(labels.length);
  });

  it('say what became of all that is gathered, not that it is down', () => {
    const copies = numbers(24).map((at) => search(`search-${at}`));
    const run = runOf([host('host-b', [{ kind: 'kernel', name: 'host-b', holds: copies }])]);
    run.seek(1_000_000);
    for (const at of numbers(24)) run.do({ name: 'kill-process', target: `process/search-${at}` });
    run.seek(2_000_000);
    const { texts } = saidOn(run, 200);
    expect(texts.join()).toMatch(/exited/);
    expect(texts.join()).not.toMatch(/down/);
  });

  it.each(['container', 'process'] as const)(
    'are a tab in the colour of %s over several services',
    (kind) => {
      const services = ['search', 'cart', 'buy'] as const;
      const copies = numbers(24).map((at): BoxSpec => {
        const service = services[at % 3]!;
        const of = { ...copy(`${service}-${at}`), spec: { service, memoryBytes: 16 * MEBIBYTE } };
        return kind === 'process' ? of : { kind, name: `${service}-${at}`, holds: [of] };
      });
      const run = runOf([host('host-b', [{ kind: 'kernel', name: 'host-b', holds: copies }])]);
      const tab = saidOn(run, 200).labels.find(({ ground }) => ground === 'tab');
      expect(tab?.tabTone).toBe(kind === 'process' ? 'program' : kind);
    },
  );

  it('count what runs apart from what is down, with a line to a strip that is too narrow', () => {
    const containers = numbers(110).map((at): BoxSpec => ({
      kind: 'container',
      name: `search-${at}`,
      holds: [search(`search-${at}`)],
    }));
    const kernel: BoxSpec = { kind: 'kernel', name: 'host-b', holds: containers };
    const run = runOf([host('host-b', [kernel])]);
    for (const at of [3, 70]) run.do({ name: 'kill-process', target: `process/search-${at}` });
    const { bundle, labels, texts } = saidOn(run, 740);
    expect(texts).toEqual(['search ×108', '2 down']);
    const fallen = bundle.bundle!.parts.find(({ look }) => look === 'fallen')!;
    const [leader] = labels[1]!.leaders;
    expect(leader?.at(-1)?.x).toBeGreaterThan(fallen.drawn.x);
    expect(leader?.at(-1)?.x).toBeLessThan(fallen.drawn.x + fallen.drawn.width);
  });

  it.each([328, 663])(
    'name what was killed beside a strip with no room for it, %i px wide',
    async (width) => {
      const run = await runAfter(9, 2);
      const { bundle, labels, texts } = saidOn(run, width, width === 328 ? 0 : 325);
      expect(texts).toEqual(['search ×2 OOM killed']);
      const end = bundle.drawn.x + bundle.drawn.width;
      expect(labels[0]!.rect.x).toBeGreaterThan(end);
      expect(labels[0]!.leaders[0]!.at(-1)!.x).toBeLessThan(end);
    },
  );

  it.each([328, 663])('name a runtime that has no room over it, %i px wide', async (width) => {
    const view = (await runAfter(9, 2)).view();
    const size = { width, height: width === 328 ? 0 : 325 };
    const { labels } = layoutStage(view, size, { words: stageWords, late: allWords });
    expect(labels.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain('runtime');
  });
});
