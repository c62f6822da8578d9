// Messages are read strictly: what is ours and right is taken, what is ours and wrong is named, the rest is foreign.
import { describe, expect, it } from 'vitest';
import { readMessage, type MessageProblem } from '../../src/link/messages';

const ours = (fields: object) => ({ v: 1, ...fields });

describe('messages that are right', () => {
  it.each([
    { type: 'sim:goto', moment: 'host-b-panicked' },
    { type: 'sim:goto', step: 'one-kernel', id: 'a' },
    { type: 'sim:goto', ms: 12_500, id: 7 },
    { type: 'sim:play' },
    { type: 'sim:pause' },
    { type: 'sim:reset' },
    { type: 'sim:do', at: 0, command: { name: 'panic-kernel', target: 'kernel/host-b' } },
    {
      type: 'sim:do',
      at: 3000,
      command: { name: 'set-reboot-on-panic', target: 'kernel/host-b', args: { seconds: 10 } },
    },
    { type: 'sim:theme', theme: 'contrast' },
    { type: 'sim:get', want: ['digest', 'words'] },
  ])('$type is taken as it is', (fields) => {
    expect(readMessage(ours(fields))).toEqual({ read: 'message', message: ours(fields) });
  });
});

describe('what is not ours', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string of a deck', 'slide:start'],
    ['JSON in a string', '{"type":"sim:play","v":1}'],
    ['ten megabytes', 'x'.repeat(10_000_000)],
    ['a list', [{ type: 'sim:play', v: 1 }]],
    ['an object of somebody else', { namespace: 'reveal', eventName: 'ready' }],
    ['a type that is no text', { type: 7, v: 1 }],
    ['a type of somebody else', { type: 'simulation:play', v: 1 }],
  ])('%s is foreign', (_, data) => {
    expect(readMessage(data)).toEqual({ read: 'foreign' });
  });
});

describe('messages that are wrong', () => {
  const long = 'x'.repeat(10_000_000);
  it.each<[string, object, MessageProblem]>([
    ['a type that nobody knows', ours({ type: 'sim:stop' }), 'unknown-type'],
    ['a type as long as a book', ours({ type: `sim:${long}` }), 'unknown-type'],
    ['no version', { type: 'sim:play' }, 'version'],
    ['another version', { type: 'sim:play', v: 2 }, 'version'],
    ['an object as version', { type: 'sim:play', v: { toString: null } }, 'version'],
    ['a field too many', ours({ type: 'sim:play', speed: 10 }), 'malformed'],
    ['no place', ours({ type: 'sim:goto' }), 'malformed'],
    ['two places', ours({ type: 'sim:goto', step: 'one-kernel', ms: 5 }), 'malformed'],
    ['an instant before the start', ours({ type: 'sim:goto', ms: -1 }), 'malformed'],
    ['an instant that is none', ours({ type: 'sim:goto', ms: Number.NaN }), 'malformed'],
    ['an endless name', ours({ type: 'sim:goto', moment: long }), 'malformed'],
    ['a command without a target', ours({ type: 'sim:do', at: 0, command: { name: 'x' } }), 'malformed'],
    [
      'an argument that is an object',
      ours({ type: 'sim:do', at: 0, command: { name: 'x', target: 'y', args: { a: {} } } }),
      'malformed',
    ],
    [
      'too many arguments',
      ours({
        type: 'sim:do',
        at: 0,
        command: {
          name: 'x',
          target: 'y',
          args: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a${index}`, index])),
        },
      }),
      'malformed',
    ],
    ['a theme that there is not', ours({ type: 'sim:theme', theme: 'pink' }), 'malformed'],
    ['nothing wanted', ours({ type: 'sim:get', want: [] }), 'malformed'],
    ['ten thousand wants', ours({ type: 'sim:get', want: Array<string>(10_000).fill('svg') }), 'malformed'],
    ['an id that is an object', ours({ type: 'sim:play', id: {} }), 'malformed'],
  ])('%s is named, in a few words', (_, data, what) => {
    const read = readMessage(data);
    expect(read).toMatchObject({ read: 'problem', what });
    if (read.read === 'problem') expect(read.why.length).toBeLessThan(700);
  });

  it('keep the id, so that the one who asked finds the answer', () => {
    expect(readMessage(ours({ type: 'sim:goto', id: 42 }))).toMatchObject({ read: 'problem', id: 42 });
    expect(readMessage(ours({ type: 'sim:goto', id: [] }))).toMatchObject({ read: 'problem', id: null });
  });
});
