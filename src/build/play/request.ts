// What `npm run play` was asked for: a lesson or a file, how far, and what to print.
import { basename } from 'node:path';
import { MINUTE, MS, SECOND, type Micros } from '../../sim';

/** What is printed of each step. */
export const modes = ['checks', 'facts', 'world', 'words', 'digest'] as const;
/** One of them. */
export type Mode = (typeof modes)[number];

/** A request as typed. */
export interface PlayRequest {
  /** A lesson's folder, number or slug, or a situation file. */
  readonly lesson: string;
  /** Ends every run there in place of the solution's own end; null: as the solution says. */
  readonly until: Micros | null;
  readonly mode: Mode;
}

/** How the script is used; printed with every refusal. */
export const usage =
  'Usage: npm run play -- <lesson folder, number or slug, or situation file> [--until 5m] [--facts|--world|--words|--digest]';

/** Thrown for a request that cannot be met; the message says what to write. */
export class BadRequest extends Error {
  constructor(problem: string) {
    super(`${problem}\n${usage}`);
    this.name = 'BadRequest';
  }
}

const UNITS: Readonly<Record<string, Micros>> = { ms: MS, s: SECOND, m: MINUTE, h: 60 * MINUTE };

/** Reads `500ms`, `90s`, `5m`, `1.5h`. Throws BadRequest. */
export function readSpan(text: string): Micros {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text);
  const unit = UNITS[match?.[2] ?? ''];
  if (!match || unit === undefined)
    throw new BadRequest(`"${text}" is not a time; write 500ms, 90s, 5m or 1h.`);
  return Math.round(Number(match[1]) * unit);
}

/** Reads the script's arguments. Throws BadRequest. */
export function readRequest(args: readonly string[]): PlayRequest {
  const rest = [...args];
  let until: Micros | null = null;
  let mode: Mode = 'checks';
  let lesson: string | null = null;
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    const named = modes.find((name) => `--${name}` === next);
    if (named) mode = named;
    else if (next === '--until') until = readSpan(rest.shift() ?? '');
    else if (next.startsWith('-')) throw new BadRequest(`There is no option ${next}.`);
    else if (lesson === null) lesson = next;
    else throw new BadRequest(`One lesson at a time; "${next}" is a second one.`);
  }
  if (lesson === null) throw new BadRequest('Name a lesson.');
  return { lesson, until, mode };
}

/** Whether a lesson is the one that was named: by folder, number or slug. */
export function isNamed(entry: { readonly number: number; readonly slug: string }, name: string): boolean {
  const asked = basename(name);
  const number = String(entry.number).padStart(2, '0');
  return [entry.slug, `${number}-${entry.slug}`, number, String(entry.number)].includes(asked);
}
