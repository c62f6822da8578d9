// All words that come late, for pictures that are drawn once and whole.
import { raisedTabs } from './beside';
import { lineNotes } from './lineNotes';
import { numbersUnder } from './numbers';
import { bundleLabels } from './onBundle';
import type { LateWords } from './telling';

export const allWords: LateWords = { onBundle: bundleLabels, lineNotes, numbersUnder, raisedTabs };
