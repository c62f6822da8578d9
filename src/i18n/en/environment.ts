// What programs look for when they start, and what is shipped: facts, and the lines of what was looked for.
import { memory, osPath, sentence, span, word, type Parts } from './parts';

interface Told {
  readonly box: string;
  readonly data: Parts;
}

const what = (data: Parts) => osPath(word(data, 'what')) || 'what it needs';
const wanted = (data: Parts) => word(data, 'wanted') || 'another version';
const path = (data: Parts) => osPath(word(data, 'path')) || 'its place';
const to = (data: Parts) => word(data, 'to') || 'its place';
const saying = (data: Parts) => (word(data, 'error') === '' ? '' : `: "${word(data, 'error')}"`);

function places(data: Parts): string {
  const tried = Array.isArray(data['tried']) ? (data['tried'] as readonly string[]) : [];
  return tried.length === 0 ? '' : ` in ${tried.map(osPath).join(', then ')}`;
}

/** By what is wrong with what was found; nothing is wrong where none is named. */
const found: Readonly<Record<string, (box: string, data: Parts) => string>> = {
  missing: (box, data) => `${box} looked for ${what(data)}${places(data)} and did not find it.`,
  version: (box, data) =>
    `${box} needs ${wanted(data)} of ${what(data)} and found version ${word(data, 'found') || 'unknown'} at ${path(data)}.`,
  permission: (box, data) => `${box} may not use ${path(data)}.`,
  os: (box, data) =>
    `${box} was built for ${wanted(data)}, and this is ${word(data, 'found') || 'another OS'}.`,
  cpu: (box, data) =>
    `${box} was built for ${wanted(data)}, and this is ${word(data, 'found') || 'another CPU'}.`,
  none: (box, data) => `${box} found ${[what(data), word(data, 'found')].join(' ').trim()} at ${path(data)}.`,
};

/** Sentences by the fact's name. */
export const environmentFacts: Readonly<Record<string, (told: Told) => string>> = {
  'process.looked-up': ({ box, data }) =>
    sentence((found[word(data, 'problem')] ?? found['none']!)(box, data)),
  'process.not-loaded': ({ box, data }) => sentence(`${box} did not start${saying(data)}.`),
  'filesystem.replaced': ({ box, data }) =>
    sentence(
      `in the files of ${box || 'a box'}, version ${word(data, 'after') || 'new'} of ${path(data)} took the place of ${word(data, 'before') || 'the old one'}.`,
    ),
  'artifact.sending': ({ box, data }) =>
    sentence(
      `${box || 'it'} is on its way to ${to(data)}: ${memory(data, 'bytes')}, ${span(data, 'sendMs')}.`,
    ),
  'artifact.arrived': ({ box, data }) => sentence(`${box || 'it'} arrived for ${to(data)}.`),
  'artifact.lost': ({ box, data }) => sentence(`${box || 'it'} was lost: ${to(data)} is down.`),
  'artifact.refused': ({ box, data }) =>
    sentence(`${box === '' ? 'it' : `the image ${box}`} was refused for ${to(data)}${saying(data)}.`),
};

/** Marks under the timeline. */
export const environmentMarks: Readonly<Record<string, (told: Told) => string>> = {
  'process.not-loaded': ({ box }) => `${box} did not start`,
  'artifact.refused': ({ box }) => `${box} refused`,
};
