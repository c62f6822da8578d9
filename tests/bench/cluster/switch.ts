// The measured cluster written by hand: one switch over typed columns, as fast as we can make it. It is the
// limit that the engine is compared with; with `facts` it also keeps the same log of facts.
import { FactLog, NONE } from '../../../src/sim/engine/facts';
import { MS } from '../../../src/sim/engine/time';
import { NumberHeap } from './numberHeap';
import * as rules from './rules';
import { END, Nodes, checksum, nodeChanges, rolloutGap } from './rules';
import type { ClusterResult, Size } from './rules';

/** What a heap entry asks for: a pod's timer, a node's timer, or an act of the script. */
const POD = 0;
const NODE = 1;
const CREATE = 2;
const FAIL = 3;
const RECOVER = 4;

const PENDING = 0;
const WAITING = 2;
const PULLING = 3;
const CREATING = 4;
const RUNNING = 5;
const BACKOFF = 7;
const TERMINATING = 8;
const RELEASED = 9;
const GONE = 10;

const READY = 0;
const DOWN = 1;
const NOT_READY = 2;
const EVICTED = 3;

class Cluster {
  events = 0;
  pods = 0;
  readonly heap = new NumberHeap();
  readonly nodes: Nodes;
  readonly facts: FactLog | null;
  state = new Uint8Array(1024);
  generation = new Uint32Array(1024);
  restarts = new Uint16Array(1024);
  probes = new Uint32Array(1024);
  node = new Int32Array(1024);
  readonly nodeState: Uint8Array;
  readonly nodeGeneration: Uint32Array;
  #now = 0;

  constructor(size: Size, withFacts: boolean) {
    this.nodes = new Nodes(size);
    this.nodeState = new Uint8Array(size.nodes);
    this.nodeGeneration = new Uint32Array(size.nodes);
    this.facts = withFacts ? new FactLog(String) : null;
    const gap = rolloutGap(size);
    for (let i = 0; i < size.pods; i++) this.heap.push(i * gap, 0, CREATE, 0);
    for (const { at, node, fails } of nodeChanges(size)) this.heap.push(at, node, fails ? FAIL : RECOVER, 0);
  }

  run(): void {
    const { heap } = this;
    while (heap.size > 0 && heap.firstTime() <= END) {
      this.#now = heap.firstTime();
      heap.pop();
      const { who } = heap;
      switch (heap.what) {
        case POD:
          if (heap.generation === this.generation[who]) this.#podTimer(who);
          break;
        case NODE:
          if (heap.generation === this.nodeGeneration[who]) this.#nodeTimer(who);
          break;
        case CREATE:
          this.#create();
          break;
        default:
          this.#nodeChange(who, heap.what === FAIL);
      }
    }
  }

  #arm(pod: number, state: number, delayMs: number): void {
    this.state[pod] = state;
    this.heap.push(this.#now + delayMs * MS, pod, POD, this.generation[pod]!);
  }

  #tell(about: number, name: string): void {
    this.facts?.add(this.#now, about, name, NONE);
  }

  #create(): void {
    this.events++;
    const pod = this.pods++;
    if (pod === this.state.length) this.#grow();
    this.node[pod] = -1;
    this.#arm(pod, PENDING, rules.ADMISSION_MS);
  }

  #podTimer(pod: number): void {
    this.events++;
    switch (this.state[pod]) {
      case PENDING:
      case WAITING:
        this.#bind(pod);
        break;
      case PULLING:
      case BACKOFF:
        this.#arm(pod, CREATING, rules.CREATE_MS);
        break;
      case CREATING:
        this.#tell(pod, 'pod.started');
        this.#arm(pod, RUNNING, rules.PROBE_MS);
        break;
      case RUNNING:
        this.#probe(pod);
        break;
      case TERMINATING:
        this.#tell(pod, 'pod.gone');
        this.nodes.release(pod);
        this.#arm(pod, RELEASED, rules.REPLACE_MS);
        break;
      default:
        this.state[pod] = GONE;
        this.#create();
    }
  }

  #bind(pod: number): void {
    const node = this.nodes.bind(pod);
    if (node < 0) {
      this.#arm(pod, WAITING, rules.RETRY_MS);
      return;
    }
    this.node[pod] = node;
    this.#tell(pod, 'pod.bound');
    this.#arm(pod, PULLING, rules.pullMs(pod));
  }

  #probe(pod: number): void {
    const fails = rules.probeFails(pod, this.probes[pod]!);
    this.probes[pod]!++;
    if (!fails) {
      this.#arm(pod, RUNNING, rules.PROBE_MS);
      return;
    }
    this.#tell(pod, 'pod.crashed');
    this.restarts[pod]!++;
    this.#arm(pod, BACKOFF, rules.backoffMs(this.restarts[pod]!));
  }

  #kill(pod: number): void {
    const state = this.state[pod]!;
    if (state < PULLING || state > BACKOFF) return;
    this.events++;
    this.generation[pod]!++;
    this.#tell(pod, 'pod.terminating');
    this.#arm(pod, TERMINATING, rules.GRACE_MS);
  }

  #nodeTimer(node: number): void {
    this.events++;
    this.nodeGeneration[node]!++;
    if (this.nodeState[node] === DOWN) {
      this.nodeState[node] = NOT_READY;
      this.#tell(node, 'node.not-ready');
      this.nodes.setUsable(node, false);
      this.heap.push(this.#now + rules.EVICT_MS * MS, node, NODE, this.nodeGeneration[node]!);
      return;
    }
    this.nodeState[node] = EVICTED;
    this.#tell(node, 'node.evicted');
    for (const pod of this.nodes.podsOn[node]!) this.#kill(pod);
  }

  #nodeChange(node: number, fails: boolean): void {
    this.events++;
    const state = this.nodeState[node]!;
    if (fails === (state !== READY)) return;
    this.nodeGeneration[node]!++;
    this.nodeState[node] = fails ? DOWN : READY;
    this.#tell(node, fails ? 'node.down' : 'node.ready');
    if (fails) this.heap.push(this.#now + rules.DETECT_MS * MS, node, NODE, this.nodeGeneration[node]!);
    else if (state !== DOWN) this.nodes.setUsable(node, true);
  }

  #grow(): void {
    const double = <Column extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
      from: Column,
    ): Column => {
      const to = new (from.constructor as new (length: number) => Column)(from.length * 2);
      to.set(from);
      return to;
    };
    this.state = double(this.state);
    this.generation = double(this.generation);
    this.restarts = double(this.restarts);
    this.probes = double(this.probes);
    this.node = double(this.node);
  }
}

/** Plays the cluster to its end; with or without the log of facts. */
export function runByHand(size: Size, withFacts: boolean): ClusterResult {
  const cluster = new Cluster(size, withFacts);
  cluster.run();
  const ends = checksum(cluster.pods, (pod) => ({
    state: cluster.state[pod]!,
    restarts: cluster.restarts[pod]!,
    probes: cluster.probes[pod]!,
    node: cluster.node[pod]!,
  }));
  return { checksum: ends, events: cluster.events, facts: cluster.facts?.length ?? 0, kept: cluster };
}
