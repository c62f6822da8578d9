// What a room's model.md says about the room, as plain data: what is true, what is simplified, its numbers. Types only.

/**
 * How well a number is known: `read` in the source named, `quoted` in a text that quotes it, `remembered` (the
 * source is named but not looked up yet), or `chosen` by each scenario.
 */
export type Certainty = 'read' | 'quoted' | 'remembered' | 'chosen';

/** One number of a room. A remembered one says "about". */
export interface RoomNumber {
  readonly what: string;
  readonly value: string;
  /** Where it is from, without its mark; may be empty for a remembered one. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** One model.md. Sentences are plain text in which `code` stands between backticks. */
export interface RoomModel {
  readonly title: string;
  /** What the room is, in a sentence or two; may be empty. */
  readonly about: string;
  readonly true: readonly string[];
  readonly simplified: readonly string[];
  readonly numbers: readonly RoomNumber[];
}
