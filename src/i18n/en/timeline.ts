// Words of the timeline and the transport: play, pause, facts, speed.
import { noun } from './noun';

/** Messages of `src/view/timeline` and `src/view/transport`. Forms by count go through `format.counted`. */
export const timeline = {
  title: 'What happened',
  hint: 'Drag the line back. What you do there begins another future.',
  /** The head of the timeline, for those who hear it. */
  head: 'Time',
  headAt: (clock: string, sentence: string) => (sentence === '' ? clock : `${clock}. ${sentence}`),
  notRun: ['not run yet', 'not run'],
  hidden: ['hidden until you answer', 'hidden'],
  copies: noun('copy', 'copies'),
  others: noun('other'),
  hosts: noun('host'),
  vms: noun('VM'),
  on: (what: string, host: string) => `${what} on ${host}`,
  unplaced: (count: string) => [`${count} not placed`, 'not placed'],
  /** Three VMs or more in a row: `3 to 6`. */
  range: (from: string, to: string) => `${from} to ${to}`,
  enumeration: (items: readonly string[]) => items.join(', '),
  /** States of copies, in a segment; longest first. */
  states: {
    serving: ['serving'],
    suffering: ['with errors', 'errors'],
    stuck: ['answers nobody', 'no answer', 'silent'],
    booting: ['booting', 'boots'],
    starting: ['starting', 'starts'],
    waiting: ['waiting to restart', 'waiting'],
    fallen: ['down'],
    // Under the name of a machine that is up, or boots, it is still true.
    off: ['not serving'],
    stopped: ['stopped'],
    building: ['building'],
    pulling: ['pulling'],
    cut: ['cut, waits', 'waits'],
    idle: ['idle'],
  },
  images: (place: string) => `images on ${place}`,
  all: (count: string, state: string) => `${count} ${state}`,
  servingOf: (count: string, of: string) =>
    count === '0'
      ? [`${of} not serving`, 'not serving', `${count} of ${of}`]
      : count === of
        ? [`${count} serving`, 'serving']
        : [`${count} of ${of} serving`, `${count} of ${of}`],
  /** A lane told in words. */
  stretch: (state: string, from: string, to: string) => `${state} from ${from} to ${to}`,
  since: (state: string, from: string) => `${state} since ${from}`,
  lane: (name: string, stretches: readonly string[]) => `${name}: ${stretches.join(', ')}.`,
  answerFirst: 'Answer first; then time runs.',
  play: 'Play',
  pause: 'Pause',
  clock: 'Time of the run',
  previous: 'previous fact',
  next: 'next fact',
  nothingBefore: 'Nothing happened before this.',
  nothingNext: 'Nothing more happens by itself.',
  speed: 'Speed',
  times: (speed: string) => `${speed}×`,
  slows: 'By itself slower whenever something happens.',
  slowed: 'Slower now: something happens.',
};
