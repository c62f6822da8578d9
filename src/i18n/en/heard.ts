// What the live region and the captions say beside the facts' own sentences.
import { format } from './format';
import { sentence } from './parts';

const COPIES = { one: 'copy', other: 'copies' };
const OTHERS = { one: 'other', other: 'others' };
const VMS = { one: 'VM', other: 'VMs' };
const MORE_COPIES = { one: 'more copy', other: 'more copies' };
/** `3 copies`, `no copy`. */
const copiesOf = (copies: number) => (copies === 0 ? 'No copy' : format.counted(copies, COPIES));
const answer = (copies: number) => (copies === 1 ? 'answers' : 'answer');
const serve = (copies: number) => (copies === 1 ? 'serves' : 'serve');

const LONG = new RegExp(
  [
    ': ".{40,}"(?=\\.$)',
    ' \\([^)]+\\)( by a new start)?(?=\\.$)',
    ' with code \\d+ \\(\\w+\\)',
    ': (all that was|it lacks what|over the same|the kernel of|its disk takes)[^.]*',
    '(?<=(backup|snapshot) \\d+) of VM \\d+',
    ', after \\d+ rounds?',
    ' in [\\d.]+ m?s(?=: \\w{12}\\b)',
    '(?<=: \\w{4})\\w{8}\\b',
    ', \\d of \\d steps from the cache',
    '(?<=\\b(of|for|You (stopped|started|removed|replaced)) )the container of ',
    '(?<=You replaced .+ by )a new (?=one with)',
  ].join('|'),
  'g',
);

/** Messages for those who do not see the stage, and for captions. */
export const heard = {
  back: (clock: string) => `Back at ${clock}.`,
  fell: (copies: number) => `${copiesOf(copies)} fell.`,
  /** Of copies under which nothing gave way. */
  stopped: (copies: number) => `${copiesOf(copies)} stopped.`,
  /** Where others are told by name. */
  stoppedToo: (copies: number) => `${format.counted(copies, MORE_COPIES)} stopped.`,
  /** Of copies that stand still, and of those that do no more. */
  paused: (copies: number) => `${format.counted(copies, COPIES)} ${answer(copies)} nobody.`,
  recovered: (copies: number) => `${format.counted(copies, COPIES)} ${answer(copies)} without errors.`,
  /** Of copies that serve for the first time: how many came, not how many there are. */
  serving: (copies: number) =>
    `${format.counted(copies, COPIES)} ${copies === 1 ? 'has' : 'have'} begun to serve.`,
  /** Of one of those, by its name. */
  begun: (copy: string) => sentence(`${copy} serves.`),
  /** Of copies that had served before. */
  again: (copies: number) => `${format.counted(copies, COPIES)} ${serve(copies)} again.`,
  /** `command` as its button says it, with a small letter. */
  takenBack: (command: string) => `Taken back: ${command}.`,
  /** The same was said of others. */
  andMore: (told: string, count: number) =>
    `${told.replace(/\.$/, '')}, and ${format.counted(count, OTHERS)} too.`,
  /** The same was said of several VMs, each for itself. */
  eachOf: (told: string, box: string, count: number) =>
    sentence(told.replace(box, `each of ${format.number(count)} VMs`)),
  /** Different amounts of several VMs. */
  swappedOut: (count: number) => `Memory of ${format.counted(count, VMS)} had to be swapped out.`,
  gaveBack: (count: number) =>
    `The balloons in ${format.counted(count, VMS)} have given memory back to the host.`,
  /** Without what the panels of the lesson hold: long quotations, codes, reasons, and most of a digest. */
  shorter: (told: string) =>
    told.replace(LONG, '').replace(/looked for (.+): there is no such file\.$/, 'found no $1.'),
  /** The same was done elsewhere, or otherwise. */
  andLike: (told: string, count: number) =>
    `${told.replace(/\.$/, '')}, and ${format.number(count)} more like it.`,
  /** The same was said of one other. */
  asWell: (told: string, box: string) => `${told.replace(/\.$/, '')}, and ${box} as well.`,
  /** The very same was done again. */
  andAgain: (told: string, times: number) =>
    `${told.replace(/\.$/, '')}, ${times === 2 ? 'twice' : `${format.number(times)} times`}.`,
  /** Amounts to which something was set in turn, behind the word before them: `to 50, then to 100`. */
  inTurn: (amounts: readonly string[], before: string) =>
    amounts.join(before === 'to' ? ', then to ' : ', then '),
  /** There is no room for all of it. */
  more: 'More happened.',
};
