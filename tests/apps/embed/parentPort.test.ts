// A frame answers the page around it: in order, with the id, to its origin, and however wildly it is asked.
import { describe, expect, it } from 'vitest';
import { MessageRefused, ParentPort, type Outgoing } from '../../../src/apps/embed/parentPort';
import type { FromStage, ToStage } from '../../../src/link/messages';

const DIGEST: Outgoing = { type: 'sim:state', digest: 'abc' };

function port(obey: (message: ToStage) => Promise<Outgoing | null> = () => Promise.resolve(DIGEST)) {
  const sent: { message: FromStage; origin: string }[] = [];
  const held: (() => void)[] = [];
  let now = 0;
  const it = new ParentPort({
    obey,
    post: (message, origin) => sent.push({ message, origin }),
    now: () => now,
    later: (task) => void held.push(task),
  });
  /** Everything asked for is done, and what is told a little later is told. */
  const settled = async () => {
    do {
      for (const task of held.splice(0)) task();
      await new Promise((resolve) => setTimeout(resolve, 0));
    } while (held.length > 0);
  };
  return { port: it, sent, settled, wait: (ms: number) => (now += ms) };
}

const byId = (a: FromStage, b: FromStage) => Number(a.id) - Number(b.id);
const get = (id: number) => ({ type: 'sim:get', v: 1, id, want: ['digest'] });

describe('the conversation', () => {
  it('carries the id of the question and goes to the origin that asked', async () => {
    const { port: frame, sent, settled } = port();
    frame.receive(get(3), 'https://deck.example');
    await settled();
    expect(sent).toEqual([{ message: { v: 1, id: 3, ...DIGEST }, origin: 'https://deck.example' }]);
  });

  it('goes to anybody where the page around has no origin, and before it has spoken', async () => {
    const { port: frame, sent, settled } = port();
    frame.send({ type: 'sim:time', ms: 0, playing: false });
    frame.receive(get(1), 'null');
    await settled();
    expect(sent.map(({ origin }) => origin)).toEqual(['*', '*']);
  });

  it('does one thing after the other, in the order asked for', async () => {
    const done: unknown[] = [];
    const { port: frame, settled } = port(async ({ id }) => {
      await new Promise((resolve) => setTimeout(resolve, id === 1 ? 5 : 0));
      done.push(id);
      return null;
    });
    for (const id of [1, 2, 3]) frame.receive(get(id), 'null');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await settled();
    expect(done).toEqual([1, 2, 3]);
  });

  it('passes over a place when the next one is waiting, but not when time is told of the run that stands', async () => {
    const done: unknown[] = [];
    const { port: frame, settled } = port((message) => {
      done.push('moment' in message ? message.moment : 'ms' in message ? message.ms : message.type);
      return Promise.resolve(null);
    });
    const go = (place: object) => frame.receive({ type: 'sim:goto', v: 1, ...place }, 'null');
    frame.receive({ type: 'sim:pause', v: 1 }, 'null');
    for (const place of [{ ms: 1 }, { ms: 2 }, { moment: 'a' }, { moment: 'b' }, { ms: 3 }]) go(place);
    await settled();
    expect(done).toEqual(['sim:pause', 'b', 3]);
  });

  it('tells why something could not be done', async () => {
    const {
      port: frame,
      sent,
      settled,
    } = port(() => Promise.reject(new MessageRefused('unknown-place', 'There is no moment x.')));
    frame.receive({ type: 'sim:goto', v: 1, id: 'g', moment: 'x' }, 'null');
    await settled();
    expect(sent[0]?.message).toEqual({
      ...{ v: 1, id: 'g', type: 'sim:error' },
      ...{ what: 'unknown-place', why: 'There is no moment x.' },
    });
  });
});

describe('bad company', () => {
  it('hears the next message after one that could not be done for whatever reason', async () => {
    const {
      port: frame,
      sent,
      settled,
    } = port(({ id }) =>
      id === 1 ? Promise.reject(new TypeError('no such thing')) : Promise.resolve(DIGEST),
    );
    frame.receive(get(1), 'null');
    frame.receive(get(2), 'null');
    await settled();
    expect(sent.map(({ message }) => message).sort(byId)).toMatchObject([
      { id: 1, what: 'failed', why: 'no such thing' },
      { id: 2, digest: 'abc' },
    ]);
  });

  it('ignores what is not ours, and does not answer it', async () => {
    const { port: frame, sent, settled } = port();
    for (const data of ['slide:start', null, 7, { type: 'other' }, 'x'.repeat(10_000_000)])
      frame.receive(data, 'https://deck.example');
    await settled();
    expect(sent).toEqual([]);
  });

  it('answers ten thousand questions at once with one error, and the next one as ever', async () => {
    const { port: frame, sent, settled } = port();
    for (let id = 0; id < 10_000; id++) frame.receive(get(id), 'null');
    await settled();
    const errors = sent.filter(({ message }) => message.type === 'sim:error');
    expect(errors.map(({ message }) => message)).toMatchObject([{ what: 'too-many' }]);
    expect(sent.length).toBeLessThan(100);
    frame.receive(get(77), 'null');
    await settled();
    expect(sent.at(-1)?.message).toMatchObject({ id: 77, digest: 'abc' });
  });

  it('does not work through what is left of a flood before it hears what comes last', async () => {
    const done: unknown[] = [];
    const { port: frame, settled } = port(({ id }) => {
      done.push(id);
      return Promise.resolve(null);
    });
    for (let id = 0; id < 10_000; id++) frame.receive(get(id), 'null');
    await settled();
    expect(done.at(-1)).toBe(9999);
    // Fewer than are done before it waits for a timer.
    expect(done.length).toBeLessThanOrEqual(10);
  });

  it('answers a flood of wrong messages with one error, and begins again when it was quiet for a second', async () => {
    const { port: frame, sent, settled, wait } = port();
    for (let batch = 0; batch < 10; batch++) {
      for (let id = 0; id < 1000; id++) frame.receive({ type: 'sim:play', v: 9, id }, 'null');
      await settled();
      wait(50);
    }
    expect(sent.map(({ message }) => message)).toMatchObject([{ type: 'sim:error', what: 'too-many' }]);
    wait(1001);
    frame.receive({ type: 'sim:play', v: 9, id: 1 }, 'null');
    await settled();
    expect(sent.at(-1)?.message).toMatchObject({ id: 1, what: 'version' });
  });

  it('tells a few wrong messages apart', async () => {
    const { port: frame, sent, settled } = port();
    for (let id = 0; id < 8; id++) frame.receive({ type: 'sim:play', v: 9, id }, 'null');
    await settled();
    expect(sent.map(({ message }) => message.id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
