// A repository: source code under version control, with the Dockerfile that says how it becomes an image.
import type { RunOutcome } from '../../resources/buildFiles';
import type { LayerFile } from '../../resources/layers';

/** What can be committed: another recipe, files that are laid over those that are there, or both. */
export interface Change {
  /** Instructions as JSON: what a Dockerfile is read as. */
  readonly recipe?: string;
  readonly files?: readonly LayerFile[];
}

/** Context of a repository. Its tables are JSON, so that they stay flat. */
export interface RepositoryContext {
  /** Instructions as JSON; empty: there is no Dockerfile. */
  readonly recipe: string;
  /** The build context: files, by paths from `/`. */
  readonly files: string;
  /** What each RUN does, by its command. */
  readonly runs: string;
  /** What can be committed, by name. */
  readonly changes: string;
  /** Counted from 1, and the name of the change that it brought. */
  readonly commit: number;
  readonly change: string;
}

/** What a scenario may set. */
export const REPOSITORY_DEFAULTS = { recipe: '', files: '[]', runs: '[]', changes: '{}' } as const;

/** The build context as one text. */
export const contextText = (files: readonly LayerFile[]): string => JSON.stringify(files);

/** What commands do, as one text. */
export const runsText = (runs: readonly RunOutcome[]): string => JSON.stringify(runs);

/** What can be committed, as one text. */
export const changesText = (changes: Readonly<Record<string, Change>>): string => JSON.stringify(changes);

/** The changes that a text holds. */
export const changesIn = (text: string): Readonly<Record<string, Change>> =>
  JSON.parse(text) as Readonly<Record<string, Change>>;

/** Files with others laid over them. */
export function filesAfter(text: string, added: readonly LayerFile[]): string {
  const before = JSON.parse(text) as readonly LayerFile[];
  const paths = new Set(added.map(({ path }) => path));
  return JSON.stringify([...before.filter(({ path }) => !paths.has(path)), ...added]);
}
