// What the live region says beside the facts' own sentences.
import { format } from './format';

/** Messages for those who do not see the stage. */
export const heard = {
  back: (clock: string) => `Back at ${clock}.`,
  fell: (copies: number) => `${format.counted(copies, { one: 'copy', other: 'copies' })} fell.`,
  more: (count: number) => `And ${format.number(count)} more.`,
};
