// An image as a host knows it: a name, the digest that it stood for when it was pulled, and the layers of that.
import { MEBIBYTE } from '../../resources/units';
import type { FailureCode } from '../failure';

/** Context of an image. */
export interface ImageContext {
  readonly start: string;
  /** What is asked for: `shop/search:1`, or with a digest, `shop/search@sha256:...`. */
  readonly reference: string;
  /** The id of the registry it comes from. */
  readonly registry: string | null;
  /** The id of the mirror that the daemon here asks first (`registry-mirrors`); null: none is set. */
  readonly mirror: string | null;
  /** The id of the repository that says how it is built; null: nobody wrote that down here. */
  readonly repository: string | null;
  /** Whether its layers are on the disk when the scenario starts. */
  readonly pulled: boolean;
  /** The program of a container that is made from it. */
  readonly service: string | null;
  readonly memoryBytes: number;
  readonly cpuMicro: number;
  readonly startMs: number;
  /** How much a container of it writes to a file that is new. */
  readonly writeBytes: number;
  /** Digests of what is on the disk under this name: of the image, and of its layers, the base first. Empty: nothing. */
  readonly digest: string;
  readonly layers: string;
  /** Layers of the images that had this name before, a line for each: what is left of them has no name (`<none>`). */
  readonly earlier: string;
  /** The same of what is being pulled. */
  readonly wanted: string;
  readonly wantedLayers: string;
  /** The id of the registry that sends it, which a mirror may be; empty before one has answered. */
  readonly from: string;
  /** Whether this pull has given the mirror up. */
  readonly passesMirror: boolean;
  /** The layer that is on its way, its bytes, and how long it takes yet. */
  readonly next: string;
  readonly nextBytes: number;
  readonly nextMs: number;
  /** How long all of that layer takes: what came before its pull was cut does not come again. */
  readonly wholeMs: number;
  /** Bytes that came for this image over the network, all pulls together. */
  readonly pulledBytes: number;
  readonly attempts: number;
  readonly retryMs: number;
  /** Why the last pull failed, in the words of Docker. */
  readonly error: string | null;
  /** Why; empty where none failed. */
  readonly why: FailureCode | '';
}

/** How often Docker tries a layer, and by how much each wait is longer: moby distribution/xfer/download.go. */
export const MOST_ATTEMPTS = 5;
export const RETRY_STEP_MS = 5_000;

/** Until a registry has answered, the scenario's own choice as with artifacts. */
export const ASK_MS = 50;

/** What a scenario may set; what its program takes is its own choice. */
export const IMAGE_DEFAULTS = {
  start: 'up',
  reference: '',
  registry: null as string | null,
  mirror: null as string | null,
  repository: null as string | null,
  pulled: false,
  service: null as string | null,
  memoryBytes: 64 * MEBIBYTE,
  cpuMicro: 100_000,
  startMs: 1,
  writeBytes: 16 * MEBIBYTE,
} as const;

/** What a scenario does not set. */
export const IMAGE_AT_FIRST = {
  digest: '',
  layers: '',
  earlier: '',
  wanted: '',
  wantedLayers: '',
  from: '',
  passesMirror: false,
  next: '',
  nextBytes: 0,
  nextMs: 0,
  wholeMs: 0,
  pulledBytes: 0,
  attempts: 0,
  retryMs: 0,
  error: null,
  why: '',
} as const;

/** `earlier` once a name stands for the layers `next`, or for none: each other image that had it is noted once. */
export const earlierOf = (
  { earlier, layers }: Pick<ImageContext, 'earlier' | 'layers'>,
  next: string,
): string =>
  [...new Set([...earlier.split('\n'), layers])].filter((each) => each !== '' && each !== next).join('\n');
