// What a program looked for when it was started last, in English: short words on chips, whole lines in the inspector.
import { osPath } from './parts';

/** Messages of `src/words/needs` and of the view that shows them. */
export const enNeeds = {
  title: 'What programs looked for',
  path: osPath,
  found: (what: string, version: string) => [what, version].filter(Boolean).join(' '),
  missing: (what: string) => `${what}: not found`,
  /** A version is told with a version; a label that only newer libraries carry is what the one that is there lacks. */
  version: (what: string, wanted: string, found: string) =>
    /^\d/.test(wanted)
      ? `${what}: needs ${wanted}, found ${found}`
      : `${what}: version ${found} has no ${wanted}`,
  permission: (what: string) => `${what}: no permission`,
  platform: (wanted: string, found: string) => `built for ${wanted}, runs on ${found}`,
  reached: (what: string) => `${what}: answers`,
  refused: (what: string) => `${what}: Connection refused`,
  timedOut: (what: string) => `${what}: Connection timed out`,
  met: 'there:',
  unmet: 'lacking:',
  at: (path: string) => `at ${path}`,
  tried: (places: string) => `looked for in ${places}`,
  said: 'said',
  sending: (artifact: string, box: string) => `${artifact} for ${box}: on its way`,
  sendingFor: (left: string) => `there in ${left}`,
  refusedImage: (image: string, box: string) => `${image} for ${box}: refused`,
};

/** What a language has to say about needs. */
export type NeedsMessages = typeof enNeeds;
