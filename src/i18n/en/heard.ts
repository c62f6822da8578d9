// What the live region and the captions say beside the facts' own sentences.
import { format } from './format';

const COPIES = { one: 'copy', other: 'copies' };
const serve = (copies: number) => (copies === 1 ? 'serves' : 'serve');

/** Messages for those who do not see the stage, and for captions. */
export const heard = {
  back: (clock: string) => `Back at ${clock}.`,
  fell: (copies: number) => `${format.counted(copies, COPIES)} fell.`,
  serving: (copies: number) => `${format.counted(copies, COPIES)} ${serve(copies)}.`,
  /** Of copies that had served before. */
  again: (copies: number) => `${format.counted(copies, COPIES)} ${serve(copies)} again.`,
  more: (count: number) => `And ${format.number(count)} more.`,
};
