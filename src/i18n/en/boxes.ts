// Names of boxes, as users know them.
import { common, proper, type Noun } from './parts';

const copyName = (service: string, number: string | null) =>
  number === null ? service : `${service} ${number}`;

/** How each kind of box is called in a sentence and on the box itself. */
export const boxes = {
  /** A computer: `host-a` is a name, `laptop` is a word. */
  host: (name: string): Noun => (/[-\d]/.test(name) ? proper(name) : common(name)),
  hypervisor: (host: string): Noun => common(`hypervisor of ${host}`),
  vm: (name: string): Noun => proper(`VM ${name}`),
  /** The domain that manages a machine, by product. */
  managers: { xen: proper('dom0'), 'hyper-v': common('root partition') } as Readonly<Record<string, Noun>>,
  guestOs: (vm: string): Noun => common(`guest OS of ${vm}`),
  hostOs: (host: string): Noun => common(`host OS of ${host}`),
  /** The runtime as a whole, or one of its programs by name. */
  runtime: (program: string | null, place: string): Noun =>
    program === null ? common(`runtime ${place}`) : proper(`${program} ${place}`),
  /** One running copy of a service, or a program that serves nobody. */
  copy: (service: string, number: string | null, place: string): Noun =>
    proper([copyName(service, number), place].filter(Boolean).join(' ')),
  container: (service: string, number: string | null, place: string): Noun =>
    common(['container of', copyName(service, number), place].filter(Boolean).join(' ')),
  /** What stays beside a container: `the shim of cart on host-e`. */
  beside: (product: string, whose: string, place: string): Noun =>
    common([product, 'of', whose, place].filter(Boolean).join(' ')),
  disk: (name: string): Noun => common(`disk ${name}`),
  diskOf: (owner: string): Noun => common(`disk of ${owner}`),
  /** Who builds, by what is special about it. */
  builders: { fresh: common('CI machine'), 'vm-image': common('VM image builder') } as Readonly<
    Record<string, Noun>
  >,
  vmImage: (service: string): Noun => common(`VM image of ${service}`),
  /** An image file, by what it is for. */
  file: (use: string, number: number, vm: string): Noun => {
    if (use === 'snapshot' || use === 'backup') return proper(`${use} ${number} of ${vm}`);
    return common(`${use === 'base' ? 'base' : 'disk'} file ${number > 1 ? `${number} ` : ''}of ${vm}`);
  },
  /** An image, a layer, a volume, a registry. */
  stored: (kind: string, name: string): Noun => common(`${kind} ${name}`),
  inVm: (vm: string) => `in ${vm}`,
  onHost: (host: string) => `on ${host}`,
  inContainer: (where: string) => `in a container ${where}`,
  /** The kernel where it is meant as what panics, not as the floor others stand on. */
  kernel: (place: string): Noun => common(`kernel of ${place}`),
  /** Words on the boxes themselves. */
  labels: {
    host: 'hardware',
    hypervisor: 'hypervisor and its services',
    guestOs: 'guest OS',
    hostOs: 'host OS',
    runtime: 'runtime',
    container: 'container',
  },
};
