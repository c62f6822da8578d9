// What a projector and its presenter's window tell each other: where the talk is, never a picture of it. Whatever
// comes from a channel is hostile until it is read here.
import * as v from 'valibot';
import { MOST_AT, MOST_LINK } from './limits';

/** Version of the message. */
const VERSION = 1;
/** More stops, options or hands than any class has. */
const MOST = { stops: 500, options: 5, hands: 9999, percent: 9999, counter: 2 ** 32 - 1, name: 60 };

const whole = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));
const hands = whole(MOST.hands);
const draft = v.pipe(v.array(v.nullable(hands)), v.maxLength(MOST.options));
const tally = v.nullable(v.pipe(v.array(hands), v.maxLength(MOST.options)));
const name = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/), v.maxLength(MOST.name));

/** The parts of a talk: the stage alone, or a question in one of its rounds. */
const PARTS = ['stage', 'first', 'talking', 'second', 'counted'] as const;

const talk = v.strictObject({
  /** Where in the programme the talk is. */
  stop: whole(MOST.stops),
  part: v.picklist(PARTS),
  isBlank: v.boolean(),
  /** Of the round that is counted, by option; null: not entered yet. */
  draft,
  /** What the numbers of the round are: tenths as long as none of them was typed as hands. */
  unit: v.picklist(['tenths', 'hands']),
  /** The percent that the last round made, when that cannot be; null: nothing was wrong. */
  wrong: v.nullable(whole(MOST.percent)),
  /** By prediction, what was counted in each round. */
  votes: v.pipe(v.record(name, v.strictObject({ first: tally, second: tally })), v.maxEntries(MOST.stops)),
});

const message = v.strictObject({
  v: v.literal(VERSION),
  /** Rises whenever somebody does something, and begins again behind the last; the highest leads. */
  counter: whole(MOST.counter),
  /** Random name of the window. */
  from: name,
  situation: v.pipe(v.string(), v.maxLength(MOST_LINK)),
  head: whole(MOST_AT),
  playing: v.boolean(),
  speed: v.pipe(v.number(), v.minValue(0.1), v.maxValue(100)),
  talk,
});

/** Where a talk is, as data. */
export type TalkState = v.InferOutput<typeof talk>;
/** What was counted in the two rounds of a question. */
export type Rounds = TalkState['votes'][string];
/** A whole message. */
export type PresenterMessage = v.InferOutput<typeof message>;
/** What a window tells, without what the duet adds. */
export type Told = Omit<PresenterMessage, 'v' | 'counter' | 'from'>;

/** Reads what a channel brought; null when it is not ours. Never throws. */
export function readPresenterMessage(data: unknown): PresenterMessage | null {
  const parsed = v.safeParse(message, data, { abortEarly: true });
  return parsed.success ? parsed.output : null;
}

/** A message as it is posted. */
export function presenterMessage(counter: number, from: string, told: Told): PresenterMessage {
  return { v: VERSION, counter, from, ...told };
}
