// What scenario.ts, checks.ts and solution.ts must export, as schemas: a build does not check types.
import * as v from 'valibot';

const fn = v.custom<(...args: never[]) => unknown>(
  (value) => typeof value === 'function',
  'Expected a function',
);
const id = v.pipe(v.string(), v.minLength(1));
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1));
const micros = v.pipe(v.number(), v.integer(), v.minValue(0));

const command = v.strictObject({
  name: id,
  target: id,
  args: v.optional(v.record(v.string(), v.union([v.number(), v.string(), v.boolean(), v.null()]))),
});
const timedCommand = v.strictObject({ at: micros, command });

const world = v.strictObject({
  boxes: v.pipe(v.array(v.looseObject({ kind: id, name: id })), v.minLength(1)),
  faults: v.optional(v.array(timedCommand)),
});

const played = { commands: v.array(timedCommand), until: micros };

/** The schema of each file's one export, by the name of that export. */
export const shapes = {
  scenario: v.strictObject({
    seed: v.pipe(v.number(), v.safeInteger()),
    worlds: v.record(v.string(), world),
    commands: v.array(id),
    moments: v.array(v.strictObject({ id, sentence, when: fn })),
  }),
  checks: v.strictObject({
    checks: v.record(v.string(), v.strictObject({ sentence, test: fn })),
    figures: v.record(v.string(), fn),
    predictions: v.record(v.string(), v.record(v.string(), fn)),
  }),
  solution: v.strictObject({
    steps: v.record(v.string(), v.strictObject(played)),
    wrong: v.array(v.strictObject({ name: sentence, step: id, unmet: id, ...played })),
  }),
} as const;

/** The names of the exports. */
export type ExportName = keyof typeof shapes;
