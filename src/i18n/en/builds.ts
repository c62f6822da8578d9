// What is said of builds: repositories, builders, distributions, and the images that come of them.
import { format } from './format';
import { remedyOf } from './images';
import { amount, memory, sentence, span, word, type Parts } from './parts';
import type { Phrase } from './commands';
import type { Refused } from './refusals';
import type { Told } from './facts';

const STEPS = { one: 'step', other: 'steps' };
const FINDINGS = { one: 'weak package', other: 'weak packages' };
const LAYERS = { one: 'layer', other: 'layers' };

const short = (data: Parts, key: string) => word(data, key).replace(/^.*:/, '').slice(0, 12) || 'unknown';
const image = (data: Parts) => word(data, 'image') || 'an image';
/** A change by its name: `pinned-base` is "the pinned base". */
const change = (data: Parts) => `the ${word(data, 'change').replaceAll('-', ' ') || 'change'}`;
const step = (data: Parts) =>
  `step ${format.number(amount(data, 'step'))} of ${format.number(amount(data, 'steps'))}`;
const text = (data: Parts) => (word(data, 'text') === '' ? 'an instruction' : `"${word(data, 'text')}"`);
const line = (data: Parts) =>
  amount(data, 'line') === 0 ? '' : ` (line ${format.number(amount(data, 'line'))})`;

/** What a build found there: its base alone, which it does without any cache as well, or steps of earlier builds. */
function fromBefore(data: Parts): string {
  const hits = amount(data, 'hits');
  if (hits === 0) return '';
  if (hits === 1) return ', on the base that was there';
  return `, ${format.number(hits)} of ${format.counted(amount(data, 'steps'), STEPS)} from the cache`;
}

/** All entries of a list, each once. */
const all = (data: Parts, key: string) => {
  const list = data[key];
  return Array.isArray(list) ? [...new Set(list)].join(', ') : '';
};

/** Sentences by the fact's name. */
export const buildFacts: Readonly<Record<string, (told: Told) => string>> = {
  'repository.committed': ({ box, data }) =>
    sentence(
      `${box} has commit ${format.number(amount(data, 'commit'))}${word(data, 'change') === '' ? '' : `: ${change(data)}`}.`,
    ),
  'builder.started': ({ data }) =>
    sentence(`${image(data)} is being built, as of commit ${format.number(amount(data, 'commit'))}.`),
  'builder.resolved': ({ data }) =>
    sentence(
      `${word(data, 'reference') || 'the base'} stands for ${short(data, 'digest')}, ${word(data, 'from') === 'disk' ? 'as it lies on the disk' : 'says the registry'}.`,
    ),
  'builder.cached': ({ data }) => sentence(`${step(data)}, ${text(data)}: found in the cache.`),
  'builder.running': ({ data }) =>
    sentence(
      `${step(data)}, ${text(data)}, ${amount(data, 'stepMs') < 1 ? 'is done at once' : `takes ${span(data, 'stepMs')}`}.`,
    ),
  'builder.ran': ({ data }) =>
    sentence(`${step(data)} is done: layer ${short(data, 'layer')}, ${memory(data, 'bytes')}.`),
  'builder.built': ({ data }) =>
    sentence(
      `${image(data)} is built in ${span(data, 'tookMs')}: ${short(data, 'digest')}${fromBefore(data)}.`,
    ),
  'builder.failed': ({ data }) =>
    sentence(
      `${image(data)} could not be built${line(data)}: "${word(data, 'error') || 'failed to solve'}"; it is what it was before.${remedyOf(data, 'build')}`,
    ),
  'builder.not-pushed': ({ data }) =>
    sentence(
      `${image(data)} could not be pushed: "${word(data, 'error') || 'failed to push'}"; the registry has what it had.${remedyOf(data, 'push')}`,
    ),
  'builder.pushed': ({ data }) =>
    sentence(
      `${image(data)} is in the registry as ${short(data, 'digest')}: ${format.number(amount(data, 'sent'))} of ${format.counted(amount(data, 'layers'), LAYERS)} were sent, ${memory(data, 'sentBytes')}.`,
    ),
  'builder.pruned': ({ box, data }) =>
    sentence(
      `${box} forgot its cache: ${format.counted(amount(data, 'layers'), LAYERS)} deleted, ${memory(data, 'bytes')}.`,
    ),
  'distribution.fixed': ({ box, data }) =>
    sentence(
      `${box} publishes ${word(data, 'advisory') || 'a weakness'}; ${word(data, 'fixed') || 'a package'} fixes it.`,
    ),
  'image.scanned': ({ box, data }) =>
    amount(data, 'found') === 0
      ? sentence(`${box} has no package that is known to be weak.`)
      : sentence(
          `${box} has ${format.counted(amount(data, 'found'), FINDINGS)}: ${all(data, 'packages')} ${all(data, 'versions')} (${all(data, 'advisories')}).`,
        ),
  'container.patched': ({ box, data }) =>
    sentence(
      `${word(data, 'package') || 'a package'} in ${box} is ${word(data, 'to') || 'newer'} now, in its own layer alone.`,
    ),
  'container.committed': ({ box, data }) =>
    sentence(
      `${box} as it is now was kept as ${image(data)}, ${short(data, 'digest')}: nobody wrote down how.`,
    ),
  'image.built': ({ box, data }) => sentence(`${box} is ${short(data, 'digest')} now.`),
};

type Act = (verb: string, past: string, object: Phrase['label']) => Phrase;

/** How a build is asked for, behind the name of the image. */
function asked(args: Parts): string {
  const ways = [
    args['noCache'] === true ? 'without the cache' : '',
    args['pull'] === true ? 'with its bases asked for anew' : '',
    args['rewriteTimestamps'] === true ? 'with fixed time stamps' : '',
  ].filter((way) => way !== '');
  return ways.length === 0 ? '' : ` ${ways.join(' and ')}`;
}

/** Phrases by the command's name, made with the `act` of the others. */
export const buildCommands = (act: Act): Readonly<Record<string, Phrase>> => ({
  'build-image': act('build', 'began to build', ({ box, args }) => `${box}${asked(args)}`),
  'push-image': act('push', 'began to push', ({ box }) => `${box} to its registry`),
  'prune-builder': act('delete', 'deleted', ({ box }) => `the cache of ${box}`),
  'publish-fix': act(
    'publish',
    'published',
    ({ box, args }) => `${word(args, 'advisory') || 'a weakness'} and its fix from ${box}`,
  ),
  'scan-image': act('scan', 'scanned', ({ box }) => box),
  'patch-container': act(
    'patch',
    'patched',
    ({ inside, args }) => `${word(args, 'package') || 'a package'} in ${inside} by hand`,
  ),
  'commit-container': act(
    'keep',
    'kept',
    ({ inside, other }) => `${inside} as it is as ${other || 'an image'}`,
  ),
  'commit-change': act('commit', 'committed', ({ box, args }) => `${change(args)} to ${box}`),
  'commit-recipe': act('commit', 'committed', ({ box }) => `another Dockerfile to ${box}`),
});

/** Sentences by the refusal's code. */
export const buildRefusals: Readonly<Record<string, (refused: Refused) => string>> = {
  'no-recipe': ({ box }) =>
    sentence(
      `nobody wrote down how ${box} is made: without a Dockerfile it can only be copied. Write one, then build.`,
    ),
  'no-builder': ({ box }) => sentence(`no builder works on the disk of ${box}.`),
  'builder-busy': ({ box }) => sentence(`${box} is building already: wait until it is done.`),
  'no-advisory': ({ box, data }) =>
    sentence(`${box} has published ${word(data, 'advisory') || 'that'} already, or does not know it.`),
  'no-package': ({ box, data }) =>
    sentence(`there is no ${word(data, 'package') || 'such package'} in ${box}.`),
  'no-fix': ({ box, data }) =>
    sentence(`no archive has a newer ${word(data, 'package') || 'package'} than ${box}.`),
  'no-change': ({ box, data }) =>
    sentence(`${box} has ${word(data, 'change') || 'that change'} already, or does not know it.`),
};
