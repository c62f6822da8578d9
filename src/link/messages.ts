// What an embedded stage and the page around it say to each other through postMessage. Public API: a deck that
// was written once must work for years, so a change of meaning needs a new `v`. Times are milliseconds.
import * as v from 'valibot';

/** Version of the protocol. */
export const MESSAGE_VERSION = 1;

/** What can be asked for by `sim:get`. */
export const WANTED = ['situation', 'words', 'svg', 'digest'] as const;

/**
 * Keys that belong to a deck, as `KeyboardEvent.key` names them: those of a clicker (pages, black screen), arrows,
 * overview, speaker's view. A frame with the focus hands them on, unless it uses the key itself.
 */
export const DECK_KEYS = [
  ...(['PageDown', 'PageUp'] as const),
  ...(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'] as const),
  ...(['b', '.', 'o', 's'] as const),
] as const;

/** Longest text of any field: no name, id or moment comes near it. */
const LONGEST = 200;
/** An hour of a run in milliseconds; no lesson lasts that long. */
const LATEST_MS = 3_600_000;
const MOST_ARGUMENTS = 8;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST));
const finite = v.pipe(v.number(), v.finite());
const instant = v.pipe(finite, v.minValue(0), v.maxValue(LATEST_MS));
const scalar = v.union([v.pipe(v.string(), v.maxLength(LONGEST)), finite, v.boolean(), v.null()]);
const command = v.strictObject({
  name,
  target: name,
  args: v.optional(
    v.pipe(
      v.record(name, scalar),
      v.check((given) => Object.keys(given).length <= MOST_ARGUMENTS, `at most ${MOST_ARGUMENTS} arguments`),
    ),
  ),
});

/** A message of a type, with the envelope that all have. */
function form<Type extends string, Fields extends v.ObjectEntries>(type: Type, fields: Fields) {
  return v.strictObject({
    type: v.literal(type),
    v: v.literal(MESSAGE_VERSION),
    id: v.optional(v.union([name, finite])),
    ...fields,
  });
}

const message = v.variant('type', [
  v.pipe(
    form('sim:goto', { moment: v.optional(name), step: v.optional(name), ms: v.optional(instant) }),
    v.check(
      ({ moment, step, ms }) => [moment, step, ms].filter((place) => place !== undefined).length === 1,
      'exactly one of moment, step and ms',
    ),
  ),
  form('sim:play', {}),
  form('sim:pause', {}),
  form('sim:reset', {}),
  form('sim:do', { command, at: instant }),
  form('sim:theme', { theme: v.picklist(['light', 'dark', 'contrast']) }),
  form('sim:get', { want: v.pipe(v.array(v.picklist(WANTED)), v.minLength(1), v.maxLength(WANTED.length)) }),
]);

/** A message from the page around the stage. */
export type ToStage = v.InferOutput<typeof message>;

/** Name or number by which a reply finds its question. */
export type MessageId = string | number;

/** A message from the stage to the page around it; `id` is that of the message it answers. */
export type FromStage = { readonly v: typeof MESSAGE_VERSION; readonly id?: MessageId } & (
  | {
      readonly type: 'sim:ready';
      readonly lesson: string | null;
      readonly moments: readonly { readonly id: string; readonly caption: string }[];
    }
  | { readonly type: 'sim:time'; readonly ms: number; readonly playing: boolean }
  | { readonly type: 'sim:fact'; readonly ms: number; readonly name: string; readonly about: string | null }
  | {
      readonly type: 'sim:check';
      readonly checkId: string;
      readonly passed: boolean;
      readonly missing: string | null;
    }
  | { readonly type: 'sim:key'; readonly key: (typeof DECK_KEYS)[number] }
  | ({ readonly type: 'sim:state' } & Partial<Record<(typeof WANTED)[number], string>>)
  | { readonly type: 'sim:error'; readonly what: MessageProblem; readonly why: string }
);

/** What was wrong with a message, or with doing what it asks. */
export type MessageProblem =
  'malformed' | 'version' | 'unknown-type' | 'unknown-place' | 'refused' | 'too-many' | 'failed';

/** A message as it was read. `foreign`: not ours, to be ignored in silence. */
export type ReadMessage =
  | { readonly read: 'message'; readonly message: ToStage }
  | { readonly read: 'foreign' }
  | {
      readonly read: 'problem';
      readonly what: MessageProblem;
      readonly why: string;
      readonly id: MessageId | null;
    };

/** Whether something calls itself `sim:...`; all else is foreign. Never throws, and costs nothing. */
export function isOurs(data: unknown): data is { readonly type: string } {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  return 'type' in data && typeof data.type === 'string' && data.type.startsWith('sim:');
}

/** Reads what `postMessage` brought. Never throws; whatever does not call itself `sim:...` is foreign. */
export function readMessage(data: unknown): ReadMessage {
  if (!isOurs(data)) return { read: 'foreign' };
  const { type, v: version, id } = data as { type: string; v?: unknown; id?: unknown };
  const answer = v.is(v.union([name, finite]), id) ? id : null;
  const problem = (what: MessageProblem, why: string): ReadMessage => ({
    read: 'problem',
    what,
    why,
    id: answer,
  });

  if (!message.options.some(({ entries }) => entries.type.literal === type))
    return problem('unknown-type', `There is no message ${type.slice(0, LONGEST)}.`);
  if (version !== MESSAGE_VERSION)
    return problem('version', `Messages have v: ${MESSAGE_VERSION}; this one has v: ${briefly(version)}.`);
  const parsed = v.safeParse(message, data, { abortEarly: true });
  if (parsed.success) return { read: 'message', message: parsed.output };
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  return problem(
    'malformed',
    `${type}${where === null ? '' : `, ${where.slice(0, LONGEST)}`}: ${issue.message.slice(0, LONGEST)}`,
  );
}

/** A value as it may stand in a sentence, however large it is. */
function briefly(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an object' : String(value).slice(0, 20);
}
