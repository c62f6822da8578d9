// What an address may ask of a lesson page: seed, theme, speed, step, moment, what is shown, and a whole situation.

/** Reads the text of a parameter; undefined when it is none of its values. */
type Reader = (text: string) => unknown;

const isName = (text: string) => text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

const oneOf =
  (...values: readonly string[]): Reader =>
  (text) =>
    values.includes(text) ? text : undefined;
const number =
  (form: RegExp, least: number, most: number): Reader =>
  (text) => {
    const value = Number(text);
    return form.test(text) && value >= least && value <= most ? value : undefined;
  };
const name: Reader = (text) => (isName(text) ? text : undefined);
const yesNo: Reader = (text) => (/^[01]$/.test(text) ? text === '1' : undefined);
const names: Reader = (text) => {
  const all = text === '' ? [] : text.split(',');
  return all.length <= 20 && all.every(isName) ? all : undefined;
};

/** How each parameter is read, and what it wants. */
const PARAMETERS: Readonly<Record<keyof LessonOptions, { readonly read: Reader; readonly wanted: string }>> =
  {
    seed: { read: number(/^\d{1,10}$/, 0, 2 ** 32 - 1), wanted: 'a whole number up to 4294967295' },
    theme: { read: oneOf('light', 'dark', 'contrast'), wanted: 'light, dark or contrast' },
    speed: { read: number(/^\d{1,3}(\.\d{1,2})?$/, 0.1, 100), wanted: 'a number from 0.1 to 100' },
    step: { read: name, wanted: "a step's number or name" },
    moment: { read: name, wanted: "a moment's name" },
    autoplay: { read: yesNo, wanted: '0 or 1' },
    controls: { read: yesNo, wanted: '0 or 1' },
    hide: { read: names, wanted: 'names with commas between them' },
    s: { read: (text) => text, wanted: 'a situation' },
  };

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
    const read = known?.read(value);
    if (read !== undefined) options[parameter] = read;
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
