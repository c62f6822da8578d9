// The words that <Stage> takes as a prop. They are defined beside the layout that measures them, so that src/words
// can implement them without knowing the view.
export type { Lengths, StageWords } from '../../layout/stageWords';
