// The reviewed list of cases that no room answers yet, by file and kind, with the room they wait for. A
// room that arrives takes its lines away; a test refuses lines without cases and kinds that are answered.

const CRASH_LOOP = 'cluster/kubelet: back-off of a container';
const PREEMPTION = 'cluster/scheduler: preemption';
const FAIR = 'mesos: dominant resource fairness';
const AUTOSCALER = 'cluster/autoscaler';
const SPREAD = 'cluster/scheduler: topology spread';
const ETCD = 'cluster/etcd: quorum';
const REPLICAS = 'cluster/controllers: which pod goes first';
const ROLLOUT = 'cluster/controllers: rolling update';
const BALANCED = 'cluster/scheduler: balanced allocation';
const FIT = 'cluster/scheduler: fit';
const LEAST = 'cluster/scheduler: least allocated';
const MOST = 'cluster/scheduler: most allocated';
const RATIO = 'cluster/scheduler: requested to capacity ratio';
const TAINTS = 'cluster/scheduler: taints and tolerations';

/** File name -> kind -> room. A file whose cases have no `kind` uses its own name without `.json`. */
const WAITING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'backoff.json': {
    backoffSequence: CRASH_LOOP,
    backoffReset: CRASH_LOOP,
    backoffExpiry: CRASH_LOOP,
    backoffHighWaterMark: CRASH_LOOP,
    backoffGC: CRASH_LOOP,
    backoffTimeline: CRASH_LOOP,
    backoffExpiryReset: CRASH_LOOP,
    crashLoopDocumented: CRASH_LOOP,
  },
  'default-preemption.json': { dryRun: PREEMPTION, selectBest: PREEMPTION, postFilter: PREEMPTION },
  'drf.json': { progressiveFilling: FAIR, progressiveFillingOrder: FAIR, sort: FAIR },
  'hpa-behavior.json': {
    convertDesiredReplicasWithBehavior: AUTOSCALER,
    convertDesiredReplicas: AUTOSCALER,
    scaleUpLimit: AUTOSCALER,
    scaleDownLimit: AUTOSCALER,
  },
  'hpa.json': {
    resourceUtilization: AUTOSCALER,
    podsMetricAverageValue: AUTOSCALER,
    stabilizeRecommendation: AUTOSCALER,
  },
  'pod-topology-spread.json': { score: SPREAD, filter: SPREAD },
  'raft-quorum.json': { quorum: ETCD, availability: ETCD, partition: ETCD },
  'replicaset-deletion-order.json': {
    sortActivePods: REPLICAS,
    deletedFirst: REPLICAS,
    equalForDeletion: REPLICAS,
  },
  'rolling-update.json': {
    resolveFenceposts: ROLLOUT,
    maxUnavailable: ROLLOUT,
    minAvailable: ROLLOUT,
    newRSNewReplicas: ROLLOUT,
    deploymentComplete: ROLLOUT,
    deploymentProgressing: ROLLOUT,
    deploymentTimedOut: ROLLOUT,
  },
  'scheduler-balanced-allocation.json': { 'scheduler-balanced-allocation': BALANCED },
  'scheduler-fit-filter.json': { 'scheduler-fit-filter': FIT },
  'scheduler-least-allocated.json': { 'scheduler-least-allocated': LEAST },
  'scheduler-most-allocated.json': { 'scheduler-most-allocated': MOST },
  'scheduler-requested-to-capacity-ratio.json': { score: RATIO, brokenLinearFunction: RATIO },
  'taint-toleration.json': { score: TAINTS, filter: TAINTS },
};

/** The room a case waits for; null when it is not on the list. */
export function roomWaitedFor(file: string, kind: string): string | null {
  return WAITING[file]?.[kind] ?? null;
}

/** Every line of the list. */
export function waitingLines(): readonly { file: string; kind: string }[] {
  return Object.entries(WAITING).flatMap(([file, kinds]) =>
    Object.keys(kinds).map((kind) => ({ file, kind })),
  );
}
