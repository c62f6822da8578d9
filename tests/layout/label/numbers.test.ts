// Copies of one service have their numbers on the stage, as sentences and buttons name them.
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { createStageMemory } from '../../../src/layout/label/memory';
import { numbersUnder } from '../../../src/layout/label/numbers';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import type { BoxScene, LabelScene } from '../../../src/layout/stage/scene';
import { GIBIBYTE, MEBIBYTE, type BoxSpec } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { stillWorld } from '../../words/stillWorld';
import { runOf, sizes } from '../worlds';

const container = (name: string, service: string): BoxSpec => ({
  kind: 'container',
  name,
  holds: [{ kind: 'process', name, spec: { service, memoryBytes: 64 * MEBIBYTE, startMs: 1_000 } }],
});

/** The words on the copies of a host with these containers, once they serve. */
function wordsOn(containers: readonly BoxSpec[], size: (typeof sizes)[number]) {
  const kernel: BoxSpec = { kind: 'kernel', name: 'host-a', holds: containers };
  const run = runOf([{ kind: 'host', name: 'host-a', spec: { memoryBytes: GIBIBYTE }, holds: [kernel] }]);
  run.seek(60_000_000);
  const { labels } = layoutStage(run.view(), size, { words: stageWords, late: allWords });
  return labels.filter(({ of, role }) => role === 'name' && of[0]?.startsWith('process/'));
}

const texts = (labels: readonly LabelScene[]) =>
  labels.map(({ lines }) => lines.map(({ text }) => text).join(' '));

describe('numbers of copies', () => {
  const ten = Array.from({ length: 10 }, (_, at) => container(`search-${at + 1}`, 'search'));
  const numbers = ten.map((_, at) => String(at + 1));

  it('are on each of many copies where there is room', () => {
    expect(texts(wordsOn(ten, sizes[1]))).toEqual(numbers.map((number) => `search ${number}`));
  });

  it('stand alone under the name that copies share where each is too narrow for its own', () => {
    const labels = wordsOn(ten, sizes[2]);
    expect(texts(labels)).toEqual(['search ×10', ...numbers]);
    const [shared, ...own] = labels;
    for (const { rect } of own) expect(rect.y).toBeGreaterThanOrEqual(shared!.rect.y + shared!.rect.height);
  });

  it('are left out of a crowd, where none is looked for', () => {
    const [shared] = wordsOn(ten, sizes[2]);
    const box = { drawn: { ...shared!.rect, height: 100 }, look: 'running', tone: 'search' } as BoxScene;
    const speech = { names: ['search 1', 'search'], states: [] };
    const numbersOf = (count: number) =>
      numbersUnder(
        shared!,
        Array.from({ length: count }, () => ({ box, kind: 'process', speech, room: box.drawn })),
        { words: stageWords, style: { size: 12, smallest: 12 } },
      );
    expect([numbersOf(12).length, numbersOf(13).length]).toEqual([12, 0]);
  });

  it('are left out of what is alone', () => {
    const labels = wordsOn([container('cart-1', 'cart'), ...ten.slice(0, 2)], sizes[0]);
    expect(texts(labels)).toEqual(['cart', 'search 1', 'search 2']);
  });

  it('come to the first copy as soon as there is a second', () => {
    const first = { id: 'process/search-1', on: 'container/search-1', context: { service: 'search' } };
    const before = stillWorld([{ id: 'container/search-1' }, first]);
    const held = before.get(first.id)!;
    const after = { ...before, entities: [...before.entities, { ...held, id: 'process/search-2' }] };
    const memory = createStageMemory();
    const asked: unknown[] = [];
    for (const view of [before, { ...before, at: 1 }, after]) {
      memory.speech(held, view, (names) => {
        asked.push(names);
        return { names: [`one of ${view.entities.length}`], states: [] };
      });
    }
    expect(asked).toEqual([undefined, undefined]);
    expect(memory.speech(held, after, () => ({ names: [], states: [] })).names).toEqual(['one of 3']);
  });
});
