// The cgroup of a pod: what the kubelet writes down for it before its first container starts.
// Source: kubernetes/kubernetes pkg/kubelet/cm/helpers_linux.go, ResourceConfigForPod, 1.34.
import { FEWEST_SHARES, quotaOf, sharesOf } from '../../resources/cgroup';
import { qosClass } from './qos';
import type { PodResources, ResourceList } from './resources';
import { cpuOf, memoryOf, podTotal, whileStarting } from './resources';

/** Values of a pod's cgroup in cgroup v1's words; one that is absent is not set. */
export interface PodCgroup {
  readonly cpuShares: number;
  readonly cpuQuotaMicros?: number;
  readonly cpuPeriodMicros?: number;
  readonly memoryLimitBytes?: number;
}

type Amount = (list: ResourceList) => number;

/**
 * What a pod's cgroup is given. A limit of CPU or memory holds for the pod only where each of its
 * containers has one, or the pod itself; without any request or limit it gets the fewest shares there are.
 */
export function podCgroup(pod: PodResources): PodCgroup {
  if (qosClass(pod) === 'BestEffort') return { cpuShares: FEWEST_SHARES };
  const { quotaMicros, periodMicros } = quotaOf(totalOf(pod, 'limits', cpuOf));
  return {
    cpuShares: sharesOf(totalOf(pod, 'requests', cpuOf)),
    ...(isLimited(pod, cpuOf) && { cpuQuotaMicros: quotaMicros, cpuPeriodMicros: periodMicros }),
    ...(isLimited(pod, memoryOf) && { memoryLimitBytes: totalOf(pod, 'limits', memoryOf) }),
  };
}

function totalOf(pod: PodResources, of: 'requests' | 'limits', amount: Amount): number {
  const ofPod = pod.podLevel ? amount(pod.podLevel[of]) : 0;
  return ofPod > 0 ? ofPod : podTotal(pod, (container) => amount(container[of]));
}

function isLimited(pod: PodResources, amount: Amount): boolean {
  if (pod.podLevel && amount(pod.podLevel.limits) > 0) return true;
  const limits = pod.containers.map((container) => amount(container.limits));
  return [...limits, ...whileStarting(pod, (container) => amount(container.limits))].every(
    (each) => each > 0,
  );
}
