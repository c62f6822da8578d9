// What is said of images, their layers, volumes and registries: facts, marks, commands and refusals.
import { format } from './format';
import { amount, memory, sentence, span, word, type Parts } from './parts';
import type { Phrase } from './commands';
import { dockerFailed, type Refused } from './refusals';
import type { Told } from './facts';

const LAYERS = { one: 'layer', other: 'layers' };
const ATTEMPTS = { one: 'attempt', other: 'attempts' };
const CONTAINERS = { one: 'container', other: 'containers' };

const path = (data: Parts) => word(data, 'path') || 'a file';
const error = (data: Parts) => (word(data, 'error') === '' ? '' : `: "${word(data, 'error')}"`);

/** What to do where a pull, a build or a push came to nothing, by its code; `act` is what is done again then. */
const REMEDIES: Readonly<Record<string, (act: string, data: Parts) => string>> = {
  silent: (act) => `Wait until the registry answers, and ${act} again`,
  spoiled: (act) => `It was thrown away: ${act} again`,
  full: (act) => `Delete what nobody needs, and ${act} again`,
  engine: (act) => `Start the runtime there again, and then ${act} again`,
  disk: (act) => `Its disk is lost, and all that lay on it: ${act} where a disk works`,
  name: (act) => `Look at its name, and ${act} again`,
  line: (act, data) =>
    `Mend ${amount(data, 'line') === 0 ? 'the Dockerfile' : 'that line'}, and ${act} again`,
  'unknown-command': (act) =>
    `This model knows only the commands that were there: mend that line, and ${act} again`,
};

/** The remedy for what was told, as a sentence. */
export function remedyOf(data: Parts, act: string): string {
  const remedy = REMEDIES[word(data, 'why')];
  return remedy === undefined ? '' : ` ${remedy(act, data)}.`;
}

/** Who sent an image: the registry or its mirror. */
const sender = (data: Parts) => (word(data, 'from') === '' ? '' : ` from ${word(data, 'from')}`);

/** Where a file was found, or that it is not there. */
function lookedFor({ inside, data }: Told): string {
  const found = word(data, 'in');
  if (found === '') return sentence(`${inside} looked for ${path(data)}: there is no such file.`);
  const depth = amount(data, 'depth');
  // The digest of a layer is nowhere to be seen on the stage.
  const own = found === `the writable layer of ${inside}` ? 'its own writable layer' : found;
  const where = depth === 0 ? own : `its image, ${format.counted(depth, LAYERS)} below its own layer`;
  return sentence(`${inside} found ${path(data)} in ${where}.`);
}

function wrote({ inside, data }: Told): string {
  const copied = amount(data, 'copiedUpBytes');
  const first = copied === 0 ? '' : `, after ${format.memory(copied)} were copied up`;
  return sentence(`${inside} wrote ${path(data)} to ${word(data, 'to') || 'its own layer'}${first}.`);
}

/** Sentences by the fact's name. */
export const imageFacts: Readonly<Record<string, (told: Told) => string>> = {
  'registry.stopped': ({ box }) => sentence(`${box} does not answer any more.`),
  'registry.up': ({ box }) => sentence(`${box} answers again.`),
  'image.pulling': ({ box, data }) =>
    sentence(
      `${box} is pulled${sender(data)}: ${format.counted(amount(data, 'missing'), LAYERS)} of ${format.number(amount(data, 'layers'))} are missing, ${memory(data, 'missingBytes')}.`,
    ),
  'image.fetching': ({ box, data }) =>
    sentence(
      `the next layer of ${box} is on its way: ${memory(data, 'nextBytes')}, ${span(data, 'nextMs')}.`,
    ),
  'image.retrying': ({ box, data }) =>
    sentence(
      `the pull of ${box} was cut; it goes on in ${span(data, 'retryMs')} (${format.counted(amount(data, 'attempts'), ATTEMPTS)} so far).`,
    ),
  'image.pulled': ({ box, data }) => sentence(`${box} is there${sender(data).replace(' from', ', from')}.`),
  'image.failed': ({ box, data }) =>
    sentence(`${box} could not be pulled${error(data)}.${remedyOf(data, 'pull')}`),
  'image.removed': ({ box }) => sentence(`${box} was removed.`),
  'image.left-behind': ({ box }) => sentence(`${box} stayed on the machine of the last build.`),
  'image.lost': ({ box }) => sentence(`${box} is lost with its disk.`),
  'layer.stored': ({ data }) => `A layer of ${memory(data, 'bytes')} is stored.`,
  'layer.read': ({ data }) => `A layer of ${memory(data, 'bytes')} was read from the disk.`,
  'layer.deleted': ({ box }) => sentence(`${box} was deleted.`),
  'layer.left-behind': ({ box }) => sentence(`${box} stayed on the machine of the last build.`),
  'layer.lost': ({ box }) => sentence(`${box} is lost with its disk.`),
  'volume.lost': ({ box }) => sentence(`${box} is lost with its disk.`),
  'container.wrote': wrote,
  'container.deleted-file': ({ inside, data }) =>
    sentence(`${inside} deleted ${path(data)}: ${memory(data, 'freedBytes')} freed.`),
  'container.looked-for': lookedFor,
  'runtime.pruned': ({ box, data }) =>
    sentence(
      amount(data, 'layers') === 0
        ? `${box} deleted nothing: every layer is needed.`
        : `${box} deleted ${format.counted(amount(data, 'layers'), LAYERS)} that nobody needs: ${memory(data, 'bytes')}.`,
    ),
};

/** Marks under the timeline. */
export const imageMarks: Readonly<Record<string, (told: Told) => string>> = {
  'container.looked-for': ({ inside, data }) =>
    word(data, 'in') === '' ? `no ${path(data)} in ${inside}` : `${path(data)} found in ${inside}`,
};

/** Builds the three forms of a command: see `act` of commands.ts. */
type Act = (verb: string, past: string, object: Phrase['label']) => Phrase;

const copies = (args: Parts) => Math.max(1, amount(args, 'copies'));

/** Phrases by the command's name, made with the `act` of the others. */
export const imageCommands = (act: Act): Readonly<Record<string, Phrase>> => ({
  'pull-image': act('pull', 'began to pull', ({ box }) => box),
  'run-container': act('run', 'ran', ({ box, args }) =>
    copies(args) === 1 ? `a container of ${box}` : `${format.counted(copies(args), CONTAINERS)} of ${box}`,
  ),
  'remove-image': act('remove', 'removed', ({ box }) => box),
  'prune-images': act(
    'delete',
    'told the runtime to delete',
    ({ place }) => `layers on ${place} that nobody needs`,
  ),
  'write-file': act('write', 'wrote', ({ inside, args }) => `${path(args)} in ${inside}`),
  'delete-file': act('delete', 'deleted', ({ inside, args }) => `${path(args)} in ${inside}`),
  'look-for-file': act('look', 'looked', ({ inside, args }) => `for ${path(args)} in ${inside}`),
  'replace-container': act('replace', 'replaced', ({ inside, volume }) =>
    volume === '' ? `${inside} by a new container` : `${inside} by a new one with ${volume}`,
  ),
  'stop-registry': act('stop', 'stopped', ({ box }) => box),
  'start-registry': act('start', 'started', ({ box }) => box),
  'move-tag': act(
    'move',
    'moved',
    ({ args }) => `the tag ${word(args, 'tag') || 'of an image'} to ${word(args, 'version') || 'another'}`,
  ),
});

/** Commands that are given to an image, and not to what is made from one. */
const OF_IMAGES = ['run-container', 'remove-image', 'scan-image', 'push-image'];

/** Sentences by the refusal's code. Of an image in use in the words of `docker rmi`, and then what to do. */
export const imageRefusals: Readonly<Record<string, (refused: Refused) => string>> = {
  'no-image': ({ box, other, data }) => {
    if (!OF_IMAGES.includes(word(data, 'command')))
      return sentence(`${other || 'its image'} is not on this host: pull it, then make ${box}.`);
    const missing = word(data, 'reference') || box;
    return word(data, 'saidBy') === 'docker'
      ? `Error response from daemon: No such image: ${missing}${dockerFailed(data)}. Pull it or build it first.`
      : sentence(`there is no image ${missing} here. Pull it or build it first.`);
  },
  'no-manifest': ({ box, data }) =>
    sentence(`${box} has no ${word(data, 'version') || 'image of that name'}: manifest unknown.`),
  'image-in-use': ({ box, other, data }) =>
    sentence(
      `conflict: unable to remove repository reference "${word(data, 'reference') || box}" (must force) - ${other || 'a container'} is using its referenced image ${word(data, 'digest') || 'now'}. Remove that container first, also if it is stopped.`,
    ),
};
