// Who picks a box up, and what it waits for.
import { sentence } from './parts';

/** Who acts, as the subject of a sentence. `box` is the box that acts, when it is one of the model's. */
const by: Readonly<Record<string, (box: string) => string>> = {
  'service-manager': (box) => `the service manager in ${box}`,
  runtime: (box) => box,
  hypervisor: (box) => box,
  kernel: (box) => box,
  person: () => 'a person',
};

/** What a condition waits for; `who` could meet it. */
const conditions: Readonly<Record<string, (who: string) => string>> = {
  'back-off': () => 'the end of its back-off',
  boot: () => 'its boot to end',
  command: () => 'somebody to start it',
  firmware: () => 'its firmware',
  copy: () => 'its copy to end',
  floor: (who) => `${who}, which it stands on, to be up`,
  memory: (who) => `memory of ${who}`,
  nobody: () => 'somebody: nobody was told to pick it up',
  'panic-timeout': () => 'its reboot after the panic',
  picker: (who) => `${who}, which would pick it up`,
  power: () => 'power',
  room: (who) => `room on ${who}`,
  'restart-delay': () => 'its restart',
  start: () => 'its start to end',
};

/** Sentences of pickers and waits. */
export const pickers = {
  by,
  conditions,
  nobody: (box: string) => `Nobody picks ${box} up.`,
  person: (box: string) => `Only a person can pick ${box} up.`,
  picks: (who: string, box: string, setting: string) => sentence(`${who} picks ${box} up (${setting}).`),
  waits: (box: string, what: string) => sentence(`${box} waits for ${what}.`),
  waitsUntil: (box: string, what: string, left: string) =>
    sentence(`${box} waits for ${what}: ${left} to go.`),
};
