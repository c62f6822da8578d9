// What an address may ask of a lesson page: seed, theme, speed, step, moment, what is shown, and a whole situation.
import * as v from 'valibot';

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number), v.maxValue(2 ** 32 - 1));
const speed = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}(\.\d{1,2})?$/),
  v.transform(Number),
  v.minValue(0.1),
  v.maxValue(100),
);
const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60));
const yesNo = v.pipe(
  v.picklist(['0', '1']),
  v.transform((value) => value === '1'),
);
const names = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? [] : value.split(','))),
  v.array(name),
  v.maxLength(20),
);

/** How each parameter is read, and what it wants. */
const PARAMETERS = {
  seed: { schema: wholeNumber, wanted: 'a whole number up to 4294967295' },
  theme: { schema: v.picklist(['light', 'dark', 'contrast']), wanted: 'light, dark or contrast' },
  speed: { schema: speed, wanted: 'a number from 0.1 to 100' },
  step: { schema: name, wanted: "a step's number or name" },
  moment: { schema: name, wanted: "a moment's name" },
  autoplay: { schema: yesNo, wanted: '0 or 1' },
  controls: { schema: yesNo, wanted: '0 or 1' },
  hide: { schema: names, wanted: 'names with commas between them' },
  s: { schema: v.string(), wanted: 'a situation' },
} as const;

/** What a lesson page was asked for. null: not asked, the lesson decides. */
export interface LessonOptions {
  readonly seed: number | null;
  readonly theme: 'light' | 'dark' | 'contrast' | null;
  /** 0.1 to 100. */
  readonly speed: number | null;
  /** A step's number from 1 on, or its slug. */
  readonly step: string | null;
  readonly moment: string | null;
  /** Whether time begins to run by itself. */
  readonly autoplay: boolean | null;
  readonly controls: boolean;
  /** Names of parts that are not shown. */
  readonly hide: readonly string[];
  /** A packed situation, not looked at yet: see `unpackSituation`. */
  readonly s: string | null;
}

/** A parameter that could not be used, for the console. `wanted` is null when nobody knows the parameter. */
export interface Note {
  readonly parameter: string;
  readonly value: string;
  readonly wanted: string | null;
}

/** What a page without parameters was asked for. */
export const noOptions: LessonOptions = {
  seed: null,
  theme: null,
  speed: null,
  step: null,
  moment: null,
  autoplay: null,
  controls: true,
  hide: [],
  s: null,
};

const isKnown = (key: string): key is keyof LessonOptions => Object.hasOwn(PARAMETERS, key);

/** Reads the query of a lesson's address; wrong and unknown parameters are told as notes, the first of two counts. */
export function readOptions(query: URLSearchParams): { options: LessonOptions; notes: readonly Note[] } {
  const options: Record<string, unknown> = { ...noOptions };
  const notes: Note[] = [];
  for (const parameter of new Set(query.keys())) {
    const value = query.get(parameter) ?? '';
    const known = isKnown(parameter) ? PARAMETERS[parameter] : null;
    const read = known && v.safeParse(known.schema, value);
    if (read?.success) options[parameter] = read.output;
    else
      notes.push({
        parameter: parameter.slice(0, 40),
        value: value.slice(0, 200),
        wanted: known?.wanted ?? null,
      });
  }
  return { options: options as unknown as LessonOptions, notes };
}

/** The query of these options, in a fixed order, without what is as it would be anyway. */
export function writeOptions(options: LessonOptions): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(PARAMETERS).filter(isKnown)) {
    const value = options[key];
    if (value === null || String(value) === String(noOptions[key])) continue;
    query.set(key, typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
  }
  return query.toString().replaceAll('%2C', ',');
}
