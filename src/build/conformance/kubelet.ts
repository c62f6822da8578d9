// Cases about what the kubelet makes of a pod's requests and limits, and what is written into cgroup files.
import { ioWeightOf, quotaOf, swapMax, weightOfShares } from '../../sim/resources/cgroup';
import { podCgroup } from '../../sim/rooms/kubelet/podCgroup';
import { oomScoreAdj, qosClass } from '../../sim/rooms/kubelet/qos';
import type { PodContainer, PodResources, ResourceList, Resources } from '../../sim/rooms/kubelet/resources';
import { isFields, numberOf, type Fields, type Json } from './format';
import type { Kind } from './kind';

const POD_FIELDS = ['kind', 'containers', 'initContainers', 'podLevelResources'];
const CONTAINER_FIELDS = ['name', 'requests', 'limits', 'restartPolicy'];

function listOf(fields: Fields, name: string): ResourceList {
  const list = fields[name] ?? {};
  if (!isFields(list) || !Object.values(list).every((amount) => typeof amount === 'string'))
    throw new Error(`${name} must be quantities by resource name`);
  return list as ResourceList;
}

function resourcesOf(value: Json, what: string): Resources {
  if (!isFields(value)) throw new Error(`${what} must be an object`);
  const strange = Object.keys(value).filter((field) => !CONTAINER_FIELDS.includes(field));
  if (strange.length > 0) throw new Error(`${what} does not know ${strange.join(', ')}`);
  return { requests: listOf(value, 'requests'), limits: listOf(value, 'limits') };
}

function containersOf(input: Fields, field: string): readonly PodContainer[] {
  const list = input[field] ?? [];
  if (!Array.isArray(list)) throw new Error(`input.${field} must be a list`);
  return (list as readonly Json[]).map((value) => ({
    ...resourcesOf(value, `input.${field}`),
    isSidecar: field === 'initContainers' && isFields(value) && value['restartPolicy'] === 'Always',
  }));
}

function podOf(input: Fields): PodResources {
  const podLevel = input['podLevelResources'] ?? null;
  return {
    containers: containersOf(input, 'containers'),
    initContainers: containersOf(input, 'initContainers'),
    priority: numberOf(input, 'podPriority', 0),
    ...(podLevel !== null && { podLevel: resourcesOf(podLevel, 'input.podLevelResources') }),
  };
}

/** A range holds when every container's score lies in it; else the scores are shown. */
function withinRange(input: Fields, expected: Fields): Fields {
  const pod = podOf(input);
  const capacity = numberOf(input, 'nodeMemoryCapacityBytes');
  const scores = pod.containers.map((container) => oomScoreAdj(pod, container, capacity));
  const [low, high] = [numberOf(expected, 'oomScoreAdjMin'), numberOf(expected, 'oomScoreAdjMax')];
  if (scores.every((score) => score >= low && score <= high)) return expected;
  return { oomScoreAdjMin: Math.min(...scores), oomScoreAdjMax: Math.max(...scores) };
}

function swapOf(input: Fields): Fields {
  try {
    return { memorySwapMax: swapMax(numberOf(input, 'memoryPlusSwap'), numberOf(input, 'memory')) };
  } catch (error) {
    if (error instanceof RangeError) return { error: true };
    throw error;
  }
}

/** Kinds of cases by name. */
export const KUBELET_KINDS: readonly (readonly [string, Kind])[] = [
  [
    'milliCPUToQuota',
    { knows: ['kind', 'milliCPU'], answer: (input) => ({ ...quotaOf(numberOf(input, 'milliCPU')) }) },
  ],
  [
    'sharesToCgroupV2Weight',
    {
      knows: ['kind', 'cpuShares'],
      answer: (input) => ({ cpuWeight: weightOfShares(numberOf(input, 'cpuShares')) }),
    },
  ],
  ['memorySwapToCgroupV2', { knows: ['kind', 'memoryPlusSwap', 'memory'], answer: swapOf }],
  [
    'blkioToIOWeight',
    {
      knows: ['kind', 'blkioWeight'],
      answer: (input) => ({ ioWeight: ioWeightOf(numberOf(input, 'blkioWeight')) }),
    },
  ],
  ['podCgroup', { knows: POD_FIELDS, answer: (input) => ({ ...podCgroup(podOf(input)) }) }],
  ['qosClass', { knows: POD_FIELDS, answer: (input) => ({ qosClass: qosClass(podOf(input)) }) }],
  ['oomScoreAdj', { knows: [...POD_FIELDS, 'podPriority', 'nodeMemoryCapacityBytes'], answer: withinRange }],
];
