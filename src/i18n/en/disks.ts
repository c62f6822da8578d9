// Disks under the stage: what is taken, what is free, and what each file is.
import { format } from './format';

const ROUNDS = { one: 'round', other: 'rounds' };

/** Messages of `src/view/stage/DiskStrip.svelte`. */
export const enDisks = {
  title: 'Disks, to one scale',
  disk: (name: string, host: string) => `${name} in ${host}`,
  ofNoHost: (name: string, hosts: number) =>
    hosts > 1 ? `${name}, reached by all hosts` : `${name}, in no host`,
  /** Where none of those VMs is in the world. */
  ofVms: (count: number) => `disk of ${format.number(count)} VMs`,
  used: (used: string, capacity: string) => `${used} of ${capacity}`,
  empty: (capacity: string) => `${capacity}, all of it free`,
  noLayerYet: (capacity: string) => `${capacity}, no whole layer yet`,
  free: (bytes: string) => `free: ${bytes}`,
  broken: 'broken, all of it lost',
  file: (name: string, bytes: string) => `${name}: ${bytes}`,
  asOf: (snapshot: string) => `as of ${snapshot}`,
  vmAsOf: (vm: string, snapshot: string) => `${vm} as of ${snapshot}`,
  layers: (disk: string) => `Layers on the ${disk}, areas to their own scale`,
  layersAndVolumes: (disk: string) => `Layers and volumes on the ${disk}, areas to their own scale`,
  /** Right under the disk that has its name. */
  layersBelow: 'Layers, areas to their own scale',
  /** What stands behind the names of layers, and how those are drawn that no image has any more, and no container. */
  digests: 'In brackets: digests.',
  inNoImage: 'Outlined: in no image.',
  layer: (name: string, bytes: string, users: number) =>
    `${name}: ${bytes}, needed by ${users === 0 ? 'nobody' : format.number(users)}`,
  /** Of containers of one image in which nothing is written yet. */
  emptyLayers: (count: number, copies: string) => [
    `writable, ${copies}: empty`,
    `${format.number(count)} writable layers, empty`,
  ],
  /** Where there is no room for "writable layer of search 3". */
  writable: (copy: string) => `writable, ${copy}`,
  /** A volume, and the copies whose containers find it mounted. */
  volumeOf: (volume: string, copies: string) => `${volume} of ${copies}`,
  /** A layer hides paths of those below it. */
  deletes: (layer: string, paths: readonly string[]) => `${layer}, deletes ${format.list(paths)}`,
  /** A further floor of a layer that is stored once. */
  again: (name: string) => `${name}, again`,
  /** A layer that images begin with, and whose own name nobody here knows. */
  base: 'base',
  layerOf: 'layer',
  part: (image: string, layer: number) => `${image}, layer ${format.number(layer)}`,
  /** Tells apart what has the same name. */
  told: (name: string, digest: string) => `${name} (${digest})`,
  /** With its packages of which another layer has another version. */
  has: (layer: string, packages: string) => `${layer}, ${packages}`,
  layerName: (label: string, layer: string) => `${label}, ${layer}`,
  full: 'no room left',
  copying: 'being copied',
  /** Of a layer whose pull goes on. */
  coming: (bytes: string, all: string) => `layer on its way: ${bytes} of ${all}`,
  onItsWay: 'on its way',
  layerOnItsWay: 'a layer, on its way',
  /** Of a file that is written over the one beside it, or of several. */
  over: (files: string) => `over it: ${files}`,
  /** Of a file, and of those written over it that have no room for a word. */
  under: (file: string, files: string) => `${file}, under ${files}`,
  range: (first: string, last: string) => `${first} to ${last}`,
  pair: (first: string, second: string) => `${first} and ${second}`,
  move: (vm: string, host: string, round: string) => `${vm} to ${host}, ${round}`,
  round: (round: string) => `round ${round}`,
  rounds: (count: number) => format.counted(count, ROUNDS),
  arrived: (bytes: string) => `arrived, ${bytes} sent`,
  fetch: (vm: string, peer: string) => `${vm}, the rest from ${peer}`,
  sends: (bytes: string, sent: string) => `sends ${bytes}, sent before: ${sent}`,
  hopeless: 'would never end',
};
