// Digests depend on nothing but the scenario and its commands: asked twice they are the same.
import { expect, it } from 'vitest';
import { digests } from './digests';

it('are the same when everything is played again, and differ from run to run', () => {
  const first = digests();
  expect(digests()).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
});
