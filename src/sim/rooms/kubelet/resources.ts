// What a pod asks for, as the kubelet reads it: requests and limits of its containers in whole numbers.
import { milliValue, wholeValue } from '../../resources/quantity';

/** Amounts by resource name, written as Kubernetes writes them. Names other than cpu and memory are ignored here. */
export type ResourceList = Readonly<Record<string, string>>;

/** `resources` of a container or, since Kubernetes 1.34, of a whole pod. */
export interface Resources {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
}

/** A container of a pod; a sidecar is an init container that is restarted always. */
export interface PodContainer extends Resources {
  readonly isSidecar?: boolean;
}

/** The parts of a pod that resources are decided by. */
export interface PodResources {
  readonly containers: readonly PodContainer[];
  readonly initContainers?: readonly PodContainer[];
  /** Of the pod as a whole; where they are given, they decide instead of the containers'. */
  readonly podLevel?: Resources;
  readonly priority?: number;
}

/** Thousandths of a core in a list; 0 where none is given. */
export function cpuOf(list: ResourceList): number {
  return milliValue(list['cpu'] ?? '0');
}

/** Bytes of memory in a list; 0 where none are given. */
export function memoryOf(list: ResourceList): number {
  return wholeValue(list['memory'] ?? '0');
}

/**
 * What a pod as a whole needs of one thing: its containers and sidecars together, or its largest init
 * container with the sidecars started before it. Source: k8s.io/component-helpers resource/helpers.go.
 */
export function podTotal(pod: PodResources, amount: (container: PodContainer) => number): number {
  const sidecars = (pod.initContainers ?? []).filter(({ isSidecar }) => isSidecar);
  const together = [...pod.containers, ...sidecars].reduce((sum, container) => sum + amount(container), 0);
  return Math.max(together, ...whileStarting(pod, amount));
}

/** The same at the start of each init container: its own part and that of the sidecars started before it. */
export function whileStarting(
  { initContainers = [] }: PodResources,
  amount: (container: PodContainer) => number,
): readonly number[] {
  let sidecars = 0;
  return initContainers.map((container) => {
    const needed = sidecars + amount(container);
    if (container.isSidecar) sidecars = needed;
    return needed;
  });
}
