// Tags decide the look; names of states do not.
import { describe, expect, it } from 'vitest';
import type { Entity, StateTag } from '../../../src/sim';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { lookOf, progressOf, toneOf } from '../../../src/layout/stage/look';
import { stageWords } from '../../../src/words';
import { references, runOf, sizes } from '../worlds';

const some = runOf(references['both hosts']!).view().get('process/b-cart-1')!;
const tagged = (...tags: StateTag[]): Entity => ({ ...some, state: 'whatever', tags });

describe('lookOf', () => {
  it.each([
    [['up', 'serving', 'holds-memory'], 'running'],
    [['up', 'suffering', 'holds-memory'], 'suffering'],
    [['starting', 'holds-memory'], 'starting'],
    [['down'], 'fallen'],
    [['down', 'waiting'], 'fallen'],
    [['down', 'ended'], 'off'],
    [['off'], 'off'],
    [[], 'off'],
  ] as const)('%j looks %s', (tags, look) => {
    expect(lookOf(tagged(...tags))).toBe(look);
  });
});

describe('toneOf', () => {
  it('is the colour of the service, else of the kind, else of any program', () => {
    expect(toneOf(some)).toBe('cart');
    expect(toneOf({ ...some, kind: 'kernel', context: {} })).toBe('kernel');
    expect(toneOf({ ...some, context: { service: 'billing' } })).toBe('program');
  });
});

describe('progressOf', () => {
  const waiting = { ...tagged('starting'), since: 1_000_000, due: 3_000_000 };

  it('runs from the start of the delay to its end', () => {
    expect([0, 1_000_000, 2_000_000, 3_000_000, 9_000_000].map((at) => progressOf(waiting, at))).toEqual([
      0, 0, 0.5, 1, 1,
    ]);
  });

  it('is told only of what starts or waits to be picked up', () => {
    expect(progressOf({ ...waiting, tags: ['up'] }, 2_000_000)).toBeNull();
    expect(progressOf({ ...waiting, due: null }, 2_000_000)).toBeNull();
  });
});

describe('a box that falls', () => {
  it('keeps its place, and so do its neighbours', () => {
    const run = runOf(references['both hosts']!);
    const before = layoutStage(run.view(), sizes[0], { words: stageWords });
    run.seek(1_000_000);
    run.do({ name: 'pull-plug', target: 'host/host-b' });
    run.do({ name: 'crash-vm', target: 'vm/vm-3' });
    const after = layoutStage(run.view(), sizes[0], { words: stageWords });
    expect(after.boxes.map(({ id, exact }) => ({ id, exact }))).toEqual(
      before.boxes.map(({ id, exact }) => ({ id, exact })),
    );
    expect(after.boxes.find(({ id }) => id === 'vm/vm-3')).toMatchObject({ look: 'fallen', held: false });
    expect(after.boxes.find(({ id }) => id === 'vm/vm-4')).toMatchObject({ look: 'running', held: true });
  });

  it('that is not placed is listed and not drawn', () => {
    const scene = layoutStage(runOf(references['host-c']!).view(), sizes[0], { words: stageWords });
    expect(scene.unplaced).toContain('container/c-cart-1');
    expect(scene.boxes.map(({ id }) => id)).not.toContain('container/c-cart-1');
  });
});
