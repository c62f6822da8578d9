// What the command panel shows. `C` is the command: the panel hands it back without looking inside.

/** An act that is possible now, or possible now one after the other. */
export interface Offer<C> {
  readonly label: string;
  /** It breaks something; false: it is done in order. */
  readonly breaks: boolean;
  readonly commands: readonly C[];
}

/** One value that a setting can have. */
export interface Choice<C> {
  readonly value: string;
  readonly label: string;
  readonly commands: readonly C[];
}

/** Something that is set, with all that it could be. */
export interface Setting<C> {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice<C>[];
}

/** What can be done to one box. */
export interface OfferGroup<C> {
  /** The box's id. */
  readonly id: string;
  readonly offers: readonly Offer<C>[];
  readonly settings: readonly Setting<C>[];
  /** Why nothing of what one would try is possible. */
  readonly reasons: readonly string[];
}
