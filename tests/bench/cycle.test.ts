// Both libraries count the same rounds.
import { expect, it } from 'vitest';
import { cycleInRobot } from './cycle/robot';
import { cycleOnTable } from './cycle/table';

it('counts one round for every four transitions', () => {
  expect(cycleOnTable(403)).toBe(101);
  expect(cycleInRobot(403)).toBe(101);
});
