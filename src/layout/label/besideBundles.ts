// Words that a first view has none of, but for those on bundles: on the line of a host, under names that copies share,
// beside floors that stand on others, and what was said before.
import { aboveHost } from './above';
import { raisedTabs } from './beside';
import { dotsAbove } from './dotsAbove';
import { giveWay } from './giveWay';
import { lineNotes } from './lineNotes';
import { createStageMemory } from './memory';
import { onTwins } from './numbers';
import { asFallen, oneForm } from './oneForm';
import { besideWish } from './narrow';
import { raiseOver } from './raise';
import { standLate } from './still';
import { underHeader } from './underHeader';
import { isCalmNamed, reserveFor } from '../stage/reserve';
import type { LateWords } from './telling';

/** All late words but those on bundles: most stages have none. */
export const besideBundles: LateWords = {
  aboveHost,
  oneForm,
  asFallen,
  dotsAbove,
  lineNotes,
  onTwins,
  raisedTabs,
  reserveFor,
  isCalmNamed,
  giveWay,
  createMemory: createStageMemory,
  raiseOver,
  standLate,
  besideWish,
  underHeader,
};
