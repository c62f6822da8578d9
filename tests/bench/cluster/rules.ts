// The small cluster that the measurements run on: its constants, its draws and its one shared table of nodes.
// Every way of running it (engine, hand-written switch, actors) uses these, so that end states can be equal.
import { purposeOf, randomInt, randomUnit } from '../../../src/sim/engine/random';
import { MINUTE, MS, SECOND } from '../../../src/sim/engine/time';

/** How large a cluster is measured. */
export interface Size {
  readonly pods: number;
  readonly nodes: number;
}

export const SEED = 42;
/** Half an hour is played. */
export const END = 30 * MINUTE;
/** All pods are created during the first minute. */
export const ROLLOUT = MINUTE;
export const ADMISSION_MS = 50;
export const RETRY_MS = 1_000;
export const CREATE_MS = 500;
export const PROBE_MS = 60_000;
export const GRACE_MS = 30_000;
export const REPLACE_MS = 1_000;
export const DETECT_MS = 40_000;
export const EVICT_MS = 300_000;
const FIRST_BACKOFF_MS = 10_000;
const LONGEST_BACKOFF_MS = 300_000;
const PROBE_FAILURES = 0.01;
/** Room for pods on each node, over the even share. */
const HEADROOM = 1.3;

const PULL = purposeOf('pull');
const PROBE = purposeOf('probe');

/** Time between two pods of the rollout, in microseconds. */
export function rolloutGap(size: Size): number {
  return Math.floor(ROLLOUT / size.pods);
}

/** How long a pod's image is pulled, in milliseconds. */
export function pullMs(pod: number): number {
  return randomInt(500, 4_000, SEED, pod, PULL, 0);
}

/** Whether a pod's next probe fails. */
export function probeFails(pod: number, probes: number): boolean {
  return randomUnit(SEED, pod, PROBE, probes) < PROBE_FAILURES;
}

/** The pause before a restart, in milliseconds. */
export function backoffMs(restarts: number): number {
  return restarts > 5 ? LONGEST_BACKOFF_MS : Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS << (restarts - 1));
}

/** A node that fails, or comes back, at an instant. */
export interface NodeChange {
  readonly at: number;
  readonly node: number;
  readonly fails: boolean;
}

/** One node in a hundred fails after five minutes and comes back after twenty, in order of time. */
export function nodeChanges({ nodes }: Size): readonly NodeChange[] {
  const count = Math.max(1, Math.floor(nodes / 100));
  const changes = (from: number, fails: boolean) =>
    Array.from({ length: count }, (_, k) => ({ at: from + k * 13 * MS, node: (k * 97) % nodes, fails }));
  return [...changes(300 * SECOND, true), ...changes(1_200 * SECOND, false)];
}

/** Which pods are on which node; the scheduler goes round the nodes that are fine and have room. */
export class Nodes {
  podsOn: readonly Set<number>[];
  nodeOf: number[] = [];
  #usable: Uint8Array;
  #free: Int32Array;
  #next = 0;

  constructor({ pods, nodes }: Size) {
    this.#free = new Int32Array(nodes).fill(Math.ceil((pods / nodes) * HEADROOM));
    this.#usable = new Uint8Array(nodes).fill(1);
    this.podsOn = Array.from({ length: nodes }, () => new Set<number>());
  }

  /** The same table once more. */
  copy(): Nodes {
    const copy = new Nodes({ pods: 0, nodes: 0 });
    copy.podsOn = this.podsOn.map((pods) => new Set(pods));
    copy.nodeOf = this.nodeOf.slice();
    copy.#usable = this.#usable.slice();
    copy.#free = this.#free.slice();
    copy.#next = this.#next;
    return copy;
  }

  /** Takes the next node with room for a pod; -1 when there is none. */
  bind(pod: number): number {
    const nodes = this.#free.length;
    for (let tried = 0; tried < nodes; tried++) {
      const node = this.#next;
      this.#next = node + 1 === nodes ? 0 : node + 1;
      if (this.#usable[node] === 0 || this.#free[node]! <= 0) continue;
      this.#free[node]!--;
      this.podsOn[node]!.add(pod);
      this.nodeOf[pod] = node;
      return node;
    }
    return -1;
  }

  /** Gives a pod's place back. */
  release(pod: number): void {
    const node = this.nodeOf[pod];
    if (node === undefined) return;
    this.#free[node]!++;
    this.podsOn[node]!.delete(pod);
  }

  /** Whether the scheduler may use a node. */
  setUsable(node: number, usable: boolean): void {
    this.#usable[node] = usable ? 1 : 0;
  }
}

/** States of a pod, in the order of the numbers that the checksum takes. */
export const POD_STATES = [
  'pending',
  'asking',
  'waiting',
  'pulling',
  'creating',
  'running',
  'crashed',
  'backoff',
  'terminating',
  'released',
  'gone',
] as const;

/** End state of a pod; `node` is -1 before it is bound. */
export interface PodEnd {
  readonly state: number;
  readonly restarts: number;
  readonly probes: number;
  readonly node: number;
}

/** A fingerprint of the end states of all pods, in order of creation. */
export function checksum(pods: number, endOf: (pod: number) => PodEnd): string {
  let hash = 17;
  for (let pod = 0; pod < pods; pod++) {
    const { state, restarts, probes, node } = endOf(pod);
    for (const value of [state, restarts, probes, node]) {
      hash = Math.imul(hash ^ value, 0x85ebca6b);
      hash ^= hash >>> 13;
    }
  }
  return `${pods} pods ${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** What every way of running the cluster hands back. */
export interface ClusterResult {
  readonly checksum: string;
  /** Events delivered, in that way's own count. */
  readonly events: number;
  /** Facts told, 0 when none are kept. */
  readonly facts: number;
  /** Keeps the whole world alive, for measuring memory. */
  readonly kept: unknown;
}
