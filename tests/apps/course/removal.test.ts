// A container is removed by a button, or by a choice of its place: never by both.
import { describe, expect, it } from 'vitest';
import { offersFor } from '../../../src/apps/course/offers';
import { stillWorld, twoHosts } from '../../words/stillWorld';

const REMOVALS = ['remove-container', 'place-container'];

function namesWhere(allows: (name: string) => boolean): string[] {
  const asked = { view: stillWorld(twoHosts), allows, check: () => null };
  return offersFor('process/b-cart-1', asked).flatMap(({ offers }) =>
    offers.flatMap(({ commands }) => commands.map(({ name }) => name)),
  );
}

describe('the removal of a container', () => {
  it('is a button where containers have their place', () => {
    expect(namesWhere((name) => name === 'remove-container')).toEqual(['remove-container']);
  });

  it('is a choice of its place where one is chosen', () => {
    expect(namesWhere((name) => REMOVALS.includes(name))).toEqual([]);
  });
});
