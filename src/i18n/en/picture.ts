// Words drawn into the picture, in several lengths: the longest that fits is taken. Longest first.
import { format } from './format';

type Lengths = readonly string[];

const COPIES = { one: 'copy', other: 'copies' };
const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const spelled = (count: number) => NUMBERS[count] ?? format.number(count);
const things = (count: number, one: string, other: string) =>
  `${spelled(count)} ${count === 1 ? one : other}`;
/** `6 fell`; nothing where there is none to count. */
const counted = (count: number, word: string): Lengths => (count === 0 ? [] : [`${count} ${word}`]);
/** `6 copies fell, 2 with errors`, then without the word; where no copy did, that is said, then in short. */
const ended =
  (word: string, none: Lengths = [`no ${COPIES.one} ${word}`, `none ${word}`]) =>
  (count: number, suffering: number): Lengths => {
    const full = count === 0 ? none : [`${format.counted(count, COPIES)} ${word}`];
    const told = [...full.map((text) => [text]), counted(count, word)];
    return told.map((texts) => [...texts, ...counted(suffering, 'with errors')].join(', ')).filter(Boolean);
  };

/** `all off` for what is said of `74 VMs` with `74 off`. */
function allOf(name: string, state: string): string {
  const count = /^\d+(?= )|\d+$/.exec(name)?.[0];
  return count !== undefined && state.startsWith(`${count} `) && !state.includes(',')
    ? state.replace(count, 'all')
    : state;
}

/** What happened to a box, longest first. */
const states: Readonly<Record<string, Lengths>> = {
  absent: ['not placed'],
  crashed: ['crashed'],
  created: ['off'],
  exited: ['exited'],
  'oom-killed': ['OOM killed', 'OOM'],
  fallen: ['fell'],
  'given-up': ['given up'],
  halted: ['down'],
  killed: ['killed'],
  'left-alone': ['left alone'],
  lost: ['no power'],
  'no-room': ['off, no room', 'no room', 'off'],
  off: ['off'],
  panicked: ['kernel panic', 'panic'],
  refused: ['refused'],
  stopped: ['stopped'],
  stopping: ['shutting down'],
  paused: ['stands still'],
  stuck: ['runs, answers nobody', 'answers nobody', 'no answer'],
  suffering: ['with errors', 'errors'],
  'taken-along': ['stopped'],
  'taken-down': ['stopped'],
  'to-come': ['not here yet'],
};

/** Words on boxes, floors, outlines and in the corners of the picture. */
export const picture = {
  /** Namespaces that a program has of its own. */
  walls: (count: number) => `${count} ${count === 1 ? 'namespace' : 'namespaces'}`,
  limitOf: (cores: string) => `limit ${cores}`,
  cores: { one: 'core', other: 'cores' },
  names: {
    hypervisor: ['hypervisor and its services', 'hypervisor'],
    /** Hypervisors by product. */
    products: {
      xen: ['Xen hypervisor', 'Xen'],
      'hyper-v': ['Hyper-V hypervisor', 'Hyper-V'],
      kvm: ['KVM with QEMU', 'KVM'],
      esxi: ['ESXi hypervisor', 'ESXi'],
      virtualbox: ['VirtualBox'],
      workstation: ['VMware Workstation', 'Workstation'],
    } as Readonly<Record<string, Lengths>>,
    /** A floor in a VM that has no room for more is named as tasks name it. */
    guestOs: ['guest OS', 'guest'],
    hostOs: ['host OS'],
    guestWindows: ['guest OS (Windows)', 'Windows'],
    hostWindows: ['host OS (Windows)', 'Windows'],
    container: ['container'],
  },
  states,
  /** As sentences say it: in other words, it would seem to be another thing. */
  nobody: (word: string) => `${word}, nobody picks it up`,
  booting: (left: string): Lengths => [`booting, ${left} left`, `booting ${left}`, left],
  starting: (left: string): Lengths => [`serving in ${left}`, `in ${left}`, left],
  getsReady: (left: string): Lengths => [`starting, ${left} left`, `starting ${left}`, left],
  firmware: (left: string): Lengths => [`firmware, ${left} left`, `firmware ${left}`, left],
  again: (left: string): Lengths => [`starting again in ${left}`, `again in ${left}`, `in ${left}`, left],
  nameAndState: (name: string, state: string) => `${name}: ${allOf(name, state)}`,
  allOf,
  several: (name: string, count: number) => `${name} ×${count}`,
  times: (count: number) => `×${count}`,
  withoutRoom: (things: string) => `${things} without room`,
  gatheredStates: (
    { fallen, starting, suffering, off }: Readonly<Record<string, number>>,
    isAll = false,
  ): Lengths => {
    const some = (count: number | undefined, word: string) =>
      count === undefined || count === 0 ? [] : [isAll ? word : `${count} ${word}`];
    const told = [
      // Some fell, others ended by themselves: down they all are.
      ...some(fallen, 'down'),
      ...some(starting, 'starting'),
      ...some(suffering, 'with errors'),
      ...some(off, 'off'),
    ];
    const [word] = told;
    if (isAll && word !== undefined) return [`all ${word}`, word];
    return told.map((_, at) => told.slice(0, told.length - at).join(', '));
  },
  hosts: {
    hypervisor: 'hypervisor',
    kernel: 'one kernel',
    /** Of a host with a hypervisor on its kernel: each VM has a kernel of its own. */
    hostOs: 'host OS',
    vms: (count: number) => things(count, 'VM', 'VMs'),
    containers: (count: number) => things(count, 'container', 'containers'),
    programs: (count: number) => things(count, 'program', 'programs'),
    /** Of so many that few can be told from the picture. */
    on: (on: number, all: string) => `${on || 'none'} of ${all} on`,
    swapped: (bytes: string) => `${bytes} swapped out`,
    liveRestore: (isOn: boolean): Lengths => {
      const setting = `live-restore ${isOn ? 'on' : 'off'}`;
      return [`Docker: ${setting}`, setting];
    },
    join: (parts: readonly string[]) => parts.join(', '),
  },
  serving: (serving: number, of: number): Lengths => [
    `${serving} of ${of} ${of === 1 ? 'copy' : 'copies'} serving`,
    `${serving} of ${of} serving`,
    `${serving} of ${of}`,
  ],
  fell: ended('fell'),
  notStarted: ended('did not start', ['did not start']),
  stopped: ended('stopped'),
  /** A copy that ended by itself did not fall: nothing gave way under it; nor did anybody ask it to stop. */
  exited: ended('exited'),
  oomKilled: ended('OOM killed', ['OOM killed']),
  wouldStop: ended('would stop'),
  wouldFall: ended('would fall'),
  onHosts: (counted: string, hosts: number) => `${counted}, on ${hosts} hosts`,
  // Without its word it would be read as any other size beside it.
  free: (size: string): Lengths => [`free: ${size}`],
  /** More than the white that it stands on: what is down has left its memory, and its box is still drawn on it. */
  freeInAll: (size: string): Lengths => [`free in all: ${size}`],
  /** On a host on which all fell: nobody can. In one form, so that hosts beside each other say the same. */
  unused: ['unused'] as Lengths,
  allThereIs: (size: string, free: string): Lengths => [
    ...(free ? [`${size}: all there is, free: ${free}`] : []),
    `${size}: all there is`,
  ],
  underLine: (size: string): Lengths => [`under the line: ${size}, all there is`, `under the line: ${size}`],
  promisedOnly: ['promised, not there', 'not there'] as Lengths,
  promisedUnused: ['promised, not used', 'promised'] as Lengths,
  whitePromised: ['white in VMs: promised, not used', 'promised, not used'] as Lengths,
  keptFor: (vm: string): Lengths => [`kept for ${vm}`, `for ${vm}`, vm],
  /** A legend, in the same words wherever it is: without its dots it would be read as a state of the VM. */
  dotsUnused: ['dots: reserved, not used', 'dots: not used'] as Lengths,
  hardware: 'hardware',
  cpuInUse: ['CPU in use', 'CPU'] as Lengths,
  /** Beside the square with its size on it. */
  areaIsMemory: ['area is memory: this much is', 'area is memory:'] as Lengths,
  ownScale: ['not to the scale of the others', 'own scale'] as Lengths,
  standsOn: (floor: string) => `stands on ${floor}`,
  standOn: (floor: string) => `stand on ${floor}`,
  opens: 'opens enlarged',
  lens: (name: string, floor: string) => `${name} on ${floor}`,
  lensScale: (times: string) => `areas ${times} times as large as on the stage`,
  closeLens: 'Close',
  label: (parts: readonly string[]) => parts.join(', '),
  stage: (hosts: string) => `What stands on what: ${hosts}`,
};
