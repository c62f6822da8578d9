// What did not change stays the same object, and a still world is not laid out again.
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { createSceneKeeper } from '../../../src/layout/stage/keepScene';
import { keepSame } from '../../../src/layout/stage/keepSame';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { stageWords } from '../../../src/words';
import { references, runOf, sizes } from '../worlds';

const options = { words: stageWords, late: allWords };

describe('keepSame', () => {
  const keyOf = ({ key }: { key: string }) => key;

  it('keeps members that are equal, and the list when all are', () => {
    const before = [
      { key: 'a', at: [1, 2] },
      { key: 'b', at: [3] },
    ];
    expect(
      keepSame(
        before,
        [
          { key: 'a', at: [1, 2] },
          { key: 'b', at: [3] },
        ],
        keyOf,
      ),
    ).toBe(before);
    const next = keepSame(
      before,
      [
        { key: 'a', at: [1, 2] },
        { key: 'b', at: [4] },
      ],
      keyOf,
    );
    expect(next[0]).toBe(before[0]);
    expect(next[1]).toEqual({ key: 'b', at: [4] });
  });

  it('notices what is new, gone or in another order', () => {
    const before = [{ key: 'a' }, { key: 'b' }];
    expect(keepSame(before, [{ key: 'b' }, { key: 'a' }], keyOf)).toEqual([{ key: 'b' }, { key: 'a' }]);
    expect(keepSame(before, [{ key: 'a' }], keyOf)).toHaveLength(1);
    expect(keepSame<{ key: string; more?: number }>(before, [{ key: 'a', more: 1 }], keyOf)).toEqual([
      { key: 'a', more: 1 },
    ]);
  });
});

describe('createSceneKeeper', () => {
  it('gives the same scene while only time passes', () => {
    const run = runOf(references['both hosts']!);
    const keep = createSceneKeeper();
    const first = keep(run.view(), sizes[0], options);
    run.seek(5_000_000);
    expect(keep(run.view(), sizes[0], options)).toBe(first);
    expect(keep(run.view(), sizes[1], options)).not.toBe(first);
  });

  it('lays out again what changed, and nothing else', () => {
    const run = runOf(references['both hosts']!);
    const keep = createSceneKeeper();
    const before = keep(run.view(), sizes[0], options);
    run.seek(5_000_000);
    run.do({ name: 'kill-process', target: 'process/a-cart-1' });
    const after = keep(run.view(), sizes[0], options);
    const changed = after.boxes.filter((box, at) => box !== before.boxes[at]).map(({ id }) => id);
    expect(changed).toEqual(['process/a-cart-1']);
    expect(after).toEqual(layoutStage(run.view(), sizes[0], options));
  });

  it('does not let the ground jump up again when a word needs less room', () => {
    const run = runOf(references['both hosts']!);
    const keep = createSceneKeeper();
    const phone = sizes[2];
    run.seek(1_000_000);
    run.do({ name: 'set-restart-on-crash', target: 'hypervisor/xen-a', args: { seconds: 5 } });
    run.do({ name: 'crash-hypervisor', target: 'hypervisor/xen-a' });
    const fallen = keep(run.view(), phone, options);
    run.seek(200_000_000);
    const again = keep(run.view(), phone, options);
    expect(again.hosts.map(({ frame }) => frame)).toEqual(fallen.hosts.map(({ frame }) => frame));
  });
});

describe('hosts that need more height than there is', () => {
  const seven = [
    ...references['host-a']!,
    ...[1, 2, 3, 4, 5, 6].map((at) => ({ ...references['host-a']![0]!, name: `pc-${at}`, holds: [] })),
  ];

  it('are set closer, with fewer words, and stay so', () => {
    const run = runOf(seven);
    const keep = createSceneKeeper();
    const size = { width: 848, height: 260 };
    expect(layoutStage(run.view(), size, options).height).toBeGreaterThan(size.height + 8);
    expect(keep(run.view(), size, options).height).toBe(size.height);
    expect(run.do({ name: 'stop-vm', target: 'vm/vm-2' })).toMatchObject({ done: true });
    const after = keep(run.view(), size, options);
    expect(after.height).toBe(size.height);
    expect(after.hosts[0]!.frame.height).toBeGreaterThanOrEqual(72);
  });
});
