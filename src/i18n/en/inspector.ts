// The inspector in English: the three questions, figures, the chain of causes, what is true and what is simplified.
import { chart } from './chart';
import { format } from './format';

const BOXES = { one: 'other box', other: 'other boxes' };

/** Messages of `src/view/inspector` and `src/words/inspector`. */
export const enInspector = {
  chart,
  close: 'Close',
  closeLabel: (box: string) => `Close the inspector of ${box}`,
  region: (box: string) => `Inspector: ${box}`,
  crumbs: 'Where it is',
  since: (state: string, at: string) => `${state} (since ${at})`,
  answerFirst: 'Answer first: then it says who picks it up, what can happen to it, and why.',
  more: (count: number) => `and ${format.counted(count, BOXES)}`,
  headings: {
    standing: 'What does it stand on?',
    sharing: 'What does it share?',
    picking: 'Who picks it up?',
    why: 'Why is it so?',
    chart: 'What can happen to it?',
    figures: 'Figures',
    model: 'What is true, what is simplified',
  },
  standing: {
    on: 'stands on',
    nothing: 'nothing: it is the hardware, and needs power',
    unplaced: 'nothing yet: it is not placed',
    above: 'stands on it',
    none: 'nothing',
    nobody: 'nobody else',
  },
  cpu: {
    title: 'CPU',
    now: 'now',
    uses: (granted: string) => `uses ${granted}`,
    gets: (granted: string, wanted: string) => `gets ${granted} of the ${wanted} it asks for`,
    limit: 'limit',
    cores: (cores: string) => `${cores} cores`,
    vcpus: (vcpus: string) => `${vcpus} vCPUs`,
    capped: (vcpus: string, percent: string) => `${vcpus}, together at most ${percent}% of a core`,
    /** What its virtual CPUs could run and do not get. */
    steal: 'steal time',
    noLimit: 'none of its own',
    weight: 'weight',
    ofWeights: (own: string, all: string, part: string) =>
      `${own} of ${all}: when all want CPU, ${part}% of it`,
    /** Its limit is reached before its share is. */
    ofWeightsCapped: (own: string, all: string) => `${own} of ${all}: its limit is less than that share`,
    /** Another's limit leaves more to it. */
    ofWeightsAtLeast: (own: string, all: string, part: string) =>
      `${own} of ${all}: when all want CPU, at least ${part}% of it`,
    alone: (own: string) => `${own}, with nobody to share with`,
    used: 'used so far',
    coreSeconds: (seconds: string) => `${seconds} core-seconds`,
    with: 'shares with',
    among: 'shares it out to',
  },
  memory: {
    title: 'Memory',
    own: 'its own',
    ownDown: (bytes: string) => `${bytes} when it is up, now none`,
    all: 'with what stands on it',
    ram: 'RAM',
    reserved: 'reserves',
    limit: 'limit',
    noLimit: 'none of its own',
    /** Room given to what stands on it: all, in use, not in use. */
    room: (size: string, used: string, free: string) => `${size}: ${used} used, ${free} free`,
    from: 'takes it from',
    with: 'shares that with',
  },
  picking: {
    picker: 'picker',
    told: (who: string, setting: string) => `${who} (${setting})`,
    needs: 'needs',
    needed: 'needed by',
    nothing: 'nothing else',
    waits: 'waiting for',
    waitsForNothing: 'nothing',
    next: 'looked at next',
    nextAt: (at: string, left: string) => `at ${at}, in ${left}`,
    noTime: 'when that comes true; no time is set for it',
    byPerson: 'when a person acts',
    meets: 'could be met by',
  },
  /** Labels of settings and figures, by the field of a box that holds them. */
  fields: {
    backoffMs: 'last back-off',
    bootMs: 'boot',
    exitCode: 'exit code',
    firmwareMs: 'firmware',
    liveRestore: 'live-restore',
    maxRetries: 'retries at most',
    onCrash: 'on crash',
    oomScoreAdj: 'oom_score_adj',
    os: 'operating system',
    product: 'product',
    rebootOnPanicSeconds: 'after a panic, reboots',
    restart: 'restart',
    restartPolicy: 'restart policy',
    restartSeconds: 'after a crash, restarts',
    restarts: 'restarts',
    service: 'service',
    signal: 'ended by',
    startAtBoot: 'start at boot',
    startMs: 'start',
    type: 'type',
  } as Readonly<Record<string, string>>,
  values: {
    yes: 'yes',
    no: 'no',
    never: 'never',
    after: (time: string) => `after ${time}`,
    about: (amount: string) => `about ${amount}`,
    noBound: 'no bound',
  },
  id: 'id',
  model: { true: 'True', simplified: 'Simplified', numbers: 'Numbers' },
  why: {
    because: 'because',
    given: 'given that',
    ledTo: 'this led to',
    later: (at: string) => `${at}, ahead of the head`,
    nothing: 'Nothing has happened to it yet.',
    nothingYet: 'nothing yet',
    more: (count: number) => `and ${format.number(count)} more`,
    hint: 'Choose a line to go to its instant and box.',
  },
};

/** What a language has to say in the inspector. */
export type InspectorMessages = typeof enInspector;
