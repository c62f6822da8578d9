// A talk: two rounds for each question, the first kept until the second is in, whatever another window says.
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { talkMachine, type TalkEvent } from '../../../src/apps/projector/talk.machine';
import { nextOption, talkStateOf } from '../../../src/apps/projector/talkState';
import { areTenths, suggestionFor, sharesOf } from '../../../src/apps/projector/votes';

const cues = [{ question: null }, { question: { id: 'walls', options: 3 } }, { question: null }];

function talk(...events: readonly TalkEvent[]) {
  const actor = createActor(talkMachine, { input: { cues, stop: 0 } }).start();
  for (const event of events) actor.send(event);
  return {
    send: (event: TalkEvent) => actor.send(event),
    get now() {
      return talkStateOf(actor.getSnapshot());
    },
    get isOpen() {
      return actor.getSnapshot().hasTag('question-open');
    },
  };
}
const go = (stop: number): TalkEvent => ({ type: 'go', stop });
const count = (...hands: readonly number[]): TalkEvent[] =>
  hands.map((each, option) => ({ type: 'count', option, hands: each, unit: 'hands' }));
const tenths = (...each: readonly number[]): TalkEvent[] =>
  each.map((hands, option) => ({ type: 'count', option, hands, unit: 'tenths' }));

describe('a talk', () => {
  it('begins on the stage; a question opens where it is put and closes where it is left', () => {
    const it = talk();
    expect(it.now.part).toBe('stage');
    it.send(go(1));
    expect([it.now.part, it.isOpen]).toEqual(['first', true]);
    it.send(go(2));
    expect([it.now.part, it.isOpen]).toEqual(['stage', false]);
  });

  it('takes three taps for a round, keeps it, and counts the second apart', () => {
    const it = talk(go(1), ...tenths(3, 5));
    expect([it.now.part, nextOption(it.now)]).toEqual(['first', 2]);
    it.send({ type: 'count', option: 2, hands: 2, unit: 'tenths' });
    expect(it.now).toMatchObject({ part: 'talking', votes: { walls: { first: [3, 5, 2], second: null } } });
    it.send({ type: 'vote-again' });
    expect(it.now).toMatchObject({ part: 'second', draft: [null, null, null] });
    for (const event of count(8, 1, 1)) it.send(event);
    expect(it.now).toMatchObject({
      part: 'counted',
      votes: { walls: { first: [3, 5, 2], second: [8, 1, 1] } },
    });
  });

  it('takes no tenths that are not those of one class, in either round, and says what they made', () => {
    const it = talk(go(1), ...tenths(9, 9, 9));
    const empty = [null, null, null];
    expect(it.now).toMatchObject({ part: 'first', draft: empty, wrong: 270, votes: {} });
    it.send(tenths(3)[0]!);
    expect(it.now).toMatchObject({ draft: [3, null, null], wrong: null });
    it.send({ type: 'recount' });
    for (const event of [...tenths(3, 3, 3), { type: 'vote-again' } as const, ...tenths(0, 0, 0)])
      it.send(event);
    expect(it.now).toMatchObject({ part: 'second', draft: empty, wrong: 0 });
    expect(it.now.votes['walls']).toEqual({ first: [3, 3, 3], second: null });
  });

  it('takes hands as they are; one number of hands makes all of the round hands', () => {
    expect(talk(go(1), ...count(9, 9, 9)).now.part).toBe('talking');
    expect(talk(go(1), ...count(24), ...tenths(24, 3, 3).slice(1)).now.votes['walls']?.first).toEqual([
      24, 3, 3,
    ]);
  });

  it('counts no option that is not there, and nothing outside a round', () => {
    const it = talk(go(1), { type: 'count', option: 3, hands: 1, unit: 'hands' }, { type: 'vote-again' });
    expect(it.now).toMatchObject({ part: 'first', draft: [null, null, null] });
    for (const event of count(1, 1, 1)) it.send(event);
    it.send({ type: 'count', option: 0, hands: 9, unit: 'hands' });
    expect(it.now.votes['walls']?.first).toEqual([1, 1, 1]);
  });

  it('stands where it was left when a question is held up again, and a round can be counted anew', () => {
    const it = talk(go(1), ...count(1, 1, 1), { type: 'vote-again' }, ...count(2, 1, 0), go(2), go(1));
    expect(it.now.part).toBe('counted');
    it.send({ type: 'recount' });
    expect(it.now).toMatchObject({ part: 'second', votes: { walls: { first: [1, 1, 1], second: null } } });
    for (const event of count(0, 0, 1)) it.send(event);
    expect(it.now.part).toBe('counted');
  });

  it('goes to no stop that is not there', () => {
    expect(talk(go(7)).now.stop).toBe(0);
  });

  it('is blank until it is lit again, whatever goes on behind it', () => {
    const it = talk({ type: 'blank' }, go(1));
    expect(it.now).toMatchObject({ isBlank: true, stop: 1 });
    it.send({ type: 'blank' });
    expect(it.now.isBlank).toBe(false);
  });

  it('follows another window into every part', () => {
    const leader = talk(go(1), ...count(3, 5, 2), { type: 'vote-again' }, ...count(9).slice(0, 1), {
      type: 'blank',
    });
    const it = talk();
    it.send({ type: 'follow', talk: leader.now });
    expect(it.now).toEqual(leader.now);
    for (const event of count(9, 1, 0)) leader.send(event);
    it.send({ type: 'follow', talk: leader.now });
    expect(it.now).toEqual(leader.now);
    leader.send(go(2));
    it.send({ type: 'follow', talk: leader.now });
    expect(it.now).toEqual(leader.now);
  });

  it('does not follow into what its lesson does not have', () => {
    const it = talk();
    const { now } = it;
    for (const wrong of [
      { stop: 9 },
      { stop: 1, part: 'stage' as const },
      { stop: 1, part: 'first' as const, draft: [1] },
    ])
      it.send({ type: 'follow', talk: { ...now, ...wrong } });
    expect(it.now).toEqual(now);
  });
});

describe('a vote', () => {
  it('is read as shares, of hands and of tenths alike', () => {
    expect(sharesOf([3, 5, 2])).toEqual([0.3, 0.5, 0.2]);
    expect(sharesOf([12, 20, 8])).toEqual([0.3, 0.5, 0.2]);
    expect(sharesOf([0, 0, 0])).toEqual([0, 0, 0]);
  });

  it('may be off by what is lost in rounding, and not by more', () => {
    const thirds = [3, 3, 3];
    const sums = [thirds, [4, 4, 3], [4, 4, 4], [3, 3, 2], [5, 5], [5, 4], [5, 7]].map(areTenths);
    expect(sums).toEqual([true, true, false, false, true, true, false]);
  });

  it('suggests a talk between 30 and 70 percent right', () => {
    const suggested = [29, 30, 70, 71].map((right) => suggestionFor([right, 100 - right], 0));
    expect(suggested).toEqual(['explain', 'talk', 'talk', 'run']);
    expect(suggestionFor([0, 0], 0)).toBeNull();
  });
});
