// What the real tools say of a container: its state in their own words, its exit code, its health, its processes.
import { format } from './format';

/** What an exit code of 128 and more stands for, by the signal. */
const SIGNALS: Readonly<Record<number, string>> = {
  2: 'SIGINT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  15: 'SIGTERM',
};

/** What `docker run` ends with where no program could end (docker/cli docs/reference/run.md), and its code for the unknown. */
const CODES: Readonly<Record<number, string>> = {
  0: 'it ended by itself, and all went well',
  125: 'Docker itself could not start it',
  126: 'its program is there, and could not be run',
  127: 'its program, or a library of it, was not found',
  255: 'Docker did not see how it ended',
};

const BY_SIGNAL = 128;

/** Words of the inspector on containers. */
export const tools = {
  heading: 'What the tools say',
  /** Labels: the tools that are asked. */
  docker: 'docker ps',
  oci: 'runc state',
  lxc: 'lxc-info',
  noAnswer: 'nothing: its daemon is down, and nobody answers',
  /** `on host-b`: the tools are programs themselves. */
  nothingRuns: (where: string) => `nothing: nothing runs ${where}`,
  /** By the state of the chart. Docker's `starting` is what it was before. */
  dockerStates: {
    created: 'created',
    running: 'running',
    'backing-off': 'restarting',
  } as Readonly<Record<string, string>>,
  exited: (code: number | null) => (code === null ? 'exited' : `exited (${code})`),
  /** The states of the OCI runtime specification: creating, created, running, stopped. */
  ociStates: {
    starting: 'creating; created once its walls stand',
    running: 'running',
  } as Readonly<Record<string, string>>,
  ociNotYet: 'not known yet: runc is called when it is started',
  /** CRI-O has it created before it is started. */
  ociCreated: 'created',
  ociStopped: 'stopped',
  lxcStates: { starting: 'STARTING', running: 'RUNNING' } as Readonly<Record<string, string>>,
  lxcStopped: 'STOPPED',
  /** `137: 128 and SIGKILL`, or what the tools mean by it. */
  exitCode: (code: number): string => {
    const signal = SIGNALS[code - BY_SIGNAL];
    const says = CODES[code] ?? (signal === undefined ? 'its own' : `128 and ${signal}`);
    return `${code}: ${says}`;
  },
  health: {
    label: 'health check',
    states: {
      off: 'nobody looks',
      starting: 'starting',
      healthy: 'healthy',
      unhealthy: 'unhealthy: Docker says so, and does no more',
    } as Readonly<Record<string, string>>,
    row: 'failed in a row',
    ofRetries: (streak: number, retries: number) =>
      `${format.number(streak)}; ${format.number(retries)} make it unhealthy`,
    last: 'last look',
    looks: {
      passed: 'went well',
      refused: 'nobody answered yet',
      errors: 'the answer was an error',
      timeout: 'no answer in time',
      'not-run': 'could not be run',
    } as Readonly<Record<string, string>>,
    next: 'next look',
    every: 'set to look',
    settings: (interval: string, timeout: string) => `every ${interval}, waits ${timeout} for an answer`,
    period: 'start period',
    within: (period: string, interval: string) => `${period}, and looks every ${interval} in it`,
    noPeriod: 'none',
  },
  processes: {
    heading: 'Its processes',
    inside: 'seen from inside',
    outside: (host: string) => `seen from ${host}`,
    pid: 'number',
    name: 'program',
    more: (count: number) => `and ${format.number(count)} more`,
  },
};
