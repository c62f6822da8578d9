// Words on what fell leave its hatch to be seen.
import { describe, expect, it } from 'vitest';
import { insideLabel } from '../../../src/layout/label/inside';
import type { BoxScene } from '../../../src/layout/stage/scene';
import { textStyleFor } from '../../../src/layout/stage/textStyle';
import { stageWords } from '../../../src/words';

const states = ['exited with 1, nobody picks it up', 'exited with 1', 'exited'];

/** What is written on a program that ended, of that size. */
function written(width: number, height: number) {
  const rect = { x: 0, y: 0, width, height };
  const box = { id: 'process/search', build: 'floor', look: 'fallen', tone: 'search', bundle: null };
  const scene = { ...box, exact: rect, drawn: rect } as unknown as BoxScene;
  const speech = { names: ['search'], states };
  const label = insideLabel(scene, 'process', rect, speech, stageWords, textStyleFor(1000));
  return label?.lines.map(({ text }) => text);
}

describe('the words on a fallen box', () => {
  it.each([
    [400, 60, ['search: exited with 1, nobody picks it up']],
    [260, 18, ['search: exited with 1']],
    [120, 18, ['search: exited']],
    [60, 100, ['search', 'exited', 'with 1']],
  ])('of %i x %i px leave most of its hatch to be seen', (width, height, lines) => {
    expect(written(width, height)).toEqual(lines);
  });

  it('tell its name where nothing shorter can be said', () => {
    expect(written(50, 18)).toEqual(['search']);
  });
});
