// Classes, scores and cgroups of pods beyond the conformance cases: init containers, sidecars, whole-pod resources.
import { describe, expect, it } from 'vitest';
import { podCgroup } from '../../../../src/sim/rooms/kubelet/podCgroup';
import { oomScoreAdj, qosClass } from '../../../../src/sim/rooms/kubelet/qos';
import type { PodContainer, PodResources, ResourceList } from '../../../../src/sim/rooms/kubelet/resources';

const GIB = 1024 ** 3;
const box = (requests: ResourceList = {}, limits: ResourceList = {}, isSidecar = false): PodContainer => ({
  requests,
  limits,
  isSidecar,
});
const scores = (pod: PodResources, all = pod.containers) =>
  all.map((container) => oomScoreAdj(pod, container, 8 * GIB));

describe('quality of service', () => {
  const even = box({ cpu: '1', memory: '1Gi' }, { cpu: '1000m', memory: '1024Mi' });

  it('compares amounts, not how they are written', () => {
    expect(qosClass({ containers: [even] })).toBe('Guaranteed');
  });

  it('counts init containers', () => {
    expect(qosClass({ containers: [even], initContainers: [box()] })).toBe('Burstable');
  });

  it('looks only at the whole pod where that has resources', () => {
    expect(qosClass({ containers: [even], podLevel: box() })).toBe('BestEffort');
    expect(qosClass({ containers: [box()], podLevel: even })).toBe('Guaranteed');
  });
});

describe('the score of a container', () => {
  it('falls with what it asked for, and stays between the other classes', () => {
    const containers = [box({ memory: '2Gi' }), box({ memory: '8Gi' }), box({ cpu: '1' })];
    expect(scores({ containers })).toEqual([750, 3, 999]);
  });

  it('that is a sidecar is not above that of the container that asked for least', () => {
    const sidecar = box({ memory: '1Gi' }, {}, true);
    const pod = { containers: [box({ memory: '4Gi' }), box({ memory: '2Gi' })], initContainers: [sidecar] };
    expect(scores(pod, pod.initContainers)).toEqual([750]);
  });

  it('counts what the pod asked for beyond its containers', () => {
    const podLevel = box({ memory: '6Gi' });
    expect(scores({ containers: [box({ memory: '2Gi' }), box()], podLevel })).toEqual([500, 750]);
  });
});

describe('the cgroup of a pod', () => {
  it('has no limit where one container has none', () => {
    const containers = [box({ cpu: '100m' }, { cpu: '200m', memory: '1Gi' }), box({}, { cpu: '1' })];
    expect(podCgroup({ containers })).toEqual({
      cpuShares: 102,
      cpuQuotaMicros: 120_000,
      cpuPeriodMicros: 100_000,
    });
  });

  it('has room for the largest init container beside the sidecars before it', () => {
    const initContainers = [box({ cpu: '1' }, {}, true), box({ cpu: '3' })];
    expect(podCgroup({ containers: [box({ cpu: '2' })], initContainers }).cpuShares).toBe(4096);
    expect(podCgroup({ containers: [box({ cpu: '4' })], initContainers }).cpuShares).toBe(5120);
  });

  it('is that of the whole pod where it has resources', () => {
    const podLevel = box({ cpu: '2' }, { memory: '1Gi' });
    expect(podCgroup({ containers: [box({ cpu: '1' })], podLevel })).toEqual({
      cpuShares: 2048,
      memoryLimitBytes: GIB,
    });
  });
});
