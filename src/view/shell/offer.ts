// What the command panel shows. `C` is the command: the panel hands it back without looking inside.

/** What acts do, in the order in which the panel shows them. */
export const OFFER_SORTS = ['break', 'ship', 'run', 'image', 'keep', 'move', 'wall'] as const;
/** One of them. */
export type OfferSort = (typeof OFFER_SORTS)[number];

/** An act that is possible now, or possible now one after the other; or one that something keeps from being done. */
export interface Offer<C> {
  readonly label: string;
  readonly sort: OfferSort;
  /** What it waits for or lacks, as `being copied`; null: it can be done now. */
  readonly waits: string | null;
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
