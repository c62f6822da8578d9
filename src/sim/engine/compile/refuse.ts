// How the compiler says no: one error class, one form of message.

/** Where in a chart something was found. */
export interface Where {
  /** The machine's id. */
  readonly chart: string;
  /** Dotted path of the state; empty for the machine itself. */
  readonly state: string;
}

/** Thrown when a chart uses anything outside the closed list; the message says where and what to do instead. */
export class ChartRefused extends Error {
  override readonly name = 'ChartRefused';
}

/** `machine "pod", state "up.serving"`. */
export function placeOf(where: Where): string {
  return `machine "${where.chart}", ${where.state === '' ? 'root' : `state "${where.state}"`}`;
}

/** Throws ChartRefused: where, what was found, what to write instead. */
export function refuse(where: Where, found: string, instead: string): never {
  throw new ChartRefused(`${placeOf(where)}: ${found}; ${instead}`);
}

/** Refuses when the condition holds. */
export function refuseIf(condition: boolean, where: Where, found: string, instead: string): void {
  if (condition) refuse(where, found, instead);
}
