// A Linux distribution as builds and scanners see it: an archive of packages, and what is known to be weak.
import type { Advisory, Packages } from '../../resources/packages';

/** Context of a distribution. Its tables are JSON, so that they stay flat. */
export interface DistributionContext {
  /** What the archive has now: version and bytes, by name. */
  readonly packages: string;
  readonly advisories: string;
  /** The last advisory that was published, and the package with the version that fixes it. */
  readonly advisory: string;
  readonly fixed: string;
}

/** What a scenario may set. */
export const DISTRIBUTION_DEFAULTS = { packages: '{}', advisories: '[]' } as const;

/** Packages as one text. */
export const packagesText = (packages: Packages): string => JSON.stringify(packages);

/** Advisories as one text. */
export const advisoriesText = (advisories: readonly Advisory[]): string => JSON.stringify(advisories);

/** The packages that a text holds. */
export const packagesIn = (text: string): Packages => JSON.parse(text) as Packages;

/** The advisories that a text holds. */
export const advisoriesIn = (text: string): readonly Advisory[] => JSON.parse(text) as readonly Advisory[];
