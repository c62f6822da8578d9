// What a program is said to reach elsewhere: as the world answers, whatever the program itself is at.
import { describe, expect, it } from 'vitest';
import type { Lack } from '../../src/sim/engine/view';
import { needs } from '../../src/i18n/needs';
import { allNeeds } from '../../src/words/needs';
import { stillWorld } from './stillWorld';

const SHOP = 'process/shop';

/** What is said of the two that a program needs, whether each is met first. */
function said(state: string, lacks: readonly Lack[]): readonly (readonly [boolean, string])[] {
  const needs = ['process/database', 'process/mail'];
  const context = { lookedUp: JSON.stringify({ looked: [], failure: null }) };
  const boxes = [{ id: 'process/database' }, { id: 'process/mail' }, { id: SHOP, state, needs, context }];
  const shown = allNeeds(stillWorld(boxes, { lacks: { [SHOP]: lacks } }));
  return shown.flatMap((each) => each.needs.map(({ isMet, says }) => [isMet, says] as const));
}

describe('what a program needs elsewhere', () => {
  it('answers where nothing keeps it from there', () => {
    const both = [
      [true, 'database: answers'],
      [true, 'mail: answers'],
    ];
    expect(said('running.serving', [])).toEqual(both);
  });

  it('is each said to be there or not, when only one of them is lacking', () => {
    expect(said('running.suffering', [{ id: 'process/mail', why: 'shut-off' }])).toEqual([
      [true, 'database: answers'],
      [false, 'mail: Connection timed out'],
    ]);
  });

  it.each(['running.serving', 'running.paused', 'running.stuck'])(
    'is out of reach behind a firewall for a program that is %s',
    (state) => {
      expect(said(state, [{ id: 'process/database', why: 'shut-off' }])[0]).toEqual([
        false,
        'database: Connection timed out',
      ]);
    },
  );

  it('says that nobody listens there, or says nothing at all', () => {
    const lacks = [
      { id: 'process/database', why: 'down' },
      { id: 'process/mail', why: 'paused' },
    ] as const;
    expect(said('running.suffering', lacks)).toEqual([
      [false, 'database: Connection refused'],
      [false, 'mail: Connection timed out'],
    ]);
  });
});

describe('what a program looked for', () => {
  it('is told in one measure: a version beside a version, or the label that this version has not', () => {
    expect(needs.version('java', '17', '11')).toBe('java: needs 17, found 11');
    expect(needs.version('libshop.so', 'SHOP_2', '1.4')).toBe('libshop.so: version 1.4 has no SHOP_2');
  });
});
