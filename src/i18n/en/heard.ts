// What the live region and the captions say beside the facts' own sentences.
import { format } from './format';

const COPIES = { one: 'copy', other: 'copies' };
const serve = (copies: number) => (copies === 1 ? 'serves' : 'serve');

/** Messages for those who do not see the stage, and for captions. */
export const heard = {
  back: (clock: string) => `Back at ${clock}.`,
  fell: (copies: number) => `${format.counted(copies, COPIES)} fell.`,
  /** Of copies that serve for the first time: how many came, not how many there are. */
  serving: (copies: number) =>
    `${format.counted(copies, COPIES)} ${copies === 1 ? 'has' : 'have'} begun to serve.`,
  /** Of copies that had served before. */
  again: (copies: number) => `${format.counted(copies, COPIES)} ${serve(copies)} again.`,
  more: (count: number) => `And ${format.number(count)} more.`,
};
