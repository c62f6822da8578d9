// Neighbours whose copies differ are one outline, whose height at each instant is their part.
import { expect, it } from 'vitest';
import { stepsOf } from '../../../src/layout/timeline/steps';
import type { SegmentBox } from '../../../src/layout/timeline/timelineScene';
import { sceneOf, solved } from './lessonLines';

const piece = (x: number, coming: number, share = 0, state: SegmentBox['state'] = null): SegmentBox => ({
  ...{ id: `copy@${x}`, from: x, to: x + 10, state, share, down: 0, coming, x, width: 10 },
  ...{ word: null, on: 'pale', lengths: [], says: '' },
});

it('is one path for each kind, with a step where its part changes', () => {
  const shapes = stepsOf([piece(0, 0.25), piece(10, 0.5), piece(20, 0.75)], 100, 20);
  expect(shapes.map(({ kind }) => kind)).toEqual(['rest', 'pale']);
  expect(shapes[1]!.d).toBe('M0 115V115H10V110H20V105H30V120H20V120H10V120H0z');
});

it('ends where nothing is left of a kind, and where all copies do the same', () => {
  const shapes = stepsOf(
    [piece(0, 0.5), piece(10, 0, 0.5), piece(20, 0.5), piece(30, 1, 0, 'booting')],
    0,
    20,
  );
  expect(shapes.filter(({ kind }) => kind === 'pale')).toHaveLength(2);
  expect(shapes.filter(({ kind }) => kind === 'rest')).toHaveLength(1);
});

it('draws dozens of starts as few paths', () => {
  const race = solved.find(({ name }) => name === '9 the-race-to-fill')!;
  const { lanes } = sceneOf(race, 1008, 14, 156);
  const [hostA] = lanes;
  expect(hostA!.segments.length).toBeGreaterThan(40);
  expect(stepsOf(hostA!.segments, 0, 16).length).toBeLessThan(6);
});
