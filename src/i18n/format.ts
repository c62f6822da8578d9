// Numbers as people read them: times, amounts of memory, CPU, counts. One `Format` for each language.

/** The ways in which figures are written. Times come in microseconds, memory in bytes, CPU in micro-cores. */
export interface Format {
  /** A whole or broken number, at most two decimals: `1,234.5`. */
  number(value: number): string;
  /** The form of a noun that a count asks for: `1 copy`, `6 copies`. */
  counted(count: number, forms: PluralForms): string;
  /** An instant on the run's clock: `0:37.2`, `1:02:03.4`. Cut, not rounded, so that it never runs ahead. */
  clock(micros: number): string;
  /** What is left of a delay: `0:34`, rounded up so that it never says nothing is left while it waits. */
  countdown(micros: number): string;
  /** How long something takes: `2.25 ms`, `109 ms`, `1.5 s`, `3 min`, `3 min 20 s`. */
  duration(micros: number): string;
  /** An amount of memory in labels, to a tenth: `1.5 GiB`. */
  memory(bytes: number): string;
  /** An amount of memory in figures, to a hundredth: `1.05 GiB`. */
  quantity(bytes: number): string;
  /** CPU: `0.5 cores`, `1 core`. */
  cores(microCores: number, forms: PluralForms): string;
  /** Several things in one phrase: `VM 1, VM 2 and VM 3`. */
  list(items: readonly string[]): string;
}

/** Forms of a noun by plural category of the language; `other` stands in for a missing one. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const UNITS = ['', 'Ki', 'Mi', 'Gi', 'Ti'] as const;
const STEP = 1024;
const MICROS_PER_MS = 1_000;
const MICROS_PER_SECOND = 1_000_000;

/** The largest unit of which there is at least one; the amount keeps at most `digits` decimals. */
function scaled(bytes: number, digits: number): { amount: number; unit: string } {
  let amount = bytes;
  let power = 0;
  while (Math.abs(amount) >= STEP && power < UNITS.length - 1) {
    amount /= STEP;
    power += 1;
  }
  return { amount: Math.round(amount * 10 ** digits) / 10 ** digits, unit: UNITS[power] ?? '' };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `m:ss`, from an hour on `h:mm:ss`. */
function minutesAndSeconds(seconds: number): string {
  const rest = twoDigits(seconds % 60);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${rest}`
    : `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${rest}`;
}

/** The figures of one language, a BCP 47 tag such as `en`. */
export function createFormat(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  /** Of a millisecond nobody needs more than three figures. */
  const threeFigures = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = (value: number) => numbers.format(value);
  const counted = (count: number, forms: PluralForms) =>
    `${number(count)} ${forms[plurals.select(count)] ?? forms.other}`;

  function duration(micros: number): string {
    if (micros < MICROS_PER_SECOND - MICROS_PER_MS / 2)
      return `${threeFigures.format(micros / MICROS_PER_MS)} ms`;
    const seconds = micros / MICROS_PER_SECOND;
    if (seconds < 60) return `${number(Math.round(seconds * 10) / 10)} s`;
    const whole = Math.round(seconds);
    const rest = whole % 60;
    return rest === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${rest} s`;
  }

  return {
    number,
    counted,
    clock(micros) {
      const tenths = Math.floor(micros / (MICROS_PER_SECOND / 10));
      return `${minutesAndSeconds(Math.floor(tenths / 10))}.${tenths % 10}`;
    },
    countdown: (micros) => minutesAndSeconds(Math.max(0, Math.ceil(micros / MICROS_PER_SECOND))),
    duration,
    memory(bytes) {
      const { amount, unit } = scaled(bytes, 1);
      return `${number(amount)} ${unit}B`;
    },
    quantity(bytes) {
      const { amount, unit } = scaled(bytes, 2);
      return `${number(amount)} ${unit}B`;
    },
    cores: (micro, forms) => counted(Math.round(micro / 1e4) / 100, forms),
    list: (items) => lists.format(items),
  };
}
