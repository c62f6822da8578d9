// A builder: BuildKit beside a container engine, or the machine of a CI service.
import type { Plan } from '../../resources/buildPlan';
import type { FailureCode } from '../failure';

/** What a builder makes of a recipe. */
export type OutputKind = 'container-image' | 'vm-image';

/** Context of a builder. Its plans and tables are JSON, so that they stay flat. */
export interface BuilderContext {
  /** The id of the disk that it stores layers and its cache on; images on it are those that it builds. */
  readonly disk: string | null;
  /** Where its RUNs get packages. */
  readonly distribution: string | null;
  /** The id of a repository: each commit there is built and pushed. */
  readonly watches: string | null;
  /** Whether each build has a machine of its own, with nothing in its cache. */
  readonly fresh: boolean;
  readonly makes: OutputKind;
  /** For an image of a machine: what its OS takes, and how long that is installed. */
  readonly osBytes: number;
  readonly osInstallMs: number;
  /** What is being built, an `Order`, and the plan of it, as JSON; empty between builds. */
  readonly order: string;
  readonly plan: string;
  /** What each stage has so far, as JSON. */
  readonly made: string;
  /** The step that is done or looked for, from 0; how many there are; how many of them were found in the cache. */
  readonly at: number;
  readonly steps: number;
  readonly hits: number;
  /** Results of steps by their cache key, as JSON. */
  readonly cache: string;
  /** Images that it made, by digest: layers and configuration, as JSON. */
  readonly images: string;
  /** Digests of the layers that its cache and the present build need. */
  readonly keeps: string;
  /** The image that is built or pushed, and the commit that it is of. */
  readonly image: string;
  readonly commit: number;
  /** Until the present work is done. */
  readonly workMs: number;
  /** Bytes that were written since the build began. */
  readonly newBytes: number;
  readonly startedAt: number;
  /** The line of the Dockerfile that is done, or that the last build failed at; 0 for none. */
  readonly line: number;
  /** What BuildKit said when the last build failed. */
  readonly error: string | null;
  /** Why; empty where none failed. */
  readonly why: FailureCode | '';
}

/** What a scenario may set. */
export const BUILDER_DEFAULTS = {
  disk: null as string | null,
  distribution: null as string | null,
  watches: null as string | null,
  fresh: false,
  makes: 'container-image' as OutputKind,
  osBytes: 0,
  osInstallMs: 0,
} as const;

/** What a scenario does not set. */
export const BUILDER_AT_FIRST = {
  order: '',
  plan: '',
  made: '[]',
  at: 0,
  steps: 0,
  hits: 0,
  cache: '{}',
  images: '{}',
  keeps: '',
  image: '',
  commit: 0,
  workMs: 0,
  newBytes: 0,
  startedAt: 0,
  line: 0,
  error: null,
  why: '',
} as const;

/** A plan with what its bases stand for, by the name that the Dockerfile has for them. */
export interface Planned extends Plan {
  readonly bases: Readonly<Record<string, Base>>;
}

/** An image that a stage begins with or copies from. */
export interface Base {
  readonly digest: string;
  readonly layers: readonly string[];
}

/** What is asked for, as the repository was then. */
export interface Order {
  readonly image: string;
  readonly reference: string;
  readonly registry: string;
  readonly commit: number;
  readonly recipe: string;
  readonly files: string;
  readonly runs: string;
  readonly noCache: boolean;
  readonly pull: boolean;
  /** SOURCE_DATE_EPOCH in seconds; null: the time of the build. */
  readonly epoch: number | null;
  readonly rewriteTimestamps: boolean;
  readonly target: string;
  /** Pushed when it is built. */
  readonly pushes: boolean;
}

/** What a stage has so far: what it stands for in cache keys, its layers, those of its base among them. */
export interface Made {
  readonly key: string;
  readonly layers: readonly string[];
  /** How many of them are the base's. */
  readonly base: number;
  /** What made each layer, by its digest. */
  readonly texts: Readonly<Record<string, string>>;
  /** Time of the last layer, in seconds. */
  readonly created: number;
}

/** A result in the cache: its layer, those that it was made over, and when it was made, in seconds. */
export interface CacheEntry {
  readonly layer: string;
  readonly over: readonly string[];
  readonly created: number;
}

/** Asking a registry what a name stands for: the scenario's own choice, as in the image room. */
export const ASK_MS = 50;
/** Around each command: a container is started for it, about as long as any other ([M], see the container room). */
export const RUN_MS = 200;
