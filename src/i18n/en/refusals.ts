// Why a command could not be done, and what to do about it.
import { format } from './format';
import { isolationRefusals } from './isolation';
import { limitRefusals } from './limits';
import { amount, memory, sentence, word, type Parts } from './parts';

/** What `docker run` ends with where Docker itself could start nothing; empty where nobody ran it. */
export const dockerFailed = (data: Parts): string =>
  amount(data, 'exitCode') === 0
    ? ''
    : ` (exit code ${amount(data, 'exitCode')}: Docker itself could start nothing)`;

/** What a refusal's sentence is made from; boxes come as `the runtime on host-b`. */
export interface Refused {
  readonly box: string;
  /** The box that the refusal's data name, if they name one. */
  readonly other: string;
  /** The box that the command was given to. */
  readonly asked: string;
  readonly data: Parts;
}

/** What room on a disk was wanted for, by the command; `box` is what it was given to. */
const TAKERS: Readonly<Record<string, (box: string) => string>> = {
  'take-snapshot': (box) => `the memory of ${box}`,
  'delete-snapshot': () => 'making one file of two',
  'clone-vm': (box) => `a full clone of ${box}`,
  'back-up': (box) => `a backup of ${box}`,
  restore: (box) => `the restored disk of ${box}`,
  'upgrade-guest': (box) => `the upgrade of ${box}`,
};

/** Commands that somebody must be there to carry out on a disk. */
const DISK_WORK = [...Object.keys(TAKERS), 'roll-back'];

/** Commands that want what they are given to switched off. */
const WANTS_OFF = ['set-vcpus', 'move-vm', 'restore'];

/** Sentences by the refusal's code. */
export const refusals: Readonly<Record<string, (refused: Refused) => string>> = {
  'unknown-command': ({ data }) => `There is no command "${word(data, 'command')}".`,
  'unknown-target': ({ data }) => `There is no box "${word(data, 'target')}".`,
  'wrong-kind': ({ box }) => sentence(`${box} cannot be asked that: it is another kind of box.`),
  'bad-argument': ({ data }) => `"${word(data, 'argument')}" must be ${word(data, 'wanted')}.`,
  'not-allowed': () => 'This lesson does not use that command.',
  'already-down': ({ box }) => sentence(`${box} is already down.`),
  'already-up': ({ box, data }) =>
    WANTS_OFF.includes(word(data, 'command'))
      ? sentence(`${box} runs: that can only be done while it is off.`)
      : sentence(`${box} is already up.`),
  'not-up': ({ box }) => sentence(`${box} is not up.`),
  'floor-down': ({ box, other, data }) =>
    sentence(
      DISK_WORK.includes(word(data, 'command'))
        ? `nobody can do that with ${box}: ${other} is down.`
        : `${box} cannot start: ${other}, which it stands on, is down.`,
    ),
  'no-runtime': ({ box }) => sentence(`no runtime is there to start ${box}.`),
  'runtime-down': ({ box, other, data }) =>
    sentence(`${other} is down, and nobody else starts ${box}${dockerFailed(data)}.`),
  'no-memory': ({ box, data, other }) => {
    const overBytes = amount(data, 'neededBytes') - amount(data, 'freeBytes');
    return sentence(
      `${box} needs ${memory(data, 'neededBytes')}; ${other || 'the host'} has ${memory(data, 'freeBytes')} free: ${format.memory(Math.max(0, overBytes))} too little.`,
    );
  },
  'not-placed': ({ box }) =>
    sentence(`${box} is on no host: choose where it shall stand, or run another one.`),
  'already-placed': ({ box }) => sentence(`${box} is placed already: take it away first.`),
  'in-container': ({ box }) => sentence(`${box} is in a container: the runtime starts and stops it.`),
  'not-type-1': ({ box }) =>
    sentence(`${box} stands on an OS, which brings it back: set it to start at boot.`),
  'not-type-2': ({ box }) => sentence(`${box} starts with its host: power the host on.`),
  'over-limit': ({ box, data }) =>
    sentence(
      word(data, 'of') === ''
        ? `the cap of ${box} may be ${format.number(amount(data, 'most'))} percent at most, what its virtual CPUs can use: that is ${format.number(amount(data, 'over'))} too much.`
        : `${box} may have ${data['about'] ? 'about ' : ''}${format.number(amount(data, 'most'))} virtual CPUs at most, the limit of ${word(data, 'of')}: that is ${format.number(amount(data, 'over'))} too many.`,
    ),
  migrating: ({ box }) => sentence(`${box} is being moved.`),
  'not-migrating': ({ box }) => sentence(`${box} is not being moved.`),
  'same-place': ({ box, other }) => sentence(`${box} is on ${other || 'that'} already.`),
  'target-down': ({ box, other }) => sentence(`${box} cannot go to ${other || 'a box'} that is down.`),
  'other-product': ({ box, data, other }) =>
    sentence(
      `${box} runs under ${word(data, 'wanted')}; ${other || 'the other hypervisor'} is ${word(data, 'product') || 'another product'}.`,
    ),
  'cpu-missing': ({ box, data }) =>
    sentence(
      `${box} booted on a CPU of type ${word(data, 'wanted')}; the other host has ${word(data, 'cpu') || 'less'}.`,
    ),
  'no-network': ({ box }) => sentence(`no network leads where ${box} shall go.`),
  'mode-missing': ({ box, data }) =>
    sentence(`the hypervisor of ${box} cannot do ${word(data, 'mode') || 'that'}.`),
  busy: ({ box }) => sentence(`${box} stands still, or is being given another size.`),
  'no-balloon': ({ box }) => sentence(`${box} has no balloon driver: only its guest could give memory back.`),
  'guest-needs': ({ box, data }) =>
    sentence(
      `the guest in ${box} uses ${format.quantity(amount(data, 'neededBytes'))}: that is ${memory(data, 'overBytes')} more.`,
    ),
  'over-maximum': ({ box, data }) =>
    sentence(
      `${box} was started with ${memory(data, 'mostBytes')} at most: that is ${memory(data, 'overBytes')} too many.`,
    ),
  'not-heard': ({ box }) => sentence(`nothing that runs on ${box} could hear its button.`),
  manages: ({ box }) => sentence(`${box} manages the whole machine: shut down its host.`),
  stopping: ({ other }) => sentence(`${other || 'the machine'} is shutting down.`),
  'no-files': ({ box }) => sentence(`the files of ${box} are not known here.`),
  'no-file': ({ data }) => `There is no file ${word(data, 'path') || 'of that name'} there.`,
  'being-sent': ({ other }) => sentence(`${other || 'it'} is on its way already: wait until it has arrived.`),
  admitted: ({ box, other }) => sentence(`${other || 'that host'} gets through to ${box} already.`),
  'no-vdisk': ({ box }) => sentence(`${box} has no disk that this world knows.`),
  'vdisk-gone': ({ box }) => sentence(`${box} is not there any more.`),
  'vdisk-busy': ({ box }) => sentence(`${box} is being copied, or made one with another file.`),
  'vdisk-shared': ({ box, data }) =>
    sentence(`${format.number(amount(data, 'files'))} files are written over ${box}, and need it.`),
  'not-a-snapshot': ({ box }) => sentence(`${box} is no snapshot of this VM.`),
  'not-a-backup': ({ box }) => sentence(`${box} is no backup of this VM.`),
  'not-held': ({ box }) => sentence(`${box} does not stand still for its disk.`),
  'disk-broken': ({ box }) => sentence(`${box} is broken.`),
  'disk-full': ({ box, asked, data }) => {
    const taker = TAKERS[word(data, 'command')]?.(asked) ?? asked;
    return sentence(
      `${taker} takes ${memory(data, 'neededBytes')}, and ${box} has ${memory(data, 'freeBytes')} free: ${memory(data, 'overBytes')} too little.`,
    );
  },
  'disk-elsewhere': ({ box, other }) =>
    sentence(`${other || 'the other host'} does not reach the disk of ${box}, and disks are not moved.`),
  ...isolationRefusals,
  ...limitRefusals,
  livelock: () => 'The model stopped: one thing led to the next without end.',
  engine: () => 'The model gave up on this. Nothing was changed.',
};
