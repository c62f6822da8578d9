// Under the line of a host that has promised more than it has lies what it has, and all that is in use: at every instant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenario as lesson } from '../../../lessons/03-what-a-guest-os-costs/scenario';
import { layoutGauges } from '../../../src/layout/gauge/layoutGauges';
import { bottom, overlaps, right } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import type { HostScene, StageScene } from '../../../src/layout/stage/scene';
import { jutOf, lineOf, usedParts } from '../../../src/layout/stage/topLine';
import { createRun, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Run } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { gaugeWords } from '../../../src/words/gauges';
import { copy, scenario, vm } from '../../fixtures/worlds';
import { sizes } from '../worlds';

const runOfWorld = (world: string) =>
  createRun({ id: world, seed: lesson.seed, world: lesson.worlds[world]! });

/** Bytes of a host that are drawn as in use, and those under its line; px² on its scale. */
function sums({ boxes }: StageScene, host: HostScene) {
  const line = lineOf(host, boxes);
  const under = line.reduce((sum, { width, y }) => sum + width * (bottom(host.frame) - y), 0);
  // Of floors one on the other each counts once: what is given to a VM stands beside that of the others.
  const used = usedParts(boxes).reduce((sum, { width, height }) => sum + width * height, 0);
  return { line, under: under / host.scale, used: used / host.scale };
}

/** What is wrong in a picture of a world, as words. */
function faults(run: Run, size: (typeof sizes)[number]): string[] {
  const view = run.view();
  const scene = layoutStage(view, size, { words: stageWords });
  return scene.hosts.flatMap((host) => {
    const bytes = view.get(host.id)?.memory.size ?? 0;
    const { line, under, used } = sums(scene, host);
    const at = `${view.at / SECOND} s`;
    const wrong: string[] = [];
    if (used > bytes * 1.0001) wrong.push(`${at}: ${used} of ${bytes} in use`);
    if (line.length === 0) {
      if (jutOf(host, scene.boxes) !== null) wrong.push(`${at}: no line`);
      return wrong;
    }
    if (Math.abs(under - bytes) > bytes * 0.01) wrong.push(`${at}: ${under} of ${bytes} under the line`);
    for (const rect of usedParts(scene.boxes))
      for (const { x, width, y } of line)
        if (x < right(rect) - 0.5 && rect.x + 0.5 < x + width && rect.y < y - 1)
          wrong.push(`${at}: memory in use at ${rect.y} over the line at ${y}`);
    return wrong;
  });
}

describe('the line of what there is', () => {
  it.each(
    Object.keys(lesson.worlds).flatMap((world) => sizes.map((size) => ({ world, width: size.width, size }))),
  )('has all memory in use under it in the world $world at $width px', ({ world, size }) => {
    const run = runOfWorld(world);
    for (let second = 0; second <= 60; second += 1) {
      run.seek(second * SECOND);
      expect(faults(run, size)).toEqual([]);
    }
  });

  it('has all memory in use under it whatever VMs touch', () => {
    const uses = fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 50, max: 3700 })), { maxLength: 20 });
    const spec = fc.record({
      product: fc.constantFrom('esxi', 'kvm'),
      swap: fc.constantFrom(0, 4, 24),
      vms: fc.integer({ min: 2, max: 12 }),
      host: fc.integer({ min: 8, max: 32 }),
      uses,
    });
    fc.assert(
      fc.property(spec, ({ product, swap, vms, host, uses }) => {
        const hypervisor: BoxSpec = {
          kind: 'hypervisor',
          name: 'h',
          spec: { product, overcommit: true, swapBytes: swap * GIBIBYTE },
          holds: Array.from({ length: vms }, (_, at) =>
            vm(`vm-${at}`, [copy(`search-${at}`, { memoryBytes: 100 * MEBIBYTE })]),
          ),
        };
        const box = { kind: 'host', name: 'a', spec: { memoryBytes: host * GIBIBYTE }, holds: [hypervisor] };
        const run = createRun(scenario([box]));
        uses.forEach(([at, mebibytes], second) => {
          run.do({
            name: 'use-memory',
            target: `process/search-${at}`,
            args: { bytes: mebibytes * MEBIBYTE },
          });
          run.seek((second + 1) * SECOND);
          expect(faults(run, sizes[0])).toEqual([]);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('is higher over those who have more than their part, and so lower over the others', () => {
    const run = runOfWorld('night-job');
    run.seek(60 * SECOND);
    const scene = layoutStage(run.view(), sizes[0], { words: stageWords });
    const [host] = scene.hosts;
    const { line } = sums(scene, host!);
    const [first, last] = [line[0]!, line.at(-1)!];
    expect(first.y).toBeGreaterThan(host!.frame.y);
    expect(last.y).toBeLessThan(host!.frame.y);
  });

  it('leaves above it what is swapped out, told in each VM, and no line through a word', () => {
    const run = runOfWorld('night-job');
    run.seek(25 * SECOND);
    const scene = layoutStage(run.view(), { width: 1008, height: 375 }, { words: stageWords });
    const [line, ...rest] = lineOf(scene.hosts[0]!, scene.boxes);
    expect(rest).toEqual([]);
    const { gauges } = layoutGauges(scene, run.view(), gaugeWords);
    expect(gauges).toHaveLength(12);
    for (const { pieces, swapped, labels } of gauges) {
      const { rect } = pieces.find(({ kind }) => kind === 'swapped')!;
      expect(bottom(rect)).toBeCloseTo(line!.y, 1);
      const said = labels.find(({ key }) => key.startsWith('swapped'))!;
      expect(said.lines.map(({ text }) => text).join(' ')).toBe('swapped 1.4 GiB');
      for (const word of [...scene.labels, ...labels])
        for (const part of swapped.lined) expect(overlaps(part, word.rect)).toBe(false);
    }
  });
});
