// Two windows in step: the highest counter leads, silence hands over, and nothing that comes by the channel is trusted.
import { describe, expect, it } from 'vitest';
import { BEAT, Duet, SILENCE } from '../../../src/apps/projector/duet';
import type { PresenterMessage, Told } from '../../../src/link/presenterMessages';

const at = (head: number): Told => ({
  situation: 'packed',
  head,
  playing: false,
  speed: 1,
  talk: { stop: 0, part: 'stage', isBlank: false, draft: [], unit: 'tenths', wrong: null, votes: {} },
});

/** Two windows on one channel and one clock. */
function pair() {
  const room = { now: 0 };
  function open(name: string, leads: boolean, hears: () => (data: unknown) => void) {
    const window = { told: at(leads ? 7 : 0), isSeen: true, posted: [] as PresenterMessage[] };
    const duet = new Duet(
      {
        post(message) {
          window.posted.push(message);
          hears()(message);
        },
        told: () => window.told,
        follow: (told) => (window.told = told),
        now: () => room.now,
        isSeen: () => window.isSeen,
      },
      name,
      leads,
    );
    return Object.assign(window, { duet });
  }
  const stage = open('aaaa', true, () => (data) => notes.duet.receive(data));
  const notes: ReturnType<typeof open> = open('bbbb', false, () => (data) => stage.duet.receive(data));
  const pass = (ms: number, ...windows: readonly { readonly duet: Duet }[]) => {
    for (const end = room.now + ms; room.now < end; room.now += BEAT)
      for (const { duet } of windows) duet.beat();
  };
  return { stage, notes, pass };
}

describe('two windows', () => {
  it('the one with the stage leads, the other follows within a beat', () => {
    const { stage, notes, pass } = pair();
    pass(BEAT, stage, notes);
    expect(notes.told.head).toBe(7);
    expect([stage.duet.leads, notes.duet.leads]).toEqual([true, false]);
  });

  it('what the leader says while somebody acts here does not take it back', () => {
    const { stage, notes, pass } = pair();
    pass(BEAT, stage, notes);
    notes.duet.lead();
    notes.told = at(9);
    stage.duet.beat();
    expect(notes.told.head).toBe(9);
    // Nobody sees the stage: it says nothing, and hears all the same.
    stage.isSeen = false;
    notes.duet.act();
    expect(stage.told.head).toBe(9);
    expect([stage.duet.leads, notes.duet.leads]).toEqual([false, true]);
  });

  it('whoever acts leads', () => {
    const { stage, notes, pass } = pair();
    pass(BEAT, stage, notes);
    notes.told = at(9);
    notes.duet.act();
    expect(stage.told.head).toBe(9);
    pass(10 * BEAT, stage, notes);
    expect([stage.duet.leads, notes.duet.leads]).toEqual([false, true]);
    expect(notes.posted.at(-1)!.counter).toBeGreaterThan(stage.posted.at(-1)!.counter);
  });

  it('after two seconds of silence the other takes over, and keeps the lead when the first is back', () => {
    const { stage, notes, pass } = pair();
    pass(BEAT, stage, notes);
    pass(SILENCE, notes);
    expect(notes.duet.leads).toBe(false);
    pass(2 * BEAT, notes);
    expect(notes.duet.leads).toBe(true);
    notes.told = at(11);
    pass(2 * BEAT, stage, notes);
    expect([stage.duet.leads, stage.told.head]).toEqual([false, 11]);
  });

  it('a hidden window neither leads on nor takes over', () => {
    const { stage, notes, pass } = pair();
    pass(BEAT, stage, notes);
    stage.isSeen = false;
    pass(SILENCE + 2 * BEAT, stage, notes);
    expect(notes.duet.leads).toBe(true);
    notes.isSeen = false;
    pass(10 * SILENCE, stage, notes);
    expect(stage.duet.leads).toBe(false);
  });

  it('two that act at once agree on one', () => {
    const { stage, notes } = pair();
    const [one, other] = [stage.duet, notes.duet];
    const before = notes.posted.length;
    stage.told = at(1);
    one.act();
    // As if it had acted before it heard.
    notes.told = at(2);
    const late = { ...stage.posted.at(-1)!, from: 'zzzz', head: 3 };
    one.receive(late);
    other.receive(late);
    expect([stage.told.head, notes.told.head]).toEqual([3, 3]);
    one.receive({ ...late, from: 'cccc', head: 4 });
    expect([stage.told.head, one.leads, notes.posted.length]).toEqual([3, false, before]);
  });

  it('no counter that comes by the channel leaves a window that cannot lead any more', () => {
    for (const counter of [1e9, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, 2 ** 32 - 1, 2 ** 32, 1e15]) {
      const { stage, notes, pass } = pair();
      const word = { v: 1 as const, from: 'zzzz', ...at(5) };
      notes.duet.receive({ ...word, counter });
      pass(BEAT, stage, notes);
      stage.duet.receive({ ...word, counter });
      for (const [one, other, head] of [
        [stage, notes, 21],
        [notes, stage, 22],
        [stage, notes, 23],
      ] as const) {
        one.told = at(head);
        one.duet.act();
        pass(SILENCE + 2 * BEAT, one, other);
        one.told = at(head);
        one.duet.act();
        pass(2 * BEAT, one, other);
        expect([one.duet.leads, other.told.head], `${counter}`).toEqual([true, head]);
      }
    }
  });

  it('hears nothing that is not a whole message of ours', () => {
    const { stage, notes } = pair();
    stage.duet.act();
    const [good] = stage.posted;
    const bad: unknown[] = [
      null,
      'br',
      { ...good, v: 2 },
      { ...good, counter: -1 },
      { ...good, counter: 5, frame: {} },
      { ...good, counter: 5, head: Number.NaN },
      { ...good, counter: 5, speed: 1e9 },
      { ...good, counter: 5, situation: 'x'.repeat(20_000) },
      { ...good, counter: 5, talk: { ...good!.talk, part: 'answer' } },
      { ...good, counter: 5, talk: { ...good!.talk, votes: { a: { first: [-1], second: null } } } },
    ];
    const { told } = notes;
    for (const data of bad) notes.duet.receive(data);
    expect(notes.told).toBe(told);
  });
});
