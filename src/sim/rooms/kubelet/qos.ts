// Quality of service: which class a pod is of, and whom the kernel's OOM killer is told to choose first.
// Sources: kubernetes/kubernetes pkg/apis/core/v1/helper/qos/qos.go and pkg/kubelet/qos/policy.go, 1.34.
import { mulDiv } from '../../engine/number';
import type { PodContainer, PodResources, Resources } from './resources';
import { cpuOf, memoryOf, podTotal } from './resources';

/** `status.qosClass` of a pod. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

/** Pods from this priority on are critical (scheduling.SystemCriticalPriority). */
const CRITICAL_PRIORITY = 2_000_000_000;
const GUARANTEED_ADJ = -997;
const BEST_EFFORT_ADJ = 1_000;

/** The class of a pod: by the resources of the whole pod where they are given, else by those of its containers. */
export function qosClass(pod: PodResources): QosClass {
  const parts: readonly Resources[] = pod.podLevel
    ? [pod.podLevel]
    : [...(pod.initContainers ?? []), ...pod.containers];
  const sum = (amount: (part: Resources) => number) =>
    parts.reduce((total, part) => total + Math.max(0, amount(part)), 0);
  const requested = [sum((part) => cpuOf(part.requests)), sum((part) => memoryOf(part.requests))];
  const limited = [sum((part) => cpuOf(part.limits)), sum((part) => memoryOf(part.limits))];
  if ([...requested, ...limited].every((total) => total === 0)) return 'BestEffort';
  const isLimited = parts.every(({ limits }) => cpuOf(limits) > 0 && memoryOf(limits) > 0);
  const isEqual = requested.every((total, i) => total === limited[i]);
  return isLimited && isEqual ? 'Guaranteed' : 'Burstable';
}

/**
 * oom_score_adj of a container's processes: the more memory it asked for, the later it is chosen. What a
 * pod asks for beyond its containers counts for each of them alike, and a sidecar is never chosen before
 * the container that asked for least.
 */
export function oomScoreAdj(pod: PodResources, container: PodContainer, capacityBytes: number): number {
  if ((pod.priority ?? 0) >= CRITICAL_PRIORITY) return GUARANTEED_ADJ;
  const quality = qosClass(pod);
  if (quality === 'Guaranteed') return GUARANTEED_ADJ;
  if (quality === 'BestEffort') return BEST_EFFORT_ADJ;
  const spare = spareOfEach(pod);
  const own = scoreOf(memoryOf(container.requests) + spare, capacityBytes);
  const score = container.isSidecar ? Math.min(own, scoreOf(leastOf(pod) + spare, capacityBytes)) : own;
  return Math.min(Math.max(score, BEST_EFFORT_ADJ + GUARANTEED_ADJ), BEST_EFFORT_ADJ - 1);
}

function scoreOf(memoryBytes: number, capacityBytes: number): number {
  return BEST_EFFORT_ADJ - mulDiv(memoryBytes, BEST_EFFORT_ADJ, capacityBytes);
}

function leastOf({ containers }: PodResources): number {
  return Math.min(...containers.map(({ requests }) => memoryOf(requests)));
}

/** Bytes of the whole pod's request that no container asked for, by container. */
function spareOfEach(pod: PodResources): number {
  const requested = memoryOf(pod.podLevel?.requests ?? {});
  if (requested === 0) return 0;
  const spare = requested - podTotal(pod, ({ requests }) => memoryOf(requests));
  return Math.trunc(spare / (pod.containers.length + (pod.initContainers?.length ?? 0)));
}
