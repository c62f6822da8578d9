// One sentence for each fact of the model. Facts of commands are in `commands.ts`.
import { environmentFacts, environmentMarks } from './environment';
import { format } from './format';
import { isolationFacts, isolationMarks } from './isolation';
import { limitFacts } from './limits';
import { amount, memory, sentence, span, word, type Parts } from './parts';

/** What a fact's sentence is made from. */
export interface Told {
  /** The box, as `the guest OS of VM 2`. */
  readonly box: string;
  /** Where it is, as `VM 2`: what a kernel is the kernel of. */
  readonly place: string;
  /** What it carries, as a container's copy: `cart 1`. */
  readonly inside: string;
  /** Where it is, as `in VM 2` or `on host-b`. */
  readonly where: string;
  readonly data: Parts;
}

type Tell = (told: Told) => string;

const RETRIES = { one: 'restart', other: 'restarts' };

const does =
  (verb: string): Tell =>
  ({ box }) =>
    sentence(`${box} ${verb}.`);

const ROUNDS = { one: 'round', other: 'rounds' };

/** `, slowed down by 20%`, once a migration slows its guest down. */
function slowed(data: Parts): string {
  const percent = amount(data, 'throttlePercent');
  return percent === 0 ? '' : `, slowed down by ${format.number(percent)}%`;
}

const fell: Tell = does('fell');

/** `exited with code 137 (SIGKILL)`, as far as the data tells. */
function exited({ box, data }: Told): string {
  const code = typeof data['exitCode'] === 'number' ? ` with code ${amount(data, 'exitCode')}` : '';
  const end = data['oomKilled'] === true ? 'OOM killed' : word(data, 'signal');
  const signal = end === '' ? '' : ` (${end})`;
  return sentence(`${box} exited${code}${signal}.`);
}

const alone: Tell = ({ box }) => sentence(`nobody is there any more to start ${box} again.`);

/** Sentences by the fact's name. */
export const facts: Readonly<Record<string, Tell>> = {
  'scenario.started': () => 'The run began.',
  'host.lost-power': does('lost its power'),
  'host.powered-on': does('was powered on and runs its firmware'),
  'host.up': does('is on'),
  'host.reset': does('starts again and runs its firmware'),
  'host.off': does('is off'),
  'hypervisor.stopping': does('asks its VMs to shut down'),
  'hypervisor.off': does('has shut down'),
  'hypervisor.crashed': does('crashed'),
  'hypervisor.fell': fell,
  'hypervisor.booting': does('is booting'),
  'hypervisor.up': does('is up'),
  'hypervisor.rebooting': does('is about to restart'),
  'vm.starting': does('is starting'),
  'vm.up': does('is on'),
  'vm.reset': does('was reset'),
  'vm.stopped': does('was stopped'),
  'vm.crashed': does('crashed'),
  'vm.fell': fell,
  'vm.migrating': ({ box, data }) =>
    sentence(`${box} is on its way to ${word(data, 'peer') || 'another host'}.`),
  'vm.round': ({ box, data }) =>
    sentence(
      `round ${format.number(amount(data, 'round'))} of moving ${box}: ${memory(data, 'roundBytes')} in ${span(data, 'roundMs')}${slowed(data)}.`,
    ),
  'vm.not-converging': ({ box }) =>
    sentence(`moving ${box} will not come to an end: it writes as fast as its memory is sent.`),
  'vm.paused': ({ box, data }) =>
    sentence(
      `${box} stands still for ${span(data, 'roundMs')}: the last ${memory(data, 'roundBytes')} are sent.`,
    ),
  'vm.migrated': ({ box, data }) =>
    sentence(
      `${box} runs on ${word(data, 'peer') || 'another host'}, after ${format.counted(amount(data, 'round'), ROUNDS)}.`,
    ),
  'vm.pulling': ({ box, data }) =>
    sentence(
      `${box} runs on ${word(data, 'peer') || 'another host'}; ${memory(data, 'roundBytes')} of its memory come after it.`,
    ),
  'vm.pulled': does('has all its memory where it runs'),
  'vm.migration-failed': ({ box, data }) =>
    sentence(`${box} stays where it is: ${word(data, 'peer') || 'the other host'} is gone.`),
  'vm.migration-lost': ({ box, data }) =>
    sentence(`${box} is lost: part of its memory was still on ${word(data, 'peer') || 'the other host'}.`),
  'vm.resized': ({ box, data }) => sentence(`${box} has ${memory(data, 'memoryBytes')} of memory now.`),
  'vm.moved': ({ box, data }) => sentence(`${box} is placed on ${word(data, 'peer') || 'another host'}.`),
  'vm.swapping': ({ box, data }) =>
    sentence(`${memory(data, 'swappedBytes')} of the memory of ${box} had to be swapped out.`),
  'vm.swapped-in': does('has nothing swapped out any more'),
  'vm.ballooning': ({ box }) =>
    sentence(`The balloon in ${box} begins to take what its guest does not need.`),
  'vm.ballooned': ({ box, data }) =>
    sentence(`The balloon in ${box} has given ${memory(data, 'balloonBytes')} back to the host.`),
  'vm.oom-killed': does('was ended by its host, which had no memory left'),
  'vm.refused': ({ box, data }) =>
    sentence(
      `${box} was not started: it needs ${memory(data, 'neededBytes')}, free are ${memory(data, 'freeBytes')}.`,
    ),
  'kernel.stopping': does('is shutting down'),
  'kernel.off': does('has shut down'),
  'vm.no-disk': ({ box }) => sentence(`${box} was not started: its disk is not there.`),
  'vm.snapshot-taken': ({ box, data }) =>
    amount(data, 'stateBytes') === 0
      ? sentence(`a snapshot of ${box} was taken: what it writes goes to a new file.`)
      : sentence(`a snapshot of ${box} was taken, with ${memory(data, 'stateBytes')} of its memory.`),
  'vm.saving': ({ box, data }) =>
    sentence(`${box} stands still for ${span(data, 'stillMs')}: its memory is written to the disk.`),
  'vm.saved': does('runs again: its memory is on the disk'),
  'vm.rolled-back': ({ box, data }) =>
    sentence(`the disk of ${box} is as it was in ${word(data, 'snapshot') || 'its snapshot'}.`),
  'vm.loading': ({ box, data }) =>
    sentence(`the memory of ${box} is read back from the disk: ${span(data, 'stillMs')}.`),
  'vm.resumed': does('goes on where its memory was kept, without a boot'),
  'vm.cloned': ({ box, data }) =>
    sentence(`${box} was made as a clone of ${word(data, 'from') || 'another VM'}.`),
  'vm.restored': ({ box, data }) =>
    sentence(`${box} gets a disk made from ${word(data, 'backup') || 'its backup'}.`),
  'vm.held': does('stands still: the disk has no room for what it writes'),
  'vm.went-on': does('runs again: its disk takes what it writes'),
  'disk.broke': does('broke: all that was on it is lost'),
  'vdisk.copying': ({ box, data }) => sentence(`${box} is being copied, for ${span(data, 'workMs')}.`),
  'vdisk.copied': does('is copied'),
  'vdisk.full': ({ box }) => sentence(`the disk has no room for what is written to ${box}.`),
  'vdisk.merged': ({ box }) => sentence(`what was in ${box} is in the file after it.`),
  'vdisk.deleted': does('was deleted'),
  'vdisk.lost': does('is lost with its disk'),
  'kernel.no-root': ({ place, data }) =>
    sentence(
      `the kernel of ${place} finds no disk: release ${word(data, 'release') || 'installed'} has no driver ${word(data, 'bus') || 'for it'}.`,
    ),
  'kernel.booting': does('is booting'),
  'kernel.up': does('is up'),
  'kernel.panicked': ({ place }) => sentence(`the kernel of ${place} panicked.`),
  'kernel.fell': fell,
  'kernel.rebooting': ({ place }) => sentence(`the kernel of ${place} is about to reboot.`),
  'process.starting': does('is starting'),
  'process.up': does('is up'),
  'process.exited': exited,
  'process.fell': fell,
  'process.suffering': does('answers with errors: it lacks what it needs'),
  'process.stuck': does('runs, waits for memory, and answers nobody'),
  'process.paused': ({ box, place }) => sentence(`${box} answers nobody: ${place} stands still.`),
  'process.recovered': does('answers without errors'),
  'process.waiting': ({ box, data }) => sentence(`${box} is started again in ${span(data, 'restartMs')}.`),
  'process.given-up': does('was given up: it failed too often'),
  'process.left-alone': alone,
  'process.oom-killed': ({ box, place }) =>
    sentence(`${box} was OOM killed: the kernel of ${place} chose it.`),
  'process.stopped': does('was stopped'),
  'runtime.starting': does('is starting'),
  'runtime.up': does('is up'),
  'runtime.crashed': does('crashed'),
  'runtime.left-alone': alone,
  'runtime.stopped': does('was stopped'),
  'runtime.fell': fell,
  'runtime.waiting': ({ box, data }) => sentence(`${box} is started again in ${span(data, 'restartMs')}.`),
  'runtime.given-up': does('was given up: it failed too often'),
  'container.placed': ({ box }) => sentence(`${box} was placed.`),
  'container.removed': does('was taken away'),
  'container.starting': does('is starting'),
  'container.running': does('is running'),
  'container.exited': exited,
  'container.stopped': does('was stopped'),
  'container.fell': fell,
  'container.backing-off': ({ box, data }) =>
    sentence(
      `${box} is started again in ${span(data, 'backoffMs')} (${format.counted(amount(data, 'restarts'), RETRIES)} so far).`,
    ),
  'container.left-alone': alone,
  ...environmentFacts,
  ...isolationFacts,
  ...limitFacts,
};

/** Marks under the timeline, of facts that are marked: two or three words. `place` is the box or where it is. */
export const marks: Readonly<Record<string, (told: Told) => string>> = {
  'host.lost-power': ({ box }) => `plug of ${box}`,
  'hypervisor.crashed': ({ box }) => `crash of ${box}`,
  'vm.crashed': ({ box }) => `crash of ${box}`,
  'vm.refused': ({ box }) => `no room for ${box}`,
  'vm.not-converging': ({ box }) => `${box} too busy to move`,
  'vm.migrated': ({ box, data }) => `${box} arrived, away for ${span(data, 'roundMs')}`,
  'vm.swapping': ({ box }) => `${box} swapped`,
  'vm.swapped-in': ({ box }) => `${box} back from swap`,
  'vm.ballooned': ({ box }) => `balloon of ${box} gave back`,
  'vm.oom-killed': ({ box }) => `${box} OOM killed`,
  'vm.snapshot-taken': ({ data }) => `${word(data, 'snapshot')} taken`,
  'vm.held': ({ box }) => `${box} out of disk`,
  'disk.broke': ({ box }) => `${box} broken`,
  'kernel.panicked': ({ where }) => `panic ${where}`,
  'process.exited': ({ box }) => `exit of ${box}`,
  'process.oom-killed': ({ box }) => `OOM kill of ${box}`,
  'process.given-up': ({ box }) => `${box} given up`,
  'runtime.crashed': ({ box }) => `crash of ${box}`,
  'container.exited': ({ box }) => `exit of ${box}`,
  ...environmentMarks,
  ...isolationMarks,
};
