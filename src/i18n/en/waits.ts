// Who picks a box up, and what it waits for, as sentences.
import { sentence } from './parts';

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
export const waits = {
  conditions,
  nobody: (box: string) => `Nobody picks ${box} up.`,
  person: (box: string) => `Only a person can pick ${box} up.`,
  picks: (who: string, box: string, setting: string) => sentence(`${who} picks ${box} up (${setting}).`),
  waits: (box: string, what: string) => sentence(`${box} waits for ${what}.`),
  waitsUntil: (box: string, what: string, left: string) =>
    sentence(`${box} waits for ${what}: ${left} to go.`),
};
