// All words that come late, for pictures that are drawn once and whole.
import { aboveHost } from './above';
import { raisedTabs } from './beside';
import { giveWay } from './giveWay';
import { lineNotes } from './lineNotes';
import { onTwins } from './numbers';
import { bundleLabels } from './onBundle';
import { asFallen, oneForm } from './oneForm';
import type { LateWords } from './telling';

export const allWords: LateWords = {
  onBundle: bundleLabels,
  aboveHost,
  oneForm,
  asFallen,
  lineNotes,
  onTwins,
  raisedTabs,
  giveWay,
};
